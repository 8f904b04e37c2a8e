import { scaleBand, scaleLinear } from 'd3-scale';

/** From a value to its place on the screen. */
export type Scale = (value: number) => number;

/** The places of days, or whatever stands side by side, in CSS pixels from the left. */
export interface Bands {
  readonly count: number;
  /** From one day to the next, and how much of it a bar takes. */
  readonly step: number;
  readonly barWidth: number;
  readonly bar: (index: number) => number;
  readonly middle: (index: number) => number;
  /** Where the day begins, beside the gap to the one before; for `count`, where the last one ends. */
  readonly edge: (index: number) => number;
  /** The day at a place. */
  readonly at: (x: number) => number;
}

/** `count` bands between two places, with gaps that close as the days get narrow. */
export function bandsBetween(count: number, from: number, to: number): Bands {
  const step = (to - from) / count;
  const gap = step > 10 ? Math.min(6, step * 0.25) : step > 4 ? 1 : 0;
  const band = scaleBand<number>()
    .domain(Array.from({ length: count }, (_, index) => index))
    .range([from, to])
    .paddingInner(gap / step)
    .paddingOuter(gap / step / 2);
  const edge = (index: number): number => from + index * step;
  return {
    count,
    step,
    barWidth: Math.max(1, band.bandwidth()),
    bar: (index) => band(index) ?? edge(index),
    middle: (index) => edge(index + 0.5),
    edge,
    at: (x) => Math.max(0, Math.min(count - 1, Math.floor((x - from) / step))),
  };
}

/** From nothing at `base` to `most` at `top`. */
export function amounts(most: number, base: number, top: number): Scale {
  return scaleLinear([0, Math.max(most, Number.MIN_VALUE)], [base, top]);
}

/** Round values from `from` or less to at least `most`, a few of them; `isWhole`: no parts of one. */
export function roundLevels(most: number, isWhole = true, from = 0): readonly number[] {
  const least = isWhole ? 1 : Number.MIN_VALUE;
  const levels = scaleLinear([from, Math.max(most, from + least)], [0, 1])
    .nice(3)
    .ticks(3);
  return isWhole ? levels.filter(Number.isInteger) : levels;
}

/** Recall from `floor`, at `base`, to 100 % at `top`. */
export function recalls(floor: number, base: number, top: number): Scale {
  return scaleLinear([floor, 1], [base, top]);
}

/** From `first` to `last`, along a line from `from` to `to`, and back. */
export function along(
  [first, last]: readonly [number, number],
  [from, to]: readonly [number, number],
): { readonly place: Scale; readonly value: Scale } {
  const scale = scaleLinear([first, last], [from, to]).clamp(true);
  return { place: scale, value: (x) => scale.invert(x) };
}

/** About as long as half a date, '12 Dec', and a letter, in rem. */
const HALF_DATE_REM = 1.6;
const LETTER_REM = 0.55;

/**
 * The days that have room for a date below them: the first, then as many as there are places for;
 * none whose date would be cut off at the right or lie over `first`, the words of the first day.
 */
export function datedDays({ count, step }: Bands, rem: number, first: string): readonly number[] {
  const every = Math.max(1, Math.ceil((4.6 * rem) / step));
  const from = (first.length * LETTER_REM + HALF_DATE_REM) * rem;
  const to = count * step - HALF_DATE_REM * rem;
  const chosen = [0];
  for (let index = every; index < count; index += every) {
    const middle = (index + 0.5) * step;
    if (middle >= from && middle <= to) chosen.push(index);
  }
  return chosen;
}

/** A word below a drawing, and where its middle is. */
export interface PlacedWord {
  readonly index: number;
  readonly words: string;
  readonly middle: number;
}

/**
 * As many of the words as have room side by side, at equal distances, each within the drawing.
 * `wordsOf` undefined: that one has none.
 */
export function placedWords(
  bands: Bands,
  { width, rem }: { readonly width: number; readonly rem: number },
  wordsOf: (index: number) => string | undefined,
): readonly PlacedWord[] {
  const all: (PlacedWord & { readonly half: number })[] = [];
  for (let index = 0; index < bands.count; index++) {
    const words = wordsOf(index);
    if (words === undefined) continue;
    const half = (words.length * LETTER_REM * rem) / 2;
    const middle = Math.max(bands.edge(0), Math.min(width, bands.middle(index)));
    all.push({ index, words, half, middle: Math.max(half, Math.min(width - half, middle)) });
  }
  for (let every = 1; every < all.length; every++) {
    const chosen = all.filter((_, place) => place % every === 0);
    const areApart = chosen.every((each, place) => {
      const before = chosen[place - 1];
      return !before || each.middle - each.half - (before.middle + before.half) >= 0.7 * rem;
    });
    if (areApart) return chosen;
  }
  return all.slice(0, 1);
}
