import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { flagCards, suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { deleteNotes } from '../../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { KeptCards } from '../../../src/store/reads/kept-cards.ts';
import { withoutKeys } from '../../../src/store/reach.ts';
import { accepted, sampleDeck, type TestDeps, withSampleDeck } from '../../support/deps.ts';

let deps: TestDeps;
let rowsRead: number;
const CARDS = 600;
beforeEach(async () => {
  deps = await withSampleDeck(CARDS / 2, 2);
  rowsRead = 0;
  deps.store.cards.hook('reading', (row) => {
    rowsRead++;
    return row;
  });
});
afterEach(() => deps.close());

async function asStored(): Promise<Card[]> {
  const rows = await deps.store.cards.toArray();
  return rows.map(withoutKeys).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

test('[EXAM-25] asked again, a plan reads the cards that have changed, and no others', async () => {
  const kept = new KeptCards();
  const cards = await kept.upToDate(deps.store);
  expect(cards).toEqual(await asStored());

  rowsRead = 0;
  expect(await kept.upToDate(deps.store)).toBe(cards);
  expect(rowsRead).toBe(0);

  const [first, second, third] = cards as [Card, Card, Card];
  accepted(await answerCard(deps, first, 3, 4000));
  accepted(await flagCards(deps, [second.id], 2));
  accepted(await suspendCards(deps, [third.id], true));
  rowsRead = 0;
  const after = await kept.upToDate(deps.store);
  // The answered card's sibling was buried with it.
  expect(rowsRead).toBeLessThanOrEqual(6);
  expect(after).toEqual(await asStored());
});

test('[EXAM-25] what is added, deleted, taken back and worked out anew is as stored', async () => {
  const kept = new KeptCards();
  await kept.upToDate(deps.store);
  const steps = [
    async () => accepted(await loadDeck(deps, sampleDeck(20, 3, 'other'), NO_CHOICE)),
    async () => accepted(await deleteNotes(deps, ['sample:fact-0003' as never])),
    async () => accepted(await undoLast(deps)),
    async () => accepted(await undoLast(deps)),
    async () => {
      await deps.store.cards
        .toCollection()
        .first((row) => row && deps.store.cards.put({ ...row, flag: 5 }));
      await rebuild(deps.store);
    },
  ];
  for (const step of steps) {
    await step();
    expect(await kept.upToDate(deps.store)).toEqual(await asStored());
  }
});
