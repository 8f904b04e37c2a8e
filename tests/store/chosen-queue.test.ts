import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardId, DeckId } from '../../src/kernel/ids.ts';
import { answerCard } from '../../src/engine/commands/study/answer.ts';
import { setCardsDue, suspendCards } from '../../src/engine/commands/study/cards.ts';
import { createDeck, renameDeck } from '../../src/engine/commands/decks/decks.ts';
import { moveNotes } from '../../src/engine/commands/notes/notes.ts';
import { beginStudy, nextInStudy } from '../../src/engine/commands/study/study.ts';
import { readToday } from '../../src/store/reads/today.ts';
import {
  accepted,
  cardOf,
  changePreset,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(6, 1);
});
afterEach(() => deps.close());

const card = (index: number) => `sample:fact-000${index}/1` as CardId;

test('[QUEUE-11] a search’s cards are studied: due and new ones, no others', async () => {
  accepted(await setCardsDue(deps, [card(1)], 0));
  accepted(await setCardsDue(deps, [card(2)], 5));
  accepted(await suspendCards(deps, [card(3)], true));
  const chosen = [0, 1, 2, 3].map(card);
  const queue = await queueOf(deps, { cardIds: chosen });
  expect(queue.cards.map(({ id }) => id).sort()).toEqual([card(0), card(1)]);
  expect(queue.left).toEqual({ new: 1, learning: 0, review: 1 });
});

test('[QUEUE-11] the limits of the deck hold for a search too', async () => {
  await changePreset(deps, { newPerDay: 2 });
  const queue = await queueOf(deps, { cardIds: [0, 1, 2, 3].map(card) });
  expect(queue.cards).toHaveLength(2);
  expect(queue.left.new).toBe(2);
});

test('[QUEUE-11] a session of a search goes on with its cards, learning ones too', async () => {
  accepted(await beginStudy(deps, { cardIds: [card(4), card(5)], name: 'Two cards' }));
  const shown: string[] = [];
  for (let answers = 0; answers < 2; answers++) {
    const next = accepted(await nextInStudy(deps));
    if (next.kind !== 'card') throw new Error('finished');
    shown.push(next.showing.card.id);
    accepted(await answerCard(deps, await cardOf(deps, next.showing.card.id), 1, 1000));
  }
  expect(shown.sort()).toEqual([card(4), card(5)]);
  deps.advance(2);
  const again = accepted(await nextInStudy(deps));
  expect(again.kind === 'card' && shown.includes(again.showing.card.id)).toBe(true);
});

test('[QUEUE-10][TODAY-1] a deck’s queue and counts take in the decks below it', async () => {
  const below = accepted(await createDeck(deps, 'Sample::Below'));
  accepted(
    await moveNotes(
      deps,
      [0, 1].map((index) => `sample:fact-000${index}` as never),
      below,
    ),
  );
  const parent = await queueOf(deps, { deckId: 'sample' as DeckId });
  expect(parent.cards).toHaveLength(6);
  expect((await queueOf(deps, { deckId: below })).cards.map(({ id }) => id)).toEqual([
    card(0),
    card(1),
  ]);
  const view = await readToday(deps.store, deps.clock());
  expect(view.decks.map(({ name, depth, left }) => [name, depth, left.new])).toEqual([
    ['Sample', 0, 6],
    ['Sample::Below', 1, 2],
  ]);
  expect(view.total.left.new).toBe(6);
  accepted(await setCardsDue(deps, [card(0), card(2)], 0));
  const due = await queueOf(deps, { deckId: 'sample' as DeckId });
  expect(due.left).toEqual({ new: 4, learning: 0, review: 2 });
  expect(due.cards).toHaveLength(6);
});

test('[DECK-24] renaming a deck takes those below along', async () => {
  accepted(await createDeck(deps, 'Sample::Below'));
  accepted(await renameDeck(deps, 'Sample', 'Heart::Sample'));
  const names = (await deps.store.decks.toArray()).map((deck) => deck.name).sort();
  expect(names).toEqual(['Heart::Sample', 'Heart::Sample::Below']);
  const wrong = await renameDeck(deps, 'Heart::Sample', 'Heart::Sample::Below::X');
  expect(wrong.ok).toBe(false);
});

test('[TODAY-1] a section without a card in study is not listed', async () => {
  const odd = [1, 3, 5].map(card);
  accepted(await suspendCards(deps, odd, true));
  const [deck] = (await readToday(deps.store, deps.clock())).decks;
  expect(deck?.sections.map(({ name }) => name)).toEqual(['Even']);
});
