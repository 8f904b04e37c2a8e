import type { ForecastDay } from '../../domain/study/today/today.ts';
import { t } from '../../kernel/texts.ts';
import { Chart, type Room } from '../kit/chart/chart.tsx';
import { amounts, bandsBetween } from '../kit/chart/scales.ts';
import { date, longDate, shortMinutes } from '../kit/text/format.ts';

/** The drawing of a week that begins today, `heightRem` high: a bar a day, labelled where it stands. */
export function WeekBars(props: {
  readonly days: readonly ForecastDay[];
  readonly heightRem: number;
}) {
  const { days, heightRem } = props;
  return (
    <Chart
      words={heaviestInWords(days)}
      heightRem={heightRem}
      draw={(room) => <Bars days={days} room={room} />}
    />
  );
}

function Bars({ days, room }: { readonly days: readonly ForecastDay[]; readonly room: Room }) {
  const { width, height, rem } = room;
  const base = height - 1.6 * rem;
  const bands = bandsBetween(days.length, 0, width);
  const y = amounts(Math.max(...days.map((day) => day.minutes)), base, 1.4 * rem);
  return (
    <>
      <line className="chart-grid" x1={0} x2={width} y1={base} y2={base} />
      {days.map((day, index) => (
        <g key={day.studyDay}>
          <rect
            className={index === 0 ? 'chart-bar chart-bar-next' : 'chart-bar'}
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
            {index === 0 ? t`Today` : date(day.studyDay, { weekday: 'short' })}
          </text>
        </g>
      ))}
    </>
  );
}

function heaviestInWords(days: readonly ForecastDay[]): string {
  const [heaviest] = [...days].sort((a, b) => b.minutes - a.minutes);
  if (!heaviest) return t`The week from today.`;
  return t`Minutes a day in the week from today, at most ${shortMinutes(heaviest.minutes)}, on ${longDate(heaviest.studyDay)}.`;
}
