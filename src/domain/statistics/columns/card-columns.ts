import { isActive } from '../../collection/card.ts';
import { soundMemory } from '../../memory/repair.ts';
import type { WeekdayOptions } from '../../balance/easy-days.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import type { CardToTell } from './scoped.ts';

export const SCHEDULE_STATES = ['new', 'learning', 'relearning', 'review'] as const;
/** Index in SCHEDULE_STATES. */
export const NEW_STATE = 0;
export const REVIEW_STATE = 3;

/**
 * The cards of a scope in columns: figures look at a hundred thousand of them a dozen times, and each
 * look at rows that lie all over the memory costs more than the whole reckoning.
 */
export interface ToldCards {
  readonly length: number;
  readonly notes: number;
  /** Index in SCHEDULE_STATES. */
  readonly state: Uint8Array;
  /** 1: in study, now or later. */
  readonly isActive: Uint8Array;
  readonly isSuspended: Uint8Array;
  readonly buriedUntil: Float64Array;
  /** Of cards in review: the study day, and days; else 0. */
  readonly dueDay: Float64Array;
  readonly interval: Float64Array;
  /** Of cards with a memory, as are stability and difficulty. */
  readonly lastDay: Float64Array;
  readonly stability: Float64Array;
  readonly difficulty: Float64Array;
  readonly addedAtMillis: Float64Array;
  /** Index in `options`. */
  readonly option: Uint16Array;
  readonly options: readonly WeekdayOptions[];
}

export function cardColumnsOf(cards: readonly CardToTell[]): ToldCards {
  const { length } = cards;
  const columns = {
    state: new Uint8Array(length),
    isActive: new Uint8Array(length),
    isSuspended: new Uint8Array(length),
    buriedUntil: new Float64Array(length),
    dueDay: new Float64Array(length),
    interval: new Float64Array(length),
    lastDay: new Float64Array(length),
    stability: new Float64Array(length),
    difficulty: new Float64Array(length),
    addedAtMillis: new Float64Array(length),
    option: new Uint16Array(length),
  };
  const notes = new Set<string>();
  const known = new Map<WeekdayOptions, number>();
  for (let at = 0; at < length; at++) {
    const each = cards[at];
    if (!each) continue;
    const { card, deck, note } = each;
    const { schedule } = card;
    notes.add(note.note.id);
    const option = known.get(deck.options) ?? known.size;
    known.set(deck.options, option);
    columns.option[at] = option;
    columns.addedAtMillis[at] = note.note.addedAtMillis;
    columns.state[at] = SCHEDULE_STATES.indexOf(schedule.state);
    columns.isActive[at] = isActive(card) ? 1 : 0;
    columns.isSuspended[at] = card.suspended ? 1 : 0;
    columns.buriedUntil[at] = card.buriedUntil;
    if (schedule.state === 'new') continue;
    const { stability, difficulty } = soundMemory(schedule.memory);
    columns.stability[at] = stability;
    columns.difficulty[at] = difficulty;
    columns.lastDay[at] = schedule.lastReview.studyDay;
    if (schedule.state !== 'review') continue;
    columns.dueDay[at] = schedule.dueDay;
    columns.interval[at] = schedule.intervalDays;
  }
  return { length, notes: notes.size, ...columns, options: [...known.keys()] };
}

/** On which day a card in study is asked for next, today or later; -1: on none, it is new or out of study. */
export function nextDay(cards: ToldCards, at: number, today: StudyDay): StudyDay {
  if (cards.isActive[at] !== 1 || cards.state[at] === NEW_STATE) return -1;
  const due = cards.state[at] === REVIEW_STATE ? (cards.dueDay[at] ?? 0) : today;
  return Math.max(due, cards.buriedUntil[at] ?? 0, today);
}
