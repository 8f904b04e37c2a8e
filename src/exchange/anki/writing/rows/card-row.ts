import { isPutAway, type Card } from '../../../../domain/collection/card.ts';
import type { Preset } from '../../../../domain/collection/deck.ts';
import type { Memory, Schedule } from '../../../../domain/memory/schedule.ts';
import { studyDayOf, type StudyDay } from '../../../../kernel/study-day.ts';
import type { AnkiCard } from '../../anki-collection.ts';
import type { AnkiDays } from '../../mapping/schedules.ts';
import type { Json } from '../../tables/json-rows.ts';

/** The columns of a card that say where it stands. */
export type CardColumns = Pick<
  AnkiCard,
  'type' | 'queue' | 'due' | 'ivl' | 'factor' | 'reps' | 'lapses' | 'left' | 'flags' | 'data'
>;

/** What a card's columns are worked out with. */
export interface CardRules {
  readonly days: AnkiDays;
  readonly today: StudyDay;
  /** 21. */
  readonly weights: readonly number[];
  readonly preset: Pick<
    Preset,
    'desiredRetention' | 'learningStepsMinutes' | 'relearningStepsMinutes'
  >;
}

const [NEW, LEARNING, REVIEW, RELEARNING] = [0, 1, 2, 3];
const QUEUE = { new: 0, learning: 1, review: 2, days: 3 } as const;
const [SUSPENDED, BY_SIBLING, BY_HAND] = [-1, -2, -3];

/** A card that was never seen, `place` among the new ones. */
export function newColumns(place: number): CardColumns {
  const counts = { ivl: 0, factor: 0, reps: 0, lapses: 0, left: 0, flags: 0 };
  return { type: NEW, queue: QUEUE.new, due: place, ...counts, data: '{}' };
}

/** Where a card stands, in Anki's columns. `place`: among new cards. */
export function cardColumns(card: Card, place: number, rules: CardRules): CardColumns {
  const columns = scheduleColumns(card.schedule, place, rules);
  const queue = putAside(card, rules.today) ?? columns.queue;
  return { ...columns, queue, flags: card.flag };
}

/** The queue of a card that is not asked; undefined: it is. */
function putAside(card: Card, today: StudyDay): number | undefined {
  if (card.suspended) return SUSPENDED;
  if (isPutAway(card, today)) return BY_HAND;
  return card.buriedUntil > today ? BY_SIBLING : undefined;
}

function scheduleColumns(schedule: Schedule, place: number, rules: CardRules): CardColumns {
  const { reps, lapses } = schedule;
  if (schedule.state === 'new') return { ...newColumns(place), reps, lapses };
  const { memory } = schedule;
  const shared = {
    reps,
    lapses,
    factor: easeOf(memory, rules.weights),
    flags: 0,
    data: JSON.stringify(cardDataOf(schedule, place, rules)),
  };
  if (schedule.state === 'review') {
    const due = schedule.dueDay - rules.days.firstDay;
    return {
      ...shared,
      type: REVIEW,
      queue: QUEUE.review,
      due,
      ivl: schedule.intervalDays,
      left: 0,
    };
  }
  const isRelearning = schedule.state === 'relearning';
  const { learningStepsMinutes, relearningStepsMinutes } = rules.preset;
  const steps = isRelearning ? relearningStepsMinutes.length : learningStepsMinutes.length;
  const day = studyDayOf(
    { atMillis: schedule.dueAtMillis, ...rules.days },
    rules.days.rolloverHour,
  );
  // A step that ends after today is counted in days there.
  const isOverNight = day > rules.today;
  return {
    ...shared,
    type: isRelearning ? RELEARNING : LEARNING,
    queue: isOverNight ? QUEUE.days : QUEUE.learning,
    due: isOverNight ? day - rules.days.firstDay : Math.floor(schedule.dueAtMillis / 1000),
    ivl: isRelearning ? Math.max(1, Math.round(memory.stability)) : 0,
    left: Math.max(1, steps - schedule.step),
  };
}

/** What a card's column `data` says, in Anki's order and with as many decimals. */
function cardDataOf(
  schedule: Exclude<Schedule, { state: 'new' }>,
  place: number,
  { preset, weights }: CardRules,
): Json {
  return {
    pos: place,
    s: rounded(schedule.memory.stability, 4),
    d: rounded(schedule.memory.difficulty, 3),
    dr: rounded(preset.desiredRetention, 2),
    decay: rounded(weights[20] ?? 0.5, 3),
    lrt: Math.floor(schedule.lastReview.atMillis / 1000),
  };
}

function rounded(value: number, decimals: number): number {
  return Math.round(value * 10 ** decimals) / 10 ** decimals;
}

/**
 * The ease, in thousandths, that an SM-2 would have of this memory: what the reading half infers a
 * memory from, the other way round. For who opens it in an Anki without FSRS.
 */
function easeOf({ stability, difficulty }: Memory, weights: readonly number[]): number {
  const [w8 = 0, w9 = 0, w10 = 0] = weights.slice(8, 11);
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1(0.1 * w10);
  const ease = 1 + (11 - difficulty) * growth;
  return Math.round(Math.min(5, Math.max(1.3, ease)) * 1000);
}
