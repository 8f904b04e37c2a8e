import type { Deck } from '../../domain/collection/deck.ts';
import type { RunJob } from '../jobs/use-job.ts';
import type { PlaceAction } from '../places/place.ts';
import { PlaceDialog } from '../places/place-dialog.tsx';
import { useOverview } from '../search/use-overview.ts';

/** What is asked of a deck: a change and the deck's path, '' for a new deck at the top. */
export interface DeckAsked {
  readonly action: PlaceAction;
  readonly path: string;
}

/** The library's own dialogs of decks; they say how many cards a deck has, and wait for it. */
export function AskedOfDeck(props: {
  readonly asked: DeckAsked;
  readonly decks: readonly Deck[];
  readonly run: RunJob;
  readonly onClose: () => void;
}) {
  const { asked, decks, run } = props;
  const counts = useOverview()?.counts;
  if (!counts) return null;
  return (
    <PlaceDialog
      place={{ kind: 'deck', path: asked.path }}
      cards={counts.decks.find(({ name }) => name === asked.path)?.cards ?? 0}
      action={asked.action}
      context={{ counts, decks, run, chosenNotes: async () => [] }}
      onClose={props.onClose}
    />
  );
}
