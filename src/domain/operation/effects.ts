import type { Card } from '../collection/card.ts';
import { type CardId, noteIdOf } from '../ids.ts';
import { failed, ok, type Result } from '../problem.ts';
import { forgotten, redated, setDue } from '../scheduling/by-hand.ts';
import { effectsOfAnswer } from './answer.ts';
import { effectsOfArchive, effectsOfEdit, effectsOfLoad, effectsOfMark } from './notes.ts';
import type { Operation } from './operation.ts';
import type { Change, Effects, Rows } from './rows.ts';

/** What `operation` does to `rows`: a pure function, so that a replay of the log equals the past. */
export function effectsOf(operation: Operation, rows: Rows): Result<Effects> {
  const { body, studyDay } = operation;
  switch (body.kind) {
    case 'answer':
      return effectsOfAnswer(operation, body, rows);
    case 'load-deck':
      return effectsOfLoad(body, rows);
    case 'edit-note':
      return effectsOfEdit(body, rows);
    case 'mark':
      return effectsOfMark(body, rows);
    case 'archive':
      return effectsOfArchive(body, rows);
    case 'suspend':
      return eachCard(body.cardIds, rows, (card) => ({ ...card, suspended: body.suspended }));
    case 'bury':
      return eachCard(body.cardIds, rows, (card) => ({ ...card, buriedUntil: body.until }));
    case 'flag':
      return eachCard(body.cardIds, rows, (card) => ({ ...card, flag: body.flag }));
    case 'set-due':
      if (!Number.isInteger(body.dueDay)) return notADay();
      return eachCard(body.cardIds, rows, (card) => ({
        ...card,
        buriedUntil: 0,
        schedule: setDue(card.schedule, body.dueDay, { atMillis: operation.atMillis, studyDay }),
      }));
    case 'forget':
      return eachCard(body.cardIds, rows, (card) => ({
        ...card,
        buriedUntil: 0,
        schedule: forgotten(),
      }));
    case 'redate':
      return effectsOfRedate(operation, body.cardIds, rows);
    case 'set-preset':
      return ok({
        changes: [
          {
            table: 'presets',
            key: body.preset.id,
            before: rows.presets.get(body.preset.id),
            after: body.preset,
          },
        ],
      });
    case 'set-study':
      return ok({
        changes: [
          {
            table: 'settings',
            key: 'study',
            before: rows.settings.get('study'),
            after: body.settings,
          },
        ],
      });
    case 'undo':
      return failed(
        'An undo was asked for without the operation it takes back.',
        'Nothing was changed.',
        'Start Rounds again; if it happens again, this is a defect worth reporting.',
      );
  }
}

/** Redates the cards; those and siblings put off beyond tomorrow, as that clock had it, wait till then. */
function effectsOfRedate(
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

function notADay(): Result<never> {
  return failed(
    'That is not a day a card could be due on.',
    'Nothing was changed.',
    'Give a whole number of days from today.',
  );
}

function eachCard(
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
