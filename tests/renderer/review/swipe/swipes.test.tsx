import { expect, test } from 'vitest';
import { setPreferences } from '../../../../src/renderer/preferences.ts';
import { painted } from '../../card/show-card.tsx';
import { besideIt, cardsToSwipe, finger, meant, swipe, swiped, word } from './swiping.tsx';

const shown = cardsToSwipe();

test('[TOUCH-1] the card follows a finger, says the grade, and is graded when it is let go far enough', async () => {
  const { graded, card, face, kept } = await shown('<p>What?</p>');
  const text = card().querySelector('p') as Element;
  const one = finger(text);
  one.down();
  expect(one.go(60, 4)).toBe(false);
  expect(swiped(face)).toBe('60px');
  await expect.poll(() => word()?.textContent).toBe('Good');
  expect(meant()).toBeUndefined();
  expect(besideIt()).toBe('Not yet');
  one.go(70, 0);
  await expect.poll(meant).toBe('3');
  expect(graded).toEqual([]);
  one.up();
  expect(graded).toEqual([3]);
  await kept();
  await expect.poll(() => swiped(face)).toBe('0px');

  // Beside the card as well, and to the other side.
  const beside = face.parentElement?.querySelector(':scope > p') as Element;
  const other = finger(beside);
  other.down();
  other.go(-130, 0);
  await expect.poll(() => word()?.textContent).toBe('Again');
  other.up();
  expect(graded).toEqual([3, 1]);
  await kept();
});

test('[TOUCH-1] let go too early, it goes back and nothing is graded', async () => {
  const { graded, card, face } = await shown('<p>What?</p>');
  const one = finger(card().querySelector('p') as Element);
  one.down();
  one.go(130, 0);
  one.go(-80, 0);
  await expect.poll(meant).toBeUndefined();
  one.up();
  await expect.poll(() => word()).toBeNull();
  expect(['', '0px']).toContain(swiped(face));
  expect(graded).toEqual([]);
});

test('[TOUCH-2] a second swipe while a grade is being saved, and one on a question, grade nothing', async () => {
  const { graded, card, kept, reveal } = await shown('<p>What?</p>');
  const text = () => card().querySelector('p') as Element;
  swipe(text(), 150);
  swipe(text(), 150);
  swipe(text(), -150);
  expect(graded).toEqual([3]);
  // One that begins on the answer and ends on the next question.
  await kept();
  const late = finger(text());
  late.down();
  late.go(150, 0);
  await reveal(false);
  late.up();
  swipe(text(), 150);
  expect(graded).toEqual([3]);
  await reveal(true);
  await painted();
  swipe(text(), -150);
  expect(graded).toEqual([3, 1]);
});

test('[TOUCH-3] scrolling, two fingers, marked words and what the system takes grade nothing', async () => {
  const { graded, card, face } = await shown('<p>What is asked for?</p>');
  const text = card().querySelector('p') as Element;
  const down = finger(text);
  down.down();
  expect(down.go(30, 200)).toBe(true);
  down.go(200, 0);
  down.up();

  const two = finger(text);
  two.down();
  two.go(60, 0);
  finger(text, 2).down(2);
  two.go(100, 0);
  two.up();
  expect(['', '0px']).toContain(swiped(face));

  // One on the card, the other beside it.
  const inside = finger(text);
  inside.down();
  const outside = finger(face.parentElement?.querySelector(':scope > p') as Element, 7);
  outside.down();
  inside.go(150, 0);
  inside.up();
  outside.go(150, 0);
  outside.up();

  const dialog = document.createElement('dialog');
  face.append(dialog);
  swipe(dialog, 150);
  dialog.remove();

  const lost = finger(text);
  lost.down();
  lost.go(150, 0);
  lost.lost();

  card().getSelection()?.selectAllChildren(text);
  swipe(text, 150);
  card().getSelection()?.removeAllRanges();
  expect(graded).toEqual([]);
  swipe(text, 150);
  expect(graded).toEqual([3]);
});

test('[TOUCH-3] what scrolls sideways is scrolled, and a table that does not is swiped', async () => {
  const wide = `<table><tr><td><div style="width:2000px">wide</div></td></tr></table>`;
  const narrow = '<table><tr><td id=narrow>narrow</td></tr></table>';
  const { graded, card } = await shown(`${wide}${narrow}<p>text</p>`);
  const cells = [...card().querySelectorAll('td')];
  swipe(cells[0] as Element, 150);
  expect(graded).toEqual([]);
  swipe(cells[1] as Element, 150);
  expect(graded).toEqual([3]);
});

test('[TOUCH-4] switched off, nothing is swiped', async () => {
  setPreferences({ swipesGrade: false });
  const { graded, card, face } = await shown('<p>What?</p>');
  swipe(card().querySelector('p') as Element, 150);
  expect(['', '0px']).toContain(swiped(face));
  expect(graded).toEqual([]);
});
