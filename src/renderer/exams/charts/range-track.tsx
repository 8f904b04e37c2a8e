import type { RecallRange } from '../../../domain/exam/recall-range.ts';

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
  const x = (recall: number): string =>
    `${(Math.max(0, Math.min(1, (recall - from) / (1 - from))) * 100).toFixed(2)}%`;
  const middle = HEIGHT / 2;
  return (
    <svg className="range-track" height={HEIGHT} aria-hidden="true">
      <line className="track-rule" x1="0" x2="100%" y1={middle} y2={middle} />
      {withoutStudy !== undefined && (
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

/** A round recall at or below all of `recalls`, for the left end of lines that are compared. */
export function trackStart(recalls: readonly number[]): number {
  const lowest = Math.min(1, ...recalls);
  return Math.max(0, Math.min(0.8, Math.floor(lowest * 10) / 10));
}
