import { type Card, historyIdOf } from '../../../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../../domain/collection/deck.ts';
import type { Review } from '../../../domain/collection/review.ts';
import type { Recounted, Rows } from '../../../domain/collection/rows.ts';
import { redated } from '../../../domain/memory/by-hand.ts';
import type { Schedule } from '../../../domain/memory/schedule.ts';
import { answer } from '../../../domain/memory/scheduler.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Stamp } from '../../envelope.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { ledTo, presetOfCard } from '../../parts/graded-card.ts';
import {
  cardId,
  grade,
  list,
  object,
  optional,
  review,
  schedule,
  type ValueOf,
} from '../../shapes.ts';

/** What a card was before the answers dated ahead, and their grades in order. */
const answeredAhead = object({ cardId, before: schedule, grades: list(grade) });
type AnsweredAhead = ValueOf<typeof answeredAhead>;

/**
 * Cards answered while the clock was ahead count as answered on the operation's day; those and
 * siblings put off beyond tomorrow, as that clock had it, wait till then. Where it is said what they
 * were before, they are answered anew on that day; else their intervals are kept, as version 1 did.
 * Since version 3 it also says which answers those are, and they count on that day.
 */
export const redateKind = defineKind({
  name: 'redate',
  version: 3,
  shape: object({
    cardIds: list(cardId),
    answered: optional(list(answeredAhead)),
    /** The answers dated ahead as they stood, those of a card in their order. */
    reviews: optional(list(review)),
  }),
  // An older program would pass over what was answered, and over the days it counts on.
  upgrade: { 1: (fields) => fields, 2: (fields) => fields },
  word: t`correct dates`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects({ cardIds, answered = [], reviews = [] }, stamp, rows) {
    const named = new Set(cardIds);
    const noteIds = new Set(cardIds.map(noteIdOf));
    const tomorrow = stamp.studyDay + 1;
    const affected = [...rows.cards.values()].filter(
      (card) =>
        named.has(card.id) || (noteIds.has(noteIdOf(card.id)) && card.buriedUntil > tomorrow),
    );
    const given = new Map(answered.map((each) => [each.cardId, each]));
    const reviewsOf = new Map<string, Review[]>();
    for (const each of reviews) {
      const own = reviewsOf.get(each.cardId);
      if (own) own.push(each);
      else reviewsOf.set(each.cardId, [each]);
    }
    const corrected = new Map(
      affected
        .filter((card) => named.has(card.id))
        .map((card) => {
          const own = reviewsOf.get(historyIdOf(card)) ?? [];
          return [card.id, correctedTo(stamp, card, given.get(card.id), own, rows)];
        }),
    );
    const affectedIds = affected.map((card) => card.id);
    const result = eachCard(affectedIds, rows, (card) => ({
      ...card,
      buriedUntil: Math.min(card.buriedUntil, tomorrow),
      schedule: corrected.get(card.id)?.schedule ?? card.schedule,
    }));
    const recounted = [...corrected.values()].flatMap((each) => each.recounted);
    return result.ok && recounted.length > 0 ? ok({ ...result.value, recounted }) : result;
  },
});

interface Corrected {
  readonly schedule: Schedule;
  readonly recounted: readonly Recounted[];
}

function correctedTo(
  stamp: Stamp,
  card: Card,
  given: AnsweredAhead | undefined,
  reviews: readonly Review[],
  rows: Rows,
): Corrected {
  const { atMillis, studyDay } = stamp;
  if (!isAhead(card.schedule, stamp)) return { schedule: card.schedule, recounted: [] };
  if (!given || card.schedule.reps !== given.before.reps + given.grades.length) {
    return {
      schedule: redated(card.schedule, { atMillis, studyDay }),
      recounted: reviews.map((before) => ({ before, after: onDay(before, stamp) })),
    };
  }
  const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
  const options = schedulerOptions(presetOfCard(card, rows), settings);
  const recounted: Recounted[] = [];
  const schedule = given.grades.reduce((before: Schedule, grade, index) => {
    const after = answer(options, card.id, before, grade, stamp);
    const own = reviews[index];
    if (own) {
      const anew = { ...own, atMillis, studyDay, ...ledTo(before, after, studyDay) };
      recounted.push({ before: own, after: anew });
    }
    return after;
  }, given.before);
  return { schedule, recounted };
}

/** Whether the card's last answer is dated ahead: another device may have corrected it already. */
function isAhead(schedule: Schedule, { studyDay }: Stamp): boolean {
  return schedule.state !== 'new' && schedule.lastReview.studyDay > studyDay;
}

/** `review` on the day of `stamp`; what it led to is kept. */
function onDay(review: Review, { atMillis, studyDay }: Stamp): Review {
  const elapsed = Math.max(0, review.elapsedDays - (review.studyDay - studyDay));
  return { ...review, atMillis, studyDay, elapsedDays: elapsed };
}
