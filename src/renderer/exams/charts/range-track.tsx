import type { RecallRange } from '../../../domain/exam/outlook/recall-range.ts';
import { along } from '../../kit/chart/scales.ts';

const HEIGHT = 18;

/**
 * A recall on a line: the dot is what is expected, the bar where it will lie in four of five cases,
 * the tick what no study would leave. `from`: the recall at the line's left end.
 */
export function RangeTrack(props: {
  readonly range: RecallRange;
  readonly withoutStudy?: number;
  readonly from: number;
}) {
  const { range, withoutStudy, from } = props;
  // In hundredths of the width; the dot at the very end keeps within the line.
  const { place } = along([from, 1], [1, 99]);
  const x = (recall: number): string => `${place(recall).toFixed(2)}%`;
  const middle = HEIGHT / 2;
  return (
    <svg className="range-track" height={HEIGHT} aria-hidden="true">
      <line className="track-rule" x1="0" x2="100%" y1={middle} y2={middle} />
      {withoutStudy !== undefined && withoutStudy >= from && (
        <line
          className="track-tick"
          x1={x(withoutStudy)}
          x2={x(withoutStudy)}
          y1={middle - 6}
          y2={middle + 6}
        />
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
