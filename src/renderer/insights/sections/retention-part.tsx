import { useState } from 'react';
import type {
  Retention,
  RetentionByAge,
  RetentionSpan,
} from '../../../domain/statistics/figures/retention.ts';
import type { Share } from '../../../domain/statistics/figures/share.ts';
import type { StatisticsPeriod, TimeGrain } from '../../../domain/statistics/period.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { LineChart } from '../../kit/chart/figures/line-chart.tsx';
import { ValueRows } from '../../kit/chart/figures/value-rows.tsx';
import { trackStart } from '../../kit/chart/range-track.tsx';
import { count, date, percent, shortDate } from '../../kit/text/format.ts';
import { answeredTerm } from '../cards-behind.ts';
import { InsightPicture } from '../picture/insight-picture.tsx';
import { Fold, Ways } from '../page-part.tsx';
import {
  hourSpan,
  hoursInWords,
  retentionInWords,
  sectionsInWords,
} from '../words/retention-words.ts';
import { areOfSeveralDecks, outOfHundred, sectionTitle } from '../words/share-words.ts';
import type { Open } from './open.ts';

const GRAINS: Readonly<Record<TimeGrain, string>> = {
  day: 'By day',
  week: 'By week',
  month: 'By month',
  year: 'By year',
};
const AGES = { all: 'All', young: 'Young', mature: 'Mature' } as const;
type Age = keyof typeof AGES;

const FIRST_GRAIN: Readonly<Record<StatisticsPeriod, TimeGrain>> = {
  week: 'day',
  month: 'day',
  quarter: 'week',
  year: 'week',
  all: 'month',
};

/** How much of what was learned is recalled when it is asked, against what was wanted. */
export function RetentionPart(props: {
  readonly retention: Retention;
  readonly period: StatisticsPeriod;
  readonly today: StudyDay;
  readonly open: Open;
}) {
  const { retention, period, open } = props;
  return (
    <>
      <CoursePicture key={period} {...props} />
      <SpansPicture retention={retention} />
      {retention.bySection.length > 1 && <SectionsPicture retention={retention} open={open} />}
      <Fold title="By hour of the day">
        <HoursPicture retention={retention} />
      </Fold>
    </>
  );
}

const SHARE_COLUMNS = [
  { name: 'Reviews' },
  { name: 'Recalled', say: percent },
  { name: '90 % interval, from', say: percent },
  { name: 'to', say: percent },
  { name: 'Young', say: percent },
  { name: 'Mature', say: percent },
];

function shareCells({ all, young, mature }: RetentionByAge) {
  const isAny = all.of > 0;
  return [
    all.of,
    all.share,
    isAny ? all.low : undefined,
    isAny ? all.high : undefined,
    young.share,
    mature.share,
  ];
}

/** Intervals of fewer reviews are cut off rather than let flatten all others. */
const ENOUGH_FOR_SCALE = 20;

/** A round share below the intervals that are drawn, so that differences are seen. */
function lowest(shares: readonly Share[], desired: number): number {
  const enough = shares.filter(({ of }) => of >= ENOUGH_FOR_SCALE);
  const some = enough.length > 0 ? enough : shares.filter(({ of }) => of > 0);
  return trackStart([desired - 0.05, ...some.map(({ low }) => low)]);
}

