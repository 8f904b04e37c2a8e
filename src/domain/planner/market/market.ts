import { emptyFlow, type Flow, followThrough, sendOff } from './flow.ts';
import type { PlanGroup, PlanInput } from '../input.ts';
import { type MemoryModel, memoryModel } from '../model/memory-model.ts';
import { movesBetween } from '../model/moves.ts';
import { type Reachable, reachableFrom } from './reachable.ts';
import { type Sample, sampleOf } from './sample.ts';
import { daySlotsOf } from '../model/day-slots.ts';
import { emptyStarts, fillStart, type Starts } from './starts.ts';
import { chooseStart, weighStart } from './start-choice.ts';
import { emptyValues, type PlanFrame, solveValues, type Values } from './values.ts';
import { type HeldFloor, type Worth, worthOf } from '../model/worth.ts';

/** Choices within this much recall of each other are shared out rather than decided. */
const TEMPERATURE = 0.001;
/** Seen cards that stand for all while prices are sought. */
const SAMPLE = 400;

/** All that bids for the days' seconds: cards in groups, what exams pay, and room to work in. */
export interface Market {
  readonly input: PlanInput;
  readonly field: PlanFrame;
  readonly model: MemoryModel;
  /** By group. */
  readonly worth: readonly Worth[];
  readonly sample: Sample;
  readonly starts: Starts;
  /** By group: of its cards in the sample. */
  readonly reach: readonly Reachable[];
  /** By day of an exam: what recall on it alone earns, as Worth.resting; filled when it is asked for. */
  readonly restingUntil: Map<number, Float64Array>;
  readonly values: Values;
  readonly flow: Flow;
}

/** `mostSlots`, `sampled`: fewer than a plan's for what need not be as fine. */
export function marketOf(
  input: PlanInput,
  recallWithout: Float64Array,
  mostSlots?: number,
  sampled = SAMPLE,
): Market {
  const { student, groups, cards } = input;
  const model = memoryModel(student.weights);
  const slots = daySlotsOf(
    input.budgetSeconds,
    groups.flatMap(({ targets }) => targets),
    mostSlots,
  );
  const moves = movesBetween(slots.day, model, student);
  const cost = costBelowFloor(groups);
  const worth = groups.map((group) => worthOf(group, slots, model, floorOf(group, cost)));
  const sample = sampleOf(cards, groups.length, recallWithout, sampled, input.isHeldBack);
  const field: PlanFrame = {
    slots,
    moves,
    student,
    temperature: TEMPERATURE * (meanWeight(input, worth) || 1),
    isHeldBack: input.isHeldBack,
  };
  const starts = emptyStarts(sample.card.length, field);
  starts.standsFor.set(sample.standsFor);
  for (let group = 0; group < groups.length; group++) {
    for (let at = sample.begin[group] ?? 0; at < (sample.begin[group + 1] ?? 0); at++) {
      const own = worth[group];
      if (own) fillStart(starts, at, cards, sample.card[at] ?? 0, own, field, model);
    }
  }
  const reach = worth.map((own, group) => {
    return reachableFrom(
      starts,
      sample.begin[group] ?? 0,
      sample.begin[group + 1] ?? 0,
      field,
      own,
    );
  });
  return {
    input,
    field,
    model,
    worth,
    sample,
    starts,
    reach,
    restingUntil: new Map(),
    values: emptyValues(field),
    flow: emptyFlow(field),
  };
}

function floorOf({ retentionFloor = 0 }: PlanGroup, cost: number): HeldFloor | undefined {
  return retentionFloor > 0 ? { recall: retentionFloor, cost } : undefined;
}

/** Below a floor each day costs as much as the whole recall of a card that counts most. */
function costBelowFloor(groups: readonly PlanGroup[]): number {
  const sums = groups.map(({ targets }) =>
    targets.reduce((sum, { weight }) => sum + (weight > 0 ? weight : 0), 0),
  );
  return Math.max(0, ...sums) || 1;
}

/** Whether a group asks for any seconds. */
export function isStudied({ weight, floor }: Worth): boolean {
  return weight > 0 || floor !== undefined;
}

/** Mean over cards of what one is worth; 0 where nothing is. */
export function meanWeight({ cards }: PlanInput, worth: readonly Worth[]): number {
  let sum = 0;
  for (const group of cards.group) sum += worth[group]?.weight ?? 0;
  return cards.group.length > 0 ? sum / cards.group.length : 0;
}

/**
 * What all cards make of `prices` (by slot, weighted recall per second): the sum of their values,
 * and the seconds they ask for by slot, which is minus its slope.
 */
export function demandAt(
  market: Market,
  prices: Float64Array,
): { readonly value: number; readonly loadSeconds: Float64Array } {
  const { field, worth, sample, starts, reach, values, flow } = market;
  const { count } = field.slots;
  const loadSeconds = new Float64Array(count);
  const chance = new Float64Array(count + 1);
  let value = 0;
  worth.forEach((own, group) => {
    const begin = sample.begin[group] ?? 0;
    const end = sample.begin[group + 1] ?? 0;
    const within = reach[group];
    if (begin === end || !isStudied(own) || !within) return;
    solveValues(field, own, prices, values, within);
    for (let at = begin; at < end; at++) {
      weighStart(starts, at, own, field, prices, values.value, chance);
      value += chooseStart(starts, chance, field, own) * (starts.standsFor[at] ?? 0);
      sendOff(flow, starts, at, chance, own, count, loadSeconds);
    }
    followThrough(flow, field, own, values, within, loadSeconds);
  });
  return { value, loadSeconds };
}
