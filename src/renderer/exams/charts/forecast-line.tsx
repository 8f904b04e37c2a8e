import type { Forecast } from '../../../domain/exam/forecast.ts';
import { usePixels } from '../../kit/hooks/use-pixels.ts';
import { date, percent } from '../../kit/text/format.ts';
import { useWidth } from '../../kit/hooks/use-width.ts';
import { rangeWords } from '../../kit/text/recall-words.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { trackStart } from './range-track.tsx';

/** What was predicted day by day: how the study so far has changed it. */
export function ForecastLine({ forecasts }: { readonly forecasts: readonly Forecast[] }) {
  const { ref, width } = useWidth<HTMLElement>(480);
  const rem = usePixels(1);
  const first = forecasts[0];
  const last = forecasts.at(-1);
  if (!first || !last || first === last) return null;
  const left = 3.4 * rem;
  const right = 3.4 * rem;
  const height = 5 * rem;
  const footer = 1.5 * rem;
  const floor = trackStart(forecasts.map(({ predicted }) => predicted.low));
  const x = (studyDay: number): number =>
    left +
    ((studyDay - first.studyDay) / (last.studyDay - first.studyDay)) * (width - left - right);
  const y = (recall: number): number => 8 + ((1 - recall) / (1 - floor)) * (height - 16);
  const at = (studyDay: number, recall: number): string =>
    `${x(studyDay).toFixed(1)},${y(recall).toFixed(1)}`;
  const line = forecasts.map((each) => at(each.studyDay, each.predicted.expected)).join(' ');
  const band = [
    ...forecasts.map((each) => at(each.studyDay, each.predicted.high)),
    ...[...forecasts].reverse().map((each) => at(each.studyDay, each.predicted.low)),
  ].join(' ');
  return (
    <figure className="chart" ref={ref}>
      <svg
        viewBox={`0 0 ${width} ${height + footer}`}
        height={height + footer}
        role="img"
        aria-label={`Predicted recall went from ${percent(first.predicted.expected)} on ${day(first)} to ${percent(last.predicted.expected)} on ${day(last)}.`}
      >
        <polygon className="forecast-band" points={band} />
        <polyline className="curve-line" points={line} />
        <text
          className="chart-text"
          x={left - 8}
          y={y(first.predicted.expected) + 4}
          textAnchor="end"
        >
          {percent(first.predicted.expected)}
        </text>
        <circle className="curve-end" cx={x(last.studyDay)} cy={y(last.predicted.expected)} r="4" />
        <text className="curve-label" x={width - right + 10} y={y(last.predicted.expected) + 4}>
          {percent(last.predicted.expected)}
        </text>
        <text className="chart-text" x={left} y={height + footer - 4}>
          {day(first)}
        </text>
        <text className="chart-text" x={width - right} y={height + footer - 4} textAnchor="end">
          {day(last)}
        </text>
      </svg>
      <ChartTable
        about="predictions so far"
        head={['Day', 'Predicted', 'Range', 'Without study']}
        rows={[...forecasts]
          .reverse()
          .map((each) => [
            day(each),
            percent(each.predicted.expected),
            rangeWords(each.predicted),
            percent(each.withoutStudy),
          ])}
      />
    </figure>
  );
}

function day({ studyDay }: Forecast): string {
  return date(studyDay, { day: 'numeric', month: 'short' });
}
