import { failed, ok, type Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import { decodeLog, isVoid } from '../../log/codec.ts';
import type { JournalFile, JournalFiles } from '../../platform/journal/journal-files.ts';
import { isPacked, type StoredBody, unpackPayload } from '../../store/log/payloads.ts';
import { receive } from '../../store/log/receive.ts';
import { hasBlob, putBlob } from '../../store/media/blobs.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { segmentsOf } from './ends.ts';
import { readInForce } from './in-force.ts';
import type { Missing } from './missing.ts';

/** What came of putting back what was missing. */
export interface Recovered {
  /** Steps that are in the database again. */
  readonly operations: number;
  /** The time of the first and the last of them, where there are any. */
  readonly fromMillis?: number;
  readonly toMillis?: number;
  /** Contents of pictures and sounds that are there again. */
  readonly media: number;
  /** What could not be put back, each with its name and the reason. */
  readonly lost: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Puts what the journal has and the database lacks into the database, and works the collection out.
 * Nothing that is there is changed or deleted, in either; what could not be read is named.
 */
export async function recover(
  store: RoundsDatabase,
  files: JournalFiles,
  { from }: Missing,
  watch: Watch = () => true,
): Promise<Result<Recovered>> {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  const inForce = await readInForce(files);
  if (!inForce.ok) return inForce;
  const lost: { name: string; why: string }[] = [];
  const found = new Map<string, Record<string, unknown>>();
  const segments = segmentsOf(listed.value);
  const total = [...from.keys()].reduce((sum, id) => sum + (segments.get(id)?.length ?? 0), 0);
  let done = 0;
  for (const [deviceId, first] of from) {
    for (const { path } of segments.get(deviceId) ?? []) {
      const read = await files.read(path, 0);
      if (!read.ok) {
        lost.push({ name: path, why: read.problem.what });
        continue;
      }
      const log = decodeLog(new TextDecoder().decode(read.value));
      for (const { line, why } of log.problems) lost.push({ name: `${path}, line ${line}`, why });
      for (const value of log.operations) {
        // A number that was given again belongs to the later line: the earlier was never done.
        if (isVoid(value)) found.delete(value.void);
        else if (isWithin(counterOf(value), first, inForce.value.get(deviceId)))
          found.set(String(idOf(value)), value as never);
      }
      await watch(++done, total);
    }
  }
  const operations = [];
  for (const [id, operation] of found) {
    const body = await bodyOf(operation.body as StoredBody, files);
    if (body.ok) operations.push({ ...operation, body: body.value });
    else lost.push({ name: `step ${id}`, why: body.problem.what });
  }
  const received = await receive(store, operations);
  for (const { id, why } of received.rejected) lost.push({ name: `step ${id}`, why });
  const times = operations.map((each) => (each as unknown as { atMillis: number }).atMillis);
  const span =
    times.length > 0
      ? {
          fromMillis: times.reduce((a, b) => Math.min(a, b)),
          toMillis: times.reduce((a, b) => Math.max(a, b)),
        }
      : {};
  const keptMedia = await files.list('media');
  if (!keptMedia.ok) lost.push({ name: 'media', why: keptMedia.problem.what });
  const media = keptMedia.ok ? await putBackMedia(store, files, keptMedia.value) : 0;
  return ok({ operations: received.taken, ...span, media, lost });
}

async function putBackMedia(
  store: RoundsDatabase,
  files: JournalFiles,
  listed: readonly JournalFile[],
): Promise<number> {
  const kept = new Set(listed.map(({ path }) => path));
  let media = 0;
  for (const sha256 of new Set((await store.media.toArray()).map((file) => file.sha256))) {
    if (!kept.has(`media/${sha256}`) || (await hasBlob(store, sha256))) continue;
    const read = await files.read(`media/${sha256}`, 0);
    if (!read.ok || (await sha256Of(read.value as Uint8Array<ArrayBuffer>)) !== sha256) continue;
    const put = await putBlob(store, read.value.slice().buffer as ArrayBuffer);
    if (put.ok) media++;
  }
  return media;
}

export async function bodyOf(body: StoredBody, files: JournalFiles): Promise<Result<unknown>> {
  if (!isPacked(body)) return ok(body);
  const sha256 = body['#payload'];
  const read = await files.read(`payloads/${sha256}.gz`, 0);
  if (!read.ok) return read;
  const unpacked = await unpackPayload({ sha256, bytes: read.value });
  if (unpacked !== undefined) return ok(unpacked);
  return failed('What it brought is damaged.', 'The file is where it was.', 'Keep it.');
}

function isWithin(counter: number, from: number, to = Number.POSITIVE_INFINITY): boolean {
  return counter >= from && counter < to;
}

function idOf(value: unknown): unknown {
  return (value as { readonly id?: unknown } | null)?.id;
}

function counterOf(value: unknown): number {
  const counter = (value as { readonly counter?: unknown } | null)?.counter;
  return typeof counter === 'number' ? counter : -1;
}
