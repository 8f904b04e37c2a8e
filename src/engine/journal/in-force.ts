import type { DeviceId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { NO_DEVICE } from './ends.ts';

/**
 * What of the journal is in force. Nothing in it is ever changed or deleted; so where the collection
 * was replaced by another, a line says from which number on a device's steps were left behind. The
 * last line holds; a device that it does not name is in force to its end.
 */
export interface InForceLine {
  readonly inForce: Readonly<Record<string, number>>;
  /** When that was said: in a folder several devices may say it, and the newest word holds. */
  readonly atMillis?: number;
}

export const IN_FORCE_WRITER = `${NO_DEVICE}in-force`;

/** The number before which a device's steps are in force; absent: all are. */
export type InForce = ReadonlyMap<DeviceId, number>;

export async function readInForce(files: JournalFiles): Promise<Result<InForce>> {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  let newest: InForceLine | undefined;
  for (const { path } of listed.value) {
    if (!path.startsWith(`journal/${IN_FORCE_WRITER}`)) continue;
    const lines = await readInForceLines(files, path);
    if (!lines.ok) return lines;
    const { last } = lines.value;
    if (last && (last.atMillis ?? 0) >= (newest?.atMillis ?? 0)) newest = last;
  }
  return ok(new Map(Object.entries(newest?.inForce ?? {}) as [DeviceId, number][]));
}

export async function readInForceLines(files: JournalFiles, path: string) {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  if (!listed.value.some((file) => file.path === path))
    return ok({ last: undefined, chain: '', bytes: 0, isTorn: false });
  const read = await files.read(path, 0);
  if (!read.ok) return read;
  const text = new TextDecoder().decode(read.value);
  // Few journals have such a file, and a start reads no other line.
  const { decodeLog } = await import('../../log/text/decode-log.ts');
  const { operations, chain } = decodeLog(text);
  const last = operations.findLast(isInForceLine);
  return ok({ last, chain, bytes: read.value.length, isTorn: !text.endsWith('\n') });
}

function isInForceLine(value: unknown): value is InForceLine {
  const inForce = (value as Partial<InForceLine> | null)?.inForce;
  return typeof inForce === 'object' && inForce !== null;
}
