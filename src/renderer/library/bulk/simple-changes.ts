import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import type { Result } from '../../../kernel/problem.ts';
import {
  buryCards,
  flagCards,
  forgetCards,
  rescheduleCards,
  suspendCards,
} from '../../../engine/commands/cards.ts';
import type { Deps } from '../../../engine/commands/deps.ts';
import { archiveNotes, deleteNotes, markNotes } from '../../../engine/commands/notes.ts';
import { count } from '../../kit/text/format.ts';
import type { Chosen } from './chosen.ts';

type Progress = (done: number, total: number) => void;

/** A change that needs no more to be said than what it is done to. */
export interface SimpleChange {
  /** 'Suspend': before 'n cards' in a question and on a button. */
  readonly verb: string;
  /** 'Suspending'. */
  readonly doing: string;
  /** 'suspended': after 'n cards'. */
  readonly done: string;
  readonly of: 'cards' | 'notes';
  /** What else should be known before it is done. */
  readonly warning?: string;
  /** Rows leave the listing. */
  readonly changesListing?: boolean;
  readonly work: (deps: Deps, chosen: Chosen, onProgress: Progress) => Promise<Result<unknown>>;
}

export const SUSPEND: SimpleChange = {
  verb: 'Suspend',
  doing: 'Suspending',
  done: 'suspended',
  of: 'cards',
  work: (deps, { cardIds }, progress) => suspendCards(deps, cardIds, true, progress),
};
export const UNSUSPEND: SimpleChange = {
  verb: 'Bring back',
  doing: 'Bringing back',
  done: 'back in study',
  of: 'cards',
  work: (deps, { cardIds }, progress) => suspendCards(deps, cardIds, false, progress),
};
export const BURY: SimpleChange = {
  verb: 'Bury',
  doing: 'Burying',
  done: 'buried until tomorrow',
  of: 'cards',
  work: (deps, { cardIds }, progress) => buryCards(deps, cardIds, progress),
};
export const FORGET: SimpleChange = {
  verb: 'Forget',
  doing: 'Forgetting',
  done: 'new again',
  of: 'cards',
  warning: 'They become new again; their answers stay in the history.',
  work: (deps, { cardIds }, progress) => forgetCards(deps, cardIds, progress),
};
export const RESCHEDULE: SimpleChange = {
  verb: 'Reschedule',
  doing: 'Rescheduling',
  done: 'rescheduled',
  of: 'cards',
  warning:
    'Cards in review get the due date that their memory and their deck’s options ask for today.',
  work: (deps, { cardIds }, progress) => rescheduleCards(deps, cardIds, progress),
};
export const MARK: SimpleChange = {
  verb: 'Mark',
  doing: 'Marking',
  done: 'marked',
  of: 'notes',
  work: (deps, { noteIds }, progress) => markNotes(deps, noteIds, true, progress),
};
export const UNMARK: SimpleChange = {
  verb: 'Unmark',
  doing: 'Unmarking',
  done: 'no longer marked',
  of: 'notes',
  work: (deps, { noteIds }, progress) => markNotes(deps, noteIds, false, progress),
};
export const ARCHIVE: SimpleChange = {
  verb: 'Archive',
  doing: 'Archiving',
  done: 'archived',
  of: 'notes',
  warning: 'Their cards leave study and the lists with all history; “Out of sight” shows them.',
  changesListing: true,
  work: (deps, { noteIds }, progress) => archiveNotes(deps, noteIds, true, progress),
};
export const UNARCHIVE: SimpleChange = {
  verb: 'Take out of the archive',
  doing: 'Bringing back',
  done: 'back from the archive',
  of: 'notes',
  changesListing: true,
  work: (deps, { noteIds }, progress) => archiveNotes(deps, noteIds, false, progress),
};
export const DELETE: SimpleChange = {
  verb: 'Delete',
  doing: 'Deleting',
  done: 'deleted, cards and all',
  of: 'notes',
  warning: 'All cards of each note go along. Undo brings everything back, schedules and all.',
  changesListing: true,
  work: (deps, { noteIds }, progress) => deleteNotes(deps, noteIds, progress),
};

export function flagChange(flag: Flag): SimpleChange {
  const name = FLAG_NAMES[flag].toLowerCase();
  return {
    verb: flag === 0 ? 'Take the flag off' : 'Flag',
    doing: 'Flagging',
    done: flag === 0 ? 'without a flag' : `flagged ${name}`,
    of: 'cards',
    work: (deps, { cardIds }, progress) => flagCards(deps, cardIds, flag, progress),
  };
}

/** '1,204 cards of 980 notes', '1 card', '3 notes'. */
export function sizeWords(change: SimpleChange, { cardIds, noteIds }: Chosen): string {
  if (change.of === 'notes') return count(noteIds.length, 'note');
  const cards = count(cardIds.length, 'card');
  return noteIds.length === cardIds.length ? cards : `${cards} of ${count(noteIds.length, 'note')}`;
}
