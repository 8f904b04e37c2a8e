import { describe, expect, test } from 'vitest';
import type { CardId } from '../../../src/kernel/ids.ts';
import type {
  LearningSchedule,
  ReviewSchedule,
  Schedule,
} from '../../../src/domain/memory/schedule.ts';
import {
  answer,
  DEFAULT_OPTIONS,
  intervalOf,
  preview,
  retrievability,
} from '../../../src/domain/memory/scheduler.ts';

const card = 'natalizumab/1' as CardId;
const PLAIN = { ...DEFAULT_OPTIONS, fuzz: false };
const TODAY = 20_400;
const NOW = { atMillis: Date.UTC(2025, 10, 8, 9), studyDay: TODAY };
const NEW: Schedule = { state: 'new', reps: 0, lapses: 0 };
const MINUTE = 60_000;

function learning(parts: Partial<LearningSchedule> = {}): LearningSchedule {
  return {
    state: 'learning',
    reps: 1,
    lapses: 0,
    memory: { stability: 2, difficulty: 5 },
    step: 0,
    dueAtMillis: NOW.atMillis,
    lastReview: NOW,
    ...parts,
  };
}

/** In review, last seen ten days ago and due today. */
function review(parts: Partial<ReviewSchedule> = {}): ReviewSchedule {
  return {
    state: 'review',
    reps: 4,
    lapses: 0,
    memory: { stability: 10, difficulty: 5 },
    intervalDays: 10,
    dueDay: TODAY,
    lastReview: { atMillis: NOW.atMillis - 10 * 1440 * MINUTE, studyDay: TODAY - 10 },
    ...parts,
  };
}

function waits(schedules: Record<number, Schedule>) {
  return [1, 2, 3, 4].map((grade) => intervalOf(schedules[grade] ?? NEW, NOW));
}

describe('steps', () => {
  test('[MEMORY-5] [MEMORY-6] a new card waits 1, 5.5 and 10 minutes, and Easy makes it a review at once', () => {
    expect(waits(preview(PLAIN, card, NEW, NOW))).toEqual([
      { minutes: 1 },
      { minutes: 5.5 },
      { minutes: 10 },
      { days: 8 },
    ]);
  });

  test('[MEMORY-5] Good on the last step graduates, Again goes back to the first', () => {
    const outcomes = preview(PLAIN, card, learning({ step: 1 }), NOW);
    expect(outcomes[1]).toMatchObject({ state: 'learning', step: 0 });
    expect(outcomes[2]).toMatchObject({ state: 'learning', step: 1 });
    expect(outcomes[3].state).toBe('review');
    expect(waits(outcomes).slice(0, 2)).toEqual([{ minutes: 1 }, { minutes: 10 }]);
  });

  test('[MEMORY-6] Hard on a single step waits half as long again, at most a day longer', () => {
    const twenty = preview({ ...PLAIN, learningStepsMinutes: [20] }, card, NEW, NOW);
    expect(waits(twenty)[1]).toEqual({ minutes: 30 });
    const tenDays = preview({ ...PLAIN, learningStepsMinutes: [14_400] }, card, NEW, NOW);
    expect(waits(tenDays)[1]).toEqual({ days: 11 });
  });

  test('[MEMORY-5] a step beyond a list that was shortened since counts as the last', () => {
    const outcomes = preview(PLAIN, card, learning({ step: 7 }), NOW);
    expect(outcomes[2]).toMatchObject({ state: 'learning', step: 1 });
    expect(outcomes[3].state).toBe('review');
  });

  test('[MEMORY-7] a step of a day or more makes the card a review, due on a study day', () => {
    const options = { ...PLAIN, learningStepsMinutes: [1439, 1440, 4320] };
    const outcomes = preview(options, card, NEW, NOW);
    expect(outcomes[1]).toMatchObject({ state: 'learning' });
    expect(outcomes[3]).toMatchObject({ state: 'review', intervalDays: 1, dueDay: TODAY + 1 });
  });

  test('[MEMORY-8] without steps every grade leads to a review, a day off at least', () => {
    const options = { ...PLAIN, learningStepsMinutes: [], relearningStepsMinutes: [] };
    expect(waits(preview(options, card, NEW, NOW))).toEqual([
      { days: 1 },
      { days: 1 },
      { days: 2 },
      { days: 8 },
    ]);
    expect(preview(options, card, review(), NOW)[1]).toMatchObject({
      state: 'review',
      lapses: 1,
      intervalDays: 1,
    });
  });
});

