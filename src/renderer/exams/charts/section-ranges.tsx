import type { SectionOutlook } from '../../../domain/exam/outlook/outlook.ts';
import { count, percent } from '../../kit/text/format.ts';
import { listed, rangeWords } from '../../kit/text/recall-words.ts';
import { ChartTable } from '../../kit/chart/chart-table.tsx';
import { RangeTrack, trackStart } from './range-track.tsx';
import { shownPath } from '../../../kernel/path.ts';
import { named } from '../../../kernel/named.ts';

/** More are in the table alone: a page of lines is no picture. */
const MOST_DRAWN = 12;

/** Predicted recall of each section as a range, the one that needs most first. */
export function SectionRanges({ sections }: { readonly sections: readonly SectionOutlook[] }) {
  const worstFirst = [...sections].sort((a, b) => a.predicted.expected - b.predicted.expected);
  const drawn = worstFirst.slice(0, MOST_DRAWN);
  const more = worstFirst.length - drawn.length;
  const from = trackStart(
    drawn.map(({ predicted }) => predicted.low),
    drawn.map(({ withoutStudy }) => withoutStudy),
  );
  const hasTicks = drawn.some(({ withoutStudy }) => withoutStudy >= from);
  return (
    <figure className="chart">
      <div role="img" aria-label={inWords(worstFirst)} className="range-rows">
        {drawn.map(({ section, cards, weight, predicted, withoutStudy }) => (
          <div key={section} className="range-row">
            <span className="range-name">
              {named(nameOf(section))}
              <span className="small soft number">
                {count(cards, 'card')}
                {weight !== 1 && `, counts ${numberText(weight)}×`}
              </span>
            </span>
            <RangeTrack range={predicted} withoutStudy={withoutStudy} from={from} />
            <span className="range-value number">{percent(predicted.expected)}</span>
          </div>
        ))}
        <div className="range-row range-axis small soft number" aria-hidden="true">
          <span className="range-name" />
          <span className="range-ends">
            <span>{percent(from)}</span>
            <span>100 %</span>
          </span>
        </div>
      </div>
      <figcaption className="small soft">
        Dot: expected. Bar: where it will lie in four of five cases.
        {hasTicks && ' Tick: without study.'}
        {more > 0 && ` ${count(more, 'more section')} in the table.`}
      </figcaption>
      <ChartTable
        about="predicted recall by section"
        head={[
          'Section',
          'Predicted',
          'Range',
          'Without study',
          'Cards',
          'Never studied',
          'Counts',
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
    </figure>
  );
}

function inWords(worstFirst: readonly SectionOutlook[]): string {
  const parts = worstFirst.map(
    ({ section, predicted }) =>
      `${named(nameOf(section))} ${percent(predicted.expected)} (${rangeWords(predicted)})`,
  );
  return `Predicted recall by section: ${listed(parts, 6)}.`;
}

function nameOf(section: string): string {
  return section === '' ? 'No section' : shownPath(section);
}

function numberText(value: number): string {
  return String(Math.round(value * 100) / 100);
}
