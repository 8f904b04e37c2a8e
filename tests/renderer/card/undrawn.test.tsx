import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import {
  beginDrawing,
  beginNoting,
  heard,
} from '../../../src/renderer/card/undrawn/being-drawn.ts';
import { acquit, dropMarks, keepMarks, strike } from '../../../src/renderer/card/undrawn/struck.ts';
import {
  markOf,
  marksFrom,
  sideHash,
  type UndrawnMark,
  undrawnMarks,
} from '../../../src/renderer/card/undrawn/undrawn-marks.ts';
import {
  markUndrawn,
  rememberDrawings,
} from '../../../src/renderer/start/put-back/drawn-on-disk.ts';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import type { RoundsDatabase } from '../../../src/store/schema.ts';
import { type TestDeps, testDeps } from '../../support/deps.ts';
import { waitUntil } from '../../support/wait-for.ts';
import { showCard, until } from './show-card.tsx';

const card = (content = 'as it was') => ({
  cardId: 'n/1' as CardId,
  noteId: 'n' as NoteId,
  content,
});

const NOTES = 'rounds.being-drawn/';
const STRUCK = 'rounds.undrawn-once';
/** A page that is gone: nothing holds its lock. */
const GONE = `${NOTES}gone`;

/** The note of this page, which is open. */
const ownNote = () => Object.keys(localStorage).find((key) => key.startsWith(NOTES));
const ofSide = (html: string, content?: string): UndrawnMark => ({
  side: sideHash(html, ''),
  card: card(content),
  reason: 'twice',
});

/** The page ended, and its note is found as it stood there after so many changes. */
function leave(changes: number, ...sides: readonly UndrawnMark[]): void {
  localStorage.setItem(GONE, JSON.stringify([changes, ...sides]));
}

/** Whether the next start finds that a card is to be passed over. */
async function isPassedOver(): Promise<boolean> {
  const before = undrawnMarks().length;
  history.replaceState(null, '', '#/review');
  await markUndrawn(db);
  const isMarked = undrawnMarks().length > before;
  expect(location.hash).toBe(isMarked ? '#/' : '#/review');
  return isMarked;
}

let deps: TestDeps;
let db: RoundsDatabase;

beforeAll(async () => {
  deps = await testDeps();
  db = deps.store;
});

afterAll(() => {
  delete heard.by;
  deps.close();
});

beforeEach(async () => {
  for (const key of Object.keys(localStorage))
    if (key.startsWith(NOTES)) localStorage.removeItem(key);
  localStorage.removeItem(STRUCK);
  dropMarks(() => true);
  await db.table('sessions').clear();
});

test('[SAFE-21] what was being drawn stands in the note until it is on screen', async () => {
  const first = beginDrawing('<b>one</b>', '', card());
  const second = beginDrawing('<b>two</b>', '');
  second.laidOut();
  await until(() => !localStorage.getItem(ownNote() ?? '')?.includes(sideHash('<b>two</b>', '')));
  expect(marksFrom(localStorage.getItem(ownNote() ?? ''))).toEqual([ofSide('<b>one</b>')]);
  first.end();
  expect(ownNote()).toBeUndefined();
});

test('[SAFE-21] a card with which the program ended once is drawn again, and passed over after the second time', async () => {
  leave(1, ofSide('<b>harms</b>'));
  expect(await isPassedOver()).toBe(false);
  expect(undrawnMarks()).toEqual([]);
  expect(localStorage.getItem(GONE)).toBeNull();
  await db.table('sessions').clear();
  leave(7, ofSide('<b>harms, with another answer typed</b>'));
  expect(await isPassedOver()).toBe(true);
  expect(undrawnMarks()).toEqual([ofSide('<b>harms, with another answer typed</b>')]);
  expect(await isPassedOver()).toBe(false);
});

test('[SAFE-21] a card that was drawn in between has not ended the program twice in a row', async () => {
  leave(1, ofSide('<b>sound</b>'));
  await markUndrawn(db);
  acquit(sideHash('<b>sound</b>', ''));
  await db.table('sessions').clear();
  leave(1, ofSide('<b>sound</b>'));
  expect(await isPassedOver()).toBe(false);
});

test('[SAFE-21] a card that was edited after it ended the program has ended it once', async () => {
  leave(1, ofSide('<b>before</b>'));
  await markUndrawn(db);
  await db.table('sessions').clear();
  leave(1, ofSide('<b>after</b>', 'edited'));
  expect(await isPassedOver()).toBe(false);
});

test('[REVIEW-17] a note that the browser wrote before its page went on is not believed', async () => {
  await rememberDrawings(db);
  const drawing = beginDrawing('<b>healthy</b>', '', card());
  const note = ownNote() ?? '';
  const asWritten = localStorage.getItem(note) ?? '';
  drawing.end();
  const row = `drawn/${note}`;
  await waitUntil(async () => (await db.table('sessions').get(row)) !== undefined);
  const { changes } = await db.table('sessions').get(row);
  await db.table('sessions').put({ id: `drawn/${GONE}`, changes, atMillis: Date.now() });
  for (let start = 0; start < 3; start++) {
    localStorage.setItem(GONE, asWritten);
    expect(await isPassedOver()).toBe(false);
    expect(localStorage.getItem(STRUCK)).toBeNull();
  }
});

