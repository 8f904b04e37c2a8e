import { afterEach, beforeEach, expect, test } from 'vitest';
import { dropDraft, keepDraft } from '../../../src/engine/commands/notes/drafts.ts';
import { deleteNotes } from '../../../src/engine/commands/notes/notes.ts';
import { draftKept } from '../../../src/engine/queries/once/drafts.ts';
import { LEAST_FREE_BYTES, roomOf } from '../../../src/store/place/room.ts';
import {
  accepted,
  answerFirst,
  everyRow,
  cardOf,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';
import { leaveSpace, nearlyFullDisk, usualDisk } from '../../support/full-disk.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import type { NoteId } from '../../../src/kernel/ids.ts';

let deps: TestDeps;
beforeEach(async () => {
  await nearlyFullDisk();
  deps = await withSampleDeck(300, 1);
});
afterEach(async () => {
  deps.close();
  await usualDisk();
});

/** Several megabytes that cannot be compressed away. */
const noise = () =>
  Array.from({ length: 40 }, () => crypto.getRandomValues(new Uint8Array(65_536)).join(' ')).join();

test('[STORE-14] with too little free nothing is written, small or large, and with more it is', async () => {
  let free = LEAST_FREE_BYTES - 1;
  const room = roomOf(deps.store);
  room.askThrough(async () => free);
  await room.look();
  const before = await everyRow(deps);
  const card = await cardOf(deps, 'sample:fact-0000/1');
  const ids = (await deps.store.notes.toCollection().primaryKeys()) as NoteId[];
  for (const refused of [await answerCard(deps, card, 3, 1), await deleteNotes(deps, ids)]) {
    expect(problemOf(refused).what).toMatch(/^Less than 200 MB are free/);
  }
  expect(await everyRow(deps)).toEqual(before);
  free = LEAST_FREE_BYTES;
  accepted(await answerCard(deps, card, 3, 1));
  expect(room.left).toBe('enough');
});

test('[STORE-14] where nobody can be asked a refused write is the sign, until one is accepted', async () => {
  const room = roomOf(deps.store);
  const heard: string[] = [];
  room.onChange(() => heard.push(room.left));
  await keepDraft(deps, 'add', { text: noise() });
  expect(room.left).toBe('refused');
  await leaveSpace(undefined);
  await answerFirst(deps);
  expect(heard).toEqual(['refused', 'enough']);
});

test('[STORE-15] a note half written on a full disk is there again, and goes to the database when it can', async () => {
  const text = noise().slice(0, 1_500_000);
  await keepDraft(deps, 'add', { text });
  expect(await deps.store.drafts.get('add')).toBeUndefined();
  expect(accepted(await draftKept(deps, { id: 'add' }))).toEqual({ text });
  await leaveSpace(undefined);
  deps.advance(1);
  await keepDraft(deps, 'add', { text: 'shorter' });
  expect((await deps.store.drafts.get('add'))?.value).toEqual({ text: 'shorter' });
  expect(accepted(await draftKept(deps, { id: 'add' }))).toEqual({ text: 'shorter' });
  await dropDraft(deps, 'add');
  expect(accepted(await draftKept(deps, { id: 'add' }))).toBeUndefined();
});
