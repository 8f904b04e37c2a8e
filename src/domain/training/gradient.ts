import { MAXIMUM_STABILITY, MINIMUM_STABILITY } from '../memory/weights.ts';
import type { TrainingSet } from './training-set.ts';

/** A card's answers beyond so many are not looked at (fsrs-rs, `max_seq_len`). */
export const MOST_ANSWERS = 256;

/** Recall is taken as within 1e-7 of 0 and 1, so that no single answer has an endless loss. */
const LEAST_RECALL = 1e-7;

const WEIGHTS = 21;
const [EASIEST, HARDEST] = [1, 10];

/** How an answer moved the stability. */
const FIRST = 0;
const SAME_DAY = 1;
const SAME_DAY_AT_LEAST = 2;
const RECALLED = 3;
const FORGOTTEN = 4;
const FORGOTTEN_AT_MOST = 5;

/**
 * Predicts the answers of cards by FSRS-6 and works out how the loss changes with each weight. One
 * walk along a card's answers and one back does for all of its predictions; the formulas are those
 * of docs/rules/memory.md (fsrs-rs, src/model.rs), their derivatives are written out by hand.
 *
 * Holds the place for one card at a time: make one and use it for a whole training.
 */
export class Gradient {
  private slope = namedWeights(NOTHING);
  private readonly byFirst = new Float64Array(4);

  private readonly how = new Uint8Array(MOST_ANSWERS);
  private readonly stabilityBefore = new Float64Array(MOST_ANSWERS);
  private readonly difficultyBefore = new Float64Array(MOST_ANSWERS);
  private readonly recall = new Float64Array(MOST_ANSWERS);
  /** 1 + F·t/S of the forgetting curve, and its logarithm. */
  private readonly base = new Float64Array(MOST_ANSWERS);
  private readonly logBase = new Float64Array(MOST_ANSWERS);
  /** What the branch taken is multiplied by, or makes: see where each is filled. */
  private readonly made = new Float64Array(MOST_ANSWERS);
  private readonly extra = new Float64Array(MOST_ANSWERS);
  private readonly logStability = new Float64Array(MOST_ANSWERS);
  private readonly isStabilityFree = new Uint8Array(MOST_ANSWERS);
  private readonly isDifficultyFree = new Uint8Array(MOST_ANSWERS);
  private readonly damped = new Float64Array(MOST_ANSWERS);

  private weights = namedWeights(NOTHING);
  private first = new Float64Array(4);
  private factor = 0;
  private factorByDecay = 0;
  private growth = 0;
  private lapseShare = 0;
  private easyDifficulty = 0;
  private easyByW5 = 0;

  private readonly histories: TrainingSet;

  constructor(histories: TrainingSet) {
    this.histories = histories;
  }

  /** Uses `weights` (21 FSRS-6 weights) from now on. */
  use(weights: ArrayLike<number>): void {
    const w = namedWeights(weights);
    this.weights = w;
    this.first = Float64Array.from({ length: 4 }, (_, grade) => weights[grade] ?? 0);
    const decay = w.w20;
    const power = 0.9 ** (-1 / decay);
    this.factor = power - 1;
    this.factorByDecay = (power * Math.log(0.9)) / (decay * decay);
    this.growth = Math.exp(w.w8);
    this.lapseShare = Math.exp(-w.w17 * w.w18);
    this.easyByW5 = -3 * Math.exp(3 * w.w5);
    this.easyDifficulty = w.w4 + this.easyByW5 / 3 + 1;
  }

  /** d loss / d weight of the 21 weights, added up since this was last asked for. */
  take(): Float64Array {
    const { slope, byFirst } = this;
    const taken = new Float64Array(WEIGHTS);
    taken.set(byFirst);
    taken.set(Object.values(slope), byFirst.length);
    byFirst.fill(0);
    this.slope = namedWeights(NOTHING);
    return taken;
  }

  /**
   * The loss of `card`: the sum over its predicted answers of `weightOf[place]` times the log loss;
   * adds its derivative to what {@link take} gives.
   */
  add(card: number, weightOf: Float64Array): number {
    const { starts, grades, days } = this.histories;
    const from = starts[card] ?? 0;
    const count = Math.min((starts[card + 1] ?? 0) - from, MOST_ANSWERS);
    const loss = this.forward(from, count, grades, days, weightOf);
    this.backward(from, count, grades, days, weightOf);
    return loss;
  }

  /** Writes the recall predicted before each of `card`'s answers that came on a later day. */
  predict(card: number, into: Float64Array): void {
    const { starts, grades, days } = this.histories;
    const from = starts[card] ?? 0;
    const count = Math.min((starts[card + 1] ?? 0) - from, MOST_ANSWERS);
    this.forward(from, count, grades, days, undefined);
    for (let nth = 1; nth < count; nth++) {
      if ((days[from + nth] ?? 0) > 0) into[from + nth] = this.recall[nth] ?? 0;
    }
  }

