import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { ExamOutlook, Unfitting } from '../../../domain/exam/outlook/outlook.ts';
import type { LibraryRow } from '../../../domain/library/library.ts';
import { printSearch } from '../../../domain/search/print-query.ts';
import { useEngine } from '../../engine.tsx';
import { count } from '../../kit/text/format.ts';
import { inAddress } from '../../kit/text/in-address.ts';
import { listed } from '../../kit/text/recall-words.ts';
import { thousands } from '../../kit/text/number-words.ts';
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
    <Block title="What will be missing">
      {lostDecks > 0 && (
        <p>
          <strong>{count(lostDecks, 'deck')} that this exam was about</strong>{' '}
          {lostDecks === 1 ? 'is' : 'are'} deleted, cards and all. Nothing is predicted for{' '}
          {lostDecks === 1 ? 'it' : 'them'}; edit the exam to choose other cards.
        </p>
      )}
      {leeches > 0 && (
        <p>
          <strong>{count(leeches, 'leech', 'leeches')}</strong> {leeches === 1 ? 'is' : 'are'}{' '}
          suspended and will not be asked. The prediction counts {leeches === 1 ? 'it' : 'them'} as
          left without study.
        </p>
      )}
      {uncovered.length > 0 && (
        <p>
          <strong>{count(uncovered.length, 'section')} without a card:</strong>{' '}
          {listed(
            uncovered.map((section) => `“${named(shownPath(section))}”`),
            6,
          )}
          . Nothing is predicted for {uncovered.length === 1 ? 'it' : 'them'};{' '}
          <Link href="/add">write some cards</Link>, or learn it elsewhere.
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
        <strong>{count(cardIds.length, 'new card')} will not fit</strong>
        {sections.length > 0 &&
          `: ${listed(sections.map((each) => `${thousands(each.cards)} of ${named(shownPath(each.section)) || 'no section'}`))}`}
        . The plan leaves out the last of the deck; more minutes would bring{' '}
        {cardIds.length === 1 ? 'it' : 'them'} in. Nothing is suspended.
      </p>
      <details className="which-cards" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="small soft">Which cards</summary>
        <ul className="small">
          {[...new Set(rows?.map(({ sortField }) => sortField))].map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
        <p className="small">
          <Link href={href}>
            {cardIds.length > MOST_IN_SEARCH
              ? `The first ${thousands(MOST_IN_SEARCH)} in the library`
              : 'All of them in the library'}
          </Link>
        </p>
      </details>
    </>
  );
}
