import type { ForecastDay } from '../../domain/study/today.ts';
import { Chart, type Room } from '../kit/chart/chart.tsx';
import { amounts, dayBands } from '../kit/chart/scales.ts';
import { about, count, date, longDate, shortMinutes } from '../kit/text/format.ts';

/** The coming week in minutes: a bar a day, each labelled where it stands. */
export function WeekStrip(props: {
  readonly days: readonly ForecastDay[];
  /** An exam, a break or a catch-up makes other days of them. */
  readonly isPlanned: boolean;
}) {
  const { days, isPlanned } = props;
  const most = Math.max(...days.map((day) => day.minutes));
  if (most <= 0) return null;
  return (
    <section aria-labelledby="week" className="week">
      <h2 id="week" className="soft small">
        The coming week{isPlanned && ', by your ordinary dates'}
      </h2>
      <Chart
        words={heaviestInWords(days)}
        heightRem={6.4}
        draw={(room) => <Bars days={days} room={room} />}
      />
      <ol className="hidden-text">
        {days.map((day) => (
          <li key={day.studyDay}>{inWords(day)}</li>
        ))}
      </ol>
    </section>
  );
}

function Bars({ days, room }: { readonly days: readonly ForecastDay[]; readonly room: Room }) {
  const { width, height, rem } = room;
  const base = height - 1.6 * rem;
  const bands = dayBands(days.length, 0, width);
  const y = amounts(Math.max(...days.map((day) => day.minutes)), base, 1.4 * rem);
  return (
    <>
      <line className="chart-grid" x1={0} x2={width} y1={base} y2={base} />
      {days.map((day, index) => (
        <g key={day.studyDay}>
          <rect
            className="chart-bar"
            x={bands.bar(index)}
            width={bands.barWidth}
            y={Math.min(base - 1, y(day.minutes))}
            height={Math.max(1, base - y(day.minutes))}
          />
          <text
            className="chart-text week-amount"
            x={bands.middle(index)}
            y={y(day.minutes) - 0.4 * rem}
            textAnchor="middle"
          >
            {shortMinutes(day.minutes)}
          </text>
          <text
            className="chart-text"
            x={bands.middle(index)}
            y={base + 1.2 * rem}
            textAnchor="middle"
          >
            {date(day.studyDay, { weekday: 'short' })}
          </text>
        </g>
      ))}
    </>
  );
}

function heaviestInWords(days: readonly ForecastDay[]): string {
  const [heaviest] = [...days].sort((a, b) => b.minutes - a.minutes);
  if (!heaviest) return 'The coming week.';
  return `Minutes a day in the coming week, at most ${shortMinutes(heaviest.minutes)}, on ${longDate(heaviest.studyDay)}.`;
}

function inWords(day: ForecastDay): string {
  const cards = day.reviews + day.new;
  if (cards === 0) return `${longDate(day.studyDay)}: nothing due.`;
  return `${longDate(day.studyDay)}: ${count(cards, 'card')}, ${about(day.minutes)}.`;
}
