import { expect, test } from 'vitest';
import {
  goesOverWord,
  gradeLetGo,
  heldLeftMillis,
  isAtEdge,
  isSideways,
  type Swipe,
  swipeAt,
} from '../../../../src/renderer/review/swipe/swipe.ts';

test('[TOUCH-3] a finger goes sideways only where it clearly does', () => {
  expect(isSideways(0, 0)).toBeUndefined();
  expect(isSideways(-7, 6)).toBeUndefined();
  expect(isSideways(12, 0)).toBe(true);
  expect(isSideways(-40, 20)).toBe(true);
  expect(isSideways(30, 25)).toBe(false);
  expect(isSideways(0, 30)).toBe(false);
});

test('[TOUCH-3] the edge of the window is the system’s', () => {
  const width = 390;
  expect([0, 23, 24, 195, 366, 367].map((x) => isAtEdge(x, width))).toEqual([
    true,
    true,
    false,
    false,
    false,
    true,
  ]);
});

/** A finger that is at each of these, so many pixels to the right after so many milliseconds. */
function wayOf(
  width: number,
  ...steps: readonly (readonly [x: number, atMillis: number])[]
): Swipe {
  let swipe: Swipe | undefined;
  for (const [x, atMillis] of steps) swipe = swipeAt(x, width, atMillis, swipe);
  return swipe as Swipe;
}

/** What is shown of it. */
function shownOf(width: number, ...steps: readonly (readonly [x: number, atMillis: number])[]) {
  const { grade, isMeant } = wayOf(width, ...steps);
  return { grade, isMeant };
}

test('[TOUCH-1] left is Again, right is Good, and meant is a share of the card that a hand can go', () => {
  expect(shownOf(360, [-1, 0])).toEqual({ grade: 1, isMeant: false });
  expect(shownOf(360, [100, 0])).toEqual({ grade: 3, isMeant: false });
  expect(shownOf(360, [101, 0])).toEqual({ grade: 3, isMeant: true });
  expect(shownOf(2000, [-159, 0])).toEqual({ grade: 1, isMeant: false });
  expect(shownOf(2000, [-160, 0])).toEqual({ grade: 1, isMeant: true });
});

test('[TOUCH-9] past half of the card for a moment it is Hard to the left and Easy to the right', () => {
  expect(shownOf(360, [-180, 0], [-200, 149])).toEqual({ grade: 1, isMeant: true });
  expect(shownOf(360, [-180, 0], [-200, 150])).toEqual({ grade: 2, isMeant: true });
  expect(shownOf(360, [180, 0], [180, 150])).toEqual({ grade: 4, isMeant: true });
  // However long it lies just before the line.
  expect(shownOf(360, [179, 0], [179, 10_000])).toEqual({ grade: 3, isMeant: true });
  expect(shownOf(2000, [279, 0], [279, 150])).toEqual({ grade: 3, isMeant: true });
  expect(shownOf(2000, [280, 0], [280, 150])).toEqual({ grade: 4, isMeant: true });
});

test('[TOUCH-9] what comes back is the nearer grade at once, and has to stay there anew', () => {
  const easy = [
    [200, 0],
    [200, 150],
  ] as const;
  // A finger's tip that rolls is still there.
  expect(shownOf(360, ...easy, [169, 151])).toEqual({ grade: 4, isMeant: true });
  expect(shownOf(360, ...easy, [167, 151])).toEqual({ grade: 3, isMeant: true });
  expect(shownOf(360, ...easy, [167, 151], [200, 200])).toEqual({ grade: 3, isMeant: true });
  expect(shownOf(360, ...easy, [167, 151], [200, 200], [200, 350])).toEqual({
    grade: 4,
    isMeant: true,
  });
  expect(shownOf(360, ...easy, [90, 160])).toEqual({ grade: 3, isMeant: false });
  // On the other side nothing of this one counts.
  expect(shownOf(360, ...easy, [-200, 300])).toEqual({ grade: 1, isMeant: true });
  expect(shownOf(360, ...easy, [-200, 300], [-200, 450])).toEqual({ grade: 2, isMeant: true });
});

test('[TOUCH-9] letting go grades what was shown: a screen that was late makes no other grade of it', () => {
  const good = wayOf(360, [200, 0]);
  const easy = wayOf(360, [200, 0], [200, 150]);
  expect(gradeLetGo(easy, 200, 360, 160)).toBe(4);
  expect(gradeLetGo(good, 200, 360, 100)).toBe(3);
  // Not shown yet, though its time had come; and shown when the finger had left before.
  expect(gradeLetGo(good, 200, 360, 500)).toBe(3);
  expect(gradeLetGo(easy, 200, 360, 40)).toBe(3);
  const again = wayOf(360, [-200, 0]);
  const hard = wayOf(360, [-200, 0], [-200, 150]);
  expect(gradeLetGo(hard, -200, 360, 160)).toBe(2);
  expect(gradeLetGo(again, -200, 360, 500)).toBe(1);
  expect(gradeLetGo(hard, -200, 360, 40)).toBe(1);
});

test('[TOUCH-1][TOUCH-9] let go before the near line, also from afar, nothing is graded', () => {
  const easy = wayOf(360, [200, 0], [200, 150]);
  expect(gradeLetGo(easy, 99, 360, 300)).toBeUndefined();
  expect(gradeLetGo(wayOf(360, [200, 0], [200, 150], [99, 300]), 99, 360, 301)).toBeUndefined();
  expect(gradeLetGo(wayOf(360, [99, 0]), 200, 360, 20)).toBeUndefined();
  expect(gradeLetGo(undefined, 200, 360, 20)).toBeUndefined();
});

test('[TOUCH-9] a flick over the whole card is Again or Good; a finger from the middle of a phone gets to the far line', () => {
  for (let windowWidth = 320; windowWidth <= 430; windowWidth++) {
    const width = windowWidth - 36;
    const flick = Array.from({ length: 15 }, (_, frame) => frame).map(
      (frame) => [(frame * windowWidth) / 14, frame * 16] as const,
    );
    expect(shownOf(width, ...flick)).toEqual({ grade: 3, isMeant: true });
    expect(shownOf(width, ...flick.map(([x, at]) => [-x, at] as const)).grade).toBe(1);
    const glassLeft = windowWidth / 2 - 12;
    expect(shownOf(width, [glassLeft, 0], [glassLeft, 150]).grade).toBe(4);
    expect(shownOf(width, [-glassLeft, 0], [-glassLeft, 150]).grade).toBe(2);
  }
});

test('[TOUCH-9] a finger that lies still past the line is waited for, and for no longer than it takes', () => {
  expect(heldLeftMillis(wayOf(360, [179, 0]), 0)).toBeUndefined();
  expect(heldLeftMillis(wayOf(360, [180, 20]), 20)).toBe(150);
  expect(heldLeftMillis(wayOf(360, [-180, 20], [-190, 100]), 100)).toBe(70);
  expect(heldLeftMillis(wayOf(360, [180, 20], [190, 170]), 170)).toBeUndefined();
  expect(heldLeftMillis(wayOf(360, [-180, 20], [-190, 170]), 170)).toBeUndefined();
});

test('[TOUCH-9] a finger at the height of the word is told from one above and one below', () => {
  expect([282, 283, 373, 462, 463].map((y) => goesOverWord(y, 844))).toEqual([
    false,
    true,
    true,
    true,
    false,
  ]);
});
