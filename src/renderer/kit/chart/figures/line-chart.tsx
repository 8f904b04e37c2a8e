import { BandAxis, gutterFor, Levels } from '../axes.tsx';
import type { Room } from '../chart.tsx';
import { along, type Bands, bandsBetween, type Scale } from '../scales.ts';
import { bandPath, linePath } from '../svg-paths.ts';
import type { Tone } from '../tones.ts';
import {
  BandChart,
  type BandChartProps,
  type BandFrame,
  heightsIn,
  type WithinFrame,
} from './band-chart.tsx';

/** A value a band, where there is one; with `range`, where it may truly lie. */
export interface LineSeries {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly (number | undefined)[];
  readonly range?: readonly ({ readonly low: number; readonly high: number } | undefined)[];
  readonly shape?: 'line' | 'area' | 'dashes';
}

export interface LineChartProps extends BandChartProps {
  readonly lines: readonly LineSeries[];
  /** Values with a line across and their words, the lowest first: the drawing ends at both ends. */
  readonly levels: readonly { readonly value: number; readonly words: string }[];
  /** One value that is aimed at, as a line across. */
  readonly aim?: { readonly value: number; readonly words: string } | undefined;
}

/** Values over time: lines, what lies below one, and how sure each value is. */
export function LineChart(props: LineChartProps) {
  const { lines } = props;
  const count = lines[0]?.values.length ?? 0;
  const names = lines.map(({ name, tone, shape }) => ({
    name,
    tone,
    shape: shape === 'dashes' ? ('dashes' as const) : ('line' as const),
  }));
  const aim = props.aim && ({ name: props.aim.words, tone: 'accent', shape: 'dashes' } as const);
  return (
    <BandChart
      asked={props}
      count={count}
      keys={[...(lines.length > 1 ? names : []), ...(aim ? [aim] : [])]}
      frameOf={(room) => frameOf(props, count, room)}
      draw={(within) => <Drawing {...props} {...within} />}
    />
  );
}

function frameOf({ levels }: LineChartProps, count: number, room: Room): BandFrame {
  const left = gutterFor(
    levels.map(({ words }) => words),
    room,
  );
  const { top, base } = heightsIn(room);
  const { place: y } = along([levels[0]?.value ?? 0, levels.at(-1)?.value ?? 1], [base, top]);
  return { bands: bandsBetween(count, left, room.width), y, left, top, base };
}

function Drawing(props: LineChartProps & WithinFrame<BandFrame>) {
  const { lines, levels, aim, frame, room, at } = props;
  const { bands, y, left, base } = frame;
  return (
    <>
      <Levels at={levels} y={y} left={left} right={room.width} />
      <BandAxis bands={bands} base={base} room={room} wordsOf={props.axis} />
      {aim && (
        <line className="chart-aim" x1={left} x2={room.width} y1={y(aim.value)} y2={y(aim.value)} />
      )}
      {lines.map((line) => (
        <Line key={line.name} line={line} bands={bands} y={y} base={base} at={at} />
      ))}
    </>
  );
}

/** Narrower than this, whiskers of neighbours are one grey wall: a band is drawn instead. */
const WHISKER_STEP = 9;

function Line(props: {
  readonly line: LineSeries;
  readonly bands: Bands;
  readonly y: Scale;
  readonly base: number;
  readonly at: number | undefined;
}) {
  const { line, bands, y, base, at } = props;
  const { tone, values, range } = line;
  const hasWhiskers = range !== undefined && bands.step >= WHISKER_STEP;
  const stretches = stretchesOf(values);
  return (
    <g>
      {stretches.map((stretch) => {
        const points = stretch.map((index) => {
          return [bands.middle(index), y(values[index] as number)] as const;
        });
        const key = stretch[0];
        return (
          <g key={key}>
            {line.shape === 'area' && (
              <path
                className={`chart-area tone-${tone}`}
                d={bandPath(points.map(([x, high]) => ({ x, high, low: base })))}
              />
            )}
            {range && !hasWhiskers && (
              <path
                className="chart-band"
                d={bandPath(
                  stretch.flatMap((index) => {
                    const each = range[index];
                    const x = bands.middle(index);
                    return each ? [{ x, high: y(each.high), low: y(each.low) }] : [];
                  }),
                )}
              />
            )}
            <path
              className={`chart-line line-${hasWhiskers ? 'pale' : tone} line-${line.shape ?? 'line'}`}
              d={linePath(points)}
            />
          </g>
        );
      })}
      {values.map((value, index) => {
        if (value === undefined) return null;
        const each = range?.[index];
        const x = bands.middle(index);
        const isAlone = values[index - 1] === undefined && values[index + 1] === undefined;
        if (!hasWhiskers && !isAlone && index !== at) return null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: values stand in fixed places
          <g key={index}>
            {each && hasWhiskers && (
              <line className="chart-whisker" x1={x} x2={x} y1={y(each.low)} y2={y(each.high)} />
            )}
            <circle className={`chart-dot tone-${tone}`} cx={x} cy={y(value)} r={3.5} />
          </g>
        );
      })}
    </g>
  );
}

/** Runs of neighbours that all have a value, by their places. */
function stretchesOf(values: readonly (number | undefined)[]): readonly (readonly number[])[] {
  const stretches: number[][] = [];
  values.forEach((value, index) => {
    if (value === undefined) return;
    if (index === 0 || values[index - 1] === undefined) stretches.push([]);
    stretches.at(-1)?.push(index);
  });
  return stretches;
}
