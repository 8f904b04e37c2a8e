import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeckId } from '../../../src/kernel/ids.ts';
import {
  beginStudy,
  finishStudy,
  nextInStudy,
  openStudy,
} from '../../../src/engine/commands/study/study.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { readSession } from '../../../src/store/device/session.ts';
import { accepted, answerFirst, type TestDeps, withSampleDeck } from '../../support/deps.ts';

const SCOPE = { deckId: 'sample' as DeckId, section: 'Odd' };
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(6, 1);
});
afterEach(() => deps.close());
const session = () => readSession(deps.store, deps.clock());

/** Where the session stands is written behind the screen's back: after what is under way. */
async function remembered(): Promise<string | undefined> {
  await deps.store.transaction('rw', deps.store.sessions, () => deps.store.sessions.count());
  return accepted(await openStudy(deps));
}

test('[TODAY-7] an unfinished session is there after a restart, with its scope and its card', async () => {
  await beginStudy(deps, SCOPE);
  const next = accepted(await nextInStudy(deps));
  if (next.kind !== 'card') throw new Error('no card');
  const shown = next.showing.card;
  expect(shown.sections).toEqual(['Odd']);
  expect(await remembered()).toBe(shown.id);
  deps.store.close();
  await deps.store.open();
  expect(await session()).toMatchObject({ ...SCOPE, cardId: shown.id });
  const again = accepted(await nextInStudy(deps, accepted(await openStudy(deps))));
  expect(again).toMatchObject({ kind: 'card', showing: { card: shown }, answered: 0 });
});

test('[TODAY-7] beginning the same scope again goes on; another scope begins anew', async () => {
  await beginStudy(deps, SCOPE);
  const first = await session();
  await answerFirst(deps, 4);
  await beginStudy(deps, SCOPE);
  expect(await session()).toEqual(first);
  await beginStudy(deps, {});
  const other = await session();
  expect(other?.firstCounter).toBe((first?.firstCounter ?? 0) + 1);
  expect(other).not.toHaveProperty('section');
});

test('[TODAY-7] it is gone on the next study day, not at midnight, and when it is finished', async () => {
  await beginStudy(deps, SCOPE);
  deps.nowMillis = Date.parse('2026-03-03T03:59:00Z');
  expect(await session()).toBeDefined();
  deps.nowMillis = Date.parse('2026-03-03T04:00:00Z');
  expect(await session()).toBeUndefined();
  await beginStudy(deps, SCOPE);
  await finishStudy(deps);
  expect(await session()).toBeUndefined();
});

test('[LOG-18] a session counts the answers since it began that are still in force', async () => {
  await answerFirst(deps, 4);
  deps.advance(1);
  await beginStudy(deps, {});
  await answerFirst(deps, 4);
  await answerFirst(deps, 1);
  await undoLast(deps);
  expect(accepted(await nextInStudy(deps))).toMatchObject({ kind: 'card', answered: 1 });
});

test('[LOG-18] a clock set back in the middle loses no answer from the summary', async () => {
  await beginStudy(deps, {});
  await answerFirst(deps, 4);
  deps.advance(-90);
  await answerFirst(deps, 1);
  expect(accepted(await nextInStudy(deps))).toMatchObject({ kind: 'card', answered: 2 });
});

test('[TODAY-7] an undo after the end goes on with the same section', async () => {
  await beginStudy(deps, SCOPE);
  for (let i = 0; i < 3; i++) await answerFirst(deps, 4, SCOPE);
  expect(accepted(await nextInStudy(deps))).toMatchObject({
    kind: 'finished',
    summary: { answers: 3 },
  });
  await finishStudy(deps);
  expect(await session()).toBeUndefined();
  await undoLast(deps);
  const again = accepted(await nextInStudy(deps));
  expect(again).toMatchObject({ kind: 'card', answered: 2 });
  expect(again.kind === 'card' && again.showing.card.sections).toEqual(['Odd']);
});

test('[TODAY-7] a study day that ends in mid-session keeps the section and counts anew', async () => {
  await beginStudy(deps, SCOPE);
  await answerFirst(deps, 4, SCOPE);
  deps.nowMillis = Date.parse('2026-03-03T04:00:00Z');
  const next = accepted(await nextInStudy(deps));
  expect(next).toMatchObject({ kind: 'card', answered: 0 });
  expect(next.kind === 'card' && next.showing.card.sections).toEqual(['Odd']);
});
