import type { Card } from '../../../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../../domain/collection/deck.ts';
import { redated } from '../../../domain/memory/by-hand.ts';
import type { Schedule } from '../../../domain/memory/schedule.ts';
import { answer } from '../../../domain/memory/scheduler.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import type { Stamp } from '../../envelope.ts';
import { defineKind } from '../../kind.ts';
import { eachCard } from '../../parts/each-card.ts';
import { presetOfCard } from '../../parts/graded-card.ts';
import { cardId, grade, list, object, optional, schedule, type ValueOf } from '../../shapes.ts';

/** What a card was before the answers dated ahead, and their grades in order. */
const answeredAhead = object({ cardId, before: schedule, grades: list(grade) });

/**
 * Cards answered while the clock was ahead count as answered on the operation's day; those and
 * siblings put off beyond tomorrow, as that clock had it, wait till then. Where it is said what they
 * were before, they are answered anew on that day; else their intervals are kept, as version 1 did.
 */
export const redateKind = defineKind({
  name: 'redate',
  version: 2,
  shape: object({ cardIds: list(cardId), answered: optional(list(answeredAhead)) }),
  // A program of version 1 would pass over what was answered.
  upgrade: { 1: (fields) => fields },
  word: 'correct dates',
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds }) => ({ cardIds, withoutNotes: true }),
  effects({ cardIds, answered = [] }, stamp, rows) {
    const named = new Set(cardIds);
    const noteIds = new Set(cardIds.map(noteIdOf));
    const tomorrow = stamp.studyDay + 1;
    const affected = [...rows.cards.values()].filter(
      (card) =>
        named.has(card.id) || (noteIds.has(noteIdOf(card.id)) && card.buriedUntil > tomorrow),
    );
    const affectedIds = affected.map((card) => card.id);
    const given = new Map(answered.map((each) => [each.cardId, each]));
    const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
    const today = (card: Card): Schedule => {
      const ahead = given.get(card.id);
      const options = schedulerOptions(presetOfCard(card, rows), settings);
      return ahead && isStillAhead(card, ahead, stamp)
        ? ahead.grades.reduce(
            (before, grade) => answer(options, card.id, before, grade, stamp),
            ahead.before,
          )
        : redated(card.schedule, { atMillis: stamp.atMillis, studyDay: stamp.studyDay });
    };
    return eachCard(affectedIds, rows, (card) => ({
      ...card,
      buriedUntil: Math.min(card.buriedUntil, tomorrow),
      schedule: named.has(card.id) ? today(card) : card.schedule,
    }));
  },
});

/** Whether these answers are still the card's last ones: another device may know more. */
function isStillAhead(
  { schedule }: Card,
  { before, grades }: ValueOf<typeof answeredAhead>,
  { studyDay }: Stamp,
): boolean {
  return (
    schedule.state !== 'new' &&
    schedule.lastReview.studyDay > studyDay &&
    schedule.reps === before.reps + grades.length
  );
}
