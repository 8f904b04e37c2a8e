import { expect, test } from 'vitest';
import { answerFirst, changePreset, queueOf, withSampleDeck } from '../support/deps.ts';

// The first new cards of the deck were all siblings of reviews due, so none was mixed in.
test('[QUEUE-3] new cards are mixed in although the deck’s next ones are siblings of reviews', async () => {
  const deps = await withSampleDeck(40);
  try {
    await changePreset(deps, { learningStepsMinutes: [], newPerDay: 10, fuzz: false });
    for (let i = 0; i < 10; i++) await answerFirst(deps, 1);
    deps.advance(24 * 60);
    const { cards, left } = await queueOf(deps);
    expect(left).toEqual({ new: 10, learning: 0, review: 10 });
    const states = cards.map((card) => card.schedule.state);
    expect(states.filter((state) => state === 'new')).toHaveLength(10);
    expect(states.slice(0, 10).filter((state) => state === 'new')).toHaveLength(5);
  } finally {
    deps.close();
  }
});
