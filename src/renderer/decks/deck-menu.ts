import type { Deck } from '../../domain/collection/deck.ts';
import { t } from '../../kernel/texts.ts';
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
        asks(t`New deck here…`, 'new'),
        asks(t`Rename…`, 'rename'),
        asks(t`Move to…`, 'move'),
        asks(t`Merge into…`, 'merge'),
      ],
    },
    { items: [asks(t`Options…`, 'options')] },
    {
      items: [
        { name: t`Save as a text file`, onChoose: on.save },
        { name: t`Export…`, onChoose: on.export },
      ],
    },
    { items: [{ ...asks(t`Delete…`, 'delete'), isDestructive: true }] },
  ];
}
