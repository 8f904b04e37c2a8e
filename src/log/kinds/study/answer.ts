import { type Card, historyIdOf, isActive } from '../../../domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../../domain/collection/deck.ts';
import type { Review } from '../../../domain/collection/review.ts';
import type { Change, Rows } from '../../../domain/collection/rows.ts';
import type { Note } from '../../../domain/content/note.ts';
import { isLeech } from '../../../domain/memory/leech.ts';
import type { Grade, Schedule } from '../../../domain/memory/schedule.ts';
import { answer } from '../../../domain/memory/scheduler.ts';
import { noteIdOf } from '../../../kernel/ids.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { t } from '../../../kernel/texts.ts';
import type { Stamp } from '../../envelope.ts';
import { defineKind } from '../../kind.ts';
import { GRADE_WORDS, gradedCard, ledTo, presetOfCard } from '../../parts/graded-card.ts';
import { oldRules, underRules1 } from '../../parts/interval-rules.ts';
import { cardId, naturalNumber, grade, number, object, optional } from '../../shapes.ts';

/**
 * A grade: the card, its buried siblings, the leech tag, and the review for the log. Version 3 can say
 * the interval that was chosen; before, fuzz alone chose.
 */
export const answerKind = defineKind({
  name: 'answer',
  version: 3,
  shape: object({
    cardId,
    grade,
    durationMillis: number,
    /** The card's grades so far, so that one showing of a card is graded once. */
    repsBefore: naturalNumber,
    rules: oldRules,
    /**
     * Which interval was chosen within fuzz's range, by what was due then (BALANCE-2): no replay
     * knows that. Absent: the one of fuzz. One outside of the range, as it is worked out anew,
     * counts for nothing.
     */
    chosenDays: optional(naturalNumber),
  }),
  upgrade: { 1: underRules1, 2: (fields) => fields },
  word: t`answer`,
  about: (body) => ({ cardIds: [body.cardId], detail: GRADE_WORDS[body.grade] }),
  // Only a lapse can change the note: it may make the card a leech.
  reach: (body) => ({ cardIds: [body.cardId], withoutNotes: body.grade > 1 }),
  effects(body, stamp, rows) {
    const found = gradedCard(body, rows);
    if (!found.ok) return found;
    const before = found.value;
    if (before.schedule.reps !== body.repsBefore) {
      return failed(
        t`This card was already graded.`,
        t`The first grade is kept; this one was not taken.`,
        t`Go on with the next card, or undo the first grade.`,
      );
    }
    const preset = presetOfCard(before, rows);
    const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
    const schedule = answer(
      schedulerOptions(preset, settings),
      before.id,
      before.schedule,
      body.grade,
      stamp,
      body.rules,
      body.chosenDays,
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
    if (preset.burySiblings && rows.cards.size > 1)
      pushBuriedSiblings(changes, before, rows, stamp.studyDay);
    const review = reviewOf(stamp, body, before, schedule, settings.answerCapSeconds);
    return ok({ changes, review });
  },
});

function leechTag(note: Note | undefined): Change[] {
  if (!note || note.tags.includes('leech')) return [];
  const after = { ...note, tags: [...note.tags, 'leech'] };
  return [{ table: 'notes', key: note.id, before: note, after }];
}

/** Siblings that would come up today wait until tomorrow (QUEUE-7). */
function pushBuriedSiblings(changes: Change[], graded: Card, rows: Rows, today: StudyDay): void {
  const noteId = noteIdOf(graded.id);
  for (const card of rows.cards.values()) {
    if (card.id === graded.id || noteIdOf(card.id) !== noteId) continue;
    if (!isActive(card) || card.buriedUntil > today || !wouldComeUp(card.schedule, today)) continue;
    const after = { ...card, buriedUntil: today + 1 };
    changes.push({ table: 'cards', key: card.id, before: card, after });
  }
}

function wouldComeUp(schedule: Schedule, today: StudyDay): boolean {
  return schedule.state === 'new' || (schedule.state === 'review' && schedule.dueDay <= today);
}

function reviewOf(
  { id, atMillis, studyDay }: Stamp,
  body: { readonly grade: Grade; readonly durationMillis: number },
  before: Card,
  schedule: Schedule,
  capSeconds: number,
): Review {
  const { kind, elapsedDays, intervalDays, memory } = ledTo(before.schedule, schedule, studyDay);
  // Field by field: one object less for every answer of a replay.
  return {
    operationId: id,
    cardId: historyIdOf(before),
    deckId: before.deckId,
    atMillis,
    studyDay,
    grade: body.grade,
    durationMillis: Math.min(Math.max(0, body.durationMillis), capSeconds * 1000),
    kind,
    elapsedDays,
    intervalDays,
    memory,
  };
}
