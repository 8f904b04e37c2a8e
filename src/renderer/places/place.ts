import type { Deck } from '../../domain/collection/deck.ts';
import type { LibraryCounts } from '../../domain/library/library.ts';
import type { NoteId } from '../../kernel/ids.ts';
import type { RunJob } from '../jobs/use-job.ts';
import type { Place } from './verbs.ts';

/** What can be asked about a deck or a section. */
export type PlaceAction = 'new' | 'rename' | 'move' | 'merge' | 'delete' | 'release' | 'options';

/** What the dialogs of decks and sections need from the screen they are on. */
export interface PlaceContext {
  readonly counts: Pick<LibraryCounts, 'decks' | 'tags'>;
  readonly decks: readonly Deck[];
  readonly run: RunJob;
  /** The notes that a new section begins with; none where none can be chosen. */
  readonly chosenNotes: () => Promise<readonly NoteId[]>;
}

export interface PlaceDialogProps {
  /** With an empty path: all decks, or all sections. */
  readonly place: Place;
  /** In it, those below included. */
  readonly cards: number;
  readonly action: PlaceAction;
  readonly context: PlaceContext;
  readonly onClose: () => void;
}
