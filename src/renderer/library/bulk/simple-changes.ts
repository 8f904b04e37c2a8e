import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import type { Result } from '../../../kernel/problem.ts';
import type { Engine } from '../../../engine/engine.ts';
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
  readonly work: (engine: Engine, chosen: Chosen, onProgress: Progress) => Promise<Result<unknown>>;
}

export const SUSPEND: SimpleChange = {
  verb: 'Suspend',
  doing: 'Suspending',
  done: 'suspended',
  of: 'cards',
  work: (engine, { cardIds }, progress) => engine.run('suspendCards', cardIds, true, progress),
};
export const UNSUSPEND: SimpleChange = {
  verb: 'Bring back',
  doing: 'Bringing back',
  done: 'back in study',
  of: 'cards',
  work: (engine, { cardIds }, progress) => engine.run('suspendCards', cardIds, false, progress),
};
export const BURY: SimpleChange = {
  verb: 'Bury',
  doing: 'Burying',
  done: 'buried until tomorrow',
  of: 'cards',
  work: (engine, { cardIds }, progress) => engine.run('buryCards', cardIds, progress),
};
export const FORGET: SimpleChange = {
  verb: 'Forget',
  doing: 'Forgetting',
  done: 'new again',
  of: 'cards',
  warning: 'They become new again; their answers stay in the history.',
  work: (engine, { cardIds }, progress) => engine.run('forgetCards', cardIds, progress),
};
export const RESCHEDULE: SimpleChange = {
  verb: 'Reschedule',
  doing: 'Rescheduling',
  done: 'rescheduled',
  of: 'cards',
  warning:
    'Cards in review get the due date that their memory and their deck’s options ask for today.',
  work: (engine, { cardIds }, progress) => engine.run('rescheduleCards', cardIds, progress),
};
export const MARK: SimpleChange = {
  verb: 'Mark',
  doing: 'Marking',
  done: 'marked',
  of: 'notes',
  work: (engine, { noteIds }, progress) => engine.run('markNotes', noteIds, true, progress),
};
export const UNMARK: SimpleChange = {
  verb: 'Unmark',
  doing: 'Unmarking',
  done: 'no longer marked',
  of: 'notes',
  work: (engine, { noteIds }, progress) => engine.run('markNotes', noteIds, false, progress),
};
export const ARCHIVE: SimpleChange = {
  verb: 'Archive',
  doing: 'Archiving',
  done: 'archived',
  of: 'notes',
  warning: 'Their cards leave study and the lists with all history; “Out of sight” shows them.',
  changesListing: true,
  work: (engine, { noteIds }, progress) => engine.run('archiveNotes', noteIds, true, progress),
};
export const UNARCHIVE: SimpleChange = {
  verb: 'Take out of the archive',
  doing: 'Bringing back',
  done: 'back from the archive',
  of: 'notes',
  changesListing: true,
  work: (engine, { noteIds }, progress) => engine.run('archiveNotes', noteIds, false, progress),
};
export const DELETE: SimpleChange = {
  verb: 'Delete',
  doing: 'Deleting',
  done: 'deleted, cards and all',
  of: 'notes',
  warning: 'All cards of each note go along. Undo brings everything back, schedules and all.',
  changesListing: true,
  work: (engine, { noteIds }, progress) => engine.run('deleteNotes', noteIds, progress),
};

export function flagChange(flag: Flag): SimpleChange {
  const name = FLAG_NAMES[flag].toLowerCase();
  return {
    verb: flag === 0 ? 'Take the flag off' : 'Flag',
    doing: 'Flagging',
    done: flag === 0 ? 'without a flag' : `flagged ${name}`,
    of: 'cards',
    work: (engine, { cardIds }, progress) => engine.run('flagCards', cardIds, flag, progress),
  };
}

/** '1,204 cards of 980 notes', '1 card', '3 notes'. */
export function sizeWords(change: SimpleChange, { cardIds, noteIds }: Chosen): string {
  if (change.of === 'notes') return count(noteIds.length, 'note');
  const cards = count(cardIds.length, 'card');
  return noteIds.length === cardIds.length ? cards : `${cards} of ${count(noteIds.length, 'note')}`;
}
