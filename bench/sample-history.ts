import { type Card, isActive } from '../src/domain/collection/card.ts';
import { DEFAULT_STUDY_SETTINGS, type Deck } from '../src/domain/collection/deck.ts';
import type { Review } from '../src/domain/collection/review.ts';
import type { Note } from '../src/domain/content/note.ts';
import type { DeviceId, OperationId } from '../src/kernel/ids.ts';
import { effectsOf } from '../src/log/effects.ts';
import type { Operation, OperationBody } from '../src/log/operation.ts';
import type { Change } from '../src/domain/collection/rows.ts';
import { NO_ROWS } from '../src/domain/collection/rows.ts';
import type { Grade } from '../src/domain/memory/schedule.ts';
import { type ClockReading, startOfStudyDay, studyDayOf } from '../src/kernel/study-day.ts';
import type { Chance } from './chance.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** One thing that was done to a note; the store's numbers come later, in order of time. */
export interface Done {
  readonly atMillis: number;
  readonly body: OperationBody;
  readonly studyDay: number;
  readonly changes: readonly Change[];
  readonly review: Review | undefined;
}

/** When a note was studied: study days counted back from today. */
export interface StudyTime {
  /** Its first answer; undefined: never. */
  readonly firstDaysAgo: number | undefined;
  /** Nothing was answered after this many days ago: what fell due since then is due today. */
  readonly lastDaysAgo: number;
  /** Stop after so many answers, for instance while still in learning steps. */
  readonly mostAnswers?: number;
  readonly suspended: boolean;
}

/**
 * The life of one note: its cards are answered when the program would have asked for them, with
 * the grades of an ordinary person (new: 20 % Again; later: 8 %), by the program's own effectsOf.
 */
export function studyNote(
  deck: Deck,
  note: Note,
  newCards: readonly Card[],
  time: StudyTime,
  now: ClockReading,
  chance: Chance,
): { readonly cards: readonly Card[]; readonly done: readonly Done[] } {
  const { rolloverHour } = DEFAULT_STUDY_SETTINGS;
  const today = studyDayOf(now, rolloverHour);
  const cards = new Map<string, Card>(newCards.map((card) => [card.id, card]));
  const done: Done[] = [];
  const startOf = (day: number): number => startOfStudyDay(day, now.utcOffsetMinutes, rolloverHour);

  function perform(body: OperationBody, atMillis: number): void {
    const studyDay = studyDayOf({ ...now, atMillis }, rolloverHour);
    const operation = { ...unnumbered(body, atMillis, now.utcOffsetMinutes), studyDay };
    const result = effectsOf(operation, {
      ...NO_ROWS,
      decks: new Map([[deck.id, deck]]),
      notes: new Map([[note.id, note]]),
      cards,
    });
    if (!result.ok) throw new Error(result.problem.what);
    const { changes, review } = result.value;
    for (const change of changes) {
      if (change.table === 'cards' && change.after) cards.set(change.key, change.after);
    }
    done.push({ atMillis, body, studyDay, changes, review });
  }

  if (time.firstDaysAgo !== undefined) {
    const end = Math.min(startOf(today - time.lastDaysAgo + 1), now.atMillis) - MINUTE;
    const most = time.mostAnswers ?? Number.POSITIVE_INFINITY;
    let at = startOf(today - time.firstDaysAgo) + (4 + 10 * chance.next()) * HOUR;
    for (let answers = 0; answers < most; answers++) {
      const next = nextToAnswer([...cards.values()], at, startOf, chance);
      if (!next || next.atMillis > end) break;
      at = next.atMillis;
      const durationMillis = 2_000 + chance.below(18_000);
      const { id: cardId, schedule } = next.card;
      const grade = gradeOf(schedule.state === 'new', chance);
      perform({ kind: 'answer', cardId, grade, durationMillis, repsBefore: schedule.reps }, at);
    }
  }
  if (time.suspended) {
    const last = done.at(-1)?.atMillis ?? startOf(today - 30);
    perform(
      { kind: 'suspend', cardIds: [...cards.values()].map(({ id }) => id), suspended: true },
      last + MINUTE,
    );
  }
  return { cards: [...cards.values()], done };
}

/** The card that comes up first after `at`, and when it is answered. */
function nextToAnswer(
  cards: readonly Card[],
  at: number,
  startOf: (day: number) => number,
  chance: Chance,
): { readonly card: Card; readonly atMillis: number } | undefined {
  let first: { card: Card; atMillis: number } | undefined;
  for (const card of cards) {
    if (!isActive(card)) continue;
    const { schedule } = card;
    const inSteps = schedule.state === 'learning' || schedule.state === 'relearning';
    const day = schedule.state === 'review' ? schedule.dueDay : 0;
    const earliest = inSteps
      ? schedule.dueAtMillis
      : startOf(Math.max(day, card.buriedUntil)) + (4 + 10 * chance.next()) * HOUR;
    const atMillis = Math.max(at + 20_000, earliest);
    if (!first || atMillis < first.atMillis) first = { card, atMillis };
  }
  return first;
}

function gradeOf(isNew: boolean, chance: Chance): Grade {
  return chance.pick<Grade>(
    isNew
      ? [
          [1, 20],
          [2, 10],
          [3, 60],
          [4, 10],
        ]
      : [
          [1, 8],
          [2, 12],
          [3, 70],
          [4, 10],
        ],
  );
}

function unnumbered(body: OperationBody, atMillis: number, utcOffsetMinutes: number): Operation {
  return {
    body,
    atMillis,
    utcOffsetMinutes,
    origin: 'person',
    id: '' as OperationId,
    deviceId: '' as DeviceId,
    counter: 0,
    logicalMillis: 0,
    studyDay: 0,
    version: 1,
  };
}
