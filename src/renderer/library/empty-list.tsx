import { Link } from 'wouter';
import { t } from '../../kernel/texts.ts';
import { phrase } from '../kit/text/phrase.ts';
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
        {listing.problem === undefined && <p className="soft">{t`Reading your cards…`}</p>}
      </div>
    );
  }
  if (listing.text.trim() === '') {
    return (
      <div className="list-empty">
        <h2>{t`No cards yet`}</h2>
        <p className="soft">{t`Every card that you add or load is listed here.`}</p>
        <p className="actions">
          <Link href="/add" className="button-link">{t`Add a note`}</Link>
          <Link href="/import" className="button-link">{t`Import a file`}</Link>
        </p>
      </div>
    );
  }
  return (
    <div className="list-empty">
      <h2>{t`Nothing found`}</h2>
      <p className="soft">
        {phrase`No ${listing.found.mode === 'cards' ? t`card` : t`note`} fits ${<q>{clipped(listing.text.trim())}</q>}. ${hintFor(listing.text)}`}
      </p>
      <p className="actions">
        <button type="button" onClick={() => props.onSearch('')}>{t`Show all cards`}</button>
        <HelpLink to="search" about={t`every search word`} />
      </p>
    </div>
  );
}

/** One thing to try, by what the search looks like. */
function hintFor(text: string): string {
  if (/\b(deck|tag|note|card):/.test(text)) return t`A star stands for any letters: deck:neu*`;
  if (/\bw:/.test(text)) return t`Without “w:”, parts of words are found too.`;
  if (/"/.test(text)) return t`Without the quotes, the words may stand anywhere.`;
  if (/\s/.test(text.trim())) return t`Fewer words find more; “or” between them finds either.`;
  if (/^is:|\sis:/.test(text)) return t`Another state may have it.`;
  return t`Check the spelling, or search for a part of it.`;
}

function clipped(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 80)}…`;
}
