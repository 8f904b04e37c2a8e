import type { Card } from '../../../src/domain/collection/card.ts';
import { schedulerOptions } from '../../../src/domain/collection/deck.ts';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import type { PastEntry } from '../../../src/domain/import/past-log.ts';
import { packedLog } from '../../../src/domain/import/packed-log.ts';
import type { Figure } from '../../../src/domain/statistics/absence.ts';
import { AnswerIntake } from '../../../src/domain/statistics/columns/intake.ts';
import type { CardToTell } from '../../../src/domain/statistics/columns/scoped.ts';
import type { Insights } from '../../../src/domain/statistics/insights.ts';
import { insightsOf, type InsightsInput } from '../../../src/domain/statistics/insights-of.ts';
import type { CardId, DeckId, OperationId } from '../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY, MILLIS_PER_HOUR } from '../../../src/kernel/time.ts';
import { aCard, aNote, inReview, TODAY } from '../../support/collection.ts';

export { TODAY };
export const ROLLOVER = 4;
/** Ten in the morning, at Greenwich. */
export const NOW = { atMillis: TODAY * MILLIS_PER_DAY + 10 * MILLIS_PER_HOUR, utcOffsetMinutes: 0 };

/** An answer to card `card` `ago` days before today; a review graded Good in five seconds. */
export function anAnswer(card: string, ago: number, more: Partial<Review> = {}): Review {
  const studyDay = TODAY - ago;
  return {
    operationId: `device:${card}:${ago}:${more.atMillis ?? ''}` as OperationId,
    cardId: card as CardId,
    deckId: 'deck' as DeckId,
    atMillis: studyDay * MILLIS_PER_DAY + 9 * MILLIS_PER_HOUR,
    studyDay,
    grade: 3,
    durationMillis: 5000,
    kind: 'review',
    elapsedDays: 0,
    intervalDays: 10,
    memory: { stability: 10, difficulty: 5 },
    ...more,
  };
}

/** A line of an imported log `ago` days before today. */
export function aLine(ago: number, more: Partial<PastEntry> = {}): PastEntry {
  return {
    atMillis: (TODAY - ago) * MILLIS_PER_DAY + 9 * MILLIS_PER_HOUR,
    grade: 3,
    interval: 10,
    lastInterval: 5,
    factor: 2500,
    durationMillis: 5000,
    type: 1,
    ...more,
  };
}

export function aLog(card: string, entries: readonly PastEntry[]) {
  return {
    id: card as CardId,
    deckId: 'deck' as DeckId,
    utcOffsetMinutes: 0,
    rolloverHour: ROLLOVER,
    packed: packedLog(entries),
  };
}

export function toTell(
  id: string,
  more: Partial<Card> = {},
  note: Partial<CardToTell['note']['note']> = {},
  deck: Partial<CardToTell['deck']> = {},
): CardToTell {
  const card = aCard(id, { schedule: inReview(TODAY + 3), ...more });
  return {
    card,
    deck: {
      id: card.deckId,
      name: 'Neurology',
      options: schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS),
      ...deck,
    },
    note: { note: { ...aNote(id.split('/')[0] ?? id), ...note }, sortText: `asks ${id}` },
  };
}

export interface Given extends Partial<Omit<InsightsInput, 'columns'>> {
  readonly reviews?: readonly Review[];
  readonly logs?: readonly ReturnType<typeof aLog>[];
}

/** The insights of these answers; without `cards`, one card in review for each that was answered. */
export function insightsIn({ reviews = [], logs = [], ...more }: Given): Insights {
  const intake = new AnswerIntake();
  for (const review of reviews) intake.addReview(review);
  for (const log of logs) intake.addLog(log);
  const ids = new Set([...reviews.map(({ cardId }) => cardId), ...logs.map(({ id }) => id)]);
  return insightsOf({
    asked: { scope: { kind: 'all' }, period: 'month' },
    columns: intake.columns(),
    cards: [...ids].map((id) => toTell(id)),
    now: NOW,
    today: TODAY,
    rolloverHour: ROLLOVER,
    overlays: [],
    crammed: new Map(),
    forecasts: [],
    ...more,
  });
}

export function told<Value>(figure: Figure<Value>): Value {
  if (figure.is === 'absent') throw new Error(`absent: ${figure.because.reason}`);
  return figure.value;
}
