import { BandAxis, gutterFor, Levels } from '../axes.tsx';
import type { Room } from '../chart.tsx';
import { amounts, type Bands, bandsBetween, roundLevels, type Scale } from '../scales.ts';
import { stepPath } from '../svg-paths.ts';
import type { Tone } from '../tones.ts';
import {
  BandChart,
  type BandChartProps,
  type BandFrame,
  heightsIn,
  type WithinFrame,
} from './band-chart.tsx';

/** One amount a band; several stand on top of each other. */
export interface BarSeries {
  readonly name: string;
  readonly tone: Tone;
  readonly values: readonly number[];
}

/** A place among the bands that is named: the median, today. */
export interface BarMark {
  /** In bands from the left edge of the first. */
  readonly at: number;
  readonly words: string;
}

export interface BarChartProps extends BandChartProps {
  readonly series: readonly BarSeries[];
  /** Drawn as a stepped line over the bars. */
  readonly line?: { readonly name: string; readonly values: readonly (number | undefined)[] };
  readonly marks?: readonly BarMark[];
  /** An amount in few words, at the left. */
  readonly level: (value: number) => string;
  readonly isWhole?: boolean;
  /** How wide a bar's place is at most. */
  readonly bandRem?: number;
}

/** Bars side by side: amounts by day, month, hour, or how many lie within each step. */
export function BarChart(props: BarChartProps) {
  const { series, line } = props;
  const count = series[0]?.values.length ?? 0;
  const keys = [
    ...(series.length > 1 || line ? series.map(({ name, tone }) => ({ name, tone })) : []),
    ...(line ? [{ name: line.name, tone: 'strong', shape: 'line' } as const] : []),
  ];
  return (
    <BandChart
      asked={props}
      count={count}
      keys={keys}
      frameOf={(room) => frameOf(props, count, room)}
      draw={(within) => <Drawing {...props} {...within} />}
    />
  );
}

interface Frame extends BandFrame {
  readonly levels: readonly number[];
}

function frameOf(props: BarChartProps, count: number, room: Room): Frame {
  const { series, line, isWhole = true } = props;
  let most = 0;
  for (let index = 0; index < count; index++) {
    const sum = series.reduce((total, { values }) => total + (values[index] ?? 0), 0);
    most = Math.max(most, sum, line?.values[index] ?? 0);
  }
  const levels = roundLevels(most, isWhole);
  const left = gutterFor(levels.map(props.level), room);
  const { top, base } = heightsIn(room);
  const right = Math.min(room.width, left + count * (props.bandRem ?? 5) * room.rem);
  return {
    bands: bandsBetween(count, left, right),
    y: amounts(levels.at(-1) ?? 1, base, top),
    levels,
    left,
    top,
    base,
  };
}

function Drawing(props: BarChartProps & WithinFrame<Frame>) {
  const { series, line, marks = [], frame, room, at } = props;
  const { bands, y, levels, left, top, base } = frame;
  const steps = line && stepPath(line.values, bands, y);
  return (
    <>
      <Levels
        at={levels.slice(1).map((value) => ({ value, words: props.level(value) }))}
        y={y}
        left={left}
        right={room.width}
      />
      {at !== undefined && (
        <rect
          className="chart-at"
          x={bands.edge(at)}
          width={bands.step}
          y={top}
          height={base - top}
        />
      )}
      {Array.from({ length: bands.count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bands stand in fixed places
        <Stack key={index} series={series} index={index} bands={bands} y={y} />
      ))}
      <BandAxis bands={bands} base={base} room={room} wordsOf={props.axis} />
      {steps !== undefined && (
        <>
          <path className="chart-step-edge" d={steps} />
          <path className="chart-step" d={steps} />
        </>
      )}
      {at === undefined && <Marks marks={marks} bands={bands} top={top} base={base} room={room} />}
    </>
  );
}

function Stack(props: {
  readonly series: readonly BarSeries[];
  readonly index: number;
  readonly bands: Bands;
  readonly y: Scale;
}) {
  const { series, index, bands, y } = props;
  let below = 0;
  return series.map(({ name, tone, values }) => {
    const value = values[index] ?? 0;
    if (value <= 0) return null;
    const from = y(below);
    below += value;
    // What is there is seen, however little it is.
    const height = Math.max(1, from - y(below));
    return (
      <rect
        key={name}
        className={`tone-${tone}`}
        x={bands.bar(index)}
        width={bands.barWidth}
        y={from - height}
        height={height}
      />
    );
  });
}

/** Named places, each name on its own side where two would cover each other. */
function Marks(props: {
  readonly marks: readonly BarMark[];
  readonly bands: Bands;
  readonly top: number;
  readonly base: number;
  readonly room: Room;
}) {
  const { marks, bands, top, base, room } = props;
  const gap = 0.7 * room.rem;
  const placed = marks.map(({ at, words }) => {
    const x = bands.edge(Math.min(bands.count, Math.max(0, at)));
    const length = words.length * 0.55 * room.rem;
    return { x, words, length, from: Math.max(0, x - length / 2) };
  });
  // Pushed on by the one before, then back from the drawing's end.
  let free = 0;
  for (const each of placed) {
    each.from = Math.max(free, each.from);
    free = each.from + each.length + gap;
  }
  let end = room.width;
  for (const each of [...placed].reverse()) {
    each.from = Math.min(each.from, end - each.length);
    end = each.from - gap;
  }
  return placed.map(({ x, words, from }) => {
    return (
      <g key={words}>
        <line className="chart-mark" x1={x} x2={x} y1={top - 2} y2={base} />
        <text className="chart-label" x={from} y={top - 0.45 * room.rem}>
          {words}
        </text>
      </g>
    );
  });
}
