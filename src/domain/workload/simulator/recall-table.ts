import type { MemoryModel } from '../../planner/model/memory-model.ts';

const STEPS = 8192;

/**
 * Recall read from a table, exact to a ten-thousandth: what is known is asked of every card on every
 * day. It follows from the share that days have of days and stability together.
 */
export class RecallTable {
  readonly #values = new Float64Array(STEPS + 2);

  constructor(model: MemoryModel) {
    for (let at = 0; at < STEPS; at++) {
      const share = at / STEPS;
      this.#values[at] = model.recall(share / (1 - share), 1);
    }
  }

  /** Probability of recall `days` (0 or more) after a review that left `stability`. */
  recall(days: number, stability: number): number {
    const place = (days / (days + stability)) * STEPS;
    const at = place | 0;
    const value = this.#values[at] ?? 0;
    return value + ((this.#values[at + 1] ?? 0) - value) * (place - at);
  }
}
