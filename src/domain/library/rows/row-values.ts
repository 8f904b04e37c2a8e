import { tagsOf } from '../../content/note.ts';
import { slotOf } from '../../../kernel/ids.ts';
import { retrievability } from '../../memory/scheduler.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import type { CardEntry, NoteEntry } from '../entries.ts';
import type { Column, Due, RowState } from '../library.ts';
import { cardNameOf } from './card-name.ts';

/** What a row is made of: one card in cards, those in sight (or all) in notes. */
export interface Line {
  readonly note: NoteEntry;
  readonly cards: readonly CardEntry[];
}

/** The moment at which rows are looked at. */
export interface RowMoment {
  readonly today: StudyDay;
  readonly startOfTodayMillis: number;
}

/** New cards come after every card with a date. */
const AFTER_ALL_DATES = 1e15;
const STATES: readonly RowState[] = ['new', 'learning', 'relearning', 'review', 'mixed'];

export function lineOfCard(card: CardEntry): Line {
  return { note: card.note, cards: [card] };
}

export function lineOfNote(note: NoteEntry): Line {
  const inSight = note.cards.filter(({ card }) => !card.absent);
  return { note, cards: inSight.length > 0 ? inSight : note.cards };
}

export function isTextColumn(column: Column): boolean {
  return ['sortField', 'deck', 'type', 'card', 'tags'].includes(column);
}

/** What a line shows in a column of text; '' for nothing. */
export function textIn(column: Column, line: Line): string {
  switch (column) {
    case 'sortField':
      return line.note.sortText;
    case 'deck':
      return deckOf(line).name;
    case 'type':
      return line.note.type.name;
    case 'card':
      return cardNameOfLine(line);
    case 'tags':
      return tagsOf(line.note.note).join(' ');
    default:
      return '';
  }
}

/** What a line is sorted by in a column of numbers; undefined for nothing. */
export function numberIn(column: Column, line: Line, now: RowMoment): number | undefined {
  const { note, cards } = line;
  switch (column) {
    case 'state': {
      const state = STATES.indexOf(stateOf(line));
      return state === -1 ? undefined : state;
    }
    case 'due': {
      const due = dueOf(line, now);
      return due && dueOrder(due, now);
    }
    case 'interval':
      return intervalOfLine(line);
    case 'stability':
      return mean(cards.map(({ card: { schedule } }) => memoryOf(schedule)?.stability));
    case 'difficulty':
      return mean(cards.map(({ card: { schedule } }) => memoryOf(schedule)?.difficulty));
    case 'retrievability':
      return retrievabilityOf(line, now);
    case 'reps':
      return totalOf(cards.map(({ card }) => card.schedule.reps));
    case 'lapses':
      return totalOf(cards.map(({ card }) => card.schedule.lapses));
    case 'flag':
      return flagOf(line);
    case 'added':
      return note.note.addedAtMillis;
    case 'edited':
      return note.note.editedAtMillis;
    default:
      return undefined;
  }
}

/** The deck of the first card, or the note's own. */
export function deckOf({ note, cards }: Line) {
  return cards[0]?.deck ?? note.deck;
}

/** '' where there are several cards, or none. */
export function cardNameOfLine({ note, cards }: Line): string {
  const [only] = cards;
  return cards.length === 1 && only ? cardNameOf(note.note, note.type, slotOf(only.card.id)) : '';
}

export function stateOf({ cards }: Line): RowState {
  return (
    common(cards.map(({ card }) => card.schedule.state)) ?? (cards.length > 0 ? 'mixed' : 'none')
  );
}

export function flagOf({ cards }: Line) {
  return common(cards.map(({ card }) => card.flag)) ?? 0;
}

/** The earliest. */
export function dueOf({ cards }: Line, now: RowMoment): Due | undefined {
  let first: Due | undefined;
  for (const { card } of cards) {
    const due = dueOfCard(card);
    if (!first || dueOrder(due, now) < dueOrder(first, now)) first = due;
  }
  return first;
}

export function intervalOfLine({ cards }: Line): number | undefined {
  return mean(
    cards.map(({ card: { schedule } }) =>
      schedule.state === 'review' ? schedule.intervalDays : undefined,
    ),
  );
}

export function retrievabilityOf({ cards }: Line, { today }: RowMoment): number | undefined {
  return mean(cards.map(({ card, deck }) => retrievability(deck.options, card.schedule, today)));
}

export function memoryOf(schedule: CardEntry['card']['schedule']) {
  return schedule.state === 'new' ? undefined : schedule.memory;
}

/** Of the values there are; undefined without any. */
export function mean(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : totalOf(known) / known.length;
}

export function totalOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function dueOfCard({ schedule, position }: CardEntry['card']): Due {
  if (schedule.state === 'new') return { kind: 'position', position };
  if (schedule.state === 'review') return { kind: 'day', day: schedule.dueDay };
  return { kind: 'instant', atMillis: schedule.dueAtMillis };
}

function dueOrder(due: Due, { today, startOfTodayMillis }: RowMoment): number {
  if (due.kind === 'instant') return due.atMillis;
  if (due.kind === 'position') return AFTER_ALL_DATES + due.position;
  return startOfTodayMillis + (due.day - today) * MILLIS_PER_DAY;
}

/** The value that all have; undefined where there is none, or several. */
function common<Value>(values: readonly Value[]): Value | undefined {
  const [first] = values;
  return values.every((value) => value === first) ? first : undefined;
}
