import type { PlannedDay } from '../../../domain/exam/outlook/outlook.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { shortMinutes } from '../../kit/text/format.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { phrase } from '../../kit/text/phrase.ts';
import { comingDaysInWords, isRest, runsOfDays, shortDay } from './coming-days-words.ts';
import { DayBars, bandsOf } from './day-bars.tsx';
import { Chart } from '../../kit/chart/chart.tsx';
import { ChartReading } from '../../kit/chart/reading.tsx';

/** What the plan asks of each day until the exam, against the minutes that the day has. */
export function ComingDays({ days }: { readonly days: readonly PlannedDay[] }) {
  if (days.length === 0) return null;
  const risky = days.filter((day) => day.isAtRisk);
  const hasOff = days.some(isRest);
  const words = (day: PlannedDay): string =>
    `${shortDay(day.studyDay)}: ${isRest(day) ? t`day off` : shortMinutes(day.minutes)}`;
  return (
    <Chart
      words={comingDaysInWords(days)}
      heightRem={11}
      values={{
        count: days.length,
        name: t`Minutes of each coming day`,
        words: (index) => words(days[index] as PlannedDay),
        find: (x, _y, room) => bandsOf(days, room).at(x),
        first: 0,
      }}
      draw={(room, at) => (
        <>
          <DayBars days={days} room={room} />
          {at !== undefined && (
            <ChartReading
              x={bandsOf(days, room).middle(at)}
              top={1.4 * room.rem}
              base={room.height - 1.6 * room.rem}
              words={words(days[at] as PlannedDay)}
              room={room}
            />
          )}
        </>
      )}
    >
      <figcaption className="small soft">
        {phrase`Bars: what the plan asks for. Line: the minutes there are for it. Dotted: what the ordinary dates would ask for.${hasOff && t` Hatched: days off.`}`}
      </figcaption>
      {risky.length > 0 && (
        <p className="days-at-risk small">
          {phrase`${<span aria-hidden="true">▲ </span>}${plural(risky.length, 'A day at risk: ', 'Days at risk: ')}${runsOfDays(risky)}. The ordinary dates ask for more than ${plural(risky.length, 'that day has', 'those days have')}.`}
        </p>
      )}
      <ChartTable
        about={t`the coming days`}
        head={[
          t`Day`,
          t`Planned`,
          t`Minutes there are`,
          t`By ordinary dates`,
          t`New cards`,
          t`Risk`,
        ]}
        rows={days.map((day) => [
          shortDay(day.studyDay),
          shortMinutes(day.minutes),
          isRest(day) ? t`day off` : shortMinutes(day.budgetMinutes),
          shortMinutes(day.ordinaryMinutes),
          thousands(Math.round(day.newCards)),
          day.isAtRisk ? t`at risk` : '–',
        ])}
      />
    </Chart>
  );
}