describe('reviews', () => {
  test('[MEMORY-9] Again in review is a lapse and leads to the relearning step', () => {
    const lapsed = answer(PLAIN, card, review(), 1, NOW);
    expect(lapsed).toMatchObject({
      state: 'relearning',
      step: 0,
      reps: 5,
      lapses: 1,
      dueAtMillis: NOW.atMillis + 10 * MINUTE,
      lastReview: NOW,
    });
    expect(answer(PLAIN, card, lapsed, 1, NOW)).toMatchObject({ state: 'relearning', lapses: 1 });
    expect(answer(PLAIN, card, lapsed, 3, NOW)).toMatchObject({ state: 'review', lapses: 1 });
  });

  test('[MEMORY-11] Good is a day longer than Hard, Easy a day longer than Good', () => {
    const justSeen = review({ lastReview: NOW, memory: { stability: 20, difficulty: 5 } });
    const days = [2, 3, 4].map((grade) => {
      const outcome = preview(PLAIN, card, justSeen, NOW)[grade as 2 | 3 | 4];
      return outcome.state === 'review' ? outcome.intervalDays : 0;
    });
    const [hard = 0, good = 0, easy = 0] = days;
    expect(hard).toBe(20);
    expect(good).toBeGreaterThan(hard);
    expect(easy).toBeGreaterThan(good);
  });

  test('[MEMORY-10] [MEMORY-11] no interval is longer than the maximum', () => {
    const options = { ...PLAIN, maximumIntervalDays: 11 };
    expect(waits(preview(options, card, review(), NOW)).slice(1)).toEqual([
      { days: 11 },
      { days: 11 },
      { days: 11 },
    ]);
  });

  test('[MEMORY-15] retrievability counts study days, and is not told within steps', () => {
    const tenDays = review();
    expect(retrievability(PLAIN, tenDays, TODAY)).toBeCloseTo(0.9, 8);
    expect(retrievability(PLAIN, tenDays, TODAY - 10)).toBe(1);
    expect(retrievability(PLAIN, tenDays, TODAY - 500)).toBe(1);
    expect(retrievability(PLAIN, NEW, TODAY)).toBeUndefined();
    expect(retrievability(PLAIN, learning(), TODAY)).toBeUndefined();
    expect(retrievability(PLAIN, learning({ state: 'relearning' }), TODAY)).toBeUndefined();
  });

  test('intervalOf tells what is left, and never less than nothing', () => {
    expect(intervalOf(review({ dueDay: TODAY + 3 }), NOW)).toEqual({ days: 3 });
    expect(intervalOf(review({ dueDay: TODAY - 3 }), NOW)).toEqual({ days: 0 });
    const overdue = learning({ dueAtMillis: NOW.atMillis - 1 });
    expect(intervalOf(overdue, NOW)).toEqual({ minutes: 0 });
    expect(intervalOf(NEW, NOW)).toEqual({ minutes: 0 });
  });
});

describe('a clock that is wrong', () => {
  test('[MEMORY-18] a clock set back a day counts as the same day', () => {
    const today = review({ lastReview: NOW });
    const yesterday = { atMillis: NOW.atMillis - 1440 * MINUTE, studyDay: TODAY - 1 };
    const back = answer(PLAIN, card, today, 3, yesterday);
    const sameDay = answer(PLAIN, card, today, 3, NOW);
    expect(back).toMatchObject({ state: 'review', dueDay: TODAY - 1 + intervalIn(back) });
    expect(intervalIn(back)).toBe(intervalIn(sameDay));
    expect(memoryIn(back)).toEqual(memoryIn(sameDay));
  });

  test('[MEMORY-18] a clock ten years ahead, and back, leaves a card that is due and answerable', () => {
    const ahead = { atMillis: NOW.atMillis + 3653 * 1440 * MINUTE, studyDay: TODAY + 3653 };
    const then = answer(PLAIN, card, review(), 3, ahead);
    const again = answer(PLAIN, card, then, 3, NOW);
    expect(again).toMatchObject({ state: 'review', lastReview: NOW });
    expect(intervalOf(again, NOW)).toEqual({ days: intervalIn(again) });
    expect(retrievability(PLAIN, then, TODAY)).toBe(1);
  });

  test('[MEMORY-19] a memory that was damaged is made good and the card goes on', () => {
    const lost = review({ memory: { stability: Number.NaN, difficulty: Number.NaN } });
    const known = review({ memory: { stability: 10, difficulty: 5.5 } });
    expect(preview(PLAIN, card, lost, NOW)).toEqual(preview(PLAIN, card, known, NOW));
    const absurd = review({ memory: { stability: 1e9, difficulty: 40 } });
    const clamped = review({ memory: { stability: 36_500, difficulty: 10 } });
    expect(preview(PLAIN, card, absurd, NOW)).toEqual(preview(PLAIN, card, clamped, NOW));
  });
});

function intervalIn(schedule: Schedule): number {
  return schedule.state === 'review' ? schedule.intervalDays : Number.NaN;
}

function memoryIn(schedule: Schedule) {
  return schedule.state === 'new' ? undefined : schedule.memory;
}
