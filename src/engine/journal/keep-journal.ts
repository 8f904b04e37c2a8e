import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { keepSecondCopy, type SecondCopy } from '../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../store/schema.ts';

/** From now on every operation goes to the journal, too; its keeper's code comes with the first. */
export function keepJournal(store: RoundsDatabase, files: JournalFiles): SecondCopy {
  let kept: Promise<SecondCopy> | undefined;
  const keeper = (): Promise<SecondCopy> => {
    kept ??= import('./keeper.ts').then(({ JournalKeeper }) => new JournalKeeper(store, files));
    return kept;
  };
  const copy: SecondCopy = {
    add: async (copied) => (await keeper()).add(copied),
    catchUp: async () => (await keeper()).catchUp(),
    takeBack: async (id) => (await keeper()).takeBack(id),
  };
  keepSecondCopy(store, copy);
  return copy;
}
