import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { cleanup, render } from 'vitest-browser-react';
import type { Advance } from '../../../src/domain/collection/advance.ts';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import { AutoAdvance } from '../../../src/renderer/review/advance/auto-advance.tsx';
import type { ReviewRound } from '../../../src/renderer/review/use-review.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  // Which window has the focus is the system's.
  vi.spyOn(document, 'hasFocus').mockReturnValue(true);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await cleanup();
});

const ADVANCE: Advance = {
  questionSeconds: 5,
  answerSeconds: 2.5,
  afterQuestion: 'answer',
  afterAnswer: 'hard',
  waitsForSounds: true,
};

/** Auto-advance over a card; what it did is in `done`. */
async function shown(own: Partial<Advance> = {}, more: Partial<ReviewRound> = {}) {
  const done: string[] = [];
  const advance = (isRevealed: boolean) => (
    <AutoAdvance
      review={
        {
          isRevealed,
          problem: undefined,
          reveal: () => done.push('reveal'),
          grade: async (grade) => void done.push(`grade ${grade}`),
          ...more,
        } satisfies Partial<ReviewRound> as unknown as ReviewRound
      }
      preset={{ ...DEFAULT_PRESET, advance: { ...ADVANCE, ...own } }}
      sight={String(isRevealed)}
      bury={() => done.push('bury')}
      onStop={() => done.push('stop')}
    />
  );
  const screen = await render(advance(false));
  return { done, screen, reveal: () => screen.rerender(advance(true)) };
}

test('[SOUND-6] a question shows its answer after its seconds, and that is graded after its own', async () => {
  const { done, screen, reveal } = await shown();
  await expect.element(screen.getByRole('status')).toHaveTextContent('Auto-advance is on.');
  vi.advanceTimersByTime(4_900);
  expect(done).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(done).toEqual(['reveal']);
  await reveal();
  vi.advanceTimersByTime(2_400);
  expect(done).toEqual(['reveal']);
  vi.advanceTimersByTime(20_000);
  expect(done).toEqual(['reveal', 'grade 2']);
});

test.each([
  [{ afterAnswer: 'bury' }, ['bury']],
  [{ afterAnswer: 'again' }, ['grade 1']],
  [{ afterAnswer: 'remind' }, []],
  [{ answerSeconds: 0 }, []],
] as const)('[SOUND-6] under %j an answer leads to %j', async (own, does) => {
  const { done, reveal } = await shown(own);
  await reveal();
  vi.advanceTimersByTime(60_000);
  expect(done).toEqual(does);
});

test.each([
  [true, 'when its sounds are over'],
  [false, 'with the side'],
])('[SOUND-6] waiting for sounds: %s; the seconds begin %s', async (waitsForSounds) => {
  const { done, screen } = await shown({ waitsForSounds });
  const holder = document.createElement('div');
  holder.className = 'card-frame';
  const frame = document.createElement('iframe');
  holder.append(frame);
  screen.container.append(holder);
  const player = document.createElement('audio');
  frame.contentDocument?.body.append(player);
  let isPaused = false;
  Object.defineProperty(player, 'paused', { get: () => isPaused });
  vi.advanceTimersByTime(6_000);
  expect(done).toEqual(waitsForSounds ? [] : ['reveal']);
  isPaused = true;
  vi.advanceTimersByTime(4_800);
  expect(done).toEqual(waitsForSounds ? [] : ['reveal']);
  vi.advanceTimersByTime(400);
  expect(done).toEqual(['reveal']);
});

test('[SOUND-7] a dialog, another window and typing stop it, and nothing is graded', async () => {
  const dialog = document.createElement('dialog');
  document.body.append(dialog);
  const { done, reveal } = await shown();
  await reveal();
  dialog.showModal();
  vi.advanceTimersByTime(60_000);
  expect(new Set(done)).toEqual(new Set(['stop']));
  dialog.remove();

  const other = await shown();
  await other.reveal();
  vi.mocked(document.hasFocus).mockReturnValue(false);
  vi.advanceTimersByTime(60_000);
  expect(new Set(other.done)).toEqual(new Set(['stop']));
  vi.mocked(document.hasFocus).mockReturnValue(true);

  const typing = await shown();
  document.body.dispatchEvent(new InputEvent('input', { bubbles: true }));
  expect(typing.done).toEqual(['stop']);
});

test('[SOUND-7] a grade that could not be saved stops it', async () => {
  const problem = { what: 'The disk is full.', kept: '', todo: '' };
  const { done } = await shown({}, { problem });
  vi.advanceTimersByTime(60_000);
  expect(new Set(done)).toEqual(new Set(['stop']));
});
