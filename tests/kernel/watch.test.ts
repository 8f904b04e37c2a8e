import { expect, test } from 'vitest';
import { withoutWaiting } from '../../src/kernel/watch.ts';

test('[LARGE-4] unwatched work always goes on', () => {
  expect([1, 2].map((done) => withoutWaiting()(done, 2))).toEqual([true, true]);
});

test('[LARGE-4] an answer at once holds at once, and once stopped nothing more is asked', () => {
  const heard: number[] = [];
  const watch = withoutWaiting((done, total) => {
    heard.push(done + total);
    return done < 2;
  });
  expect([1, 2, 3].map((done) => watch(done, 10))).toEqual([true, false, false]);
  expect(heard).toEqual([11, 12]);
});

test('[LARGE-4] a late answer is heard at the next report, and nothing is asked before it came', async () => {
  const answers: ((isWanted: boolean) => void)[] = [];
  const watch = withoutWaiting(() => new Promise<boolean>((resolve) => answers.push(resolve)));
  expect([1, 2].map((done) => watch(done, 0))).toEqual([true, true]);
  expect(answers).toHaveLength(1);
  answers[0]?.(true);
  await Promise.resolve();
  expect(watch(3, 0)).toBe(true);
  expect(answers).toHaveLength(2);
  answers[1]?.(false);
  await Promise.resolve();
  expect([4, 5].map((done) => watch(done, 0))).toEqual([false, false]);
  expect(answers).toHaveLength(2);
});

test('[LARGE-4] an answer that fails stops the work', async () => {
  const watch = withoutWaiting(() => Promise.reject(new Error('the screen is gone')));
  expect(watch(1, 0)).toBe(true);
  await Promise.resolve();
  expect(watch(2, 0)).toBe(false);
});
