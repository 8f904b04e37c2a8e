import type { DeviceId } from '../../kernel/ids.ts';
import { deviceOfWriter } from '../../kernel/journal-path.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { isVoid } from '../../log/text/codec.ts';
import { decodeLog, type LineProblem } from '../../log/text/decode-log.ts';
import type { JournalFile, JournalFiles } from '../../platform/journal/journal-files.ts';
import { segmentsOf } from './ends.ts';

/** A step as a line or a copy has it, not looked at yet. */
export type KeptStep = Readonly<Record<string, unknown>>;

/** Something that could not be read, with its name and the reason. */
export interface Lost {
  readonly name: string;
  readonly why: string;
}

/** What stands in the journal from some number of each device on. */
export interface JournalSteps {
  /** By id. */
  readonly steps: Map<string, KeptStep>;
  /** Steps whose line does not fit the one before it: they may not be what was written. */
  readonly doubted: ReadonlySet<string>;
  /** Steps of whose line one sign was changed, read as it was. */
  readonly mended: ReadonlySet<string>;
  readonly unread: readonly UnreadPart[];
}

/** A line or file that cannot be read. */
export interface UnreadPart extends Lost {
  readonly deviceId: DeviceId;
  /** Sound lines come after it: what it held is in a gap of their numbers, or stands there again. */
  isFollowed: boolean;
}

/**
 * Reads the journal of the devices of `from`. `watch` hears of its files. A number that was given
 * again belongs to the later line: the earlier was never done.
 */
export async function stepsInJournal(
  files: JournalFiles,
  from: ReadonlyMap<DeviceId, number>,
  isInForce: (step: KeptStep) => boolean,
  watch: (done: number, total: number) => unknown,
): Promise<Result<JournalSteps>> {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  const segments = ofDevices(segmentsOf(listed.value));
  const total = [...from.keys()].reduce((sum, id) => sum + (segments.get(id)?.length ?? 0), 0);
  const steps = new Map<string, KeptStep>();
  const doubted = new Set<string>();
  const mendedIds = new Set<string>();
  const unread: UnreadPart[] = [];
  let done = 0;
  for (const [deviceId, first] of from) {
    for (const { path } of segments.get(deviceId) ?? []) {
      const read = await files.read(path, 0);
      if (!read.ok) {
        unread.push({ name: path, why: read.problem.what, deviceId, isFollowed: false });
        continue;
      }
      const text = new TextDecoder().decode(read.value);
      const log = decodeLog(text);
      const lastSound = lastSoundLine(text, log.problems);
      for (const each of unread) each.isFollowed ||= lastSound > 1 && each.deviceId === deviceId;
      const [inDoubt, mended] = [new Set<unknown>(), new Set<unknown>()];
      for (const { line, why, ...problem } of log.problems) {
        for (const value of problem.mended ?? []) mended.add(value);
        if (problem.mended) continue;
        const isFollowed = line < lastSound;
        unread.push({ name: t`${path}, line ${line}`, why, deviceId, isFollowed });
        if (problem.doubted !== undefined) inDoubt.add(problem.doubted);
      }
      for (const value of log.operations) {
        if (isVoid(value)) steps.delete(value.void);
        else if (counterOf(value) >= first && isInForce(value as KeptStep))
          steps.set(idOf(value), value as KeptStep);
        // A step that was written again stands for itself.
        put(doubted, idOf(value), inDoubt.has(value));
        put(mendedIds, idOf(value), mended.has(value));
      }
      await watch(++done, total);
    }
  }
  return ok({ steps, doubted, mended: mendedIds, unread });
}

/** A device's own files, and then those in which others carry its steps. */
export function ofDevices(
  writers: ReadonlyMap<DeviceId, readonly JournalFile[]>,
): ReadonlyMap<DeviceId, readonly JournalFile[]> {
  const found = new Map<DeviceId, readonly JournalFile[]>();
  for (const [writer, files] of [...writers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const deviceId = deviceOfWriter(writer) as DeviceId;
    found.set(deviceId, [...(found.get(deviceId) ?? []), ...files]);
  }
  return found;
}

/** The number of the last line with a step that is as it was written; the first line has none. */
export function lastSoundLine(text: string, problems: readonly LineProblem[]): number {
  const bad = new Set(problems.flatMap(({ line, mended }) => (mended ? [] : [line])));
  let last = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  while (bad.has(last)) last--;
  return last;
}

function put(ids: Set<string>, id: string, isIn: boolean): void {
  if (isIn) ids.add(id);
  else ids.delete(id);
}

export function idOf(value: unknown): string {
  return String((value as { readonly id?: unknown } | null)?.id);
}

export function deviceOf(value: unknown): DeviceId {
  return String((value as { readonly deviceId?: unknown } | null)?.deviceId) as DeviceId;
}

/** -1: it has no number. */
export function counterOf(value: unknown): number {
  const counter = (value as { readonly counter?: unknown } | null)?.counter;
  return typeof counter === 'number' ? counter : -1;
}
