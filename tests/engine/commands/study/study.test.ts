import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { suspendCards } from '../../../../src/engine/commands/study/cards.ts';
import {
  checkCollection,
  mendCollection,
} from '../../../../src/engine/commands/settings/check-collection.ts';
import { beginStudy, nextInStudy } from '../../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  changePreset,
  studyUntilDone,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(4, 1);
});
afterEach(() => deps.close());

test('[TODAY-5] the end says what was done, and when a learning card comes back', async () => {
  await beginStudy(deps, {});
  await changePreset(deps, { learningStepsMinutes: [60] });
  for (const grade of [4, 4, 4, 1] as const) await answerFirst(deps, grade);
  expect(accepted(await nextInStudy(deps))).toEqual({
    kind: 'finished',
    summary: { answers: 4, cards: 4, recalled: 3, millis: 20_000 },
    cards: [0, 1, 2, 3].map((fact) => ({
      cardId: `sample:fact-000${fact}/1`,
      isForgotten: fact === 3,
    })),
    nextLearningAtMillis: deps.nowMillis + 3_600_000,
  });
});

test('[QUEUE-10] a session asks for its own scope only', async () => {
  const scope = { deckId: 'sample' as DeckId, section: 'Odd' };
  await beginStudy(deps, scope);
  expect(await studyUntilDone(deps, () => 4, scope)).toHaveLength(2);
  expect(accepted(await nextInStudy(deps))).toMatchObject({
    kind: 'finished',
    summary: { answers: 2 },
  });
});

test('[QUEUE-2] a card that was on screen is shown again only while it can be', async () => {
  await beginStudy(deps, {});
  const last = await cardOf(deps, 'sample:fact-0003/1');
  const shown = async () => {
    const next = accepted(await nextInStudy(deps, last.id));
    return next.kind === 'card' ? next.showing.card.id : undefined;
  };
  expect(await shown()).toBe(last.id);
  accepted(await suspendCards(deps, [last.id], true));
  expect(await shown()).toBe('sample:fact-0000/1');
  accepted(await undoLast(deps));
  expect(await shown()).toBe(last.id);
});

test('[LOG-27] [LOG-28] the check finds damage, what is accepted is put right, and then it finds none', async () => {
  await answerFirst(deps, 3);
  await answerFirst(deps, 1);
  expect(accepted(await checkCollection(deps)).wasSound).toBe(true);
  const sound = await hashOf(deps.store);
  await deps.store.cards.toCollection().modify({ flag: 6 });
  await deps.store.tallies.clear();
  await deps.store.days.clear();
  await deps.store.reviews.clear();
  const check = accepted(await checkCollection(deps));
  expect(check.wasSound).toBe(false);
  expect(check.hashAfter).toBe(sound);
  expect(await deps.store.reviews.count()).toBe(0);
  expect(check.offered).toEqual(['put-back', 'agree', 'count']);
  accepted(await mendCollection(deps, check.offered));
  expect(await hashOf(deps.store)).toBe(sound);
  expect(await deps.store.reviews.count()).toBe(2);
  expect(accepted(await checkCollection(deps)).wasSound).toBe(true);
});

test('[LOG-17] after a check, what was done before it can still be undone', async () => {
  const before = await hashOf(deps.store);
  await answerFirst(deps, 3);
  accepted(await checkCollection(deps));
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(before);
});
