import type { ForecastDay } from '../../domain/study/today.ts';
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
      <ol className="week-days">
        {days.map((day) => (
          <li key={day.studyDay}>
            <span className="hidden-text">{inWords(day)}</span>
            <span aria-hidden="true" className="week-bar">
              <span style={{ height: `${Math.round((day.minutes / most) * 100)}%` }} />
            </span>
            <span aria-hidden="true" className="small number">
              {shortMinutes(day.minutes)}
            </span>
            <span aria-hidden="true" className="small soft">
              {date(day.studyDay, { weekday: 'short' })}
            </span>
          </li>
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
