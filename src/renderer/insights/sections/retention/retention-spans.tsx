import type { Retention, RetentionSpan } from '../../../../domain/statistics/figures/retention.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { percentOfAll } from '../../../kit/text/format.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { outOfHundred } from '../../words/share-words.ts';
import { ShareRows } from '../share-rows.tsx';
import { lowest, SHARE_COLUMNS, shareCells } from './retention-shares.ts';

const SPANS: Readonly<Record<RetentionSpan, string>> = {
  today: t`Today`,
  yesterday: t`Yesterday`,
  week: t`7 days`,
  month: t`30 days`,
  quarter: t`90 days`,
  year: t`A year`,
  all: t`All time`,
};

/** Today, yesterday, the last week and so on, each with its share. */
export function RetentionSpans({ retention }: { readonly retention: Retention }) {
  const { table, desired, inPeriod } = retention;
  const shown = table.filter(({ all }) => all.of > 0);
  const from = lowest(
    shown.map(({ all }) => all),
    desired,
  );
  const { young, mature } = inPeriod;
  const byAge =
    young.of > 0 && mature.of > 0
      ? t`Of young cards ${outOfHundred(young)} were recalled, of mature ones ${outOfHundred(mature)}.`
      : young.of > 0
        ? t`All reviews of this time were of young cards.`
        : t`All reviews of this time were of mature cards.`;
  return (
    <InsightPicture
      title={t`True retention, by stretch of time`}
      sentence={byAge}
      table={{
        about: t`true retention by stretch of time`,
        columns: [{ name: t`Time` }, ...SHARE_COLUMNS],
        rows: table.map((each) => [SPANS[each.span], ...shareCells(each)]),
      }}
    >
      <ShareRows
        words={t`How much was recalled, by stretch of time.`}
        from={from}
        rows={shown.map(({ span, all }) => ({
          key: span,
          name: SPANS[span],
          note: plural(all.of, '# review'),
          value: all.share ?? 0,
          range: all,
          tick: desired,
          said: percentOfAll(all.share ?? 0),
        }))}
        caption={t`Dot: recalled. Bar: 90 % interval. Tick: asked for.`}
      />
    </InsightPicture>
  );
}
