import type { Card } from '../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../domain/collection/deck.ts';
import { type CardId, noteIdOf } from '../kernel/ids.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { forgotten, redated, setDue } from '../domain/memory/by-hand.ts';
import { rescheduled } from '../domain/memory/reschedule.ts';
import { seededFraction } from '../kernel/seeded.ts';
import { presetOfCard } from './answer.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

export function effectsOfSetDue(
  operation: Operation,
  body: Body<'set-due'>,
  rows: Rows,
): Result<Effects> {
  const { atMillis, studyDay } = operation;
  const { dueDay, spreadDays = 0 } = body;
  if (!Number.isInteger(dueDay) || !Number.isInteger(spreadDays) || spreadDays < 0) {
    return failed(
      'That is not a day a card could be due on.',
      'Nothing was changed.',
      'Give a whole number of days from today.',
    );
  }
  return eachCard(body.cardIds, rows, (card) => {
    const fraction = spreadDays === 0 ? 0 : seededFraction(`${operation.id}@${card.id}`);
    const day = dueDay + Math.floor(fraction * (spreadDays + 1));
    const schedule = setDue(card.schedule, day, { atMillis, studyDay });
    return { ...card, buriedUntil: 0, schedule };
  });
}

export function effectsOfForget(cardIds: readonly CardId[], rows: Rows): Result<Effects> {
  return eachCard(cardIds, rows, (card) => ({ ...card, buriedUntil: 0, schedule: forgotten() }));
}

/** Due dates of cards in review, anew from their memory, under their decks' present options. */
export function effectsOfReschedule(
  operation: Operation,
  cardIds: readonly CardId[],
  rows: Rows,
): Result<Effects> {
  const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
  return eachCard(cardIds, rows, (card) => {
    const options = schedulerOptions(presetOfCard(card, rows), settings);
    return { ...card, schedule: rescheduled(options, card.id, card.schedule, operation.studyDay) };
  });
}

/** Out of suspension: what has been learnt at once, new cards a few each study day. */
export function effectsOfRelease(
  operation: Operation,
  body: Body<'release'>,
  rows: Rows,
): Result<Effects> {
  if (!Number.isInteger(body.newPerDay) || body.newPerDay < 1) {
    return failed(
      'That is not a number of new cards a day.',
      'Nothing was released.',
      'Give a whole number, 1 or more.',
    );
  }
  let fresh = 0;
  return eachCard(body.cardIds, rows, (card) => {
    if (card.schedule.state !== 'new') return { ...card, suspended: false };
    const wait = Math.floor(fresh++ / body.newPerDay);
    return { ...card, suspended: false, buriedUntil: wait === 0 ? 0 : operation.studyDay + wait };
  });
}

/** Redates the cards; those and siblings put off beyond tomorrow, as that clock had it, wait till then. */
export function effectsOfRedate(
  { atMillis, studyDay }: Operation,
  cardIds: readonly CardId[],
  rows: Rows,
): Result<Effects> {
  const named = new Set(cardIds);
  const noteIds = new Set(cardIds.map(noteIdOf));
  const tomorrow = studyDay + 1;
  const affected = [...rows.cards.values()].filter(
    (card) => named.has(card.id) || (noteIds.has(noteIdOf(card.id)) && card.buriedUntil > tomorrow),
  );
  const affectedIds = affected.map((card) => card.id);
  return eachCard(affectedIds, rows, (card) => ({
    ...card,
    buriedUntil: Math.min(card.buriedUntil, tomorrow),
    schedule: named.has(card.id) ? redated(card.schedule, { atMillis, studyDay }) : card.schedule,
  }));
}

/** `change` done to each of the cards that are there; refused where none is. */
export function eachCard(
  cardIds: readonly CardId[],
  rows: Rows,
  change: (card: Card) => Card,
): Result<Effects> {
  const changes: Change[] = [];
  for (const cardId of new Set(cardIds)) {
    const before = rows.cards.get(cardId);
    if (before) changes.push({ table: 'cards', key: cardId, before, after: change(before) });
  }
  if (changes.length === 0) {
    return failed(
      'The card is no longer there.',
      'Nothing was changed.',
      'Go back to Today and begin again.',
    );
  }
  return ok({ changes });
}
