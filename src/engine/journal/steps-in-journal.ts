import type { DeviceId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { decodeLog, isVoid } from '../../log/codec.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
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
  /** Lines and files that cannot be read, by the device whose they are. */
  readonly unread: readonly (Lost & { readonly deviceId: DeviceId })[];
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
  const segments = segmentsOf(listed.value);
  const total = [...from.keys()].reduce((sum, id) => sum + (segments.get(id)?.length ?? 0), 0);
  const steps = new Map<string, KeptStep>();
  const doubted = new Set<string>();
  const unread: (Lost & { deviceId: DeviceId })[] = [];
  let done = 0;
  for (const [deviceId, first] of from) {
    for (const { path } of segments.get(deviceId) ?? []) {
      const read = await files.read(path, 0);
      if (!read.ok) {
        unread.push({ name: path, why: read.problem.what, deviceId });
        continue;
      }
      const log = decodeLog(new TextDecoder().decode(read.value));
      for (const { line, why, doubted: value, isMended } of log.problems) {
        if (isMended) continue;
        unread.push({ name: `${path}, line ${line}`, why, deviceId });
        if (value !== undefined) doubted.add(idOf(value));
      }
      for (const value of log.operations) {
        if (isVoid(value)) steps.delete(value.void);
        else if (counterOf(value) >= first && isInForce(value as KeptStep))
          steps.set(idOf(value), value as KeptStep);
      }
      await watch(++done, total);
    }
  }
  return ok({ steps, doubted, unread });
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
