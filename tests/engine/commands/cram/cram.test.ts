import { afterEach, expect, test } from 'vitest';
import type { CardId, CramId, DeckId } from '../../../../src/kernel/ids.ts';
import { type CardChoice, NO_CARDS } from '../../../../src/domain/overlay/overlay.ts';
import type { Grade } from '../../../../src/domain/memory/schedule.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { buryCards, suspendCards } from '../../../../src/engine/commands/study/cards.ts';
import { answerCram, dropCram, settleCram } from '../../../../src/engine/commands/cram/cram.ts';
import { previewSettle } from '../../../../src/engine/queries/once/study/cram.ts';
import { cramCards, cramChoice } from '../../../../src/engine/commands/cram/cram-choice.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { deleteNotes, moveNotes, tagNotes } from '../../../../src/engine/commands/notes/notes.ts';
import {
  finishStudy,
  nextInStudy,
  openStudy,
} from '../../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { readHistory } from '../../../../src/store/reads/answers/history.ts';
import {
  readCramAnswers,
  readOpenCramAnswers,
} from '../../../../src/store/reads/answers/cram-answers.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import {
  accepted,
  answerFirst,
  cardOf,
  everyRow,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

const id = (note: number, slot = 1) => `sample:fact-000${note}/${slot}` as CardId;
const WHOLE: CardChoice = { ...NO_CARDS, deckIds: ['sample' as DeckId] };

async function crammed(choice: CardChoice): Promise<readonly CardId[]> {
  accepted(await cramChoice(deps, choice, 'Test'));
  return (await deps.store.sessions.get('current'))?.cardIds ?? [];
}

/** Grades the card on screen, which must be one of a round. */
async function grade(given: Grade): Promise<CardId> {
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card' || !next.cram) throw new Error('no card to cram');
  deps.advance(1);
  const { id } = next.showing.card;
  accepted(await answerCram(deps, next.cram.cramId, id, given, 4000));
  return id;
}

async function finish(given: Grade = 3): Promise<CramId> {
  for (let answers = 0; answers < 100; answers++) {
    const next = accepted(await nextInStudy(deps));
    if (next.kind === 'finished') return next.cram?.cramId as CramId;
    await grade(given);
  }
  throw new Error('the round never ends');
}

/** Everything but the log, the numbering, the session and the ledger. */
async function allElse(): Promise<unknown> {
  const { operations, changeParts, device, sessions, cramAnswers, undone, ...rest } =
    await everyRow(deps);
  return rest;
}

test('[CRAM-2] a deck is crammed with the decks below it, a section with those below, a search as found', async () => {
  deps = await withSampleDeck(4);
  accepted(await createDeck(deps, 'Sample::Below'));
  const below = (await deps.store.decks.toArray()).find(({ name }) => name === 'Sample::Below');
  if (!below) throw new Error('no deck');
  accepted(await moveNotes(deps, ['sample:fact-0003' as never], below.id));
  accepted(
    await tagNotes(deps, ['sample:fact-0003' as never], { add: ['Even::Deep'], remove: [] }),
  );
  expect(await crammed(WHOLE)).toHaveLength(8);
  expect(new Set(await crammed({ ...NO_CARDS, sections: ['Even'] }))).toEqual(
    new Set([0, 2, 3].flatMap((note) => [id(note, 1), id(note, 2)])),
  );
  expect(new Set(await crammed({ ...NO_CARDS, search: '"hidden 1.0"' }))).toEqual(
    new Set([id(1, 1), id(1, 2)]),
  );
});

test('[CRAM-2] buried and future cards too, suspended ones not, the least likely to be recalled first', async () => {
  deps = await withSampleDeck(6, 1);
  for (const note of [0, 1])
    accepted(await answerCard(deps, await cardOf(deps, id(note)), 4, 4000));
  deps.advance(60 * 24 * 3);
  accepted(await answerCard(deps, await cardOf(deps, id(2)), 4, 4000));
  accepted(await buryCards(deps, [id(1), id(4)]));
  accepted(await suspendCards(deps, [id(3)], true));
  expect(await crammed(WHOLE)).toEqual([id(0), id(1), id(2), id(4), id(5)]);
  accepted(await cramCards(deps, [id(5), id(3), id(2)], 'Chosen cards'));
  expect((await deps.store.sessions.get('current'))?.cardIds).toEqual([id(2), id(5)]);
});

test('[CRAM-2] where there is no card to cram, it says so and leaves the session alone', async () => {
  deps = await withSampleDeck(2);
  await answerFirst(deps);
  accepted(await openStudy(deps));
  const before = await everyRow(deps);
  for (const choice of [NO_CARDS, { ...NO_CARDS, sections: ['Nowhere'] }]) {
    expect(problemOf(await cramChoice(deps, choice, 'Nothing')).what).toContain('no card to cram');
  }
  expect(problemOf(await cramCards(deps, [], 'Nothing')).kept).toBe('Everything is as it was.');
  expect((await cramChoice(deps, { ...NO_CARDS, search: '(is:new' }, 'x')).ok).toBe(false);
  expect(await everyRow(deps)).toEqual(before);
});

test('[CRAM-1] cramming touches the ledger alone: cards, reviews, counts and totals stay', async () => {
  deps = await withSampleDeck(4);
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
  const before = await allElse();
  await crammed(WHOLE);
  await finish();
  expect(await allElse()).toEqual(before);
  expect(await deps.store.cramAnswers.count()).toBe(8);
});

