import type { ReactNode } from 'react';
import { t } from '../../../../kernel/texts.ts';
import { Chart, type Room } from '../chart.tsx';
import { ChartReading } from '../reading.tsx';
import type { OpenValue } from '../values.tsx';

/** A day as a square. */
export interface YearDay {
  /** 0 none to 4 most. */
  readonly depth: 0 | 1 | 2 | 3 | 4;
  /** What is behind us is filled; what is ahead is drawn in another hue. */
  readonly isAhead: boolean;
  /** Named before its square's column where a month begins. */
  readonly month: string | undefined;
}

export interface YearChartProps {
  readonly words: string;
  /** Whole weeks from a Monday on; the last may be cut off. */
  readonly days: readonly YearDay[];
  readonly today: number | undefined;
  readonly name: string;
  readonly reading: (index: number) => string;
  readonly onOpen?: OpenValue | undefined;
  readonly children?: ReactNode;
}

/** A square this small is neither seen nor hit: the weeks go on in a second row instead. */
const LEAST_SQUARE = 9;
const MOST_SQUARE = 16;

/** Days as squares, a column a week from Monday down, as many rows of weeks as the width asks for. */
export function YearChart(props: YearChartProps) {
  const { days, today } = props;
  const weeks = Math.ceil(days.length / 7);
  return (
    <Chart
      words={props.words}
      heightRem={({ width, rem }) => {
        const layout = layoutOf(weeks, width, rem);
        return layout.height / rem;
      }}
      draw={(room, at) => <Squares {...props} weeks={weeks} room={room} at={at} />}
      values={{
        count: days.length,
        name: props.name,
        words: props.reading,
        find: (x, y, room) => findAt(layoutOf(weeks, room.width, room.rem), days.length, x, y),
        first: today,
        perColumn: 7,
        onOpen: props.onOpen,
      }}
    >
      {props.children}
    </Chart>
  );
}

interface Layout {
  readonly left: number;
  readonly head: number;
  /** From one square to the next. */
  readonly step: number;
  readonly weeksPerRow: number;
  readonly rowHeight: number;
  readonly height: number;
  /** The line above all, for the words of the day that is looked at. */
  readonly line: number;
}

function layoutOf(weeks: number, width: number, rem: number): Layout {
  const left = 2.4 * rem;
  const head = 1.5 * rem;
  let rows = 1;
  while (rows < 4 && (width - left) / Math.ceil(weeks / rows) < LEAST_SQUARE) rows++;
  const weeksPerRow = Math.max(1, Math.ceil(weeks / rows));
  const step = Math.min(MOST_SQUARE, (width - left) / weeksPerRow);
  const rowHeight = head + 7 * step + 0.5 * rem;
  const line = 1.4 * rem;
  return { left, head, step, weeksPerRow, rowHeight, line, height: line + rows * rowHeight };
}

/** The top left of a day's square. */
function placeOf(layout: Layout, index: number): readonly [x: number, y: number] {
  const week = Math.floor(index / 7);
  const row = Math.floor(week / layout.weeksPerRow);
  return [
    layout.left + (week % layout.weeksPerRow) * layout.step,
    layout.line + row * layout.rowHeight + layout.head + (index % 7) * layout.step,
  ];
}

function findAt(layout: Layout, count: number, x: number, y: number): number | undefined {
  const below = y - layout.line;
  const row = Math.floor(below / layout.rowHeight);
  const weekday = Math.floor((below - row * layout.rowHeight - layout.head) / layout.step);
  const week = Math.floor((x - layout.left) / layout.step);
  if (row < 0 || weekday < 0 || weekday > 6 || week < 0 || week >= layout.weeksPerRow) {
    return undefined;
  }
  const index = (row * layout.weeksPerRow + week) * 7 + weekday;
  return index < count ? index : undefined;
}

const WEEKDAYS = [
  [0, t`Mon`],
  [2, t`Wed`],
  [4, t`Fri`],
] as const;

function Squares(
  props: YearChartProps & {
    readonly weeks: number;
    readonly room: Room;
    readonly at: number | undefined;
  },
) {
  const { days, weeks, room, at, today } = props;
  const layout = layoutOf(weeks, room.width, room.rem);
  const { step, weeksPerRow } = layout;
  const size = step - (step > 11 ? 3 : 2);
  const rows = Math.ceil(weeks / weeksPerRow);
  const [atX, atY] = at === undefined ? [0, 0] : placeOf(layout, at);
  return (
    <>
      {Array.from({ length: rows }, (_, row) =>
        WEEKDAYS.map(([weekday, name]) => {
          const [, y] = placeOf(layout, row * weeksPerRow * 7 + weekday);
          return (
            <text
              // biome-ignore lint/suspicious/noArrayIndexKey: rows stand in fixed places
              key={`${row} ${name}`}
              className="chart-text"
              x={0}
              y={y + size / 2 + 0.3 * room.rem}
            >
              {name}
            </text>
          );
        }),
      )}
      <Months days={days} layout={layout} room={room} />
      {days.map((day, index) => {
        const [x, y] = placeOf(layout, index);
        const isToday = index === today;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: days stand in fixed places
            key={index}
            className={[
              day.isAhead ? 'year-ahead' : 'year-past',
              `year-${day.depth}`,
              isToday && 'year-today',
              index === at && 'year-at',
            ]
              .filter(Boolean)
              .join(' ')}
            x={x}
            y={y}
            width={size}
            height={size}
            rx={Math.min(2.5, size / 4)}
          />
        );
      })}
      {at !== undefined && (
        <ChartReading
          x={atX + size / 2}
          top={layout.line}
          base={atY - 1}
          words={props.reading(at)}
          room={room}
        />
      )}
    </>
  );
}

/** The months' names above the weeks in which they begin, as far as they do not touch. */
function Months({
  days,
  layout,
  room,
}: {
  readonly days: readonly YearDay[];
  readonly layout: Layout;
  readonly room: Room;
}) {
  let free = { row: -1, x: 0 };
  return days.map(({ month }, index) => {
    if (month === undefined) return null;
    const week = Math.floor(index / 7);
    const row = Math.floor(week / layout.weeksPerRow);
    const [x] = placeOf(layout, index);
    const length = month.length * 0.55 * room.rem;
    if ((row === free.row && x < free.x) || x + length > room.width) return null;
    free = { row, x: x + length + 0.5 * room.rem };
    const y = layout.line + row * layout.rowHeight + layout.head - 0.5 * room.rem;
    return (
      <text
        // biome-ignore lint/suspicious/noArrayIndexKey: days stand in fixed places
        key={index}
        className="chart-text"
        x={x}
        y={y}
      >
        {month}
      </text>
    );
  });
}
