import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import type { Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Engine } from '../../../engine/engine.ts';
import { count } from '../../kit/text/format.ts';
import type { Chosen } from './chosen.ts';

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
  /** Something is deleted or thrown away by it. */
  readonly isDestructive?: boolean;
  /** Rows leave the listing. */
  readonly changesListing?: boolean;
  readonly work: (engine: Engine, chosen: Chosen, watch: Watch) => Promise<Result<unknown>>;
}

export const SUSPEND: SimpleChange = {
  verb: 'Suspend',
  doing: 'Suspending',
  done: 'suspended',
  of: 'cards',
  work: (engine, { cardIds }, watch) => engine.run('suspendCards', cardIds, true, watch),
};
export const UNSUSPEND: SimpleChange = {
  verb: 'Bring back',
  doing: 'Bringing back',
  done: 'back in study',
  of: 'cards',
  work: (engine, { cardIds }, watch) => engine.run('suspendCards', cardIds, false, watch),
};
export const BURY: SimpleChange = {
  verb: 'Bury',
  doing: 'Burying',
  done: 'buried until tomorrow',
  of: 'cards',
  work: (engine, { cardIds }, watch) => engine.run('buryCards', cardIds, watch),
};
export const FORGET: SimpleChange = {
  verb: 'Forget',
  doing: 'Forgetting',
  done: 'new again',
  of: 'cards',
  isDestructive: true,
  warning: 'They become new again; their answers stay in the history.',
  work: (engine, { cardIds }, watch) => engine.run('forgetCards', cardIds, watch),
};
export const RESCHEDULE: SimpleChange = {
  verb: 'Reschedule',
  doing: 'Rescheduling',
  done: 'rescheduled',
  of: 'cards',
  warning:
    'Cards in review get the due date that their memory and their deck’s options ask for today.',
  work: (engine, { cardIds }, watch) => engine.run('rescheduleCards', cardIds, watch),
};
export const MARK: SimpleChange = {
  verb: 'Mark',
  doing: 'Marking',
  done: 'marked',
  of: 'notes',
  work: (engine, { noteIds }, watch) => engine.run('markNotes', noteIds, true, watch),
};
export const UNMARK: SimpleChange = {
  verb: 'Unmark',
  doing: 'Unmarking',
  done: 'no longer marked',
  of: 'notes',
  work: (engine, { noteIds }, watch) => engine.run('markNotes', noteIds, false, watch),
};
export const ARCHIVE: SimpleChange = {
  verb: 'Archive',
  doing: 'Archiving',
  done: 'archived',
  of: 'notes',
  warning: 'Their cards leave study and the lists with all history; “Out of sight” shows them.',
  changesListing: true,
  work: (engine, { noteIds }, watch) => engine.run('archiveNotes', noteIds, true, watch),
};
export const UNARCHIVE: SimpleChange = {
  verb: 'Take out of the archive',
  doing: 'Bringing back',
  done: 'back from the archive',
  of: 'notes',
  changesListing: true,
  work: (engine, { noteIds }, watch) => engine.run('archiveNotes', noteIds, false, watch),
};
export const DELETE: SimpleChange = {
  verb: 'Delete',
  doing: 'Deleting',
  done: 'deleted, cards and all',
  of: 'notes',
  isDestructive: true,
  warning: 'All cards of each note go along. Undo brings everything back, schedules and all.',
  changesListing: true,
  work: (engine, { noteIds }, watch) => engine.run('deleteNotes', noteIds, watch),
};

export function flagChange(flag: Flag): SimpleChange {
  const name = FLAG_NAMES[flag].toLowerCase();
  return {
    verb: flag === 0 ? 'Take the flag off' : 'Flag',
    doing: 'Flagging',
    done: flag === 0 ? 'without a flag' : `flagged ${name}`,
    of: 'cards',
    work: (engine, { cardIds }, watch) => engine.run('flagCards', cardIds, flag, watch),
  };
}

/** '1,204 cards of 980 notes', '1 card', '3 notes'. */
export function sizeWords(change: SimpleChange, { cardIds, noteIds }: Chosen): string {
  if (change.of === 'notes') return count(noteIds.length, 'note');
  const cards = count(cardIds.length, 'card');
  return noteIds.length === cardIds.length ? cards : `${cards} of ${count(noteIds.length, 'note')}`;
}
