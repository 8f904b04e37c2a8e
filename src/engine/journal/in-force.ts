import type { DeviceId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { encodeLog } from '../../log/text/codec.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { nextNumberOf } from '../../store/device/newest-of.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { NO_DEVICE, readEnds } from './ends.ts';

/**
 * What of the journal is in force. Nothing in it is ever changed or deleted; so where the collection
 * was replaced by another, a line says from which number on a device's steps were left behind. The
 * last line holds; a device that it does not name is in force to its end.
 */
interface InForceLine {
  readonly inForce: Readonly<Record<string, number>>;
}

const PATH = `journal/${NO_DEVICE}in-force/0000000000.jsonl`;

/** The number before which a device's steps are in force; absent: all are. */
export async function readInForce(
  files: JournalFiles,
): Promise<Result<ReadonlyMap<DeviceId, number>>> {
  const lines = await readLines(files);
  if (!lines.ok) return lines;
  const last = lines.value.operations.findLast(isInForceLine);
  return ok(new Map(Object.entries(last?.inForce ?? {}) as [DeviceId, number][]));
}

/** From now on what the database lacks of the journal is left behind, and nothing else is. */
export async function leaveBehind(
  store: RoundsDatabase,
  files: JournalFiles,
): Promise<Result<true>> {
  const ends = await readEnds(files);
  if (!ends.ok) return ends;
  const inForce: Record<string, number> = {};
  for (const [deviceId, { next }] of ends.value) {
    const here = await nextNumberOf(store, deviceId);
    if (here < next) inForce[deviceId] = here;
  }
  const before = await readInForce(files);
  if (!before.ok) return before;
  const isAsBefore =
    before.value.size === Object.keys(inForce).length &&
    [...before.value].every(([deviceId, next]) => inForce[deviceId] === next);
  if (isAsBefore) return ok(true);
  const lines = await readLines(files);
  if (!lines.ok) return lines;
  const { bytes, chain, isTorn } = lines.value;
  const { text } = encodeLog([{ inForce } satisfies InForceLine], chain);
  const [header = '', line = ''] = text.split('\n');
  const added = bytes === 0 ? `${header}\n${line}\n` : `${isTorn ? '\n' : ''}${line}\n`;
  return files.append(PATH, bytes, new TextEncoder().encode(added));
}

async function readLines(files: JournalFiles) {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  const file = listed.value.find(({ path }) => path === PATH);
  if (!file) return ok({ operations: [] as unknown[], chain: '', bytes: 0, isTorn: false });
  const read = await files.read(PATH, 0);
  if (!read.ok) return read;
  const text = new TextDecoder().decode(read.value);
  // Few journals have such a file, and a start reads no other line.
  const { decodeLog } = await import('../../log/text/decode-log.ts');
  const { operations, chain } = decodeLog(text);
  return ok({ operations, chain, bytes: read.value.length, isTorn: !text.endsWith('\n') });
}

function isInForceLine(value: unknown): value is InForceLine {
  const inForce = (value as Partial<InForceLine> | null)?.inForce;
  return typeof inForce === 'object' && inForce !== null;
}
