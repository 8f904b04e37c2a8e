import type { FoundRows } from '../../domain/library/library.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';

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
    if (!found) return t`The library is being indexed…`;
    const { total } = found;
    const size = found.mode === 'cards' ? plural(total, '# card') : plural(total, '# note');
    return t`The newest of ${size}. All others are being indexed…`;
  }
  if (!found) return '';
  const meaning = clipped(found.explanation.replace(/\.$/, ''));
  if (found.mode === 'cards') {
    const cards = thousands(found.cards);
    return found.notes === found.cards || found.cards === 0
      ? `${meaning}: ${cards}`
      : t`${meaning}: ${cards}, of ${plural(found.notes, '# note')}`;
  }
  return t`${meaning}: ${plural(found.notes, '# note')} with ${plural(found.cards, '# card')}`;
}

function clipped(text: string): string {
  return text.length <= MOST_SAID ? text : `${text.slice(0, MOST_SAID)}…`;
}
