import { useState } from 'react';
import type { CurvePoint } from '../../../domain/exam/outlook/outlook.ts';
import { t } from '../../../kernel/texts.ts';
import { usePixels } from '../../kit/hooks/use-pixels.ts';
import { percent } from '../../kit/text/format.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { Levels, recallLevels } from '../../kit/chart/axes.tsx';
import { Chart, type Room } from '../../kit/chart/chart.tsx';
import { linePath } from '../../kit/chart/svg-paths.ts';
import { along, recalls } from '../../kit/chart/scales.ts';
import { phrase } from '../../kit/text/phrase.ts';
import { minutesText, recallAt } from './curve-reading.ts';
import { trackStart } from '../../kit/chart/range-track.tsx';

/** Room beside the drawing for its words, in rem; the slider below it keeps to the same places. */
const LEFT = 3.4;
const RIGHT = 0.8;

/** Minutes a day against predicted recall, with the person's own point on it and any other to try. */
export function MinutesCurve(props: {
  readonly curve: readonly CurvePoint[];
  readonly minutesADay: number;
  readonly expected: number;
  /** Takes other minutes over; absent where they are not being chosen. */
  readonly onMinutes?: ((minutes: number) => void) | undefined;
}) {
  const { curve, minutesADay, expected, onMinutes } = props;
  const rem = usePixels(1);
  const [tried, setTried] = useState<number>();
  const [pointed, setPointed] = useState<number>();
  const most = curve.at(-1)?.minutesADay ?? 0;
  const own = Math.round(minutesADay);
  const shown = Math.min(pointed ?? tried ?? own, Math.ceil(most));
  const left = LEFT * rem;
  const right = RIGHT * rem;
  return (
    <Chart
      words={inWords(curve, minutesADay, expected)}
      heightRem={14}
      onPoint={(at, room) =>
        setPointed(at === undefined ? undefined : Math.round(minutesScale(most, room).value(at)))
      }
      draw={(room) => (
        <Drawing
          curve={curve}
          own={{ minutesADay, recall: expected }}
          tried={shown === own ? undefined : shown}
          room={room}
        />
      )}
    >
      <div className="curve-try">
        <input
          type="range"
          aria-label={t`Other minutes a day, to see what they would give`}
          aria-valuetext={t`${minutesText(shown)} a day: predicted about ${percent(recallAt(curve, shown))}`}
          min={0}
          max={Math.ceil(most)}
          step={1}
          value={shown}
          onChange={(event) => setTried(Number(event.target.value))}
          style={{ marginInlineStart: left - 8, width: `calc(100% - ${left - 8 + right - 8}px)` }}
        />
        <p className="small soft number" aria-hidden="true">
          {shown === own
            ? t`Slide to see what other minutes would give.`
            : phrase`${minutesText(shown)} a day: predicted about ${<strong>{percent(recallAt(curve, shown))}</strong>}`}
        </p>
        {onMinutes && tried !== undefined && tried > 0 && tried !== own && (
          <button
            type="button"
            className="small"
            onClick={() => onMinutes(tried)}
          >{t`Take ${minutesText(tried)} a day`}</button>
        )}
      </div>
      <ChartTable
        about={t`minutes a day and predicted recall`}
        head={[t`Minutes a day`, t`Predicted recall`]}
        rows={curve.map((point) => [
          point.minutesADay === minutesADay
            ? t`${minutesText(point.minutesADay)} (as set)`
            : minutesText(point.minutesADay),
          percent(point.recall),
        ])}
      />
    </Chart>
  );
}

function minutesScale(most: number, { width, rem }: Room) {
  return along([0, most], [LEFT * rem, width - RIGHT * rem]);
}

function Drawing(props: {
  readonly curve: readonly CurvePoint[];
  readonly own: CurvePoint;
  readonly tried: number | undefined;
  readonly room: Room;
}) {
  const { curve, own, tried, room } = props;
  const { width, height, rem } = room;
  const left = LEFT * rem;
  const base = height - 1.8 * rem;
  const most = curve.at(-1)?.minutesADay ?? 0;
  const floor = trackStart(curve.map(({ recall }) => recall));
  const middle = Math.round((floor + 1) * 50) / 100;
  const x = minutesScale(most, room).place;
  const y = recalls(floor, base, 1.5 * rem);
  const [ownX, ownY] = [x(own.minutesADay), y(own.recall)];
  return (
    <>
      <Levels at={recallLevels([1, middle, floor])} y={y} left={left} right={width} />
      <text className="chart-text" x={left} y={height - 4}>
        0
      </text>
      <text className="chart-text" x={width} y={height - 4} textAnchor="end">
        {t`${minutesText(most)} a day`}
      </text>
      <path
        className="chart-line"
        d={linePath(curve.map((point) => [x(point.minutesADay), y(point.recall)]))}
      />
      {tried !== undefined && (
        <g>
          <line
            className="curve-reading"
            x1={x(tried)}
            x2={x(tried)}
            y1={y(recallAt(curve, tried))}
            y2={base}
          />
          <circle className="chart-open" cx={x(tried)} cy={y(recallAt(curve, tried))} r="5" />
        </g>
      )}
      <circle className="chart-next" cx={ownX} cy={ownY} r="6" />
      <text
        className="chart-label"
        // The curve rises: it is never above left of a point of its own, nor below right of it.
        {...(ownX - left > 7 * rem
          ? { x: ownX, y: Math.max(0.9 * rem, ownY - 0.8 * rem), textAnchor: 'end' }
          : {
              x: ownX + 0.7 * rem,
              y: Math.min(base - 0.3 * rem, ownY + 1.1 * rem),
              textAnchor: 'start',
            })}
      >
        {minutesText(own.minutesADay)}: {percent(own.recall)}
      </text>
    </>
  );
}

function inWords(curve: readonly CurvePoint[], own: number, expected: number): string {
  const last = curve.at(-1);
  const first = curve[0];
  return t`Minutes a day against predicted recall: ${percent(first?.recall ?? 0)} without study, ${percent(expected)} with ${minutesText(own)} a day as set, ${percent(last?.recall ?? 0)} with ${minutesText(last?.minutesADay ?? 0)}.`;
}
