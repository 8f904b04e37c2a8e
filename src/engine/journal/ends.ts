import { textHash } from '../../kernel/canonical.ts';
import type { DeviceId } from '../../kernel/ids.ts';
import { deviceOfWriter } from '../../kernel/journal-path.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { isVoid } from '../../log/text/codec.ts';
import type { JournalFile, JournalFiles } from '../../platform/journal/journal-files.ts';

/** Where the journal of one device ends. */
export interface JournalEnd {
  readonly path: string;
  readonly bytes: number;
  /** Of its last sound line. */
  readonly chain: string;
  /** The number of the next operation. */
  readonly next: number;
  /** Its last line has no end: the program was killed while it was written. */
  readonly isTorn: boolean;
}

/** The longest line is some 33,000 bytes of ASCII and four times as many at worst: larger bodies stand beside. */
const TAIL_BYTES = 512 * 1024;

/** Folders that begin so are about the journal itself: no device's name does. */
export const NO_DEVICE = '_';

/** The segments of each writer, in their order; in a journal of one's own each device writes its own. */
export function segmentsOf(
  files: readonly JournalFile[],
): ReadonlyMap<DeviceId, readonly JournalFile[]> {
  const found = new Map<DeviceId, JournalFile[]>();
  for (const file of files) {
    const [folder, device = ''] = file.path.split('/');
    if (folder !== 'journal' || device.startsWith(NO_DEVICE)) continue;
    const own = found.get(device as DeviceId);
    if (own) own.push(file);
    else found.set(device as DeviceId, [file]);
  }
  for (const own of found.values()) own.sort((a, b) => (a.path < b.path ? -1 : 1));
  return found;
}

/** The number after the last of each device, whoever has written it down. */
export function reachedIn(ends: ReadonlyMap<DeviceId, JournalEnd>): Map<DeviceId, number> {
  const reached = new Map<DeviceId, number>();
  for (const [writer, { next }] of ends) {
    const deviceId = deviceOfWriter(writer) as DeviceId;
    reached.set(deviceId, Math.max(next, reached.get(deviceId) ?? 0));
  }
  return reached;
}

/** Whether any step can be read of them: files that a disk has filled with zeros are no journal. */
export function hasSteps(ends: ReadonlyMap<DeviceId, JournalEnd>): boolean {
  return [...ends.values()].some(({ next }) => next > 0);
}

/** Where each writer's files end; read from the last lines alone. */
export async function readEnds(
  files: JournalFiles,
): Promise<Result<ReadonlyMap<DeviceId, JournalEnd>>> {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  const ends = new Map<DeviceId, JournalEnd>();
  for (const [deviceId, segments] of segmentsOf(listed.value)) {
    let end: JournalEnd | undefined;
    for (const segment of [...segments].reverse()) {
      const from = Math.max(0, segment.bytes - TAIL_BYTES);
      const read = await files.read(segment.path, from);
      if (!read.ok) return read;
      const found = endOf(segment, new TextDecoder().decode(read.value), from > 0);
      // A segment that was only begun goes on where the one before it ended.
      end = end ? { ...end, chain: found.chain, next: found.next } : found;
      if (end.next > 0) break;
    }
    if (end) ends.set(deviceId, end);
  }
  return ok(ends);
}

function endOf({ path, bytes }: JournalFile, tail: string, isCut: boolean): JournalEnd {
  const lines = tail.split('\n');
  const isTorn = lines.pop() !== '' && bytes > 0;
  let chain = '';
  let next = 0;
  let before: string | undefined;
  for (const line of lines) {
    const [hash, plain] = [line.slice(0, 16), line.slice(17)];
    const value = parsed(plain);
    // Of a tail the line before the first is not there: nothing shows that this one is as it was.
    const isSound = before === undefined ? !isCut : textHash(before + plain) === hash;
    if (value === undefined) continue;
    // A damaged line hides none after it: the next one follows what it was.
    before = hash;
    chain = hash;
    const counter = isSound ? counterIn(value) : undefined;
    if (counter === undefined) continue;
    next = isVoid(value) && counter + 1 === next ? counter : Math.max(next, counter + 1);
  }
  return { path, bytes, chain, next, isTorn };
}

function counterIn(value: unknown): number | undefined {
  const id = isVoid(value) ? value.void : (value as { readonly id?: unknown } | null)?.id;
  const counter = typeof id === 'string' ? Number(id.slice(-10)) : Number.NaN;
  return Number.isInteger(counter) ? counter : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
