import * as grid from '../model/grid.ts';
import type { PlannedCards } from '../input.ts';
import { difficultyWithin, type MemoryModel, stabilityWithin } from '../model/memory-model.ts';
import * as moving from '../model/moves.ts';
import type { PlanFrame } from './values.ts';
import { earnedUntil, type Worth } from '../model/worth.ts';

// Read once: where modules are run unbundled, an import is looked up at every use.
const { gridColumnOf, gridRowOf } = grid;
const { OUTCOMES, difficultyRelearnt, meanReviewSeconds, stabilityRelearnt } = moving;

/**
 * What each of some cards can do next: be reviewed in one of the slots, or never. Kept for exactly
 * the memories and waits that the cards have, which are not on the grid.
 */
export interface Starts {
  /** [card][slot][outcome]: probability, and the column the outcome leads to. */
  readonly probability: Float64Array;
  readonly column: Float64Array;
  /** [card][outcome]: the row. */
  readonly row: Float64Array;
  /** [card][slot]: expected seconds. */
  readonly seconds: Float64Array;
  /** [card][slot, or never]: weighted recall earned until then. */
  readonly resting: Float64Array;
  /** [card][slot, or never]: what it costs to be below the floor until then, or not to be had. */
  readonly cost: Float64Array;
  /** [card]: how many cards it stands for. */
  readonly standsFor: Float64Array;
  /** Slots that are looked at, ascending; today is always one of them. */
  readonly looked: Int32Array;
  /** [slot]: how many slots it is looked at for, those passed over before it too; else 0. */
  readonly width: Int32Array;
}

/** Room for `length` cards; every slot is looked at unless `looked` says which. */
export function emptyStarts(length: number, { slots }: PlanFrame, looked?: Int32Array): Starts {
  const { count } = slots;
  return {
    probability: new Float64Array(length * count * OUTCOMES),
    column: new Float64Array(length * count * OUTCOMES),
    row: new Float64Array(length * OUTCOMES),
    seconds: new Float64Array(length * count),
    resting: new Float64Array(length * (count + 1)),
    cost: new Float64Array(length * (count + 1)),
    standsFor: new Float64Array(length).fill(1),
    ...lookingIn(looked ?? Int32Array.from({ length: count }, (_, slot) => slot), count),
  };
}

/** The same cards, looked at in some of the slots. */
export function lookedIn(starts: Starts, looked: Int32Array): Starts {
  return { ...starts, ...lookingIn(looked, starts.width.length) };
}

function lookingIn(looked: Int32Array, count: number): Pick<Starts, 'looked' | 'width'> {
  const width = new Int32Array(count);
  looked.forEach((slot, at) => {
    width[slot] = slot - (looked[at - 1] ?? -1);
  });
  return { looked, width };
}

/** Fills place `at` with card `card`. */
export function fillStart(
  starts: Starts,
  at: number,
  cards: PlannedCards,
  card: number,
  worth: Worth,
  field: PlanFrame,
  model: MemoryModel,
): void {
  if (cards.isNew[card]) fillNew(starts, at, field, model);
  else fillSeen(starts, at, cards, card, worth, field, model);
  fillCost(starts, at, cards, card, worth, field, model);
}

/** A card held back today cannot be had today; a seen one costs while it is below the floor. */
function fillCost(
  { cost }: Starts,
  at: number,
  cards: PlannedCards,
  card: number,
  { floor, lastSlot }: Worth,
  { slots, isHeldBack }: PlanFrame,
  model: MemoryModel,
): void {
  const base = at * (slots.count + 1);
  cost.fill(0, base, base + slots.count + 1);
  if (floor && !cards.isNew[card]) {
    const { stability, elapsedDays } = soundCard(cards, card);
    let sum = 0;
    for (let slot = 0; slot <= slots.count; slot++) {
      cost[base + slot] = sum;
      if (slot >= lastSlot) continue;
      const days = elapsedDays + (slots.day[slot] ?? 0);
      if (model.recall(days, stability) < floor.recall) sum += floor.cost * (slots.days[slot] ?? 0);
    }
  }
  if (isHeldBack?.[card]) cost[base] = Number.POSITIVE_INFINITY;
}

