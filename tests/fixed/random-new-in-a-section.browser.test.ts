import { expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { accepted, changePreset, queueOf, sampleDeck, testDeps } from '../support/deps.ts';

test('[QUEUE-10] a section’s random new cards are the same however many are asked for', async () => {
  const deps = await testDeps();
  try {
    accepted(await loadDeck(deps, sampleDeck(120, 1), NO_CHOICE));
    await changePreset(deps, { newOrder: 'random' });
    const scope = { section: 'Even' };
    const few = await queueOf(deps, scope, 2);
    const many = await queueOf(deps, scope, 200);
    expect(few.cards).toHaveLength(2);
    expect(few.cards).toEqual(many.cards.slice(0, 2));
  } finally {
    deps.close();
  }
});
