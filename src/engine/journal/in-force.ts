import type { DeviceId } from '../../kernel/ids.ts';
import { carriedName, segmentPath } from '../../kernel/journal-path.ts';
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
  /** When that was said: in a folder several devices may say it, and the newest word holds. */
  readonly atMillis?: number;
}

const WRITER = `${NO_DEVICE}in-force`;

/** The number before which a device's steps are in force; absent: all are. */
export type InForce = ReadonlyMap<DeviceId, number>;

export async function readInForce(files: JournalFiles): Promise<Result<InForce>> {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  let newest: InForceLine | undefined;
  for (const { path } of listed.value) {
    if (!path.startsWith(`journal/${WRITER}`)) continue;
    const lines = await readLines(files, path);
    if (!lines.ok) return lines;
    const last = lines.value.operations.findLast(isInForceLine);
    if (last && (last.atMillis ?? 0) >= (newest?.atMillis ?? 0)) newest = last;
  }
  return ok(new Map(Object.entries(newest?.inForce ?? {}) as [DeviceId, number][]));
}

/** Says in a folder what is in force here, where that is not the newest word there. */
export async function sayInForce(
  files: JournalFiles,
  inForce: InForce,
  deviceId: DeviceId,
  atMillis: number,
): Promise<Result<true>> {
  const said = await readInForce(files);
  if (!said.ok || isSame(said.value, inForce)) return said.ok ? ok(true) : said;
  const path = segmentPath(carriedName(WRITER, deviceId), 0);
  return addLine(files, path, { inForce: Object.fromEntries(inForce), atMillis });
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
  if (isSame(before.value, new Map(Object.entries(inForce) as [DeviceId, number][])))
    return ok(true);
  return addLine(files, segmentPath(WRITER, 0), { inForce });
}

function isSame(one: InForce, other: InForce): boolean {
  return one.size === other.size && [...one].every(([id, next]) => other.get(id) === next);
}

async function addLine(
  files: JournalFiles,
  path: string,
  line: InForceLine,
): Promise<Result<true>> {
  const lines = await readLines(files, path);
  if (!lines.ok) return lines;
  const { bytes, chain, isTorn } = lines.value;
  const { text } = encodeLog([line], chain);
  const [header = '', added = ''] = text.split('\n');
  const whole = bytes === 0 ? `${header}\n${added}\n` : `${isTorn ? '\n' : ''}${added}\n`;
  return files.append(path, bytes, new TextEncoder().encode(whole));
}

async function readLines(files: JournalFiles, path: string) {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  if (!listed.value.some((file) => file.path === path))
    return ok({ operations: [] as unknown[], chain: '', bytes: 0, isTorn: false });
  const read = await files.read(path, 0);
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
