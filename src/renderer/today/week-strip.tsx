import type { ForecastDay, TodayView } from '../../domain/study/today/today.ts';
import { plural, t } from '../../kernel/texts.ts';
import { Part } from '../kit/page/part.tsx';
import { about, longDate } from '../kit/text/format.ts';
import { comesLater } from '../kit/page/comes-later.tsx';
import { firstPainting } from '../quiet.ts';
import { phrase } from '../kit/text/phrase.ts';

/** With the arithmetic of charts: Today is painted first. */
const WeekBars = comesLater(async () => {
  await firstPainting(document.body);
  return (await import('./week-bars.tsx')).WeekBars;
});
const HEIGHT_REM = 6.4;

/** The week that begins today in minutes, drawn and in words: of today, what is left (TODAY-12). */
export function WeekStrip(props: {
  readonly view: TodayView;
  /** An exam, a break or a catch-up makes other days of some of them. */
  readonly isPlanned: boolean;
}) {
  const { view, isPlanned } = props;
  const { forecast } = view;
  if (forecast.every((day) => day.minutes <= 0)) return null;
  const days = [leftToday(view), ...forecast.slice(0, -1)];
  return (
    <section aria-labelledby="week" className="week">
      <h2 id="week" className="soft small">
        {phrase`The week from today${isPlanned && t`, by your ordinary dates`}`}
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
  const name = isToday ? t`Today` : longDate(day.studyDay);
  if (cards === 0) return `${name}: ${isToday ? t`nothing left` : t`nothing due`}.`;
  return `${name}: ${plural(cards, '# card')}${isToday ? t` left` : ''}, ${about(day.minutes)}.`;
}
