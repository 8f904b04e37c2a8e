import { Suspense } from 'react';
import { type CardId, noteIdOf } from '../../../kernel/ids.ts';
import { plural } from '../../../kernel/texts.ts';
import './undrawn-card.css';
import { comesLater } from '../../kit/page/comes-later.tsx';

const UndrawnLink = comesLater(async () => (await import('./undrawn-link.tsx')).UndrawnLink);

/** That cards are passed over, and where they are. */
export function PassedOverLine({ cardIds }: { readonly cardIds: readonly CardId[] | undefined }) {
  if (!cardIds) return null;
  const notes = [...new Set(cardIds.map(noteIdOf))];
  return (
    <p className="passed-over small soft" role="status">
      {plural(
        cardIds.length,
        '# card could not be drawn and is passed over. ',
        '# cards could not be drawn and are passed over. ',
      )}
      <Suspense>
        <UndrawnLink noteIds={notes} />
      </Suspense>
    </p>
  );
}
