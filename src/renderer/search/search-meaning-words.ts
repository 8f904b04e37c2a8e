import type { FoundRows } from '../../domain/library/library.ts';
import { count } from '../kit/text/format.ts';

/** A longer explanation is cut: a search for hundreds of ids would be read out to its end. */
const MOST_SAID = 240;

/** 'Cards that are due now: 134', 'All cards: 2,000, of 1,200 notes'. */
export function meaningOf({
  found,
  isFirst,
}: {
  readonly found: FoundRows | undefined;
  /** The first screenful, read before there is an index. */
  readonly isFirst: boolean;
}): string {
  if (isFirst) {
    if (!found) return 'The library is being indexed…';
    const size = count(found.total, found.mode === 'cards' ? 'card' : 'note');
    return `The newest of ${size}. All others are being indexed…`;
  }
  if (!found) return '';
  const meaning = clipped(found.explanation.replace(/\.$/, ''));
  if (found.mode === 'cards') {
    const cards = found.cards.toLocaleString('en');
    return found.notes === found.cards || found.cards === 0
      ? `${meaning}: ${cards}`
      : `${meaning}: ${cards}, of ${count(found.notes, 'note')}`;
  }
  return `${meaning}: ${count(found.notes, 'note')} with ${count(found.cards, 'card')}`;
}

function clipped(text: string): string {
  return text.length <= MOST_SAID ? text : `${text.slice(0, MOST_SAID)}…`;
}