function fillNew(
  starts: Starts,
  at: number,
  { slots: { count }, student }: PlanFrame,
  model: MemoryModel,
): void {
  const { probability, column, row } = starts;
  for (let outcome = 0; outcome < OUTCOMES; outcome++) {
    const grade = (((outcome + 1) % 4) + 1) as 1 | 2 | 3 | 4;
    const first = model.firstStability(grade);
    const difficulty = model.firstDifficulty(grade);
    const isAgain = grade === 1;
    const stability = isAgain ? stabilityRelearnt(model, first) : first;
    row[at * OUTCOMES + outcome] = gridRowOf(
      isAgain ? model.difficultyAfter(difficulty, 3) : difficulty,
    );
    for (const slot of starts.looked) {
      const place = (at * count + slot) * OUTCOMES + outcome;
      column[place] = gridColumnOf(Math.log(stability));
      probability[place] = student.firstGrades[grade - 1] ?? 0;
    }
  }
  starts.seconds.fill(student.newSeconds, at * count, (at + 1) * count);
  starts.resting.fill(0, at * (count + 1), (at + 1) * (count + 1));
}

function fillSeen(
  starts: Starts,
  at: number,
  cards: PlannedCards,
  card: number,
  worth: Worth,
  { slots, student }: PlanFrame,
  model: MemoryModel,
): void {
  const { probability, column, row, seconds, resting } = starts;
  const { count } = slots;
  const { stability, difficulty, elapsedDays } = soundCard(cards, card);
  for (let outcome = 0; outcome < 3; outcome++) {
    const grade = (outcome + 2) as 2 | 3 | 4;
    row[at * OUTCOMES + outcome] = gridRowOf(model.difficultyAfter(difficulty, grade));
  }
  row[at * OUTCOMES + 3] = gridRowOf(difficultyRelearnt(model, difficulty));
  const logStability = Math.log(stability);
  const growthBase = model.growthBase(stability, difficulty);
  const logBase = Math.log(model.lapseBase(stability, difficulty));
  const [hard, good, easy] = model.growthShares;
  const [oddsHard, oddsGood, oddsEasy] = student.passGrades;
  const { looked } = starts;
  for (let each = 0; each < looked.length; each++) {
    const slot = looked[each] as number;
    if (slot >= worth.lastSlot) break;
    const day = slots.day[slot] as number;
    const recall = model.recall(day + elapsedDays, stability);
    const growth = growthBase * model.growthSurprise(recall);
    const lapsed = model.logLapse(logBase, logStability, recall);
    const place = (at * count + slot) * OUTCOMES;
    column[place] = gridColumnOf(logStability + Math.log(1 + growth * hard));
    column[place + 1] = gridColumnOf(logStability + Math.log(1 + growth * good));
    column[place + 2] = gridColumnOf(logStability + Math.log(1 + growth * easy));
    column[place + 3] = gridColumnOf(model.logRelearnt(lapsed));
    probability[place] = recall * oddsHard;
    probability[place + 1] = recall * oddsGood;
    probability[place + 2] = recall * oddsEasy;
    probability[place + 3] = 1 - recall;
    seconds[at * count + slot] = meanReviewSeconds(student, recall);
  }
  fillResting(resting, at, stability, elapsedDays, worth, slots.day, model);
}

/** Exams that lie between today and each slot are earned by the memory as it is. */
export function fillResting(
  resting: Float64Array,
  at: number,
  stability: number,
  elapsedDays: number,
  worth: Worth,
  days: Int32Array,
  model: MemoryModel,
): void {
  const count = days.length;
  const base = at * (count + 1);
  if (worth.targets.length === 1) resting.fill(0, base, base + count);
  else {
    for (let slot = 0; slot < worth.lastSlot; slot++) {
      const day = days[slot] as number;
      resting[base + slot] = earnedUntil(worth.targets, day, elapsedDays, stability, model);
    }
  }
  const all = Number.POSITIVE_INFINITY;
  resting[base + count] = earnedUntil(worth.targets, all, elapsedDays, stability, model);
}

/** A seen card's numbers, damaged ones set right. */
export function soundCard(cards: PlannedCards, card: number) {
  const stability = cards.stability[card] as number;
  const difficulty = cards.difficulty[card] as number;
  const elapsedDays = cards.elapsedDays[card] as number;
  return {
    stability: stability > 0 ? stabilityWithin(stability) : 1,
    difficulty: difficulty > 0 ? difficultyWithin(difficulty) : 5.5,
    elapsedDays: elapsedDays > 0 && elapsedDays < 1e6 ? elapsedDays : 0,
  };
}
