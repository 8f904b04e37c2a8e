import { segmentPath } from '../../kernel/journal-path.ts';
import { type DeviceId, operationIdOf } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { encodeLine, encodeLog } from '../../log/text/codec.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { stampOf } from '../../store/log/log-rows.ts';
import { isPacked, type PayloadRow, type StoredBody } from '../../store/log/payloads.ts';
import type { Copied } from '../../store/place/second-copy.ts';
import type { OperationRow, RoundsDatabase } from '../../store/schema.ts';
import type { JournalEnd } from './ends.ts';
import { mediaBroughtBy, putContent } from './media-beside.ts';

/** Operations copied from the database in one go: so many lines are made within a frame or two. */
export const PAGE = 250;

/** Where a writer's first line goes. `next`: the number of the first step that it writes. */
export function beginningOf(writer: string, next = 0): JournalEnd {
  return { path: segmentPath(writer, next), bytes: 0, chain: '', next, isTorn: false };
}

/**
 * Adds lines where a writer's files end, and says where they end then. `next`: the number of the
 * operation after these lines; a file of `segmentBytes` is not added to any more.
 */
export async function addLines(
  files: JournalFiles,
  writer: string,
  end: JournalEnd,
  lines: readonly unknown[],
  next: number,
  segmentBytes: number,
): Promise<Result<JournalEnd>> {
  const fresh = segmentPath(writer, end.next);
  // Steps that are written again have no number that a new segment could be named by.
  const isFull = end.bytes >= segmentBytes && end.path !== fresh;
  const path = isFull ? fresh : end.path;
  const at = isFull ? 0 : end.bytes;
  // A line that was torn stays, and ends here: what has no sound line of its own was never done.
  let text = at === 0 ? encodeLog([], end.chain).text : end.isTorn ? '\n' : '';
  let chain = end.chain;
  for (const each of lines) {
    const line = encodeLine(each, chain);
    text += line.text;
    chain = line.chain;
  }
  const bytes = new TextEncoder().encode(text);
  const added = await files.append(path, at, bytes);
  return added.ok ? ok({ path, bytes: at + bytes.length, chain, next, isTorn: false }) : added;
}

/** A device's steps from one number up to another, as the database has them. */
export async function stepsOf(
  store: RoundsDatabase,
  deviceId: DeviceId,
  from: number,
  to: number,
): Promise<readonly Copied[]> {
  const rows = await store.operations
    .where('id')
    .between(operationIdOf(deviceId, from), operationIdOf(deviceId, to), true, false)
    .toArray();
  return withPayloads(store, rows);
}

/** Rows with the large bodies that stand beside them. */
export async function withPayloads(
  store: RoundsDatabase,
  rows: readonly OperationRow[],
): Promise<readonly Copied[]> {
  const packed = rows.flatMap(({ body }) => (isPacked(body) ? [body['#payload']] : []));
  const payloads = new Map<string, PayloadRow>();
  if (packed.length > 0) {
    for (const row of await store.payloads.bulkGet(packed)) {
      if (row) payloads.set(row.sha256, row);
    }
  }
  return rows.map((row) => {
    const payload = isPacked(row.body) ? payloads.get(row.body['#payload']) : undefined;
    const operation = { ...stampOf(row), body: row.body } as Copied['operation'];
    return payload ? { operation, payload } : { operation };
  });
}

/** What stands beside the lines of `steps`: large bodies, and the contents of pictures and sounds. */
export async function putBeside(
  store: RoundsDatabase,
  files: JournalFiles,
  steps: readonly Copied[],
): Promise<Result<true>> {
  for (const { operation, payload } of steps) {
    const put = payload ? await putPayload(files, payload) : ok(true as const);
    const media = put.ok ? await putMedia(store, files, operation.body) : put;
    if (!media.ok) return media;
  }
  return ok(true);
}

function putPayload(files: JournalFiles, { sha256, bytes }: PayloadRow): Promise<Result<true>> {
  return files.put(`payloads/${sha256}.gz`, bytes);
}

/**
 * The contents of files that an operation names stand in the database before it. Those of an import
 * may be thousands: they follow it (media-beside.ts).
 */
async function putMedia(
  store: RoundsDatabase,
  files: JournalFiles,
  body: StoredBody,
): Promise<Result<true>> {
  if (isPacked(body) || body.kind !== 'add-media') return ok(true);
  for (const { sha256 } of mediaBroughtBy(body)) {
    const put = await putContent(store, files, sha256);
    if (!put.ok) return put;
  }
  return ok(true);
}
