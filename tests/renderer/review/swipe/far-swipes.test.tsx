import { expect, test } from 'vitest';
import { besideIt, cardsToSwipe, finger, inPlace, meant, swipe, word } from './swiping.tsx';

const shown = cardsToSwipe();

test.each([
  {
    side: 'left',
    way: -1,
    near: ['1', 'Again', 'Farther: Hard'],
    far: ['2', 'Hard', 'Back: Again'],
  },
  { side: 'right', way: 1, near: ['3', 'Good', 'Farther: Easy'], far: ['4', 'Easy', 'Back: Good'] },
])(
  '[TOUCH-9] on and on to the $side the other grade is shown, back again the first, and what is shown is graded',
  async ({ way, near, far }) => {
    const { graded, card, kept } = await shown('<p>What?</p>');
    const text = card().querySelector('p') as Element;
    const saying = () => [meant(), word()?.textContent, besideIt()];
    const first = finger(text);
    first.down();
    first.go(way * 130, 0);
    await expect.poll(saying).toEqual(near);
    // It lies still, and tells nothing more.
    first.go(way * 80, 0);
    expect(graded).toEqual([]);
    await expect.poll(saying).toEqual(far);
    first.go(way * -60, 0);
    await expect.poll(saying).toEqual(near);
    first.up();
    expect(graded).toEqual([Number(near[0])]);
    await kept();

    const second = finger(text);
    second.down();
    second.go(way * 210, 0);
    await expect.poll(saying).toEqual(far);
    second.up();
    expect(graded).toEqual([Number(near[0]), Number(far[0])]);
    await kept();
  },
);

test('[TOUCH-9] a flick over the whole card is Good or Again, and one that comes back from afar nothing', async () => {
  const { graded, card, face, kept } = await shown('<p>What?</p>');
  const text = card().querySelector('p') as Element;
  swipe(text, 350);
  await kept();
  swipe(text, -350);
  await kept();
  expect(graded).toEqual([3, 1]);

  const back = finger(text);
  back.down();
  back.go(250, 0);
  await expect.poll(meant).toBe('4');
  back.go(-170, 0);
  await expect.poll(meant).toBeUndefined();
  back.up();
  await expect.poll(word).toBeNull();
  await inPlace(face);

  // A finger that is not lifted but lost, too, and what it would have become comes to nothing.
  const lost = finger(text);
  lost.down();
  lost.go(-250, 0);
  lost.lost();
  await inPlace(face);
  const other = finger(text);
  other.down();
  other.go(130, 0);
  await expect.poll(meant).toBe('3');
  other.up();
  expect(graded).toEqual([3, 1, 3]);
});

test('[TOUCH-3][TOUCH-9] a second finger ends a swipe that would be Easy, and nothing is graded', async () => {
  const { graded, card, face } = await shown('<p>What?</p>');
  const text = card().querySelector('p') as Element;
  const one = finger(text);
  one.down();
  one.go(210, 0);
  await expect.poll(meant).toBe('4');
  finger(text, 2).down(2);
  await inPlace(face);
  await expect.poll(word).toBeNull();
  one.go(50, 0);
  one.up();
  expect(graded).toEqual([]);
});

test('[TOUCH-9] no finger lies on the word, in the card’s frame and beside it', async () => {
  const { card, face } = await shown('<p>What?</p>');
  const beside = face.parentElement?.querySelector(':scope > p') as Element;
  const frameTop = face.querySelector('iframe')?.getBoundingClientRect().top ?? 0;
  const places = [
    { target: card().querySelector('p') as Element, top: frameTop },
    { target: beside, top: 0 },
  ];
  for (const { target, top } of places)
    for (const y of [30, 0.4 * innerHeight + 35, innerHeight - 30]) {
      const one = finger(target, 1, true, y - top);
      one.down();
      one.go(120, 0);
      await expect.poll(word).not.toBeNull();
      const { top: begins, bottom: ends } = (
        document.querySelector('.swipe-word') as Element
      ).getBoundingClientRect();
      expect(y < begins - 20 || y > ends + 20, `at ${y}`).toBe(true);
      one.lost();
      await inPlace(face);
      await expect.poll(word).toBeNull();
    }
});
