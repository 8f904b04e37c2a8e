import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { AnswerTimer } from '../../../src/renderer/review/answer-timer.tsx';

beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => vi.useRealTimers());

/** A timer of a card that is on screen for `elapsed.millis`. */
async function shown(elapsed: { millis: number }, isStopped = false) {
  const timer = (stopped: boolean) => (
    <AnswerTimer elapsedMillis={() => elapsed.millis} capSeconds={75} isStopped={stopped} />
  );
  const screen = await render(timer(isStopped));
  const text = () => screen.container.querySelector('[role="timer"]')?.textContent;
  return { text, stop: () => screen.rerender(timer(true)) };
}

test('[SOUND-5] the time on screen counts up in whole seconds, as far as the answer is counted', async () => {
  const elapsed = { millis: 12_990 };
  const { text } = await shown(elapsed);
  expect(text()).toBe('0:12');
  elapsed.millis = 61_000;
  vi.advanceTimersByTime(1000);
  await expect.poll(text).toBe('1:01');
  elapsed.millis = 3_600_000;
  vi.advanceTimersByTime(1000);
  await expect.poll(text).toBe('1:15');
  expect(vi.getTimerCount()).toBe(0);
});

test('[SOUND-5] stopped at the answer it stays where it is', async () => {
  const elapsed = { millis: 5_000 };
  const { text, stop } = await shown(elapsed);
  await stop();
  elapsed.millis = 9_000;
  expect(vi.getTimerCount()).toBe(0);
  expect(text()).toBe('0:05');
});
