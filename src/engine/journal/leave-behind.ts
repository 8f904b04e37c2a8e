import type { DeviceId } from '../../kernel/ids.ts';
import { carriedName, segmentPath } from '../../kernel/journal-path.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { encodeLog } from '../../log/text/codec.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { nextNumberOf } from '../../store/device/newest-of.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { readEnds } from './ends.ts';
import {
  IN_FORCE_WRITER,
  type InForce,
  type InForceLine,
  readInForce,
  readInForceLines,
} from './in-force.ts';

/** Says in a folder of several devices what is in force here, where this device's last word is another. */
export async function sayInForce(
  files: JournalFiles,
  inForce: InForce,
  deviceId: DeviceId,
  atMillis: number,
): Promise<Result<true>> {
  const path = segmentPath(carriedName(IN_FORCE_WRITER, deviceId), 0);
  const lines = await readInForceLines(files, path);
  if (!lines.ok) return lines;
  const said = Object.entries(lines.value.last?.inForce ?? {}) as [DeviceId, number][];
  if (isSame(new Map(said), inForce)) return ok(true);
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
  return addLine(files, segmentPath(IN_FORCE_WRITER, 0), { inForce });
}

function isSame(one: InForce, other: InForce): boolean {
  return one.size === other.size && [...one].every(([id, next]) => other.get(id) === next);
}

async function addLine(
  files: JournalFiles,
  path: string,
  line: InForceLine,
): Promise<Result<true>> {
  const lines = await readInForceLines(files, path);
  if (!lines.ok) return lines;
  const { bytes, chain, isTorn } = lines.value;
  const { text } = encodeLog([line], chain);
  const [header = '', added = ''] = text.split('\n');
  const whole = bytes === 0 ? `${header}\n${added}\n` : `${isTorn ? '\n' : ''}${added}\n`;
  return files.append(path, bytes, new TextEncoder().encode(whole));
}