test('[CRAM-3] a round outlives a crash at the same card, and undo takes its answers back one by one', async () => {
  deps = await withSampleDeck(4);
  await crammed(WHOLE);
  const start = await hashOf(deps.store);
  const given = [await grade(1), await grade(3), await grade(2)];
  deps.store.close();
  await deps.store.open();
  accepted(await openStudy(deps));
  const next = accepted(await nextInStudy(deps));
  expect(next).toMatchObject({ kind: 'card', cram: { name: 'Test', recalled: 1, cards: 8 } });
  for (const cardId of given.reverse()) {
    accepted(await undoLast(deps));
    expect(accepted(await nextInStudy(deps))).toMatchObject({ showing: { card: { id: cardId } } });
  }
  expect(await hashOf(deps.store)).toBe(start);
});

test('[CRAM-3] a graded card does not come back early, whatever was on screen when the program stopped', async () => {
  deps = await withSampleDeck(6);
  await crammed(WHOLE);
  const [first] = [await grade(1)];
  const next = accepted(await nextInStudy(deps, first));
  expect(next.kind === 'card' && next.showing.card.id).not.toBe(first);
});

test('[CRAM-3] a card that goes out of study in between is passed over', async () => {
  deps = await withSampleDeck(2);
  const [first, second] = await crammed(WHOLE);
  if (!first || !second) throw new Error('no cards');
  accepted(await suspendCards(deps, [first], true));
  const next = accepted(await nextInStudy(deps));
  expect(next).toMatchObject({ showing: { card: { id: second } }, cram: { cards: 3 } });
  accepted(await undoLast(deps));
  expect(accepted(await nextInStudy(deps))).toMatchObject({ showing: { card: { id: first } } });
});

test('[CRAM-3] the round goes on after the study day has ended', async () => {
  deps = await withSampleDeck(2);
  await crammed(WHOLE);
  await grade(3);
  deps.advance(24 * 60);
  expect(accepted(await nextInStudy(deps))).toMatchObject({ cram: { recalled: 1, cards: 4 } });
});

test('[CRAM-5] accepting does what its preview showed, and one undo takes all of it back', async () => {
  deps = await withSampleDeck(3, 1);
  accepted(await answerCard(deps, await cardOf(deps, id(0)), 4, 4000));
  deps.advance(60 * 24 * 2);
  await crammed(WHOLE);
  await grade(1);
  const cramId = await finish();
  // A crammed card answered in study afterwards: its crammed answer comes too late.
  deps.advance(5);
  accepted(await answerCard(deps, await cardOf(deps, id(1)), 3, 4000));
  const before = await hashOf(deps.store);
  const preview = accepted(await previewSettle(deps, { cramId }));
  expect(await hashOf(deps.store)).toBe(before);
  expect(preview).toMatchObject({ tooLate: 1, gone: 0, changes: { begun: 1 } });
  expect(preview.answers).toHaveLength(4);
  expect(preview.cards.map(({ question }) => question)).toContain('[…]');
  accepted(await settleCram(deps, preview.answers, true));
  for (const { after } of preview.cards) expect(await cardOf(deps, after.id)).toEqual(after);
  expect(await readOpenCramAnswers(deps.store)).toEqual([]);
  const history = await readHistory(deps.store, id(0));
  expect(history.map(({ grade }) => grade)).toEqual([4, 1, 3]);
  const states = (await readCramAnswers(deps.store, cramId)).map(({ state }) => state).sort();
  expect(states).toEqual(['accepted', 'accepted', 'accepted', 'dropped']);
  expect((await rebuild(deps.store)).hashAfter).toBe(await hashOf(deps.store));
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(before);
  expect(await readHistory(deps.store, id(0))).toHaveLength(1);
});

test('[CRAM-5] no day’s totals and no limit know of accepted answers', async () => {
  deps = await withSampleDeck(3);
  await crammed(WHOLE);
  const cramId = await finish();
  const preview = accepted(await previewSettle(deps, { cramId }));
  accepted(await settleCram(deps, preview.answers, true));
  expect(await deps.store.days.count()).toBe(0);
  expect(await deps.store.reviews.count()).toBe(0);
});

test('[CRAM-5] answers whose card is gone are told, and go with the rest', async () => {
  deps = await withSampleDeck(2, 1);
  await crammed(WHOLE);
  const cramId = await finish();
  accepted(await deleteNotes(deps, ['sample:fact-0000' as never]));
  const preview = accepted(await previewSettle(deps, { cramId }));
  expect(preview).toMatchObject({ tooLate: 0, gone: 1 });
  expect(preview.cards).toHaveLength(1);
  accepted(await settleCram(deps, preview.answers, true));
  expect(await readOpenCramAnswers(deps.store)).toEqual([]);
});

test('[CRAM-6] dropped, nothing but the ledger knows of them, and one undo opens them again', async () => {
  deps = await withSampleDeck(3);
  await answerFirst(deps);
  const before = await allElse();
  await crammed(WHOLE);
  const cramId = await finish();
  accepted(await dropCram(deps, cramId));
  expect(await allElse()).toEqual(before);
  expect(await readOpenCramAnswers(deps.store)).toEqual([]);
  problemOf(await dropCram(deps, cramId));
  accepted(await undoLast(deps));
  expect(await readOpenCramAnswers(deps.store)).toHaveLength(6);
  await finishStudy(deps);
});
