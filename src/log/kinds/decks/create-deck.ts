import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { madeDeck } from '../../parts/new-deck.ts';
import { deckId as deckIdShape, object, text } from '../../shapes.ts';

export const createDeckKind = defineKind({
  name: 'create-deck',
  version: 1,
  shape: object({ deckId: deckIdShape, name: text, presetId: text }),
  word: t`new deck`,
  about: ({ deckId, name }) => ({ deckIds: [deckId], name }),
  reach: () => ({ allDecks: true }),
  effects({ deckId, name, presetId }, _stamp, rows) {
    const made = madeDeck(deckId, { name, presetId }, rows);
    if (!made.ok) return made;
    const after = made.value;
    return ok({ changes: [{ table: 'decks', key: deckId, before: undefined, after }] });
  },
});
