import type { RetentionCurve, RetentionPoint } from '../../../domain/workload/retention-curve.ts';
import { t, thousands } from '../../../kernel/texts.ts';
import { BandAxis, gutterFor, Levels } from '../../kit/chart/axes.tsx';
import { Chart, type Room } from '../../kit/chart/chart.tsx';
import { ChartKey } from '../../kit/chart/chart-key.tsx';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { ChartReading } from '../../kit/chart/reading.tsx';
import {
  along,
  type Bands,
  bandsBetween,
  roundLevels,
  type Scale,
} from '../../kit/chart/scales.ts';
import { linePath } from '../../kit/chart/svg-paths.ts';
import { shortMinutes } from '../../kit/text/format.ts';
import { pointInWords } from './cost-words.ts';

interface RetentionChartProps {
  readonly curve: RetentionCurve;
  /** In percent. */
  readonly present: number;
  readonly chosen: number;
  readonly onChoose: (percent: number) => void;
}

/** Minutes a day, and cards known after a year, by desired retention: two lines over one axis. */
export function RetentionChart(props: RetentionChartProps) {
  const { curve, present, chosen, onChoose } = props;
  const { points, suggestion } = curve;
  const chosenAt = points.findIndex(({ percent }) => percent === chosen);
  const noted = (percent: number): string => {
    const notes = [
      ...(percent === present ? ['now'] : []),
      ...(percent === suggestion.percent ? ['suggested'] : []),
    ];
    return notes.length > 0 ? ` (${notes.join(', ')})` : '';
  };
  return (
    <Chart
      words={t`Minutes a day, and cards known a year from now, by desired retention.`}
      heightRem={19}
      draw={(room, at) => <Drawing {...props} room={room} at={at} />}
      values={{
        count: points.length,
        name: t`Desired retention, from low to high`,
        words: (index) => {
          const point = points[index];
          return point ? pointInWords(point) + noted(point.percent) : '';
        },
        find: (x, _y, room) => frameOf(curve, room).bands.at(x),
        first: Math.max(0, chosenAt),
        onOpen: (index) => {
          const point = points[index];
          if (point) onChoose(point.percent);
        },
        onOpenWords: t`Enter puts it in the field above.`,
      }}
    >
      <ChartKey
        items={
          present === suggestion.percent
            ? [{ name: t`now, and suggested`, tone: 'accent', shape: 'dot' }]
            : [
                { name: 'now', tone: 'strong', shape: 'dot' },
                { name: 'suggested', tone: 'accent', shape: 'dot' },
              ]
        }
      >{t`Choose a point to put it in the field.`}</ChartKey>
      <ChartTable
        about={t`what each desired retention costs`}
        head={[t`Desired retention`, t`Minutes a day`, t`Cards known`]}
        rows={points
          .toReversed()
          .map(({ percent, minutesPerDay, known }) => [
            `${percent} %${noted(percent)}`,
            shortMinutes(minutesPerDay),
            thousands(Math.round(known)),
          ])}
      />
    </Chart>
  );
}

interface Panel {
  readonly top: number;
  readonly base: number;
  readonly y: Scale;
  readonly levels: readonly { readonly value: number; readonly words: string }[];
}

/** The two drawings one above the other, and what they have in common. */
function frameOf(
  { points }: RetentionCurve,
  room: Room,
): { readonly bands: Bands; readonly left: number; readonly time: Panel; readonly known: Panel } {
  const { rem } = room;
  const times = roundLevels(Math.max(...points.map(minutesOf))).map((value) => ({
    value,
    words: value === 0 ? '0' : t`${thousands(value)} min`,
  }));
  // Not from nothing: what tells one retention from another would be a flat line.
  const cards = roundLevels(
    Math.max(...points.map(knownOf)),
    true,
    Math.min(...points.map(knownOf)),
  ).map((value) => ({ value, words: thousands(value) }));
  const left = gutterFor(
    [...times, ...cards].map(({ words }) => words),
    room,
  );
  const base = room.height - 1.7 * rem;
  const middle = 1.9 * rem + (base - 1.9 * rem) / 2;
  return {
    bands: bandsBetween(points.length, left, room.width),
    left,
    time: panel(3.2 * rem, middle - 0.6 * rem, times),
    known: panel(middle + 1.8 * rem, base, cards),
  };
}

function panel(top: number, base: number, levels: Panel['levels']): Panel {
  const { place: y } = along([levels[0]?.value ?? 0, levels.at(-1)?.value ?? 1], [base, top]);
  return { top, base, y, levels };
}

function Drawing(
  props: RetentionChartProps & { readonly room: Room; readonly at: number | undefined },
) {
  const { curve, present, room, at } = props;
  const { points, suggestion } = curve;
  const { bands, left, time, known } = frameOf(curve, room);
  const looked = at === undefined ? undefined : points[at];
  const marks = [
    { percent: present, line: 'chart-mark', dot: 'tone-strong' },
    { percent: suggestion.percent, line: 'chart-aim', dot: 'tone-accent' },
  ];
  return (
    <>
      {marks.map(({ percent, line }) => {
        const index = points.findIndex((point) => point.percent === percent);
        if (index < 0) return null;
        const x = bands.middle(index);
        return <line key={line} className={line} x1={x} x2={x} y1={time.top} y2={known.base} />;
      })}
      <Curve
        name={t`Minutes a day`}
        {...{ points, bands, left, room, marks }}
        {...time}
        of={minutesOf}
      />
      <Curve
        name={t`Cards known after a year`}
        {...{ points, bands, left, room, marks }}
        {...known}
        of={knownOf}
      />
      <BandAxis
        bands={bands}
        base={known.base}
        room={room}
        wordsOf={(index) => (index % 5 === 0 ? `${points[index]?.percent} %` : undefined)}
      />
      {at !== undefined && looked && (
        <ChartReading
          x={bands.middle(at)}
          top={1.4 * room.rem}
          base={known.base}
          words={pointInWords(looked)}
          room={room}
        />
      )}
    </>
  );
}

const minutesOf = ({ minutesPerDay }: RetentionPoint): number => minutesPerDay;
const knownOf = ({ known }: RetentionPoint): number => known;

/** One of the two lines, with its levels, its name and its marked points. */
function Curve(
  props: Panel & {
    readonly name: string;
    readonly points: readonly RetentionPoint[];
    readonly bands: Bands;
    readonly left: number;
    readonly room: Room;
    readonly marks: readonly { readonly percent: number; readonly dot: string }[];
    readonly of: (point: RetentionPoint) => number;
  },
) {
  const { name, points, bands, left, room, marks, of, levels, y, top } = props;
  return (
    <>
      <Levels at={levels} y={y} left={left} right={room.width} />
      <text className="chart-label" x={left} y={top - 0.6 * room.rem}>
        {name}
      </text>
      <path
        className="chart-line"
        d={linePath(points.map((point, index) => [bands.middle(index), y(of(point))]))}
      />
      {points.map((point, index) =>
        marks
          .filter(({ percent }) => percent === point.percent)
          .map(({ dot }) => (
            <circle
              key={dot}
              className={`chart-dot ${dot}`}
              cx={bands.middle(index)}
              cy={y(of(point))}
              r={5}
            />
          )),
      )}
    </>
  );
}
