import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { intentOf } from '../../../src/engine/deps.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { apply } from '../../../src/store/apply.ts';
import { logPages, readOperation } from '../../../src/store/log/log-rows.ts';
import { packLargeBodies } from '../../../src/store/log/payloads.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../src/store/log/rebuild/rebuild.ts';
import { accepted, answerFirst, type TestDeps, withSampleDeck } from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

const many = (count: number, named = 'own'): OperationBody => ({
  kind: 'add-notes',
  notes: Array.from({ length: count }, (_, index) => ({
    id: `sample:${named}-${index}` as NoteId,
    deckId: 'sample' as DeckId,
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front: `front ${index}`, back: 'the same back for every one of them' } as never,
    sections: ['Even'],
  })),
});
const add = async (body: OperationBody) => accepted(await apply(deps.store, intentOf(deps, body)));

test('[LOG-9] a large body stands beside the log once, compressed, and comes back as it was', async () => {
  const start = await hashOf(deps.store);
  const body = many(2000);
  const added = await add(body);
  const row = await deps.store.operations.get(added.id);
  expect(JSON.stringify(row).length).toBeLessThan(600);
  const [payload, ...others] = await deps.store.payloads.toArray();
  expect(others).toEqual([]);
  expect(payload?.bytes.byteLength).toBeLessThan(JSON.stringify(body).length / 5);
  expect((await readOperation(deps.store, added.id))?.body).toEqual(body);
  accepted(await undoLast(deps));
  expect(await hashOf(deps.store)).toBe(start);
  await add(body);
  expect(await deps.store.payloads.count()).toBe(1);
  expect((await rebuild(deps.store)).differing).toEqual({});
});

test('[LOG-9] an addition stores nothing of what it brings, an answer only what was before', async () => {
  const added = await add(many(2, 'few'));
  expect((await deps.store.operations.get(added.id))?.undo).toEqual([]);
  const card = await answerFirst(deps);
  const row = await deps.store.operations.orderBy('logicalMillis').last();
  expect(row?.undo.map(({ table, key }) => [table, key])).toContainEqual(['cards', card.id]);
  expect(JSON.stringify(row)).not.toContain('"after"');
});

test('[LOG-10] a payload that is gone is told as a damaged step, and the rebuild leaves all as it is', async () => {
  await add(many(2000));
  const before = await hashOf(deps.store);
  await deps.store.payloads.clear();
  const rebuilt = await rebuild(deps.store);
  expect(rebuilt.damaged).toHaveLength(1);
  expect(rebuilt.isLeft).toBe(true);
  expect(await hashOf(deps.store)).toBe(before);
  expect(await deps.store.notes.count()).toBe(2003);
});

test('[LOG-16] a rebuild writes what differs and no more, and tells how far it is', async () => {
  for (let answers = 0; answers < 5; answers++) await answerFirst(deps);
  const sound = await hashOf(deps.store);
  const [review] = await deps.store.reviews.toArray();
  const [card] = await deps.store.cards.toArray();
  if (!review || !card) throw new Error('no rows');
  await deps.store.reviews.put({ ...review, grade: 1, durationMillis: 7 });
  await deps.store.cards.put({ ...card, flag: 5 });
  await deps.store.notes.add({ ...(await deps.store.notes.toArray())[0], id: 'stray' } as never);
  const told: number[] = [];
  const rebuilt = await rebuild(deps.store, (done, total) => told.push(done / total) > 0);
  expect(rebuilt.differing).toEqual({ reviews: 1, cards: 1, notes: 1 });
  expect(told.at(-1)).toBe(1);
  expect(await hashOf(deps.store)).toBe(sound);
  expect(await deps.store.reviews.get(review.operationId)).toEqual(review);
  expect((await rebuild(deps.store)).differing).toEqual({});
});

test('[LOG-16] an empty log beside cards is no reason to delete them, whatever its numbers say', async () => {
  const cards = await deps.store.cards.count();
  expect(cards).toBeGreaterThan(0);
  await deps.store.operations.clear();
  await deps.store.device.update('device', { nextCounter: 0 });
  const rebuilt = await rebuild(deps.store);
  expect([rebuilt.operations, rebuilt.isLeft]).toEqual([0, true]);
  expect(await deps.store.cards.count()).toBe(cards);
});

test('[LOG-16] an empty log of an empty collection is sound', async () => {
  for (const { name } of deps.store.tables)
    if (name !== 'device') await deps.store.table(name).clear();
  await deps.store.device.update('device', { nextCounter: 0 });
  const rebuilt = await rebuild(deps.store);
  expect([rebuilt.operations, rebuilt.refused.length, rebuilt.isLeft]).toEqual([0, 0, false]);
});

test('[LOG-23] large bodies that stood in the log move beside it, and every step stays the same', async () => {
  const added = await add(many(2000));
  const operation = await readOperation(deps.store, added.id);
  if (!operation) throw new Error('no operation');
  await deps.store.operations.update(added.id, { body: operation.body });
  await deps.store.payloads.clear();
  const written = [];
  for await (const page of logPages(deps.store))
    written.push(...page.map((each) => each.operation));
  await packLargeBodies(deps.store);
  expect(await deps.store.payloads.count()).toBe(1);
  const after = [];
  for await (const page of logPages(deps.store)) after.push(...page.map((each) => each.operation));
  expect(after).toEqual(written);
});

test('[LOG-2] two changes asked for at once are numbered one after the other, a rebuild between them', async () => {
  const [one, two] = await deps.store.cards.limit(2).toArray();
  if (!one || !two) throw new Error('no cards');
  const [first, rebuilt, second] = await Promise.all([
    answerCard(deps, one, 3, 1),
    rebuild(deps.store),
    answerCard(deps, two, 3, 1),
  ]);
  expect(accepted(first).operation.counter + 1).toBe(accepted(second).operation.counter);
  expect(rebuilt.differing).toEqual({});
});
