import { useMemo, useState } from 'react';
import type { Deck } from '../../../../domain/collection/deck.ts';
import type { ExamOutlook } from '../../../../domain/exam/outlook/outlook.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import { useFirst } from '../../../kit/list/use-first.tsx';
import { phrase } from '../../../kit/text/phrase.ts';
import { sectionsIn } from '../card-groups.ts';
import { type ExamDraft, weightText } from '../exam-draft.ts';
import { PasteWeights } from './paste-weights.tsx';
import { eachOnce, speltAs } from '../../../../domain/text/same-name.ts';
import { shownPath } from '../../../../kernel/path.ts';
import { named } from '../../../../kernel/named.ts';
import { writtenNumber } from '../../../kit/text/written-number.ts';

/** How much a card of each section counts, typed or pasted. */
export function WeightsFields(props: {
  readonly draft: ExamDraft;
  readonly decks: readonly Deck[];
  readonly outlook: ExamOutlook | undefined;
  readonly onChange: (part: Partial<ExamDraft>) => void;
}) {
  const { draft, decks, outlook, onChange } = props;
  const { weights } = draft;
  const [isOpen, setOpen] = useState(false);
  const all = useMemo(
    () =>
      eachOnce([
        ...Object.keys(weights),
        ...sectionsIn(draft, decks),
        ...(outlook?.sections.map(({ section }) => section) ?? []),
      ])
        .filter((section) => section !== '')
        .sort(),
    [weights, draft, decks, outlook],
  );
  const listed = useFirst(
    useMemo(() => [...all].sort(), [all]),
    (n) => plural(n, '# more section'),
  );
  const other = Object.values(weights).filter((text) => writtenNumber(text) !== 1).length;
  const known = useMemo(() => speltAs(decks.flatMap(({ sections }) => sections)), [decks]);
  return (
    <details className="fold" onToggle={(event) => event.currentTarget.open && setOpen(true)}>
      <summary>
        {phrase`Weights by section${(
          <span className="soft">
            {other === 0
              ? t`: all cards count alike`
              : plural(other, ': # section counts differently', ': # sections count differently')}
          </span>
        )}`}
      </summary>
      {/* Drawn when it is first looked at: a field a section is much. */}
      {isOpen && (
        <div className="form">
          <p className="soft small">{t`A card of a section that counts 2 is worth two cards; 0 is left out of the score.`}</p>
          {all.length > 0 && (
            <div className="weights">
              {listed.first.map((section) => (
                <label key={section} className="weight-row">
                  <span>{named(shownPath(section))}</span>
                  <input
                    className="number"
                    inputMode="decimal"
                    aria-label={t`Weight of ${section}`}
                    value={weightText(weights, section)}
                    onChange={(event) =>
                      onChange({ weights: { ...weights, [section]: event.target.value } })
                    }
                  />
                </label>
              ))}
            </div>
          )}
          {listed.more}
          <PasteWeights
            sections={all.length > 0 ? eachOnce([...all, ...known]) : known}
            onWeights={(pasted) => onChange({ weights: { ...weights, ...pasted } })}
          />
        </div>
      )}
    </details>
  );
}
