import { beforeEach, expect, test } from 'vitest';
import { beginDrawing, markUnfinished } from '../../../src/renderer/card/undrawn/being-drawn.ts';
import {
  addMarks,
  dropMarks,
  markOf,
  marksFrom,
  sideHash,
  undrawnMarks,
} from '../../../src/renderer/card/undrawn/undrawn-marks.ts';
import type { CardId, NoteId } from '../../../src/kernel/ids.ts';
import { showCard, until } from './show-card.tsx';

const card = (content = 'as it was') => ({
  cardId: 'n/1' as CardId,
  noteId: 'n' as NoteId,
  content,
});

beforeEach(() => {
  localStorage.removeItem('rounds.being-drawn');
  dropMarks(() => true);
});

test('[SAFE-21] what was being drawn is found at the next start, and what was drawn is not', async () => {
  const first = beginDrawing('<b>one</b>', '', card());
  const second = beginDrawing('<b>two</b>', '');
  second.laidOut();
  await until(
    () => !localStorage.getItem('rounds.being-drawn')?.includes(sideHash('<b>two</b>', '')),
  );
  const unfinished = markUnfinished();
  expect(unfinished).toEqual([{ side: sideHash('<b>one</b>', ''), card: card(), reason: 'ended' }]);
  expect(undrawnMarks()).toEqual(unfinished);
  expect(localStorage.getItem('rounds.being-drawn')).toBeNull();
  expect(markUnfinished()).toEqual([]);
  first.end();
});

test('[SAFE-21] who leaves the page leaves no note', () => {
  markUnfinished();
  const third = beginDrawing('<b>three</b>', '');
  dispatchEvent(new Event('pagehide'));
  expect(markUnfinished()).toEqual([]);
  third.end();
});

test('[SAFE-21] a card seen before is not noted again, so it costs nothing', async () => {
  beginDrawing('<b>four</b>', '').laidOut();
  await until(() => localStorage.getItem('rounds.being-drawn') === null);
  beginDrawing('<b>four</b>', '');
  expect(localStorage.getItem('rounds.being-drawn')).toBeNull();
});

test('[SAFE-21] the mark holds for every side of the note until it is another', () => {
  addMarks([{ side: sideHash('front', 'css'), card: card(), reason: 'ended' }]);
  const marks = undrawnMarks();
  expect(markOf(marks, 'back', 'css', card())).toBeDefined();
  expect(markOf(marks, 'front', 'css', undefined)).toBeDefined();
  expect(markOf(marks, 'back', 'css', card('edited'))).toBeUndefined();
  expect(markOf(marks, 'front', 'other css', { ...card(), noteId: 'm' as NoteId })).toBeUndefined();
});

test('[SAFE-21] a marked card stands as it is written, and is drawn where that is asked for', async () => {
  addMarks([{ side: sideHash('<b>five</b>', ''), reason: 'ended' }]);
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
  '[{"side":"a","card":1,"reason":"ended"}]',
])('[SAFE-21] %s, where marks are kept, is as good as none', (text) => {
  expect(marksFrom(text)).toEqual([]);
});
