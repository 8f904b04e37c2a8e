import type { Retention } from '../../../../domain/statistics/figures/retention.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { percentOfAll } from '../../../kit/text/format.ts';
import { InsightPicture } from '../../picture/insight-picture.tsx';
import { sectionsInWords } from '../../words/retention-words.ts';
import { areOfSeveralDecks, sectionTitle } from '../../words/share-words.ts';
import type { Open } from '../open.ts';
import { sectionRow } from '../section-row.ts';
import { ShareRows } from '../share-rows.tsx';
import { lowest, SHARE_COLUMNS, shareCells } from './retention-shares.ts';

/** The share that is recalled of each section, the least first. */
export function RetentionSections({
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
      title={t`True retention, by section`}
      sentence={sectionsInWords(retention)}
      table={{
        about: t`true retention by section`,
        columns: [{ name: t`Section` }, ...SHARE_COLUMNS],
        rows: worstFirst.map((each) => [sectionTitle(each, hasDecks), ...shareCells(each)]),
      }}
    >
      <ShareRows
        words={t`How much was recalled, by section, the least first.`}
        from={from}
        rows={worstFirst.map((each) => ({
          ...sectionRow(each, hasDecks, open),
          note: plural(each.all.of, '# review'),
          value: each.all.share ?? 0,
          range: each.all,
          tick: desired,
          said: percentOfAll(each.all.share ?? 0),
        }))}
        caption={t`Dot: recalled. Bar: 90 % interval. Tick: asked for.`}
      />
    </InsightPicture>
  );
}
