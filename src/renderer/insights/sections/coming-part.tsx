import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Coming, ComingDay } from '../../../domain/statistics/figures/coming.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { t, thousands } from '../../../kernel/texts.ts';
import { BarChart } from '../../kit/chart/figures/bar-chart.tsx';
import { shortDate, shortMinutes } from '../../kit/text/format.ts';
import { dayAndMonth, weekdayDate } from '../../kit/text/day-words.ts';
import { BACKLOG_TERM, dueTerm } from '../cards-behind.ts';
import { OpenButton } from '../../kit/chart/figures/value-rows.tsx';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { Ways } from '../page-part.tsx';
import { backlogInWords, comingInWords, oneMoreInWords } from '../words/coming-words.ts';
import type { Open } from './open.ts';

const SPANS = { '30': t`30 days`, '90': t`90 days`, '365': t`A year` } as const;
type SpanName = keyof typeof SPANS;

/** Minutes of the coming days, of the cards there are and of new ones; what waits; what one more costs. */
export function ComingPart(props: {
  readonly coming: Coming;
  readonly today: StudyDay;
  readonly open: Open;
  /** Where other study options are tried out. */
  readonly simulator: string;
}) {
  const { coming, today, open } = props;
  const { backlog } = coming;
  const [span, setSpan] = useState<SpanName>('30');
  const length = Number(span) as 30 | 90 | 365;
  const stretches = useMemo(
    () => stretchesOf(coming.days.slice(0, length), length === 365 ? 7 : 1),
    [coming, length],
  );
  // An empty picture would say no more than the sentence.
  const isAny = coming.days.some(({ withNew }) => withNew.minutes > 0);
  const showBacklog = open(BACKLOG_TERM);
  return (
    <>
      <InsightPicture
        title={length === 365 ? t`Minutes a day, by week` : t`Minutes a day`}
        sentence={comingInWords(coming, length)}
        table={{
          about: t`what the coming days ask for`,
          columns: [
            { name: length === 365 ? t`Week from` : t`Day` },
            { name: t`Minutes`, say: shortMinutes },
            { name: t`Without new cards`, say: shortMinutes },
            { name: t`Reviews`, say: whole },
            { name: t`New cards`, say: whole },
            { name: t`Scheduled by now`, say: whole },
          ],
          rows: stretches.map((each) => [
            shortDate(each.from),
            each.withNew,
            each.withoutNew,
            each.reviews,
            each.newCards,
            each.scheduled,
          ]),
        }}
      >
        {isAny && (
          <>
            <Ways name={t`How far ahead`} ways={SPANS} way={span} onWay={setSpan} />
            <BarChart
              words={t`Minutes a day for the coming ${SPANS[span]}.`}
              name={t`Minutes of each coming day`}
              series={[
                {
                  name: t`cards you have begun`,
                  tone: 'plain',
                  values: stretches.map(({ withNew, withoutNew }) => Math.min(withNew, withoutNew)),
                },
                {
                  name: t`new cards and what they bring`,
                  tone: 'accent',
                  values: stretches.map(({ withNew, withoutNew }) =>
                    Math.max(0, withNew - withoutNew),
                  ),
                },
              ]}
              axis={(index) => axisWords(stretches[index]?.from ?? today, today)}
              level={(value) => shortMinutes(value).replace('–', '0')}
              reading={(index) => inWords(stretches[index] as Stretch, today, length === 365)}
              first={0}
              onOpen={(index, isOther) => {
                open(dueTerm(stretches[index] as Stretch, today))?.(isOther);
              }}
            />
          </>
        )}
      </InsightPicture>
      <div className="insights-lines">
        <p>
          {backlogInWords(backlog)}{' '}
          {backlog.cards > 0 && showBacklog && (
            <span data-unsaved>
              <OpenButton onOpen={showBacklog}>{t`Show them`}</OpenButton>
            </span>
          )}
        </p>
        <p>{oneMoreInWords(coming)}</p>
        <p data-unsaved>
          <Link href={props.simulator}>{t`Try other limits, retention or days off`}</Link>
        </p>
      </div>
    </>
  );
}

/** A day, or the days of a week together: means of a day. */
interface Stretch {
  readonly from: StudyDay;
  readonly to: StudyDay;
  readonly withNew: number;
  readonly withoutNew: number;
  readonly reviews: number;
  readonly newCards: number;
  readonly scheduled: number;
}

function stretchesOf(days: readonly ComingDay[], length: number): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (let start = 0; start < days.length; start += length) {
    const some = days.slice(start, start + length);
    const first = some[0];
    const last = some.at(-1);
    if (!first || !last) continue;
    const mean = (of: (day: ComingDay) => number): number =>
      some.reduce((sum, day) => sum + of(day), 0) / some.length;
    stretches.push({
      from: first.studyDay,
      to: last.studyDay,
      withNew: mean((day) => day.withNew.minutes),
      withoutNew: mean((day) => day.withoutNew.minutes),
      reviews: mean((day) => day.withNew.reviews),
      newCards: mean((day) => day.withNew.newCards),
      scheduled: mean((day) => day.scheduled),
    });
  }
  return stretches;
}

function axisWords(day: StudyDay, today: StudyDay): string {
  return day === today ? 'today' : dayAndMonth(day);
}

function inWords(each: Stretch, today: StudyDay, isWeek: boolean): string {
  const day = each.from === today && !isWeek ? t`Today` : weekdayDate(each.from);
  const name = isWeek ? t`Week from ${dayAndMonth(each.from)}` : day;
  return t`${name}: ${shortMinutes(each.withNew).replace('–', 'nothing')}${isWeek ? t` a day` : ''}, ${shortMinutes(each.withoutNew).replace('–', 'nothing')} without new`;
}

function whole(value: number): string {
  return thousands(Math.round(value));
}
