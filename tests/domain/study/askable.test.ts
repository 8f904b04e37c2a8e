import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import { canBeAsked, isStillAsked } from '../../../src/domain/study/askable.ts';
import { sourceOf } from '../../../src/domain/study/source.ts';
import type { Schedule } from '../../../src/domain/memory/schedule.ts';

const NOW = { nowMillis: 1_000_000, today: 100, settings: DEFAULT_STUDY_SETTINGS };
const memory = { stability: 5, difficulty: 5 };
const lastReview = { atMillis: 0, studyDay: 90 };
const counted = { reps: 3, lapses: 0 };

function card(schedule: Schedule, change: Partial<Card> = {}): Card {
  return {
    id: 'deck:note/1' as CardId,
    deckId: 'deck' as DeckId,
    sections: ['A'],
    position: 0,
    schedule,
    flag: 0,
    suspended: false,
    buriedUntil: 0,
    absent: false,
    ...change,
  };
}
const fresh = card({ state: 'new', reps: 0, lapses: 0 });
const due = (dueDay: number) =>
  card({ ...counted, state: 'review', memory, intervalDays: 5, dueDay, lastReview });
const inStep = (minutes: number) =>
  card({
    ...counted,
    state: 'learning',
    memory,
    step: 0,
    dueAtMillis: NOW.nowMillis + minutes * 60_000,
    lastReview,
  });

test('[QUEUE-2] new cards, and reviews due today or before, can be asked', () => {
  expect(canBeAsked(fresh, NOW)).toBe(true);
  expect([99, 100, 101].map((day) => canBeAsked(due(day), NOW))).toEqual([true, true, false]);
});

test('[QUEUE-2] suspended, absent and buried cards cannot, and come back on their day', () => {
  expect(canBeAsked({ ...fresh, suspended: true }, NOW)).toBe(false);
  expect(canBeAsked({ ...fresh, absent: true }, NOW)).toBe(false);
  expect(canBeAsked({ ...fresh, buriedUntil: 101 }, NOW)).toBe(false);
  expect(canBeAsked({ ...fresh, buriedUntil: 100 }, NOW)).toBe(true);
});

test('[QUEUE-8] a card in steps can be asked from the learn-ahead time on', () => {
  expect([-5, 20, 21].map((minutes) => canBeAsked(inStep(minutes), NOW))).toEqual([
    true,
    true,
    false,
  ]);
});

test('[EXAM-15][REVIEW-2] a plan’s card can be asked again before its day, until it was answered', () => {
  const moment = { ...NOW, endOfDayMillis: 2_000_000 };
  const ahead = due(140);
  const planned = {
    cardId: ahead.id,
    seconds: 9,
    isNew: false,
    why: { kind: 'due', gain: 0 } as const,
  };
  const scope = { plan: { studyDay: 100, cards: [planned] } };
  expect(isStillAsked(ahead, sourceOf({}), moment)).toBe(false);
  expect(isStillAsked(ahead, sourceOf(scope), moment)).toBe(true);
  expect(isStillAsked({ ...ahead, suspended: true }, sourceOf(scope), moment)).toBe(false);
  const progress = { answered: new Set([ahead.id]), spentMillis: 5 };
  expect(isStillAsked(ahead, sourceOf(scope, progress), moment)).toBe(false);
});