function CoursePicture(props: {
  readonly retention: Retention;
  readonly period: StatisticsPeriod;
  readonly today: StudyDay;
  readonly open: Open;
}) {
  const { retention, period, today, open } = props;
  const [grain, setGrain] = useState<TimeGrain>(FIRST_GRAIN[period]);
  const [age, setAge] = useState<Age>('all');
  const course = retention.course[grain];
  const shares = course.map((each) => each[age]);
  const floor = lowest(shares, retention.desired);
  const middle = Math.round(((1 + floor) / 2) * 100) / 100;
  return (
    <InsightPicture
      title="True retention, over time"
      sentence={retentionInWords(retention)}
      table={{
        about: 'true retention over time',
        columns: [{ name: 'From' }, { name: 'To' }, ...SHARE_COLUMNS],
        rows: course.map((each) => [shortDate(each.from), shortDate(each.to), ...shareCells(each)]),
      }}
    >
      <div className="insights-ways-row" data-unsaved>
        <Ways name="How finely" ways={GRAINS} way={grain} onWay={setGrain} />
        <Ways name="Which cards" ways={AGES} way={age} onWay={setAge} />
      </div>
      <LineChart
        words="How much was recalled, over time, with 90 % intervals."
        name="True retention over time"
        lines={[
          {
            name: 'recalled',
            tone: 'strong',
            values: shares.map(({ share }) => share),
            range: shares.map((share) => (share.of > 0 ? share : undefined)),
          },
        ]}
        levels={[floor, middle, 1].map((value) => ({ value, words: percent(value) }))}
        aim={{
          value: retention.desired,
          words: `${percent(retention.desired)} asked for`,
        }}
        axis={(index) => axisWords(course[index]?.from ?? today, grain)}
        reading={(index) => {
          const each = course[index];
          if (!each) return '';
          return `${spanName(each, grain)}: ${shareInWords(each[age])}`;
        }}
        caption="Each card’s first review of a day. Lines up and down: where the true share lies in nine of ten cases."
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
  return date(day, { day: 'numeric', month: 'short' });
}

function spanName(span: { readonly from: StudyDay }, grain: TimeGrain): string {
  if (grain === 'day') return date(span.from, { weekday: 'short', day: 'numeric', month: 'short' });
  const name = axisWords(span.from, grain);
  return grain === 'week' ? `Week from ${name}` : name;
}

function shareInWords(share: Share): string {
  if (share.of === 0) return 'no reviews';
  return `${percent(share.share ?? 0)} of ${count(share.of, 'review')}`;
}

const SPANS: Readonly<Record<RetentionSpan, string>> = {
  today: 'Today',
  yesterday: 'Yesterday',
  week: '7 days',
  month: '30 days',
  quarter: '90 days',
  year: 'A year',
  all: 'All time',
};

function SpansPicture({ retention }: { readonly retention: Retention }) {
  const { table, desired, inPeriod } = retention;
  const shown = table.filter(({ all }) => all.of > 0);
  const from = lowest(
    shown.map(({ all }) => all),
    desired,
  );
  const { young, mature } = inPeriod;
  const byAge =
    young.of > 0 && mature.of > 0
      ? `Of young cards ${outOfHundred(young)} were recalled, of mature ones ${outOfHundred(mature)}.`
      : `All reviews of this time were of ${young.of > 0 ? 'young' : 'mature'} cards.`;
  return (
    <InsightPicture
      title="True retention, by stretch of time"
      sentence={byAge}
      table={{
        about: 'true retention by stretch of time',
        columns: [{ name: 'Time' }, ...SHARE_COLUMNS],
        rows: table.map((each) => [SPANS[each.span], ...shareCells(each)]),
      }}
    >
      <ValueRows
        words="How much was recalled, by stretch of time."
        shape="dots"
        from={from}
        to={1}
        ends={[percent(from), '100 %']}
        rows={shown.map(({ span, all }) => ({
          key: span,
          name: SPANS[span],
          note: count(all.of, 'review'),
          value: all.share ?? 0,
          range: all,
          tick: desired,
          said: percent(all.share ?? 0),
        }))}
        caption="Dot: recalled. Bar: 90 % interval. Tick: asked for."
      />
    </InsightPicture>
  );
}

function SectionsPicture({
  retention,
  open,
}: {
  readonly retention: Retention;
  readonly open: Open;
}) {
  const { bySection, desired } = retention;
  const hasDecks = areOfSeveralDecks(bySection);
  const worstFirst = [...bySection].sort((a, b) => (a.all.share ?? 0) - (b.all.share ?? 0));
  const from = lowest(
    worstFirst.slice(0, 12).map(({ all }) => all),
    desired,
  );
  return (
    <InsightPicture
      title="True retention, by section"
      sentence={sectionsInWords(retention)}
      table={{
        about: 'true retention by section',
        columns: [{ name: 'Section' }, ...SHARE_COLUMNS],
        rows: worstFirst.map((each) => [sectionTitle(each, hasDecks), ...shareCells(each)]),
      }}
    >
      <ValueRows
        words="How much was recalled, by section, the least first."
        shape="dots"
        from={from}
        to={1}
        ends={[percent(from), '100 %']}
        rows={worstFirst.map((each) => ({
          key: `${each.deckName} ${each.section}`,
          name: sectionTitle(each, hasDecks),
          note: count(each.all.of, 'review'),
          value: each.all.share ?? 0,
          range: each.all,
          tick: desired,
          said: percent(each.all.share ?? 0),
          onOpen: open(each.search),
        }))}
        caption="Dot: recalled. Bar: 90 % interval. Tick: asked for."
      />
    </InsightPicture>
  );
}

function HoursPicture({ retention }: { readonly retention: Retention }) {
  const { byHour, desired } = retention;
  const floor = lowest(
    byHour.map(({ all }) => all),
    desired,
  );
  const middle = Math.round(((1 + floor) / 2) * 100) / 100;
  return (
    <InsightPicture
      title="True retention, by hour of the day"
      sentence={hoursInWords(retention)}
      table={{
        about: 'true retention by hour of the day',
        columns: [
          { name: 'Hour' },
          { name: 'Answers' },
          { name: 'Minutes', say: (value) => value.toFixed(1).replace('.0', '') },
          ...SHARE_COLUMNS,
        ],
        rows: byHour.map((each) => [
          `${each.hour}:00`,
          each.answers,
          each.minutes,
          ...shareCells(each),
        ]),
      }}
    >
      <LineChart
        words="How much was recalled, by hour of the day."
        name="True retention by hour"
        lines={[
          {
            name: 'recalled',
            tone: 'strong',
            values: byHour.map(({ all }) => all.share),
            range: byHour.map(({ all }) => (all.of > 0 ? all : undefined)),
          },
        ]}
        levels={[floor, middle, 1].map((value) => ({ value, words: percent(value) }))}
        aim={{ value: desired, words: `${percent(desired)} asked for` }}
        axis={(index) => `${index}:00`}
        first={0}
        reading={(index) => {
          const each = byHour[index];
          if (!each) return '';
          const span = hourSpan(index).replace('between', 'Between');
          return `${span}: ${shareInWords(each.all)}, ${count(each.answers, 'answer')}`;
        }}
      />
    </InsightPicture>
  );
}
