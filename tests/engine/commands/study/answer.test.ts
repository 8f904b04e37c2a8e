import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CardId } from '../../../../src/kernel/ids.ts';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { setCardsDue } from '../../../../src/engine/commands/study/cards.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { readHistory } from '../../../../src/store/reads/answers/history.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  changePreset,
  everyRow,
  noteOf,
  problemOf,
  queueOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const NOTE = 'sample:fact-0000';
const ONE = `${NOTE}/1` as CardId;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

/** One lapse: due today, graded Again. */
async function lapse(): Promise<void> {
  await setCardsDue(deps, [ONE], 0);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 1, 1000));
  deps.advance(24 * 60);
}

test('[CARD-6] the time is recorded as it was, at most the cap, in the review and the day’s total', async () => {
  const card = await cardOf(deps, ONE);
  accepted(await answerCard(deps, card, 3, 12_345.6));
  deps.advance(1);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 3, 3_600_000));
  const history = await readHistory(deps.store, ONE);
  expect(history.map(({ durationMillis }) => durationMillis)).toEqual([12_346, 60_000]);
  const days = await deps.store.days.toArray();
  const millis = days.map(({ byKind }) => byKind.new.millis + byKind.learning.millis);
  expect(millis).toEqual([72_346, 72_346]);
});

test('[CARD-5] the lapse that makes a leech tags and suspends, and undo takes all of it back', async () => {
  await changePreset(deps, { leechThreshold: 3 });
  await lapse();
  await lapse();
  expect(await noteOf(deps, NOTE)).toMatchObject({ tags: [] });
  await setCardsDue(deps, [ONE], 0);
  const before = await everyRow(deps);
  accepted(await answerCard(deps, await cardOf(deps, ONE), 1, 1000));
  expect(await cardOf(deps, ONE)).toMatchObject({ suspended: true, schedule: { lapses: 3 } });
  expect((await noteOf(deps, NOTE)).tags).toEqual(['leech']);
  expect((await queueOf(deps)).cards.map(({ id }) => id)).not.toContain(ONE);
  accepted(await undoLast(deps));
  const after = await everyRow(deps);
  expect([after.cards, after.notes]).toEqual([before.cards, before.notes]);
});

test('[CARD-5] where leeches are only tagged, the card stays in study', async () => {
  await changePreset(deps, { leechThreshold: 1, leechAction: 'tag-only' });
  await lapse();
  expect(await cardOf(deps, ONE)).toMatchObject({ suspended: false });
  expect((await noteOf(deps, NOTE)).tags).toEqual(['leech']);
});

test('[LOG-6] a card as it was shown before it was forgotten can no longer be graded', async () => {
  const shown = await answerFirst(deps, 1);
  problemOf(await answerCard(deps, shown, 3, 1));
  accepted(await undoLast(deps));
  accepted(await answerCard(deps, shown, 3, 1));
  expect(await readHistory(deps.store, shown.id)).toHaveLength(1);
});

test.each([
  ['suspend', 'suspended'],
  ['tag-only', 'tagged'],
] as const)('[CARD-5] the lapse that makes a leech says so (%s)', async (leechAction, said) => {
  await changePreset(deps, { leechThreshold: 1, leechAction, learningStepsMinutes: [] });
  const card = await answerFirst(deps, 4);
  deps.advance(60 * 24 * 40);
  const later = await cardOf(deps, card.id);
  const answered = accepted(await answerCard(deps, later, 1, 1000));
  expect(answered.leech).toBe(said);
});

test('[LOG-7] what is no grade, or no time, changes nothing', async () => {
  const before = await cardOf(deps, (await queueOf(deps)).cards[0]?.id as CardId);
  const refused = await answerCard(deps, before, 7 as Grade, 1000);
  expect(refused).toMatchObject({ ok: false });
  accepted(await answerCard(deps, before, 4, Number.NaN));
  expect((await readHistory(deps.store, before.id)).map((r) => r.durationMillis)).toEqual([0]);
});
