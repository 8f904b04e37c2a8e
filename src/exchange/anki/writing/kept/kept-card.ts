import type { Card } from '../../../../domain/collection/card.ts';
import type { Schedule } from '../../../../domain/memory/schedule.ts';
import { MILLIS_PER_DAY } from '../../../../kernel/time.ts';
import type { AnkiCard } from '../../anki-collection.ts';
import type { ForeignCard } from '../../foreign-rows.ts';
import { cardData } from '../../mapping/answers/memories.ts';
import { type AnkiDays, scheduleOf } from '../../mapping/schedules.ts';
import { cardColumns, type CardColumns, type CardRules } from '../rows/card-row.ts';

/** The card's columns at its home, and whether all of them are those it came with. */
export interface KeptCard {
  readonly columns: CardColumns;
  readonly isAsItCame: boolean;
}

const [SUSPENDED, BY_SIBLING, BY_HAND] = [-1, -2, -3];
/** Dues from here on are seconds since 1970. */
const FIRST_INSTANT = 1_000_000_000;
const [NEW, LEARNING, RELEARNING] = [0, 1, 3];
/** The queue of steps that wait for a day. */
const BY_DAYS = 3;

/**
 * A card that came from Anki: its own columns where it stands as it stood, with those alone that
 * were changed here (ANKI-44). `firstDay`: that its dues of 0 mean; `readBy`: the options of the deck in
 * which it lay, by whose steps it was read.
 */
export function keptCard(
  card: Card,
  own: ForeignCard,
  firstDay: number,
  rules: CardRules,
  place: number,
  readBy: CardRules['preset'],
): KeptCard {
  const now = cardColumns(card, place, rules);
  const home = own.odid !== 0 && own.odue !== 0 ? own.odue : own.due;
  const isDay = own.type !== NEW && home < FIRST_INSTANT;
  const due = isDay ? home + firstDay - rules.days.firstDay : home;
  const flags = (own.flags & ~7) | card.flag;
  const stands = isStanding(card, own, readBy, { ...rules.days, firstDay }, home);
  const columns = stands
    ? {
        type: own.type,
        due,
        ivl: own.ivl,
        factor: own.factor,
        reps: own.reps,
        lapses: own.lapses,
        left: own.left,
        data: own.data,
      }
    : { ...now, data: withOther(own.data, now.data) };
  const queue = keptQueue(own.queue, now.queue, stands);
  const isAsItCame = stands && queue === own.queue && flags === own.flags;
  const wasAway = stands && own.odid !== 0 && queue >= 0;
  const atHome = wasAway ? queueAtHome(own.type, home) : queue;
  return { columns: { ...columns, queue: atHome, flags }, isAsItCame };
}

/** A filtered deck has queues of its own: where a card that leaves it is asked, as Anki tells that. */
function queueAtHome(type: number, due: number): number {
  if (type !== LEARNING && type !== RELEARNING) return type;
  return due < FIRST_INSTANT ? BY_DAYS : LEARNING;
}

/** Suspended or buried as it was, asked where it was: the queue it had, which says more than ours. */
function keptQueue(own: number, now: number, stands: boolean): number {
  const isAside = (queue: number) => queue < 0;
  const isBuried = (queue: number) => queue === BY_SIBLING || queue === BY_HAND;
  if (own === now) return own;
  if (isBuried(own) && isBuried(now)) return own;
  if ((own === SUSPENDED) !== (now === SUSPENDED)) return now;
  return stands && !isAside(own) && !isAside(now) ? own : now;
}

/** Whether what the row says of its schedule is still what holds here. */
function isStanding(
  card: Card,
  own: ForeignCard,
  { learningStepsMinutes, relearningStepsMinutes }: CardRules['preset'],
  days: AnkiDays,
  due: number,
): boolean {
  const { schedule } = card;
  const known = schedule.state === 'new' ? undefined : schedule;
  const { stability, difficulty } = cardData(own);
  const memory =
    stability !== undefined && difficulty !== undefined
      ? { stability, difficulty: Math.min(10, Math.max(1, difficulty)) }
      : known?.memory;
  const steps = {
    learning: learningStepsMinutes.length,
    relearning: relearningStepsMinutes.length,
  };
  const row: AnkiCard = { ...own, noteId: 0, ord: 0 };
  const found = memory && ({ memory, from: 'file' } as const);
  const was = scheduleOf(row, due, found, known?.lastReview, steps, days);
  return isSameStanding(was, schedule);
}

function isSameStanding(was: Schedule, now: Schedule): boolean {
  if (was.reps !== now.reps || was.lapses !== now.lapses || was.state !== now.state) return false;
  if (was.state === 'new' || now.state === 'new') return true;
  const isRemembered =
    isNear(was.memory.stability, now.memory.stability) &&
    isNear(was.memory.difficulty, now.memory.difficulty);
  if (!isRemembered) return false;
  if (was.state === 'review') {
    return (
      now.state === 'review' && was.dueDay === now.dueDay && was.intervalDays === now.intervalDays
    );
  }
  if (now.state === 'review' || was.step !== now.step) return false;
  // A step that waits for a day begins at another instant where the person has travelled.
  return (
    Math.abs(was.dueAtMillis - now.dueAtMillis) <
    (was.dueAtMillis % 60_000 === 0 ? MILLIS_PER_DAY : 1000)
  );
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) <= 0.0005 * Math.max(1, Math.abs(one));
}

/** What other programs keep in a card's data stays beside what Rounds says. */
function withOther(own: string, now: string): string {
  try {
    const kept: unknown = JSON.parse(own === '' ? '{}' : own);
    if (typeof kept !== 'object' || kept === null) return now;
    const {
      s: _,
      d: __,
      dr: ___,
      decay: ____,
      lrt: _____,
      ...rest
    } = kept as Record<string, unknown>;
    return JSON.stringify({ ...(JSON.parse(now) as object), ...rest });
  } catch {
    return now;
  }
}
