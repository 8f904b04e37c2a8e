import type { Card } from '../../collection/card.ts';
import { presetOf } from '../../collection/presets.ts';
import { expectedSeconds } from '../../memory/time-estimate.ts';
import type { PlannedCard } from '../../exam/day/day-plan.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { oncePerNote } from './steps/bury.ts';
import type { Ranges } from './ranges.ts';

/** The most days that can be studied ahead. */
export const MOST_DAYS_AHEAD = 7;
/** More than anybody answers in a day. */
const MOST_CARDS = 2000;

/**
 * The reviews of the coming `days` days in their order, due next first (TODAY-14): none that was
 * answered today or is put off, and with sibling burying one of a note, and of none that today has
 * seen (QUEUE-7). Limits of a day do not hold for what is asked on top of it.
 */
export async function reviewsAhead(
  ranges: Ranges,
  today: StudyDay,
  days: number,
): Promise<readonly PlannedCard[]> {
  const range = { lane: 'review', deckId: undefined, below: today + 1 + days } as const;
  const [rows, decks, presets] = await Promise.all([
    ranges.lane(range, today + 1, MOST_CARDS),
    ranges.decks(),
    ranges.presets(),
  ]);
  const burying = new Set(
    decks.filter((deck) => presetOf(deck, presets).burySiblings).map(({ id }) => id),
  );
  const free = rows.filter((card) => !wasAnsweredOn(card, today) && card.buriedUntil <= today);
  const notes = new Set(
    free.filter(({ deckId }) => burying.has(deckId)).map(({ id }) => noteIdOf(id)),
  );
  const theirs = await ranges.cardsOfNotes(notes);
  const seen = theirs.filter((card) => wasAnsweredOn(card, today));
  const isFree = oncePerNote(burying, new Set(seen.map(({ id }) => noteIdOf(id))));
  return free.filter(isFree).map(
    ({ id, readyAt }): PlannedCard => ({
      cardId: id,
      seconds: expectedSeconds('review'),
      isNew: false,
      why: { kind: 'ahead', gain: 0, days: Math.floor(readyAt) - today },
    }),
  );
}

function wasAnsweredOn({ schedule }: Card, day: StudyDay): boolean {
  return schedule.state !== 'new' && schedule.lastReview.studyDay === day;
}
