import type { SectionOutlook } from '../../../domain/exam/outlook/outlook.ts';
import { plural, t } from '../../../kernel/texts.ts';
import { percent } from '../../kit/text/format.ts';
import { listed, rangeWords } from '../../kit/text/recall-words.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { MOST_DRAWN, ValueRows } from '../../kit/chart/figures/value-rows.tsx';
import { trackStart } from '../../kit/chart/range-track.tsx';
import { shownPath } from '../../../kernel/path.ts';
import { named } from '../../../kernel/named.ts';

/** Predicted recall of each section as a range, the one that needs most first. */
export function SectionRanges({ sections }: { readonly sections: readonly SectionOutlook[] }) {
  const worstFirst = [...sections].sort((a, b) => a.predicted.expected - b.predicted.expected);
  const drawn = worstFirst.slice(0, MOST_DRAWN);
  const from = trackStart(
    drawn.map(({ predicted }) => predicted.low),
    drawn.map(({ withoutStudy }) => withoutStudy),
  );
  const hasTicks = drawn.some(({ withoutStudy }) => withoutStudy >= from);
  return (
    <ValueRows
      words={inWords(worstFirst)}
      shape="dots"
      from={from}
      to={1}
      ends={[percent(from), '100 %']}
      caption={t`Dot: expected. Bar: where it will lie in four of five cases.${hasTicks ? t` Tick: without study.` : ''}`}
      rows={worstFirst.map(({ section, cards, weight, predicted, withoutStudy }) => ({
        key: section,
        name: named(nameOf(section)),
        note: plural(weight, '{cards}', '{cards}, counts {weight}×', {
          cards: plural(cards, '# card'),
          weight: numberText(weight),
        }),
        value: predicted.expected,
        range: predicted,
        tick: withoutStudy,
        said: percent(predicted.expected),
      }))}
    >
      <ChartTable
        about={t`predicted recall by section`}
        head={[
          t`Section`,
          t`Predicted`,
          t`Range`,
          t`Without study`,
          t`Cards`,
          t`Never studied`,
          t`Counts`,
        ]}
        rows={worstFirst.map((each) => [
          nameOf(each.section),
          percent(each.predicted.expected),
          rangeWords(each.predicted),
          percent(each.withoutStudy),
          each.cards,
          each.unseen,
          `${numberText(each.weight)}×`,
        ])}
      />
    </ValueRows>
  );
}

function inWords(worstFirst: readonly SectionOutlook[]): string {
  const parts = worstFirst.map(
    ({ section, predicted }) =>
      `${named(nameOf(section))} ${percent(predicted.expected)} (${rangeWords(predicted)})`,
  );
  return t`Predicted recall by section: ${listed(parts, 6)}.`;
}

function nameOf(section: string): string {
  return section === '' ? t`No section` : shownPath(section);
}

function numberText(value: number): string {
  return String(Math.round(value * 100) / 100);
}
