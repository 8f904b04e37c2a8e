import { Link } from 'wouter';
import type { Listing } from './use-listing.ts';
import { HelpLink } from '../kit/page/help-link.tsx';

/** What stands where the table would be: nothing yet, nothing found, or still being read. */
export function EmptyList(props: {
  readonly listing: Listing;
  readonly onSearch: (text: string) => void;
}) {
  const { listing } = props;
  if (!listing.found) {
    return (
      <div className="list-empty" aria-busy={listing.problem === undefined}>
        {listing.problem === undefined && <p className="soft">Reading your cards…</p>}
      </div>
    );
  }
  if (listing.text.trim() === '') {
    return (
      <div className="list-empty">
        <h2>No cards yet</h2>
        <p className="soft">Every card that you add or load is listed here.</p>
        <p className="actions">
          <Link href="/add" className="button-link">
            Add a note
          </Link>
          <Link href="/import" className="button-link">
            Import a file
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="list-empty">
      <h2>Nothing found</h2>
      <p className="soft">
        No {listing.found.mode === 'cards' ? 'card' : 'note'} fits{' '}
        <q>{clipped(listing.text.trim())}</q>. {hintFor(listing.text)}
      </p>
      <p className="actions">
        <button type="button" onClick={() => props.onSearch('')}>
          Show all cards
        </button>
        <HelpLink to="search" about="every search word" />
      </p>
    </div>
  );
}

/** One thing to try, by what the search looks like. */
function hintFor(text: string): string {
  if (/\b(deck|tag|note|card):/.test(text)) return 'A star stands for any letters: deck:neu*';
  if (/\bw:/.test(text)) return 'Without “w:”, parts of words are found too.';
  if (/"/.test(text)) return 'Without the quotes, the words may stand anywhere.';
  if (/\s/.test(text.trim())) return 'Fewer words find more; “or” between them finds either.';
  if (/^is:|\sis:/.test(text)) return 'Another state may have it.';
  return 'Check the spelling, or search for a part of it.';
}

function clipped(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
