import { along } from './scales.ts';
import './chart.css';

const HEIGHT = 18;

/** What is expected, and where it may lie. */
export interface TrackRange {
  readonly expected: number;
  readonly low: number;
  readonly high: number;
}

/**
 * A value on a line: the dot is what is expected, the bar where it may lie, the tick something to
 * compare it with. `from` and `to`: the values at the line's ends, a recall's if not given.
 */
export function RangeTrack(props: {
  readonly range: TrackRange;
  readonly tick?: number | undefined;
  readonly from: number;
  readonly to?: number;
}) {
  const { range, tick, from, to = 1 } = props;
  // In hundredths of the width; the dot at the very end keeps within the line.
  const { place } = along([from, to], [1, 99]);
  const x = (value: number): string => `${place(value).toFixed(2)}%`;
  const middle = HEIGHT / 2;
  return (
    <svg className="range-track" height={HEIGHT} aria-hidden="true">
      <line className="track-rule" x1="0" x2="100%" y1={middle} y2={middle} />
      {tick !== undefined && tick >= from && (
        <line className="track-tick" x1={x(tick)} x2={x(tick)} y1={middle - 6} y2={middle + 6} />
      )}
      <line className="track-range" x1={x(range.low)} x2={x(range.high)} y1={middle} y2={middle} />
      <circle className="track-dot" cx={x(range.expected)} cy={middle} r="5" />
    </svg>
  );
}

/** Without study, recall is often near nothing: a line from there would hide all differences. */
const LOWEST_TICK = 0.4;

/**
 * A round recall at or below all of `lows`, and of `ticks` as far as they are worth the room: the
 * left end of lines that are compared.
 */
export function trackStart(lows: readonly number[], ticks: readonly number[] = []): number {
  const lowest = Math.min(0.8, ...lows, ...ticks.filter((tick) => tick >= LOWEST_TICK));
  return Math.max(0, Math.floor(lowest * 10) / 10);
}
