import type { Forecast } from '../../../domain/exam/outlook/forecast.ts';
import { t } from '../../../kernel/texts.ts';
import { percent } from '../../kit/text/format.ts';
import { rangeWords } from '../../kit/text/recall-words.ts';
import { dayAndMonth } from '../../kit/text/day-words.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { Chart, type Room } from '../../kit/chart/chart.tsx';
import { bandPath, linePath } from '../../kit/chart/svg-paths.ts';
import { along, recalls } from '../../kit/chart/scales.ts';
import { trackStart } from '../../kit/chart/range-track.tsx';

/** What was predicted day by day: how the study so far has changed it. */
export function ForecastLine({ forecasts }: { readonly forecasts: readonly Forecast[] }) {
  const first = forecasts[0];
  const last = forecasts.at(-1);
  if (!first || !last || first === last) return null;
  return (
    <Chart
      words={t`Predicted recall went from ${percent(first.predicted.expected)} on ${day(first)} to ${percent(last.predicted.expected)} on ${day(last)}.`}
      heightRem={6.5}
      draw={(room) => <Line forecasts={forecasts} first={first} last={last} room={room} />}
    >
      <ChartTable
        about={t`predictions so far`}
        head={[t`Day`, t`Predicted`, t`Range`, t`Without study`]}
        rows={[...forecasts]
          .reverse()
          .map((each) => [
            day(each),
            percent(each.predicted.expected),
            rangeWords(each.predicted),
            percent(each.withoutStudy),
          ])}
      />
    </Chart>
  );
}

function Line(props: {
  readonly forecasts: readonly Forecast[];
  readonly first: Forecast;
  readonly last: Forecast;
  readonly room: Room;
}) {
  const { forecasts, first, last } = props;
  const { width, height, rem } = props.room;
  const left = 3.4 * rem;
  const right = width - 3.4 * rem;
  const { place: x } = along([first.studyDay, last.studyDay], [left, right]);
  const floor = trackStart(forecasts.map(({ predicted }) => predicted.low));
  const y = recalls(floor, height - 1.5 * rem - 8, 8);
  const band = forecasts.map(({ studyDay, predicted }) => {
    return { x: x(studyDay), high: y(predicted.high), low: y(predicted.low) };
  });
  const line = forecasts.map(
    ({ studyDay, predicted }) => [x(studyDay), y(predicted.expected)] as const,
  );
  return (
    <>
      <path className="forecast-band" d={bandPath(band)} />
      <path className="chart-line" d={linePath(line)} />
      <text
        className="chart-text"
        x={left - 8}
        y={y(first.predicted.expected) + 4}
        textAnchor="end"
      >
        {percent(first.predicted.expected)}
      </text>
      <circle className="chart-end" cx={right} cy={y(last.predicted.expected)} r="4" />
      <text className="chart-label" x={right + 10} y={y(last.predicted.expected) + 4}>
        {percent(last.predicted.expected)}
      </text>
      <text className="chart-text" x={left} y={height - 4}>
        {day(first)}
      </text>
      <text className="chart-text" x={right} y={height - 4} textAnchor="end">
        {day(last)}
      </text>
    </>
  );
}

function day({ studyDay }: Forecast): string {
  return dayAndMonth(studyDay);
}
