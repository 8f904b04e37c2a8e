import { useState } from 'react';
import type { Calendar, CalendarDay } from '../../../domain/statistics/figures/calendar.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { ChartKey } from '../../kit/chart/chart-key.tsx';
import { YearChart, type YearDay } from '../../kit/chart/figures/year-chart.tsx';
import { date, longDate, shortDate, shortMinutes, tenths } from '../../kit/text/format.ts';
import { answeredTerm, reviewsDueTerm } from '../cards-behind.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { calendarInWords } from '../words/calendar-words.ts';
import type { Open } from './open.ts';

const WEEKS = 53;
/** So many of them lie ahead, at first. */
const AHEAD = 13;
/** How far the year is moved at once. */
const HALF_A_YEAR = 26;

/** A year of days as squares: what was answered, and from today on what is due. */
export function CalendarPart(props: {
  readonly calendar: Calendar;
  readonly today: StudyDay;
  readonly open: Open;
}) {
  const { calendar, today, open } = props;
  const [moved, setMoved] = useState(0);
  const first = mondayOf(today) - 7 * (WEEKS - AHEAD) + 7 * moved;
  const shown = daysOf(calendar, first, first + 7 * WEEKS - 1);
  const [manyAnswers, manyDue] = [
    manyOf(calendar.days.map(({ answers }) => answers)),
    manyOf(calendar.days.map(({ due }) => due)),
  ];
  const squares = shown.map((day, index): YearDay => {
    const isAhead = day.studyDay > today;
    return {
      isAhead,
      depth: isAhead ? depthOf(day.due, manyDue) : depthOf(day.answers, manyAnswers),
      month: monthAt(day.studyDay, index),
    };
  });
  const at = today - first;
  // An empty picture would say no more than the sentence.
  const isAny = calendar.days.some(({ answers, due }) => answers > 0 || due > 0);
  return (
    <InsightPicture
      title={t`Answers by day, and what is due`}
      sentence={calendarInWords(calendar)}
      table={{
        about: t`answers and due cards by day`,
        columns: [
          { name: t`Day` },
          { name: t`Answers` },
          { name: t`Minutes`, say: tenths },
          { name: t`New` },
          { name: t`Learning` },
          { name: t`Young` },
          { name: t`Mature` },
          { name: t`Due` },
        ],
        rows: calendar.days
          .filter(({ answers, due }) => answers > 0 || due > 0)
          .map(({ studyDay, answers, minutes, byKind, due }) => [
            shortDate(studyDay),
            answers,
            minutes,
            byKind.new,
            byKind.learning,
            byKind.young,
            byKind.mature,
            due,
          ]),
      }}
    >
      {isAny && (
        <YearChart
          words={t`A square a day from ${longDate(first)} on: answers until today, then cards that are due.`}
          days={squares}
          today={at >= 0 && at < squares.length ? at : undefined}
          name={t`Days of the year`}
          reading={(index) => dayInWords(shown[index] as CalendarDay, today)}
          onOpen={(index, isOther) => {
            const { studyDay } = shown[index] as CalendarDay;
            const span = { from: studyDay, to: studyDay };
            open(studyDay > today ? reviewsDueTerm(span, today) : answeredTerm(span, today))?.(
              isOther,
            );
          }}
        >
          <div className="calendar-foot">
            <ChartKey
              items={[
                { name: 'answered', tone: 'accent' },
                { name: 'due', tone: 'plain' },
              ]}
            >{t`The stronger, the more.`}</ChartKey>
            <div className="calendar-turn" data-unsaved>
              <button
                type="button"
                className="tool"
                disabled={calendar.from >= first}
                onClick={() => setMoved(moved - HALF_A_YEAR)}
              >{t`Earlier`}</button>
              <button
                type="button"
                className="tool"
                disabled={calendar.to <= first + 7 * WEEKS}
                onClick={() => setMoved(moved + HALF_A_YEAR)}
              >{t`Later`}</button>
            </div>
          </div>
        </YearChart>
      )}
    </InsightPicture>
  );
}

/** Study days count from a Thursday. */
function mondayOf(day: StudyDay): StudyDay {
  return day - ((((day + 3) % 7) + 7) % 7);
}

const NO_KINDS = { new: 0, learning: 0, young: 0, mature: 0 };

/** The days of a stretch, those that nothing is known of empty. */
function daysOf(calendar: Calendar, from: StudyDay, to: StudyDay): readonly CalendarDay[] {
  const start = calendar.days[0]?.studyDay ?? 0;
  return Array.from({ length: to - from + 1 }, (_, index): CalendarDay => {
    const studyDay = from + index;
    const known = calendar.days[studyDay - start];
    return known ?? { studyDay, answers: 0, minutes: 0, byKind: NO_KINDS, due: 0, isKept: false };
  });
}

/** What nine of ten days that have any stay below. */
function manyOf(values: readonly number[]): number {
  const some = values.filter((value) => value > 0).sort((a, b) => a - b);
  return some[Math.floor(some.length * 0.9)] ?? 1;
}

function depthOf(value: number, many: number): YearDay['depth'] {
  if (value <= 0) return 0;
  const share = value / many;
  if (share <= 0.25) return 1;
  if (share <= 0.5) return 2;
  return share <= 0.85 ? 3 : 4;
}

/** A month is named above the first week that begins in it. */
function monthAt(day: StudyDay, index: number): string | undefined {
  if (index % 7 !== 0) return undefined;
  const name = date(day, { month: 'short' });
  // The rest of a month has no room for its name before the next one's.
  if (index === 0) return name === date(day + 14, { month: 'short' }) ? name : undefined;
  return name === date(day - 7, { month: 'short' }) ? undefined : name;
}

function dayInWords(day: CalendarDay, today: StudyDay): string {
  const { studyDay, answers, due, isKept } = day;
  const name =
    studyDay === today
      ? t`Today`
      : date(studyDay, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const off = isKept ? t`, a day off` : '';
  if (studyDay > today) return t`${name}: ${thousands(due)} due${off}`;
  const done =
    answers === 0 ? t`no answers` : `${plural(answers, '# answer')}, ${shortMinutes(day.minutes)}`;
  const open = studyDay === today && due > 0 ? t`, ${thousands(due)} due` : '';
  return `${name}: ${done}${open}${off}`;
}
