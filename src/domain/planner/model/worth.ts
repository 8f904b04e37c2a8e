import { STABILITIES, stabilityAt } from './grid.ts';
import type { PlanGroup, Target } from '../input.ts';
import type { MemoryModel } from './memory-model.ts';
import type { Slots } from './day-slots.ts';

/**
 * What a memory is worth to a group's exams while it rests between two reviews. "Never" is the
 * place after the last slot.
 */
export interface Worth {
  readonly targets: readonly Target[];
  /** Sum of the targets' weights. */
  readonly weight: number;
  /** Slots from which on no exam is left to study for. */
  readonly lastSlot: number;
  /** [slot of a review][slot of the next, or never][stability]: weighted recall earned between. */
  readonly resting: Float64Array;
  /** The same less what it costs to lie below the retention floor meanwhile: what is chosen by. */
  readonly restingHeld: Float64Array;
  readonly floor: HeldFloor | undefined;
}

/** Seen cards below `recall` come before all else (PLAN-7). */
export interface HeldFloor {
  /** 0 to 1. */
  readonly recall: number;
  /** What each day below it costs, in weighted recall: more than any review is worth. */
  readonly cost: number;
}

/** Exams on or before the day of the next review are sat before it; those after it are not. */
export function worthOf(
  group: PlanGroup,
  slots: Slots,
  model: MemoryModel,
  floor?: HeldFloor,
): Worth {
  const targets = group.targets.map(({ day, weight }) => ({
    day: day >= 1 ? day : 1,
    weight: weight > 0 && Number.isFinite(weight) ? weight : 0,
  }));
  const lastDay = targets.reduce(
    (last, { day, weight }) => (weight > 0 || floor ? Math.max(last, day) : last),
    0,
  );
  const never = slots.count;
  const resting = new Float64Array(slots.count * (slots.count + 1) * STABILITIES);
  for (let from = 0; from < slots.count; from++) {
    for (const { day, weight } of targets) {
      const days = day - (slots.day[from] ?? 0);
      if (days <= 0 || weight === 0) continue;
      for (let s = 0; s < STABILITIES; s++) {
        const earned = weight * model.recall(days, stabilityAt(s));
        for (let to = from + 1; to <= never; to++) {
          if (to < never && (slots.day[to] ?? 0) < day) continue;
          const at = (from * (never + 1) + to) * STABILITIES + s;
          resting[at] = (resting[at] ?? 0) + earned;
        }
      }
    }
  }
  let lastSlot = 0;
  while (lastSlot < slots.count && (slots.day[lastSlot] ?? 0) < lastDay) lastSlot++;
  return {
    targets,
    weight: targets.reduce((sum, target) => sum + target.weight, 0),
    lastSlot,
    resting,
    restingHeld: floor ? held(resting, floor, slots, lastSlot, model) : resting,
    floor,
  };
}

/** `resting` less the cost of the days that a memory lies below the floor for. */
function held(
  resting: Float64Array,
  floor: HeldFloor,
  { count, day, days: daysOf }: Slots,
  lastSlot: number,
  model: MemoryModel,
): Float64Array {
  const less = Float64Array.from(resting);
  for (let from = 0; from < lastSlot; from++) {
    for (let s = 0; s < STABILITIES; s++) {
      let cost = 0;
      for (let to = from + 1; to <= count; to++) {
        const at = (from * (count + 1) + to) * STABILITIES + s;
        less[at] = (less[at] ?? 0) - cost;
        if (to >= lastSlot) continue;
        const days = (day[to] ?? 0) - (day[from] ?? 0);
        if (model.recall(days, stabilityAt(s)) < floor.recall)
          cost += floor.cost * (daysOf[to] ?? 0);
      }
    }
  }
  return less;
}

/** Weighted recall at the exams on or before `untilDay`, `elapsed` days after a review by today. */
export function earnedUntil(
  targets: readonly Target[],
  untilDay: number,
  elapsedDays: number,
  stability: number,
  model: MemoryModel,
): number {
  let earned = 0;
  for (const { day, weight } of targets) {
    if (day <= untilDay && weight > 0)
      earned += weight * model.recall(day + elapsedDays, stability);
  }
  return earned;
}
