import { expect, test } from 'vitest';
import type { CardId } from '../../src/kernel/ids.ts';
import { setCardsDue } from '../../src/engine/commands/study/cards.ts';
import { nextInStudy } from '../../src/engine/commands/study/study.ts';
import { readToday } from '../../src/store/reads/today.ts';
import {
  accepted,
  answerFirst,
  changePreset,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../support/deps.ts';

/** Ten notes whose first card is in a step of 23 hours. */
async function withLongSteps(): Promise<TestDeps> {
  const deps = await withSampleDeck(30);
  await changePreset(deps, { learningStepsMinutes: [1380, 1400], newPerDay: 10 });
  for (let i = 0; i < 10; i++) await answerFirst(deps, 1);
  return deps;
}

// The first cards of a lane were all siblings of cards waiting in steps, and the queue ended there.
test('[QUEUE-6] notes that wait in steps do not hide the new cards behind them', async () => {
  const deps = await withLongSteps();
  try {
    deps.advance(21 * 60);
    const { left } = (await readToday(deps.store, deps.clock())).total;
    expect(left.new).toBe(10);
    expect((await queueOf(deps)).cards.slice(0, 10).map((card) => card.schedule.state)).toEqual(
      Array(10).fill('new'),
    );
  } finally {
    deps.close();
  }
});

test('[TODAY-5] notes that wait in steps do not hide the reviews behind them', async () => {
  const deps = await withLongSteps();
  try {
    await changePreset(deps, { newPerDay: 0 });
    const cards = await deps.store.cards.toArray();
    const siblings = cards.filter(({ position, id }) => position < 10 && id.endsWith('/2'));
    const others = cards.filter(({ position, id }) => position >= 29 && id.endsWith('/1'));
    await setCardsDue(deps, ids(siblings), 0);
    await setCardsDue(deps, ids(others), 1);
    deps.advance(21 * 60);
    const next = accepted(await nextInStudy(deps));
    expect(next.kind === 'card' && next.showing.card.id).toBe(others[0]?.id);
  } finally {
    deps.close();
  }
});

function ids(cards: readonly { readonly id: string }[]): CardId[] {
  return cards.map(({ id }) => id as CardId);
}
