import type { ForecastDay, TodayView } from '../../domain/study/today/today.ts';
import { Part } from '../kit/page/part.tsx';
import { about, count, longDate } from '../kit/text/format.ts';
import { comesLater } from '../kit/page/comes-later.tsx';

/** The arithmetic of charts is not among what the first card waits for. */
const WeekBars = comesLater(async () => (await import('./week-bars.tsx')).WeekBars);
const HEIGHT_REM = 6.4;

/** The week that begins today in minutes, drawn and in words: of today, what is left (TODAY-12). */
export function WeekStrip(props: {
  readonly view: TodayView;
  /** An exam, a break or a catch-up makes other days of them. */
  readonly isPlanned: boolean;
}) {
  const { view, isPlanned } = props;
  const { forecast } = view;
  if (forecast.every((day) => day.minutes <= 0)) return null;
  const days = [leftToday(view), ...forecast.slice(0, -1)];
  return (
    <section aria-labelledby="week" className="week">
      <h2 id="week" className="soft small">
        The week from today{isPlanned && ', by your ordinary dates'}
      </h2>
      <Part meanwhile={<div style={{ height: `${HEIGHT_REM}rem` }} />}>
        <WeekBars days={days} heightRem={HEIGHT_REM} />
      </Part>
      <ol className="hidden-text">
        {days.map((day, index) => (
          <li key={day.studyDay}>{inWords(day, index === 0)}</li>
        ))}
      </ol>
    </section>
  );
}

function leftToday({ studyDay, total }: TodayView): ForecastDay {
  const { left, minutes } = total;
  return { studyDay, reviews: left.review, new: left.new, learning: left.learning, minutes };
}

function inWords(day: ForecastDay, isToday: boolean): string {
  const cards = day.reviews + day.new + day.learning;
  const name = isToday ? 'Today' : longDate(day.studyDay);
  if (cards === 0) return `${name}: ${isToday ? 'nothing left' : 'nothing due'}.`;
  return `${name}: ${count(cards, 'card')}${isToday ? ' left' : ''}, ${about(day.minutes)}.`;
}
