import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { addMedia } from '../../../src/engine/commands/media/media.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { FolderJournal } from '../../../src/engine/journal/folder/folder-journal.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { recover } from '../../../src/engine/journal/recovery/recover.ts';
import { failed } from '../../../src/kernel/problem.ts';
import type { ChosenFolder } from '../../../src/platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { hashOf, historyHashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { ONE_PIXEL } from '../../support/a-picture.ts';
import { withStick } from '../../support/chosen-folder.ts';
import { accepted, answerFirst, freshName } from '../../support/deps.ts';

const stick = withStick();
/** How the folder is at the moment; pulled: it goes away in the middle of the next file that is written. */
let is: 'there' | 'away' | 'pulled' = 'there';
beforeEach(async () => {
  is = 'there';
  accepted(await stick.folder().choose());
});

const step = fc.constantFrom(
  'answer',
  'answer',
  'undo',
  'picture',
  'write',
  'write',
  'stick away',
  'stick pulled out',
  'stick back',
  'restart',
);

/** The collection is the model: whatever the folder went through, it alone gives the same once it was there. */
test('[JOURNAL-12] [JOURNAL-13] [JOURNAL-14] whatever becomes of the folder, what is done meanwhile is in it once it is back', async () => {
  const deps = stick.deps();
  const folder = changing(stick.folder());
  const parts = { store: deps.store, folder, journal: undefined, nowMillis: () => deps.nowMillis };
  // No time passes by itself.
  const begun = () => new FolderJournal({ ...parts, after: () => () => {} });
  let journal = begun();
  const does = {
    // All answered: another day.
    answer: () => answerFirst(deps).catch(() => deps.advance(24 * 60)),
    // The deck stays.
    undo: async () => {
      const [answers, undone] = [deps.store.reviews.count(), deps.store.undone.count()];
      if ((await answers) > (await undone)) await undoLast(deps);
    },
    picture: () =>
      addMedia(deps, new File([ONE_PIXEL], `${freshName()}.png`, { type: 'image/png' })),
    write: () => journal.catchUp(),
    'stick away': becomes('away'),
    'stick pulled out': becomes('pulled'),
    'stick back': becomes('there'),
    restart: async () => {
      journal.end();
      journal = begun();
    },
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      for (const each of steps) await does[each]();
      is = 'there';
      await journal.catchUp();
      expect(journal.standing).toMatchObject({ lacks: 0, has: 0 });
      expect(journal.standing?.problem).toBeUndefined();
      const name = freshName();
      const db = accepted(await openDatabase(() => `new-${name}`, undefined, { name }));
      try {
        const missing = accepted(await missingIn(db, NO_JOURNAL, undefined, folder));
        if (!missing) throw new Error('the folder gives nothing');
        const report = accepted(await recover(db, NO_JOURNAL, missing, undefined, { folder }));
        expect(report.lost).toEqual([]);
        expect(await hashOf(db)).toBe(await hashOf(deps.store));
        expect(await historyHashOf(db)).toBe(await historyHashOf(deps.store));
      } finally {
        await db.delete();
      }
    }),
    { numRuns: 6, seed: 5, endOnFailure: true },
  );
  journal.end();
});

function becomes(state: typeof is): () => Promise<void> {
  return async () => {
    is = state;
  };
}

function changing(own: ChosenFolder): ChosenFolder {
  const { journal } = own;
  const unless =
    <Given extends unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given) =>
      is === 'away' ? failed('it is not there', '', '') : ask(...given);
  return {
    ...own,
    journal: {
      list: unless(journal.list),
      read: unless(journal.read),
      put: unless(journal.put),
      append: async (path, at, bytes) => {
        if (is === 'there') return journal.append(path, at, bytes);
        // What a desktop leaves of a line; a browser leaves the file of before.
        if (is === 'pulled') await journal.append(path, at, bytes.slice(0, bytes.length / 2));
        is = 'away';
        return failed('it went away', '', '');
      },
    },
  };
}

const none = async () => failed('none', 'none', 'none');
const NO_JOURNAL: JournalFiles = {
  list: async () => ({ ok: true, value: [] }),
  read: none,
  append: none,
  put: none,
};
