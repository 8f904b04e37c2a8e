import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JournalStanding } from '../../../src/engine/journal/journal-standing.ts';
import { TriedAgain } from '../../../src/engine/journal/keeping/tried-again.ts';
import { ok, type Result } from '../../../src/kernel/problem.ts';

const PROBLEM = { what: 'The disk gives an error.', kept: 'All is there.', todo: 'Go on.' };
const NO: Result<true> = { ok: false, problem: PROBLEM };
const YES: Result<true> = ok(true);

let answer: Result<true>;
let tries: number;
let standing: JournalStanding;
let told: (number | undefined)[];
let own: TriedAgain;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  [answer, tries, told] = [NO, 0, []];
  standing = new JournalStanding();
  standing.onChange(() => told.push(standing.failure?.sinceMillis));
  const again = async () => {
    tries++;
    own.heard(answer.ok ? undefined : answer.problem);
    return answer;
  };
  own = new TriedAgain(again, standing, () => Date.now());
});

afterEach(() => void vi.useRealTimers());

test('[JOURNAL-24] a journal that cannot be written is tried again, and only then said, until it can', async () => {
  own.heard(PROBLEM);
  await vi.advanceTimersByTimeAsync(1000);
  expect(told).toEqual([]);
  await vi.advanceTimersByTimeAsync(5000);
  expect(told).toEqual([1_000_000]);
  expect(standing.failure?.problem.what).toBe('The disk gives an error.');
  // What is answered meanwhile fails as well, and is no other beginning.
  own.heard(PROBLEM);
  await vi.advanceTimersByTimeAsync(180_000);
  expect(new Set(told)).toEqual(new Set([1_000_000]));
  expect(tries).toBeGreaterThanOrEqual(3);
  answer = YES;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(standing.failure).toBeUndefined();
  const after = tries;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(tries).toBe(after);
});

test('[JOURNAL-24] one failure that does not come again says nothing, by a next step or by itself', async () => {
  own.heard(PROBLEM);
  await vi.advanceTimersByTimeAsync(1000);
  own.heard(undefined);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toBe(0);
  own.heard(PROBLEM);
  answer = YES;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(tries).toBe(1);
  expect(told).toEqual([]);
});

test('[JOURNAL-24] a window that no longer writes says nothing of it', async () => {
  own.heard(PROBLEM);
  await vi.advanceTimersByTimeAsync(10_000);
  own.end();
  expect(standing.failure).toBeUndefined();
  own.heard(PROBLEM);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(standing.failure).toBeUndefined();
  expect(tries).toBe(1);
});
