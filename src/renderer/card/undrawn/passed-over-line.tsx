import { Link } from 'wouter';
import { type CardId, noteIdOf } from '../../../kernel/ids.ts';
import { searchOf } from './undrawn-notice.tsx';
import { count } from '../../kit/text/format.ts';

/** That cards are passed over, and where they are. */
export function PassedOverLine({ cardIds }: { readonly cardIds: readonly CardId[] | undefined }) {
  if (!cardIds) return null;
  const notes = [...new Set(cardIds.map(noteIdOf))];
  return (
    <p className="small soft" role="status">
      {count(cardIds.length, 'card')} could not be drawn and {cardIds.length === 1 ? 'is' : 'are'}{' '}
      passed over. <Link href={searchOf(notes)}>Show in the library</Link>
    </p>
  );
}
