import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ExamOutlook, Unfitting } from '../../../domain/exam/outlook/outlook.ts';
import type { LibraryRow } from '../../../domain/library/library.ts';
import { printSearch } from '../../../domain/search/print-query.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { inAddress } from '../../kit/text/in-address.ts';
import { begin, END, phrase } from '../../kit/text/phrase.ts';
import { listed } from '../../kit/text/recall-words.ts';
import { Block } from './block.tsx';
import { shownPath } from '../../../kernel/path.ts';
import { named } from '../../../kernel/named.ts';

const MOST_NAMED = 8;
/** A search for more ids than that would be a page of text. */
const MOST_IN_SEARCH = 400;

/** What the exam asks for and study will not give: decks and sections without a card, new cards. */
export function Gaps({ outlook }: { readonly outlook: ExamOutlook }) {
  const { uncovered, unfitting, lostDecks, leeches } = outlook;
  if (uncovered.length + unfitting.cardIds.length + lostDecks + leeches === 0) return null;
  return (
    <Block title={t`What will be missing`}>
      {lostDecks > 0 && (
        <p>
          {phrase`${begin(<strong />)}${plural(lostDecks, '# deck of this exam was deleted', '# decks of this exam were deleted')}${END}, cards and all. Nothing is predicted for what was there; edit the exam to choose other cards.`}
        </p>
      )}
      {leeches > 0 && (
        <p>
          {phrase`${begin(<strong />)}${plural(leeches, '# leech is suspended', '# leeches are suspended')}${END} and will not be asked. The prediction counts leeches as left without study.`}
        </p>
      )}
      {uncovered.length > 0 && (
        <p>
          {phrase`${begin(<strong />)}${plural(uncovered.length, '# section')} without a card:${END} ${listed(
            uncovered.map((section) => `“${named(shownPath(section))}”`),
            6,
          )}. Nothing is predicted there; ${begin(<Link href="/add" />)}write some cards${END}, or learn it elsewhere.`}
        </p>
      )}
      {unfitting.cardIds.length > 0 && <LeftOver unfitting={unfitting} />}
    </Block>
  );
}

function LeftOver({ unfitting: { cardIds, sections } }: { readonly unfitting: Unfitting }) {
  const engine = useEngine();
  const [rows, setRows] = useState<readonly LibraryRow[]>();
  const [isOpen, setOpen] = useState(false);
  const shown = printSearch({ kind: 'ids', of: 'card', ids: cardIds.slice(0, MOST_NAMED) });
  const search = printSearch({ kind: 'ids', of: 'card', ids: cardIds.slice(0, MOST_IN_SEARCH) });
  const href = `/library?search=${inAddress(search)}`;

  // Named once they are wanted, and anew where the plan leaves out others.
  useEffect(() => {
    if (!isOpen) return;
    let isGone = false;
    const sort = { column: 'added', descending: false } as const;
    void engine.ask('find', { text: shown, mode: 'cards', sort }).then(async (found) => {
      if (isGone || !found.ok) return;
      const { token } = found.value;
      const read = await engine.ask('rows', { token, from: 0, to: MOST_NAMED });
      if (!isGone && read.ok) setRows(read.value);
    });
    return () => {
      isGone = true;
    };
  }, [engine, isOpen, shown]);

  return (
    <>
      <p>
        {phrase`${begin(<strong />)}${plural(cardIds.length, '# new card')} will not fit${END}${
          sections.length > 0 &&
          `: ${listed(sections.map((each) => t`${thousands(each.cards)} of ${named(shownPath(each.section)) || t`no section`}`))}`
        }. The plan leaves out the last of the deck; with more minutes, more of it fits. Nothing is suspended.`}
      </p>
      <details className="which-cards" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small soft">{t`Which cards`}</summary>
        <ul className="small">
          {[...new Set(rows?.map(({ sortField }) => sortField))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p className="small">
          <Link href={href}>
            {cardIds.length > MOST_IN_SEARCH
              ? t`The first ${thousands(MOST_IN_SEARCH)} in the library`
              : t`All of them in the library`}
          </Link>
        </p>
      </details>
    </>
  );
}