test('[REVIEW-17] of two sides, one on screen and one that ended the program, the second is told', async () => {
  await db.table('sessions').put({ id: `drawn/${GONE}`, changes: 3, atMillis: Date.now() });
  leave(3, ofSide('<b>harms</b>'));
  await markUndrawn(db);
  expect(marksFrom(localStorage.getItem(STRUCK))).toEqual([ofSide('<b>harms</b>')]);
});

test('[REVIEW-17] one end is counted once, also where the browser brings its note up again', async () => {
  for (let start = 0; start < 3; start++) {
    leave(1, ofSide('<b>once</b>'));
    expect(await isPassedOver()).toBe(false);
  }
});

test('[REVIEW-17] while a side waits, and while the page is out of sight, nothing is noted', async () => {
  beginNoting();
  const drawing = beginDrawing('<b>waits</b>', '', card());
  expect(ownNote()).toBeDefined();
  drawing.waits();
  expect(ownNote()).toBeUndefined();
  drawing.part(() => expect(ownNote()).toBeDefined());
  const isHidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  expect(ownNote()).toBeUndefined();
  drawing.part(() => expect(ownNote()).toBeUndefined());
  const other = beginDrawing('<b>begun out of sight</b>', '', card());
  expect(ownNote()).toBeUndefined();
  isHidden.mockRestore();
  other.end();
  // In sight again, what is still drawn is noted again.
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  expect(ownNote()).toBeDefined();
  drawing.end();
  drawing.part(() => expect(ownNote()).toBeUndefined());
});

test('[REVIEW-17] a card whose pictures are waited for is not being drawn, nor is an answer read ahead', async () => {
  let found = (_url: string | undefined): void => {};
  const asked: string[] = [];
  const mediaUrl = (name: string): Promise<string | undefined> => {
    asked.push(name);
    return new Promise((resolve) => {
      found = resolve;
    });
  };
  const picture = (name: string) => `<b>${name}</b><img src="${name}">`;
  const shown = showCard(picture('question.png'), {
    mediaUrl,
    card: card(),
    following: { html: picture('answer.png'), css: '' },
  });
  await until(() => asked.includes('question.png') && ownNote() === undefined);
  found(undefined);
  expect((await shown).root.textContent).toContain('question.png');
  await until(() => asked.includes('answer.png') && ownNote() === undefined);
  found(undefined);
});

test('[REVIEW-18] what an open window draws is not judged by the start of another', async () => {
  await rememberDrawings(db);
  const drawing = beginDrawing('<b>in the other window</b>', '', card());
  const note = ownNote() ?? '';
  await waitUntil(async () =>
    ((await navigator.locks.query()).held ?? []).some(({ name }) => name === note),
  );
  expect(await isPassedOver()).toBe(false);
  expect(localStorage.getItem(STRUCK)).toBeNull();
  expect(ownNote()).toBe(note);
  drawing.end();
});

test('[SAFE-21] who leaves the page leaves no note', () => {
  beginNoting();
  const third = beginDrawing('<b>three</b>', '');
  expect(ownNote()).toBeDefined();
  dispatchEvent(new Event('pagehide'));
  expect(ownNote()).toBeUndefined();
  third.end();
});

test('[SAFE-21] a card seen before is not noted again, so it costs nothing', async () => {
  beginDrawing('<b>four</b>', '').laidOut();
  await until(() => ownNote() === undefined);
  beginDrawing('<b>four</b>', '');
  expect(ownNote()).toBeUndefined();
});

test('[SAFE-21] a card that held up the screen once, as on a machine that slept, is drawn again', () => {
  const slow: UndrawnMark = { side: 'slow', card: card(), reason: 'slow' };
  expect(strike([slow])).toEqual([]);
  // Drawn it was, and slowly.
  acquit('slow');
  expect(strike([slow])).toEqual([slow]);
  expect(undrawnMarks()).toEqual([slow]);
});

test('[SAFE-21] the mark holds for every side of the note until it is another', () => {
  keepMarks([{ side: sideHash('front', 'css'), card: card(), reason: 'twice' }]);
  const marks = undrawnMarks();
  expect(markOf(marks, 'back', 'css', card())).toBeDefined();
  expect(markOf(marks, 'front', 'css', undefined)).toBeDefined();
  expect(markOf(marks, 'back', 'css', card('edited'))).toBeUndefined();
  expect(markOf(marks, 'front', 'other css', { ...card(), noteId: 'm' as NoteId })).toBeUndefined();
});

test('[SAFE-21] a marked card stands as it is written, and is drawn where that is asked for', async () => {
  keepMarks([{ side: sideHash('<b>five</b>', ''), reason: 'twice' }]);
  const shown = showCard('<b>five</b>');
  await until(() => document.querySelector('.undrawn-card pre') !== null);
  expect(document.querySelector('.undrawn-card pre')?.textContent).toBe('<b>five</b>');
  expect(document.querySelector('.undrawn-card b, .undrawn-card iframe')).toBeNull();
  document.querySelector<HTMLButtonElement>('.undrawn-card button')?.click();
  expect((await shown).root.querySelector('b')?.textContent).toBe('five');
  expect(undrawnMarks()).toEqual([]);
});

test.each([
  '',
  '{',
  'null',
  '[1,null]',
  '[{"side":1}]',
  '[{"side":"a","card":1,"reason":"twice"}]',
  '[{"side":"a","reason":"ended"}]',
])('[SAFE-21] %s, where marks are kept, is as good as none', (text) => {
  expect(marksFrom(text)).toEqual([]);
});
