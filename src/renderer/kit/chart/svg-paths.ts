import { area, line } from 'd3-shape';
import type { Bands, Scale } from './scales.ts';

/** A place on the screen. */
export type ChartPoint = readonly [x: number, y: number];

/** Straight from each point to the next. */
export function linePath(points: readonly ChartPoint[]): string {
  return (
    line<ChartPoint>()
      .x(([x]) => x)
      .y(([, y]) => y)([...points]) ?? ''
  );
}

/** What lies between two lines with the same places. */
export function bandPath(
  points: readonly { readonly x: number; readonly high: number; readonly low: number }[],
): string {
  return (
    area<(typeof points)[number]>()
      .x(({ x }) => x)
      .y0(({ low }) => low)
      .y1(({ high }) => high)([...points]) ?? ''
  );
}

/** A flat piece over each day; a gap where a day has no value. */
export function stepPath(values: readonly (number | undefined)[], days: Bands, y: Scale): string {
  // Each day is its left and its right edge; a gap is one point that is not there.
  const edges = values.flatMap((value, index): (ChartPoint | undefined)[] =>
    value === undefined
      ? [undefined]
      : [
          [days.edge(index), y(value)],
          [days.edge(index + 1), y(value)],
        ],
  );
  return (
    line<ChartPoint | undefined>()
      .defined((point) => point !== undefined)
      .x((point) => point?.[0] ?? 0)
      .y((point) => point?.[1] ?? 0)(edges) ?? ''
  );
}
