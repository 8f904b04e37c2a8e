import { afterEach, beforeEach, expect, test } from 'vitest';
import shipped from '../../decks/natalizumab-ms.md?raw';
import { parseDeck } from '../../src/domain/deck-text/parse-deck.ts';
import { loadDeck, loadShippedDeck } from '../../src/engine/commands/decks/load-deck.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { accepted, noteOf, type TestDeps, testDeps } from '../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
  accepted(await loadShippedDeck(deps, shipped));
});
afterEach(() => deps.close());
const text = async () => (await noteOf(deps, 'natalizumab-ms:prevention')).fields;
const edited = shipped.replace('A: They prevent it', 'A: They stop it from developing');

test('[DECK-21] a shipped deck that a person loaded from an edited file stays as they made it', async () => {
  const before = await text();
  accepted(await loadDeck(deps, parseDeck(edited)));
  const own = await text();
  expect(own).not.toEqual(before);
  expect(accepted(await loadShippedDeck(deps, shipped))).toBe(0);
  expect(accepted(await loadShippedDeck(deps, `${shipped}\n`))).toBe(0);
  expect(await text()).toEqual(own);
  accepted(await undoLast(deps));
  expect(await text()).toEqual(before);
});

test('[DECK-21] a new edition is brought in once, and a start without one writes nothing', async () => {
  const operations = () => deps.store.operations.count();
  accepted(await loadShippedDeck(deps, shipped));
  expect(await operations()).toBe(1);
  accepted(await loadShippedDeck(deps, edited));
  expect(await text()).toMatchObject({ back: 'They stop it from developing' });
  accepted(await loadShippedDeck(deps, edited));
  expect(await operations()).toBe(2);
});
