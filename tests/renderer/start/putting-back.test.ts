import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { flagCards } from '../../../src/engine/commands/study/cards.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import { apply } from '../../../src/store/apply.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
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

async function putDeck(store: RoundsDatabase, name: string, atMillis: number): Promise<void> {
  const deckId = `deck-${name}` as DeckId;
  const body = { kind: 'create-deck', deckId, name, presetId: 'default' } as const;
  accepted(await apply(store, { body, atMillis, utcOffsetMinutes: 0, origin: 'person' }));
}

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

test('[JOURNAL-15] what is done while steps are brought in beside the page is not lost by that', async () => {
  const { putBack } = await loaded();
  const { deps, files } = await own.device();
  keepJournal(deps, files);
  accepted(await loadDeck(deps, sampleDeck(20), NO_CHOICE, 'program'));
  for (let step = 0; step < 400; step++) {
    accepted(await flagCards(deps, ['sample:fact-0001/1' as CardId], step % 2 === 0 ? 1 : 0));
  }
  const store = await own.emptyDatabase();
  const later = deps.nowMillis + 1_000_000;
  // What comes in belongs before this.
  await putDeck(store, 'first', later);
  const missing = accepted(await missingIn(store, files));
  if (!missing) throw new Error('nothing is missing');
  const done: Promise<void>[] = [];
  const kept = { store, journal: files, copies, folder: undefined };
  const came = await putBack(kept, missing, () => {
    done.push(putDeck(store, `another ${done.length}`, later + done.length));
    return true;
  });
  expect(accepted(came).operations).toBe(401);
  await Promise.all(done);
  expect(await store.decks.count()).toBe(done.length + 2);
  const { hashBefore, hashAfter } = await rebuild(store);
  expect(hashBefore).toBe(hashAfter);
});
