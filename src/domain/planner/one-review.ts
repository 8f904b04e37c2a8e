import type { PlanInput, Target } from './input.ts';
import { type MemoryModel, memoryModel, stabilityWithin } from './model/memory-model.ts';
import { meanReviewSeconds, stabilityRelearnt } from './model/moves.ts';
import { soundCard } from './market/starts.ts';

/** By card: what is known of it without a plan. */
export interface OneReview {
  /** Predicted recall at the first target without any study, 0 to 1. */
  readonly recallWithout: Float64Array;
  /** Mean of recall over the targets by their weights, without any study. */
  readonly meanWithout: Float64Array;
  /** By how much one review today raises that mean. */
  readonly gain: Float64Array;
  /** Expected seconds of that review. */
  readonly seconds: Float64Array;
}

/** What one review of each card today would do for its exams, and nothing after it. */
export function oneReviewToday(input: PlanInput): OneReview {
  const { cards, groups, student } = input;
  const model = memoryModel(student.weights);
  const length = cards.isNew.length;
  const result: OneReview = {
    recallWithout: new Float64Array(length),
    meanWithout: new Float64Array(length),
    gain: new Float64Array(length),
    seconds: new Float64Array(length),
  };
  const targets = groups.map((group) => shares(group.targets));
  const newGain = targets.map((own) => gainOfFirst(own, input, model));
  for (let card = 0; card < length; card++) {
    const group = cards.group[card] ?? 0;
    const own = targets[group] ?? [];
    if (cards.isNew[card]) {
      result.gain[card] = newGain[group] ?? 0;
      result.seconds[card] = student.newSeconds;
      continue;
    }
    const { stability, difficulty, elapsedDays } = soundCard(cards, card);
    const recall = model.recall(elapsedDays, stability);
    result.seconds[card] = meanReviewSeconds(student, recall);
    result.recallWithout[card] = own[0] ? model.recall(own[0].day + elapsedDays, stability) : 0;
    result.meanWithout[card] = meanRecall(own, elapsedDays, stability, model);
    const after = meanAfterReview(model, student.passGrades, own, stability, difficulty, recall);
    result.gain[card] = after - (result.meanWithout[card] ?? 0);
  }
  return result;
}

/** Targets with weights that add up to 1; all alike where they add up to nothing. */
function shares(targets: readonly Target[]): Target[] {
  const weights = targets.map(({ weight }) => (weight > 0 && Number.isFinite(weight) ? weight : 0));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return targets.map(({ day }, at) => ({
    day: Math.max(1, day),
    weight: sum > 0 ? (weights[at] ?? 0) / sum : 1 / targets.length,
  }));
}

function gainOfFirst(targets: readonly Target[], input: PlanInput, model: MemoryModel): number {
  return input.student.firstGrades.reduce((sum, odds, at) => {
    const first = model.firstStability((at + 1) as 1 | 2 | 3 | 4);
    const stability = at === 0 ? stabilityRelearnt(model, first) : first;
    return sum + odds * meanRecall(targets, 0, stability, model);
  }, 0);
}

/** Mean of recall over `targets` if a card with these numbers is reviewed today, at `recall`. */
function meanAfterReview(
  model: MemoryModel,
  passGrades: readonly [number, number, number],
  targets: readonly Target[],
  stability: number,
  difficulty: number,
  recall: number,
): number {
  const growth = model.growthBase(stability, difficulty) * model.growthSurprise(recall);
  const left = Math.min(
    model.lapseBase(stability, difficulty) * model.lapseSurprise(recall),
    stability * model.lapseShare,
  );
  let passed = 0;
  for (let grade = 0; grade < 3; grade++) {
    const grown = stabilityWithin(stability * (1 + growth * (model.growthShares[grade] ?? 1)));
    passed += (passGrades[grade] ?? 0) * meanRecall(targets, 0, grown, model);
  }
  const relearnt = meanRecall(targets, 0, stabilityRelearnt(model, left), model);
  return recall * passed + (1 - recall) * relearnt;
}

function meanRecall(
  targets: readonly Target[],
  elapsedDays: number,
  stability: number,
  model: MemoryModel,
): number {
  let sum = 0;
  for (const { day, weight } of targets) {
    if (weight > 0) sum += weight * model.recall(day + elapsedDays, stability);
  }
  return sum;
}
