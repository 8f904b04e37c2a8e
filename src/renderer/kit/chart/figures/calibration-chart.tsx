import { t } from '../../../../kernel/texts.ts';
import { gutterFor, Levels } from '../axes.tsx';
import { Chart, type Room } from '../chart.tsx';
import { ChartReading } from '../reading.tsx';
import { along, type Scale } from '../scales.ts';
import { percent } from '../../text/format.ts';
import type { OpenValue } from '../values.tsx';

/** What was predicted against what came, of one bin. */
export interface CalibrationPoint {
  readonly predicted: number;
  readonly actual: number;
  readonly low: number;
  readonly high: number;
  /** Reviews behind it: its size. */
  readonly weight: number;
}

/** Predicted along, actual up; on the diagonal the predictions come true. */
export function CalibrationChart(props: {
  readonly words: string;
  readonly points: readonly CalibrationPoint[];
  /** The share at which both scales begin. */
  readonly from: number;
  readonly name: string;
  readonly reading: (index: number) => string;
  readonly onOpen?: OpenValue;
}) {
  const { points, from } = props;
  return (
    <Chart
      words={props.words}
      heightRem={({ width, rem }) => Math.min(22, Math.max(14, (0.62 * width) / rem))}
      draw={(room, at) => <Drawing {...props} room={room} at={at} />}
      values={{
        count: points.length,
        name: props.name,
        words: props.reading,
        find: (x, y, room) => nearest(points, frameOf(from, room), x, y),
        onOpen: props.onOpen,
      }}
    >
      <figcaption className="small soft">{t`Up: what was recalled, with its 90 % interval. Along: what was predicted. On the line they are the same. The larger a dot, the more reviews.`}</figcaption>
    </Chart>
  );
}

interface Frame {
  readonly x: Scale;
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
}

function frameOf(from: number, room: Room): Frame {
  const left = gutterFor(['100 %'], room);
  const [top, base, right] = [1.9 * room.rem, room.height - 1.7 * room.rem, room.width - 10];
  return {
    x: along([from, 1], [left, right]).place,
    y: along([from, 1], [base, top]).place,
    left,
    right,
    top,
    base,
  };
}

function nearest(
  points: readonly CalibrationPoint[],
  { x, y }: Frame,
  toX: number,
  toY: number,
): number | undefined {
  let best: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  points.forEach((point, index) => {
    const distance = Math.abs(x(point.predicted) - toX) + 0.2 * Math.abs(y(point.actual) - toY);
    if (distance < least) [best, least] = [index, distance];
  });
  return best;
}

function Drawing(props: {
  readonly points: readonly CalibrationPoint[];
  readonly from: number;
  readonly reading: (index: number) => string;
  readonly room: Room;
  readonly at: number | undefined;
}) {
  const { points, from, room, at } = props;
  const frame = frameOf(from, room);
  const { x, y, left, right, top, base } = frame;
  const ends = [from, (from + 1) / 2, 1];
  const most = Math.max(1, ...points.map(({ weight }) => weight));
  const looked = at === undefined ? undefined : points[at];
  return (
    <>
      <Levels
        at={ends.map((value) => ({ value, words: percent(value) }))}
        y={y}
        left={left}
        right={room.width}
      />
      {ends.map((value, index) => (
        <text
          key={value}
          className="chart-text"
          x={x(value)}
          y={base + 1.2 * room.rem}
          textAnchor={index === 0 ? 'start' : index === 2 ? 'end' : 'middle'}
        >
          {percent(value)}
        </text>
      ))}
      <line className="chart-aim" x1={left} y1={base} x2={right} y2={top} />
      {points.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bins stand in their order
        <g key={index}>
          <line
            className="chart-whisker"
            x1={x(point.predicted)}
            x2={x(point.predicted)}
            y1={y(point.low)}
            y2={y(point.high)}
          />
          <circle
            className={index === at ? 'chart-dot tone-accent' : 'chart-dot tone-strong'}
            cx={x(point.predicted)}
            cy={y(point.actual)}
            r={3 + 5 * Math.sqrt(point.weight / most)}
          />
        </g>
      ))}
      {looked && at !== undefined && (
        <ChartReading
          x={x(looked.predicted)}
          top={top}
          base={y(looked.high)}
          words={props.reading(at)}
          left={left}
          room={room}
        />
      )}
    </>
  );
}
