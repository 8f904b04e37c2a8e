import { type Card, historyIdOf } from '../collection/card.ts';
import { kindOf, type Review } from '../collection/review.ts';
import { type IntervalRules, PRESENT_RULES, type SchedulerOptions } from '../memory/schedule.ts';
import { answer } from '../memory/scheduler.ts';
import { elapsedDays } from '../../kernel/study-day.ts';
import type { CramAnswer } from './ledger.ts';

/** What accepting answers would make of a card. */
export interface Settled {
  readonly before: Card;
  readonly after: Card;
  /** The answers taken, with what each led to. */
  readonly answers: readonly CramAnswer[];
  /** Answers older than the card's last ordinary one, which cannot count any more. */
  readonly tooLate: readonly CramAnswer[];
}

/**
 * Counts `answers` of one card as if they had been given in study, oldest first, each on its own
 * day. Those from before the card's last ordinary answer are left out: its memory knows better by
 * then (CRAM-5). Pure, so that the preview is what accepting does.
 */
export function settled(
  card: Card,
  answers: readonly CramAnswer[],
  options: SchedulerOptions,
  rules: IntervalRules = PRESENT_RULES,
): Settled {
  let schedule = card.schedule;
  const taken: CramAnswer[] = [];
  const tooLate: CramAnswer[] = [];
  const lastAtMillis =
    schedule.state === 'new' ? Number.NEGATIVE_INFINITY : schedule.lastReview.atMillis;
  for (const given of [...answers].sort(
    (a, b) => a.atMillis - b.atMillis || (a.id < b.id ? -1 : 1),
  )) {
    if (given.atMillis <= lastAtMillis) {
      tooLate.push({ ...given, state: 'dropped' });
      continue;
    }
    const last = schedule.state === 'new' ? undefined : schedule.lastReview;
    const kind = kindOf(schedule);
    const { atMillis, studyDay } = given;
    schedule = answer(options, card.id, schedule, given.grade, { atMillis, studyDay }, rules);
    if (schedule.state === 'new') continue;
    taken.push({
      ...given,
      state: 'accepted',
      outcome: {
        historyId: historyIdOf(card),
        deckId: card.deckId,
        kind,
        elapsedDays: last ? elapsedDays(last.studyDay, studyDay) : 0,
        intervalDays: schedule.state === 'review' ? schedule.intervalDays : 0,
        memory: schedule.memory,
      },
    });
  }
  return { before: card, after: { ...card, schedule }, answers: taken, tooLate };
}

/** An accepted answer as it stands in its card's history. */
export function asReview(accepted: CramAnswer): Review | undefined {
  const { id, atMillis, studyDay, grade, durationMillis, outcome } = accepted;
  if (!outcome) return undefined;
  const { historyId, ...rest } = outcome;
  return { operationId: id, cardId: historyId, atMillis, studyDay, grade, durationMillis, ...rest };
}
