import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import { accepted, problemOf, sampleDeck } from '../../support/deps.ts';
import { keepJournal, withJournal } from '../../support/kept-journal.ts';

const own = withJournal();
const root = document.createElement('div');
root.id = 'root';

beforeEach(() => document.body.append(root));
afterEach(() => {
  root.remove();
  Reflect.deleteProperty(window, 'desktop');
});

/** What a start draws in is looked for when this is loaded. */
const loaded = () => import('../../../src/renderer/start/put-back/putting-back.tsx');
const copies = createWebCopies(() => {
  throw new Error('nothing is written');
});

test('[STORE-3] [JOURNAL-5] on the desktop, too, what cannot be put back is said, and nobody waits for ever', async () => {
  const { putBack } = await loaded();
  Object.assign(window, { desktop: {} });
  const { deps, files } = await own.device();
  keepJournal(deps, files);
  accepted(await loadDeck(deps, sampleDeck(4), NO_CHOICE, 'program'));
  const store = await own.emptyDatabase();
  const missing = accepted(await missingIn(store, files));
  if (!missing) throw new Error('nothing is missing');
  store.use({
    stack: 'dbcore',
    name: 'a full disk',
    create: (core) => ({
      ...core,
      table: (table) => ({
        ...core.table(table),
        mutate: () => Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError')),
      }),
    }),
  });
  // What is put between is there from the next opening on.
  store.close();
  await store.open();
  const kept = { store, journal: files, copies, folder: undefined };
  const problem = problemOf(await putBack(kept, missing));
  expect(problem.what).toContain('The disk is full.');
  expect(problem.kept).toBe('The journal and the copies have all that they had.');
});
