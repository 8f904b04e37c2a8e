import type { Problem } from '../../kernel/problem.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { keepSecondCopy, type SecondCopy } from '../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { JournalKeeper } from './keeper.ts';

export interface KeptJournal extends SecondCopy {
  /** Why the journal lacks something that the database has; undefined: it lacks nothing. */
  readonly problem: Problem | undefined;
}

/** From now on every operation goes to the journal, too; its keeper's code comes with the first. */
export function keepJournal(store: RoundsDatabase, files: JournalFiles): KeptJournal {
  let own: JournalKeeper | undefined;
  const keeper = async (): Promise<JournalKeeper> => {
    if (own === undefined) {
      const { JournalKeeper } = await import('./keeper.ts');
      own ??= new JournalKeeper(store, files);
    }
    return own;
  };
  const copy: KeptJournal = {
    get problem() {
      return own?.problem;
    },
    add: async (copied) => (await keeper()).add(copied),
    catchUp: async () => (await keeper()).catchUp(),
    takeBack: async (id) => (await keeper()).takeBack(id),
  };
  keepSecondCopy(store, copy);
  return copy;
}
