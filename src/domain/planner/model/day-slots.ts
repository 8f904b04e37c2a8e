import type { Target } from '../input.ts';

/** Days that are planned one by one, or together where they are far from today and from any exam. */
export interface Slots {
  readonly count: number;
  /** By slot: the day from today that stands for it. Slot 0 is today. */
  readonly day: Int32Array;
  readonly budgetSeconds: Float64Array;
  /** By slot: how many days of study it holds. */
  readonly days: Int32Array;
  /** By day from today: its slot, −1 for a day off. */
  readonly slotOfDay: Int32Array;
}

/** More slots than this cost more than they are worth: a plan's time grows with their square. */
export const MOST_SLOTS = 48;

/**
 * The slots of `budgetSeconds` (by day from today). Up to 48 days of study each day is a slot of
 * its own (or up to `most`); beyond, a slot holds the more days the farther it is from today and from the next exam,
 * and none crosses an exam's day. Today is a slot even on a day off; it has no budget then.
 */
export function daySlotsOf(
  budgetSeconds: Float64Array,
  targets: readonly Target[],
  most = MOST_SLOTS,
): Slots {
  const examDays = [...new Set(targets.map(({ day }) => day))].sort((a, b) => a - b);
  for (let spread = 0; ; spread = spread * 1.3 + 0.02) {
    const starts = startsOf(budgetSeconds, examDays, spread);
    if (starts.length <= most || spread > budgetSeconds.length) {
      return gathered(budgetSeconds, starts);
    }
  }
}

/** First days of the slots, if slots grow by `spread` days a day of distance. */
function startsOf(
  budgetSeconds: Float64Array,
  examDays: readonly number[],
  spread: number,
): number[] {
  const starts = [0];
  let start = 0;
  for (let day = 1; day < budgetSeconds.length; day++) {
    if (!((budgetSeconds[day] ?? 0) > 0)) continue;
    const exam = examDays.find((examDay) => examDay > start) ?? budgetSeconds.length;
    const width = 1 + Math.floor(spread * Math.max(0, Math.min(start, exam - start)));
    // Today and the day before an exam are always alone.
    const isOver = start === 0 || day - start >= width || day >= exam - 1;
    if (isOver) {
      starts.push(day);
      start = day;
    }
  }
  return starts;
}

function gathered(budgetSeconds: Float64Array, starts: readonly number[]): Slots {
  const count = starts.length;
  const slots: Slots = {
    count,
    day: new Int32Array(count),
    budgetSeconds: new Float64Array(count),
    days: new Int32Array(count),
    slotOfDay: new Int32Array(budgetSeconds.length).fill(-1),
  };
  for (let slot = 0; slot < count; slot++) {
    const from = starts[slot] ?? 0;
    const to = starts[slot + 1] ?? budgetSeconds.length;
    let studied = 0;
    let total = 0;
    let moment = 0;
    for (let day = from; day < to; day++) {
      const seconds = budgetSeconds[day] ?? 0;
      if (!(seconds > 0)) continue;
      slots.slotOfDay[day] = slot;
      studied++;
      total += seconds;
      moment += seconds * day;
    }
    slots.budgetSeconds[slot] = total;
    slots.days[slot] = studied;
    slots.day[slot] = total > 0 ? Math.round(moment / total) : from;
  }
  return slots;
}
