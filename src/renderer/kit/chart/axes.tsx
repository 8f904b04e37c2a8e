import type { StudyDay } from '../../../kernel/study-day.ts';
import { date, percent } from '../text/format.ts';
import type { Room } from './chart.tsx';
import { type Bands, datedDays, placedWords, type Scale } from './scales.ts';

/** Lines across at some values, each with its words at the left. */
export function Levels(props: {
  readonly at: readonly { readonly value: number; readonly words: string }[];
  readonly y: Scale;
  readonly left: number;
  readonly right: number;
}) {
  const { y, left, right } = props;
  return props.at.map(({ value, words }) => (
    <g key={value}>
      <line className="chart-grid" x1={left} x2={right} y1={y(value)} y2={y(value)} />
      <text className="chart-text" x={left - 8} y={y(value) + 4} textAnchor="end">
        {words}
      </text>
    </g>
  ));
}

/** Levels of recall. */
export function recallLevels(
  recalls: readonly number[],
): readonly { readonly value: number; readonly words: string }[] {
  return recalls.map((value) => ({ value, words: percent(value) }));
}

/** The line that bars of days stand on, with dates below those that have room for one. */
export function DayAxis(props: {
  readonly days: readonly { readonly studyDay: StudyDay }[];
  readonly bands: Bands;
  readonly base: number;
  readonly room: Room;
  /** The first day is named so, where it is not a date: 'today'. */
  readonly first?: string;
}) {
  const { days, bands, base, room } = props;
  const wordsOf = (index: number): string =>
    date(days[index]?.studyDay ?? 0, { day: 'numeric', month: 'short' });
  const first = props.first ?? wordsOf(0);
  return (
    <>
      <line className="chart-grid" x1={bands.edge(0)} x2={room.width} y1={base} y2={base} />
      {datedDays(bands, room.rem, first).map((index) => {
        const isFirst = index === 0;
        return (
          <text
            key={index}
            className="chart-text"
            x={isFirst ? bands.edge(0) : bands.middle(index)}
            y={base + 1.2 * room.rem}
            textAnchor={isFirst ? 'start' : 'middle'}
          >
            {isFirst ? first : wordsOf(index)}
          </text>
        );
      })}
    </>
  );
}

/** The line that bands stand on, with words below as many as have room for them. */
export function BandAxis(props: {
  readonly bands: Bands;
  readonly base: number;
  readonly room: Room;
  readonly wordsOf: (index: number) => string | undefined;
}) {
  const { bands, base, room } = props;
  return (
    <>
      <line className="chart-base" x1={bands.edge(0)} x2={room.width} y1={base} y2={base} />
      {placedWords(bands, room, props.wordsOf).map(({ index, words, middle }) => (
        <text
          key={index}
          className="chart-text"
          x={middle}
          y={base + 1.2 * room.rem}
          textAnchor="middle"
        >
          {words}
        </text>
      ))}
    </>
  );
}

/** How much room words need at the left of a drawing. */
export function gutterFor(words: readonly string[], { rem }: Room): number {
  return Math.max(0, ...words.map((each) => each.length)) * 0.58 * rem + 8;
}

/** Fills `hatchFill(room)`: for what is no amount, such as days off. */
export function Hatch({ room }: { readonly room: Room }) {
  return (
    <defs>
      <pattern id={room.id} width="6" height="6" patternUnits="userSpaceOnUse">
        <path className="chart-hatch" d="M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2" />
      </pattern>
    </defs>
  );
}

export function hatchFill({ id }: Room): string {
  return `url(#${id})`;
}