  private forward(
    from: number,
    count: number,
    grades: Uint8Array,
    days: Uint32Array,
    weightOf: Float64Array | undefined,
  ): number {
    const w = this.weights;
    let loss = 0;
    let stability = 0;
    let difficulty = 0;
    for (let nth = 0; nth < count; nth++) {
      const grade = grades[from + nth] ?? 0;
      const elapsed = days[from + nth] ?? 0;
      this.stabilityBefore[nth] = stability;
      this.difficultyBefore[nth] = difficulty;
      if (nth === 0) {
        this.how[nth] = FIRST;
        stability = this.first[grade - 1] ?? MINIMUM_STABILITY;
        difficulty = this.withinDifficulty(nth, w.w4 - Math.exp(w.w5 * (grade - 1)) + 1);
        this.isStabilityFree[nth] = 1;
        continue;
      }
      const logStability = Math.log(stability);
      this.logStability[nth] = logStability;
      let next: number;
      if (elapsed === 0) {
        const made = Math.exp(w.w17 * (grade - 3 + w.w18) - w.w19 * logStability);
        this.how[nth] = grade >= 2 && made < 1 ? SAME_DAY_AT_LEAST : SAME_DAY;
        const factor = grade >= 2 && made < 1 ? 1 : made;
        this.made[nth] = factor;
        next = stability * factor;
      } else {
        const base = 1 + (this.factor * elapsed) / stability;
        const logBase = Math.log(base);
        const recall = Math.exp(-w.w20 * logBase);
        this.base[nth] = base;
        this.logBase[nth] = logBase;
        this.recall[nth] = recall;
        const weight = weightOf?.[from + nth] ?? 0;
        if (weight > 0) {
          const sure = Math.min(1 - LEAST_RECALL, Math.max(LEAST_RECALL, recall));
          loss -= weight * Math.log(grade > 1 ? sure : 1 - sure);
        }
        next =
          grade > 1
            ? this.recalled(nth, grade, stability, difficulty, logStability, recall)
            : this.forgotten(nth, stability, difficulty, recall);
      }
      this.isStabilityFree[nth] = next >= MINIMUM_STABILITY && next <= MAXIMUM_STABILITY ? 1 : 0;
      stability = Math.min(MAXIMUM_STABILITY, Math.max(MINIMUM_STABILITY, next));
      const step = -w.w6 * (grade - 3);
      const damped = difficulty + (step * (HARDEST - difficulty)) / 9;
      this.damped[nth] = damped;
      difficulty = this.withinDifficulty(nth, w.w7 * (this.easyDifficulty - damped) + damped);
    }
    return loss;
  }

  private withinDifficulty(nth: number, value: number): number {
    this.isDifficultyFree[nth] = value >= EASIEST && value <= HARDEST ? 1 : 0;
    return Math.min(HARDEST, Math.max(EASIEST, value));
  }

  /** `made`: by how much of itself the stability grows; `extra`: e^{w10(1−R)}. */
  private recalled(
    nth: number,
    grade: number,
    stability: number,
    difficulty: number,
    logStability: number,
    recall: number,
  ): number {
    const w = this.weights;
    this.how[nth] = RECALLED;
    const surprise = Math.exp(w.w10 * (1 - recall));
    const button = grade === 2 ? w.w15 : grade === 4 ? w.w16 : 1;
    const scale = this.growth * (11 - difficulty) * Math.exp(-w.w9 * logStability) * button;
    this.extra[nth] = surprise;
    this.made[nth] = scale * (surprise - 1);
    return stability * (1 + scale * (surprise - 1));
  }

  /** `made`: the stability after it; `extra`: (S + 1)^{w13}. */
  private forgotten(nth: number, stability: number, difficulty: number, recall: number): number {
    const w = this.weights;
    const power = Math.exp(w.w13 * Math.log(stability + 1));
    const free =
      w.w11 * Math.exp(-w.w12 * Math.log(difficulty) + w.w14 * (1 - recall)) * (power - 1);
    const most = stability * this.lapseShare;
    this.how[nth] = free <= most ? FORGOTTEN : FORGOTTEN_AT_MOST;
    this.extra[nth] = power;
    const left = Math.min(free, most);
    this.made[nth] = left;
    return left;
  }

