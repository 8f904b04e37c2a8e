import type { Deck } from '../../domain/collection/deck.ts';
import type { MenuGroup } from '../kit/menu/menu.tsx';
import type { DeckAsked } from './asked-of-deck.tsx';

/** What can be done to a deck, in the order of the library's tree (DECK-34). */
export function deckMenu(
  { name }: Deck,
  on: {
    readonly ask: (asked: DeckAsked) => void;
    readonly save: () => void;
    readonly export: () => void;
  },
): readonly MenuGroup[] {
  const asks = (label: string, action: DeckAsked['action']) => {
    return { name: label, onChoose: () => on.ask({ action, path: name }) };
  };
  return [
    {
      items: [
        asks('New deck here…', 'new'),
        asks('Rename…', 'rename'),
        asks('Move to…', 'move'),
        asks('Merge into…', 'merge'),
      ],
    },
    { items: [asks('Options…', 'options')] },
    {
      items: [
        { name: 'Save as a text file', onChoose: on.save },
        { name: 'Export…', onChoose: on.export },
      ],
    },
    { items: [{ ...asks('Delete…', 'delete'), isDestructive: true }] },
  ];
}
