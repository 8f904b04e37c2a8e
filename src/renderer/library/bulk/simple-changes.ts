import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import type { Result } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Engine } from '../../../engine/engine.ts';
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
  verb: t`Suspend`,
  doing: t`Suspending`,
  done: t`suspended`,
  of: 'cards',
  work: (engine, { cardIds }, watch) => engine.run('suspendCards', cardIds, true, watch),
};
export const UNSUSPEND: SimpleChange = {
  verb: t`Bring back`,
  doing: t`Bringing back`,
  done: t`back in study`,
  of: 'cards',
  work: (engine, { cardIds }, watch) => engine.run('suspendCards', cardIds, false, watch),
};
export const BURY: SimpleChange = {
  verb: t`Bury`,
  doing: t`Burying`,
  done: t`buried until tomorrow`,
  of: 'cards',
  work: (engine, { cardIds }, watch) => engine.run('buryCards', cardIds, watch),
};
export const FORGET: SimpleChange = {
  verb: t`Forget`,
  doing: t`Forgetting`,
  done: t`new again`,
  of: 'cards',
  isDestructive: true,
  warning: t`They become new again; their answers stay in the history.`,
  work: (engine, { cardIds }, watch) => engine.run('forgetCards', cardIds, watch),
};
export const RESCHEDULE: SimpleChange = {
  verb: t`Reschedule`,
  doing: t`Rescheduling`,
  done: t`rescheduled`,
  of: 'cards',
  warning: t`Cards in review get the due date that their memory and their deck’s options ask for today.`,
  work: (engine, { cardIds }, watch) => engine.run('rescheduleCards', cardIds, watch),
};
export const MARK: SimpleChange = {
  verb: t`Mark`,
  doing: t`Marking`,
  done: t`marked`,
  of: 'notes',
  work: (engine, { noteIds }, watch) => engine.run('markNotes', noteIds, true, watch),
};
export const UNMARK: SimpleChange = {
  verb: t`Unmark`,
  doing: t`Unmarking`,
  done: t`no longer marked`,
  of: 'notes',
  work: (engine, { noteIds }, watch) => engine.run('markNotes', noteIds, false, watch),
};
export const ARCHIVE: SimpleChange = {
  verb: t`Archive`,
  doing: t`Archiving`,
  done: t`archived`,
  of: 'notes',
  warning: t`Their cards leave study and the lists with all history; “Out of sight” shows them.`,
  changesListing: true,
  work: (engine, { noteIds }, watch) => engine.run('archiveNotes', noteIds, true, watch),
};
export const UNARCHIVE: SimpleChange = {
  verb: t`Take out of the archive`,
  doing: t`Bringing back`,
  done: t`back from the archive`,
  of: 'notes',
  changesListing: true,
  work: (engine, { noteIds }, watch) => engine.run('archiveNotes', noteIds, false, watch),
};
export const DELETE: SimpleChange = {
  verb: t`Delete`,
  doing: t`Deleting`,
  done: t`deleted, cards and all`,
  of: 'notes',
  isDestructive: true,
  warning: t`All cards of each note go along. Undo brings everything back, schedules and all.`,
  changesListing: true,
  work: (engine, { noteIds }, watch) => engine.run('deleteNotes', noteIds, watch),
};

export function flagChange(flag: Flag): SimpleChange {
  const name = FLAG_NAMES[flag].toLowerCase();
  return {
    verb: flag === 0 ? t`Take the flag off` : t`Flag`,
    doing: t`Flagging`,
    done: flag === 0 ? t`without a flag` : t`flagged ${name}`,
    of: 'cards',
    work: (engine, { cardIds }, watch) => engine.run('flagCards', cardIds, flag, watch),
  };
}

/** '1,204 cards of 980 notes', '1 card', '3 notes'. */
export function sizeWords(change: SimpleChange, { cardIds, noteIds }: Chosen): string {
  if (change.of === 'notes') return plural(noteIds.length, '# note');
  const cards = plural(cardIds.length, '# card');
  return noteIds.length === cardIds.length
    ? cards
    : t`${cards} of ${plural(noteIds.length, '# note')}`;
}
