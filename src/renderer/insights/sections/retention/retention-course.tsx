import { useState } from 'react';
import type { Retention } from '../../../../domain/statistics/figures/retention.ts';
import type { StatisticsPeriod, TimeGrain } from '../../../../domain/statistics/period.ts';
import type { StudyDay } from '../../../../kernel/study-day.ts';
import { t } from '../../../../kernel/texts.ts';
import { date, shortDate } from '../../../kit/text/format.ts';
import { dayAndMonth, weekdayDate } from '../../../kit/text/day-words.ts';
import { answeredTerm } from '../../cards-behind.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { Ways } from '../../page-part.tsx';
import { retentionInWords } from '../../words/retention-words.ts';
import type { Open } from '../open.ts';
import { RetentionLine } from './retention-line.tsx';
import { SHARE_COLUMNS, shareCells, shareInWords } from './retention-shares.ts';

const GRAINS: Readonly<Record<TimeGrain, string>> = {
  day: t`By day`,
  week: t`By week`,
  month: t`By month`,
  year: t`By year`,
};

const AGES = { all: t`All`, young: t`Young`, mature: t`Mature` } as const;
type Age = keyof typeof AGES;

const FIRST_GRAIN: Readonly<Record<StatisticsPeriod, TimeGrain>> = {
  week: 'day',
  month: 'day',
  quarter: 'week',
  year: 'week',
  all: 'month',
};

/** How the share that is recalled went, by day, week, month or year. */
export function RetentionCourse(props: {
  readonly retention: Retention;
  readonly period: StatisticsPeriod;
  readonly today: StudyDay;
  readonly open: Open;
}) {
  const { retention, period, today, open } = props;
  const [grain, setGrain] = useState<TimeGrain>(FIRST_GRAIN[period]);
  const [age, setAge] = useState<Age>('all');
  const course = retention.course[grain];
  return (
    <InsightPicture
      title={t`True retention, over time`}
      sentence={retentionInWords(retention)}
      table={{
        about: t`true retention over time`,
        columns: [{ name: t`From` }, { name: t`To` }, ...SHARE_COLUMNS],
        rows: course.map((each) => [shortDate(each.from), shortDate(each.to), ...shareCells(each)]),
      }}
    >
      <div className="insights-ways-row" data-unsaved>
        <Ways name={t`How finely`} ways={GRAINS} way={grain} onWay={setGrain} />
        <Ways name={t`Which cards`} ways={AGES} way={age} onWay={setAge} />
      </div>
      <RetentionLine
        words={t`How much was recalled, over time, with 90 % intervals.`}
        name={t`True retention over time`}
        shares={course.map((each) => each[age])}
        desired={retention.desired}
        axis={(index) => axisWords(course[index]?.from ?? today, grain)}
        reading={(index) => {
          const each = course[index];
          if (!each) return '';
          return `${spanName(each, grain)}: ${shareInWords(each[age])}`;
        }}
        caption={t`Each card’s first review of a day. Lines up and down: where the true share lies in nine of ten cases.`}
        onOpen={(index, isOther) => {
          const each = course[index];
          if (each) open(answeredTerm(each, today))?.(isOther);
        }}
      />
    </InsightPicture>
  );
}

function axisWords(day: StudyDay, grain: TimeGrain): string {
  if (grain === 'year') return date(day, { year: 'numeric' });
  if (grain === 'month') return date(day, { month: 'short', year: 'numeric' });
  return dayAndMonth(day);
}

function spanName(span: { readonly from: StudyDay }, grain: TimeGrain): string {
  if (grain === 'day') return weekdayDate(span.from);
  const name = axisWords(span.from, grain);
  return grain === 'week' ? t`Week from ${name}` : name;
}
