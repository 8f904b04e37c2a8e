import type { Problem } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import type { SecondCopy } from '../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { JournalStanding } from './journal-standing.ts';
import type { JournalKeeper } from './keeping/keeper.ts';

export interface KeptJournal extends SecondCopy {
  /** Why the journal lacks something that the database has; undefined: it lacks nothing. */
  readonly problem: Problem | undefined;
  /** Writes nothing from now on, and settles when nothing is being written. */
  end(): Promise<void>;
}

/** The journal's keeper, whose code comes with the first thing that is asked of it. */
export function keptJournal(
  store: RoundsDatabase,
  files: JournalFiles,
  standing: JournalStanding,
  nowMillis: () => number,
): KeptJournal {
  let keeper: JournalKeeper | undefined;
  let notLoaded: Problem | undefined;
  const asked = async <Answer>(ask: (own: JournalKeeper) => Promise<Answer>) => {
    try {
      if (keeper === undefined) {
        const { JournalKeeper } = await import('./keeping/keeper.ts');
        keeper ??= new JournalKeeper(store, files, standing, nowMillis);
      }
    } catch {
      // As with a failure of the keeper's own: what it lacks is copied later, from the database.
      notLoaded = NOT_LOADED;
      return undefined;
    }
    return ask(keeper);
  };
  return {
    get problem() {
      return keeper === undefined ? notLoaded : keeper.problem;
    },
    add: async (copied) => asked((own) => own.add(copied)),
    end: async () => keeper?.end(),
    catchUp: (pause) => asked((own) => own.catchUp(pause)),
    writeAgain: (ids) => asked((own) => own.writeAgain(ids)),
    takeBack: async (id) => asked((own) => own.takeBack(id)),
  };
}

const NOT_LOADED: Problem = {
  what: t`The part of the program that writes the journal could not be loaded.`,
  kept: t`Everything is in the database.`,
  todo: t`It is written later by itself, once Rounds has been loaded again.`,
};
