import { type Card, historyIdOf, isActive } from '../domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  schedulerOptions,
} from '../domain/collection/deck.ts';
import { kindOf, type Review } from '../domain/collection/review.ts';
import type { Note } from '../domain/content/note.ts';
import { noteIdOf } from '../kernel/ids.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { isLeech } from '../domain/memory/leech.ts';
import { GRADES, type Schedule } from '../domain/memory/schedule.ts';
import { answer } from '../domain/memory/scheduler.ts';
import { elapsedDays, type StudyDay } from '../kernel/study-day.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type AnswerBody = Extract<OperationBody, { kind: 'answer' }>;

/** The graded card, its buried siblings, the leech tag, and the review for the log. */
export function effectsOfAnswer(
  operation: Operation,
  body: AnswerBody,
  rows: Rows,
): Result<Effects> {
  const found = gradedCard(body, rows);
  if (!found.ok) return found;
  const before = found.value;
  if (before.schedule.reps !== body.repsBefore) {
    return failed(
      'This card was already graded.',
      'The first grade is kept; this one was not taken.',
      'Go on with the next card, or undo the first grade.',
    );
  }
  const preset = presetOf(before, rows);
  const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
  const moment = { atMillis: operation.atMillis, studyDay: operation.studyDay };
  const schedule = answer(
    schedulerOptions(preset, settings),
    before.id,
    before.schedule,
    body.grade,
    moment,
  );
  const becameLeech =
    schedule.lapses > before.schedule.lapses && isLeech(schedule.lapses, preset.leechThreshold);
  const after: Card = {
    ...before,
    schedule,
    buriedUntil: 0,
    suspended: before.suspended || (becameLeech && preset.leechAction === 'suspend'),
  };
  const changes: Change[] = [{ table: 'cards', key: before.id, before, after }];
  if (becameLeech) changes.push(...leechTag(rows.notes.get(noteIdOf(before.id))));
  if (preset.burySiblings) changes.push(...buriedSiblings(before, rows, operation.studyDay));
  const review = reviewOf(operation, body, before, schedule, settings.answerCapSeconds);
  return ok({ changes, review });
}

/** The card that was graded; refused where it is gone or the grade is none. */
export function gradedCard(
  body: Pick<AnswerBody, 'cardId' | 'grade' | 'durationMillis'>,
  rows: Rows,
): Result<Card> {
  if (!GRADES.includes(body.grade) || Number.isNaN(body.durationMillis)) {
    return failed(
      'That is not a grade from 1 to 4 with a time.',
      'Nothing was changed.',
      'Grade the card again.',
    );
  }
  const card = rows.cards.get(body.cardId);
  if (card) return ok(card);
  return failed(
    'The card is no longer there.',
    'Everything answered before is kept; this answer was not taken.',
    'Go on with the next card.',
  );
}

export function presetOf(card: Card, rows: Rows): Preset {
  const deck = rows.decks.get(card.deckId);
  return rows.presets.get(deck?.presetId ?? DEFAULT_PRESET.id) ?? DEFAULT_PRESET;
}

function leechTag(note: Note | undefined): Change[] {
  if (!note || note.tags.includes('leech')) return [];
  const after = { ...note, tags: [...note.tags, 'leech'] };
  return [{ table: 'notes', key: note.id, before: note, after }];
}

/** Siblings that would come up today wait until tomorrow (QUEUE-7). */
function buriedSiblings(graded: Card, rows: Rows, today: StudyDay): Change[] {
  const noteId = noteIdOf(graded.id);
  const changes: Change[] = [];
  for (const card of rows.cards.values()) {
    if (card.id === graded.id || noteIdOf(card.id) !== noteId) continue;
    if (!isActive(card) || card.buriedUntil > today || !wouldComeUp(card.schedule, today)) continue;
    const after = { ...card, buriedUntil: today + 1 };
    changes.push({ table: 'cards', key: card.id, before: card, after });
  }
  return changes;
}

function wouldComeUp(schedule: Schedule, today: StudyDay): boolean {
  return schedule.state === 'new' || (schedule.state === 'review' && schedule.dueDay <= today);
}

function reviewOf(
  operation: Operation,
  body: AnswerBody,
  before: Card,
  schedule: Schedule,
  capSeconds: number,
): Review {
  if (schedule.state === 'new') throw new Error('an answered card is never new');
  const last = before.schedule.state === 'new' ? undefined : before.schedule.lastReview;
  return {
    operationId: operation.id,
    cardId: historyIdOf(before),
    deckId: before.deckId,
    atMillis: operation.atMillis,
    studyDay: operation.studyDay,
    grade: body.grade,
    durationMillis: Math.min(Math.max(0, body.durationMillis), capSeconds * 1000),
    kind: kindOf(before.schedule),
    elapsedDays: last ? elapsedDays(last.studyDay, operation.studyDay) : 0,
    intervalDays: schedule.state === 'review' ? schedule.intervalDays : 0,
    memory: schedule.memory,
  };
}
