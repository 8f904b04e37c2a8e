import type { ForecastDay } from '../../domain/study/today/today.ts';
import { Part } from '../kit/page/part.tsx';
import { about, count, longDate } from '../kit/text/format.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

/** The arithmetic of charts is not among what the first card waits for. */
const WeekBars = comesLater(async () => (await import('./week-bars.tsx')).WeekBars);
const HEIGHT_REM = 6.4;

/** The coming week in minutes, drawn and in words. */
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
      <Part meanwhile={<div style={{ height: `${HEIGHT_REM}rem` }} />}>
        <WeekBars days={days} heightRem={HEIGHT_REM} />
      </Part>
      <ol className="hidden-text">
        {days.map((day) => (
          <li key={day.studyDay}>{inWords(day)}</li>
        ))}
      </ol>
    </section>
  );
}

function inWords(day: ForecastDay): string {
  const cards = day.reviews + day.new;
  if (cards === 0) return `${longDate(day.studyDay)}: nothing due.`;
  return `${longDate(day.studyDay)}: ${count(cards, 'card')}, ${about(day.minutes)}.`;
}
