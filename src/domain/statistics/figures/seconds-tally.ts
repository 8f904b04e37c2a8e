import type { AnswerSeconds } from './answering.ts';

/** Tenths of a second up to a minute, seconds up to an hour. */
const FINE = 600;
const FINE_MILLIS = 100;
const COARSE_MILLIS = 1000;
const BINS = FINE + 3541;

/** Durations, counted so that their median is known to a tenth of a second and none is kept. */
export class SecondsTally {
  #answers = 0;
  #millis = 0;
  #bins: Uint32Array | undefined;

  add(millis: number): void {
    this.#bins ??= new Uint32Array(BINS);
    const fine = Math.floor(millis / FINE_MILLIS);
    const bin = fine < FINE ? fine : FINE + Math.floor(millis / COARSE_MILLIS) - 60;
    this.#bins[bin] = (this.#bins[bin] ?? 0) + 1;
    this.#answers++;
    this.#millis += millis;
  }

  told(): AnswerSeconds {
    const minutes = this.#millis / 60_000;
    if (!this.#bins) return { answers: 0, median: undefined, mean: undefined, minutes };
    const mean = this.#millis / this.#answers / 1000;
    return { answers: this.#answers, median: this.#median(this.#bins), mean, minutes };
  }

  /** The middle of the bin in which half of the answers are reached. */
  #median(bins: Uint32Array): number {
    let left = this.#answers / 2;
    for (const [bin, count] of bins.entries()) {
      left -= count;
      if (left > 0) continue;
      const from = bin < FINE ? bin * FINE_MILLIS : (bin - FINE + 60) * COARSE_MILLIS;
      const width = bin < FINE ? FINE_MILLIS : COARSE_MILLIS;
      return (from + width / 2) / 1000;
    }
    return 0;
  }
}
