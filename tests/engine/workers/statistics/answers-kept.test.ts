import { afterEach, expect, test } from 'vitest';
import { answerCram, beginCram, settleCram } from '../../../../src/engine/commands/cram/cram.ts';
import { redoLast, undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { LIBRARY } from '../../../../src/engine/queries/library.ts';
import { AnswersKept } from '../../../../src/engine/workers/statistics/answers-kept.ts';
import { LibraryService } from '../../../../src/engine/workers/library/library-service.ts';
import type { InsightsAsked } from '../../../../src/domain/statistics/insights.ts';
import { readCramAnswers } from '../../../../src/store/reads/answers/cram-answers.ts';
import { onChanges } from '../../../../src/store/announce.ts';
import { MILLIS_PER_DAY } from '../../../../src/kernel/time.ts';
import {
  accepted,
  answerFirst,
  engineOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const ASKED: InsightsAsked = { scope: { kind: 'all' }, period: 'month' };
let deps: TestDeps | undefined;

afterEach(() => deps?.close());

async function insightsBy(service: LibraryService, of: TestDeps, asked = ASKED) {
  const context = { library: service, now: of.clock(), watch: () => true };
  return accepted(await LIBRARY.insights(context, asked));
}

async function insightsAnew(of: TestDeps, asked = ASKED) {
  const service = new LibraryService(() => {});
  service.mayKeep = false;
  service.open(of.store.place);
  return insightsBy(service, of, asked);
}

test('[STATS-35] after an answer, an undo, a redo and accepted cramming figures are as if read anew', async () => {
  deps = await withSampleDeck(6);
  const kept = new LibraryService(() => {});
  kept.mayKeep = false;
  kept.open(deps.store.place);
  const stop = onChanges(deps.store, (changes) => (changes ? kept.change(changes) : kept.reset()));
  const both = async (of: TestDeps) => {
    const [told, anew] = [await insightsBy(kept, of), await insightsAnew(of)];
    expect(told).toEqual(anew);
    return told;
  };
  expect((await both(deps)).answering).toEqual({ is: 'absent', because: { reason: 'no-answers' } });
  const first = await answerFirst(deps, 1);
  await answerFirst(deps, 3);
  expect((await both(deps)).answers.ever).toBe(2);
  accepted(await undoLast(deps));
  expect((await both(deps)).answers.ever).toBe(1);
  accepted(await redoLast(deps));
  expect((await both(deps)).answers.ever).toBe(2);
  deps.nowMillis += 3 * MILLIS_PER_DAY;
  const cramId = accepted(await beginCram(deps, [first.id], 'Tonight'));
  accepted(await answerCram(deps, cramId, first.id, 3, 4000));
  const crammed = await both(deps);
  expect([crammed.answers.ever, crammed.leftOut.crammed]).toEqual([2, 1]);
  accepted(await settleCram(deps, await readCramAnswers(deps.store, cramId), true));
  const settled = await both(deps);
  expect([settled.answers.ever, settled.leftOut.crammed]).toEqual([3, 0]);
  accepted(await undoLast(deps));
  expect((await both(deps)).answers.ever).toBe(2);
  stop();
});

test('[STATS-35] an answer has its cards’ histories read, however many there are', async () => {
  deps = await withSampleDeck(20);
  const kept = new AnswersKept();
  for (let answer = 0; answer < 12; answer++) await answerFirst(deps, 3);
  expect((await kept.upToDate(deps.store)).size).toBe(12);
  const stop = onChanges(deps.store, (changes) => (changes ? kept.hear(changes) : kept.forget()));
  await answerFirst(deps, 3);
  expect((await kept.upToDate(deps.store)).size).toBe(13);
  // The card, and its sibling, which it buries.
  expect(kept.reread).toBe(2);
  await kept.upToDate(deps.store);
  expect(kept.reread).toBe(2);
  stop();
});

test('[STATS-6] the worker answers for a deck, a section and a search, and names what it cannot read', async () => {
  deps = await withSampleDeck(4);
  await answerFirst(deps, 3);
  const [deck] = await deps.store.decks.toArray();
  const ask = (scope: InsightsAsked['scope']) =>
    engineOf(deps as TestDeps).ask('insights', { scope, period: 'week' });
  const ofDeck = accepted(await ask({ kind: 'deck', path: deck?.name ?? '' }));
  expect([ofDeck.cards, ofDeck.answers.ever]).toEqual([8, 1]);
  const searched = accepted(await ask({ kind: 'search', text: 'rated:1' }));
  expect([searched.cards, searched.answers.ever]).toEqual([1, 1]);
  expect(accepted(await ask({ kind: 'search', text: 'nothing-like-it' })).cards).toBe(0);
  expect(await ask({ kind: 'search', text: '(a' })).toMatchObject({ ok: false });
});