  private backward(
    from: number,
    count: number,
    grades: Uint8Array,
    days: Uint32Array,
    weightOf: Float64Array,
  ): void {
    const w = this.weights;
    const slope = this.slope;
    // d loss / d stability and d difficulty after the answer that is looked at.
    let byStability = 0;
    let byDifficulty = 0;
    for (let nth = count - 1; nth >= 0; nth--) {
      const grade = grades[from + nth] ?? 0;
      const elapsed = days[from + nth] ?? 0;
      if (!this.isStabilityFree[nth]) byStability = 0;
      if (!this.isDifficultyFree[nth]) byDifficulty = 0;
      const how = this.how[nth];
      if (how === FIRST) {
        this.byFirst[grade - 1] = (this.byFirst[grade - 1] ?? 0) + byStability;
        slope.w4 += byDifficulty;
        slope.w5 -= byDifficulty * (grade - 1) * Math.exp(w.w5 * (grade - 1));
        return;
      }
      const stability = this.stabilityBefore[nth] ?? 0;
      const difficulty = this.difficultyBefore[nth] ?? 0;
      const made = this.made[nth] ?? 0;
      let toStability: number;
      let toDifficulty = 0;
      let byRecall = 0;

      if (how === SAME_DAY) {
        const grown = byStability * stability * made;
        slope.w17 += grown * (grade - 3 + w.w18);
        slope.w18 += grown * w.w17;
        slope.w19 -= grown * (this.logStability[nth] ?? 0);
        toStability = byStability * made * (1 - w.w19);
      } else if (how === SAME_DAY_AT_LEAST) {
        toStability = byStability;
      } else if (how === RECALLED) {
        const grown = byStability * stability * made;
        const surprise = this.extra[nth] ?? 0;
        slope.w8 += grown;
        slope.w9 -= grown * (this.logStability[nth] ?? 0);
        toStability = byStability * (1 + made * (1 - w.w9));
        toDifficulty = -grown / (11 - difficulty);
        const missed = 1 - (this.recall[nth] ?? 0);
        // made / (surprise − 1) is finite where both are 0: at full recall nothing grows.
        const perSurprise = surprise > 1 ? (grown / (surprise - 1)) * surprise : 0;
        slope.w10 += perSurprise * missed;
        byRecall = -perSurprise * w.w10;
        if (grade === 2 && w.w15 > 0) slope.w15 += grown / w.w15;
        if (grade === 4) slope.w16 += grown / w.w16;
      } else if (how === FORGOTTEN) {
        const left = byStability * made;
        const power = this.extra[nth] ?? 0;
        const perPower = power > 1 ? power / (power - 1) : 0;
        slope.w11 += left / w.w11;
        slope.w12 -= left * Math.log(difficulty);
        slope.w13 += left * perPower * Math.log(stability + 1);
        slope.w14 += left * (1 - (this.recall[nth] ?? 0));
        toStability = (left * w.w13 * perPower) / (stability + 1);
        toDifficulty = (-left * w.w12) / difficulty;
        byRecall = -left * w.w14;
      } else {
        const left = byStability * made;
        slope.w17 -= left * w.w18;
        slope.w18 -= left * w.w17;
        toStability = byStability * this.lapseShare;
      }

      if (elapsed > 0) {
        const recall = this.recall[nth] ?? 0;
        const weight = weightOf[from + nth] ?? 0;
        if (weight > 0 && recall > LEAST_RECALL && recall < 1 - LEAST_RECALL) {
          byRecall += grade > 1 ? -weight / recall : weight / (1 - recall);
        }
        if (byRecall !== 0) {
          const base = this.base[nth] ?? 0;
          const perBase = (byRecall * recall * -w.w20) / base;
          toStability -= (perBase * this.factor * elapsed) / (stability * stability);
          slope.w20 +=
            (perBase * elapsed * this.factorByDecay) / stability -
            byRecall * recall * (this.logBase[nth] ?? 0);
        }
      }

      const damped = this.damped[nth] ?? 0;
      const reverted = byDifficulty * w.w7;
      slope.w7 += byDifficulty * (this.easyDifficulty - damped);
      slope.w4 += reverted;
      slope.w5 += reverted * this.easyByW5;
      const byDamped = byDifficulty - reverted;
      slope.w6 -= (byDamped * (grade - 3) * (HARDEST - difficulty)) / 9;
      toDifficulty += byDamped * (1 + (w.w6 * (grade - 3)) / 9);

      byStability = toStability;
      byDifficulty = toDifficulty;
    }
  }
}

const NOTHING = new Float64Array(WEIGHTS);

/** The weights w4 to w20 by name: a walk reads each of them many times. */
function namedWeights(weights: ArrayLike<number>) {
  const at = (index: number) => weights[index] ?? 0;
  return {
    w4: at(4),
    w5: at(5),
    w6: at(6),
    w7: at(7),
    w8: at(8),
    w9: at(9),
    w10: at(10),
    w11: at(11),
    w12: at(12),
    w13: at(13),
    w14: at(14),
    w15: at(15),
    w16: at(16),
    w17: at(17),
    w18: at(18),
    w19: at(19),
    w20: at(20),
  };
}
