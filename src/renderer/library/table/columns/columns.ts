import { FLAG_NAMES } from '../../../../domain/collection/card.ts';
import type { Column, Due, LibraryRow, RowState } from '../../../../domain/library/library.ts';
import type { StudyDay } from '../../../../kernel/study-day.ts';
import { shownPath } from '../../../../kernel/path.ts';
import { clockTime, inPlace, interval, percent, shortDate } from '../../../kit/text/format.ts';

/** How a column looks. Widths in CSS pixels at the usual text size. */
export interface ColumnLook {
  readonly name: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly textOf: (row: LibraryRow, today: StudyDay) => string;
}

const NONE = '–';

export const COLUMN_LOOKS: Readonly<Record<Column, ColumnLook>> = {
  sortField: { name: 'Note', width: 260, textOf: (row) => row.sortField },
  deck: { name: 'Deck', width: 130, textOf: (row) => shownPath(row.deckName) },
  type: { name: 'Type', width: 120, textOf: (row) => row.typeName },
  card: { name: 'Card', width: 116, textOf: (row) => row.cardName || cardsOf(row) },
  tags: { name: 'Tags', width: 180, textOf: (row) => row.tags.join(', ') },
  state: { name: 'State', width: 104, textOf: stateText },
  due: { name: 'Due', width: 100, textOf: (row, today) => dueText(row.due, today) },
  interval: {
    name: 'Interval',
    width: 96,
    isNumber: true,
    textOf: ({ intervalDays }) => daysText(intervalDays),
  },
  stability: {
    name: 'Stability',
    width: 96,
    isNumber: true,
    textOf: ({ stability }) => daysText(stability && Math.max(1, Math.round(stability))),
  },
  difficulty: {
    name: 'Difficulty',
    width: 92,
    isNumber: true,
    textOf: ({ difficulty }) => difficulty?.toFixed(1) ?? NONE,
  },
  retrievability: {
    name: 'Recall',
    width: 80,
    isNumber: true,
    textOf: ({ retrievability }) => (retrievability === undefined ? NONE : percent(retrievability)),
  },
  reps: { name: 'Answers', width: 84, isNumber: true, textOf: (row) => String(row.reps) },
  lapses: { name: 'Lapses', width: 76, isNumber: true, textOf: (row) => String(row.lapses) },
  flag: {
    name: 'Flag',
    width: 96,
    textOf: ({ flag }) => (flag === 0 ? NONE : (FLAG_NAMES[flag] ?? NONE)),
  },
  added: { name: 'Added', width: 112, textOf: (row) => instantDate(row.addedAtMillis) },
  edited: { name: 'Edited', width: 112, textOf: (row) => instantDate(row.editedAtMillis) },
};

export const NARROWEST = 64;
export const WIDEST = 900;

const STATE_NAMES: Readonly<Record<RowState, string>> = {
  new: 'New',
  learning: 'Learning',
  relearning: 'Relearning',
  review: 'Review',
  mixed: 'Several',
  none: 'No card',
};

/** One word for where the row stands; what keeps it out of study comes first. */
export function stateText(row: LibraryRow): string {
  if (row.isGone) return 'Deleted';
  if (row.absent) return 'Out of sight';
  if (row.suspended) return 'Suspended';
  if (row.buried) return 'Buried';
  return STATE_NAMES[row.state];
}

export function dueText(due: Due | undefined, today: StudyDay): string {
  if (due === undefined) return NONE;
  if (due.kind === 'position') return 'New';
  if (due.kind === 'instant') return clockTime(due.atMillis);
  const days = due.day - today;
  if (days === 0) return 'Today';
  if (days === 1) return 'Tomorrow';
  if (days === -1) return 'Yesterday';
  return shortDate(due.day);
}

function instantDate(atMillis: number): string {
  return inPlace(atMillis, { dateStyle: 'medium' });
}

function daysText(days: number | undefined): string {
  return days === undefined ? NONE : interval({ days });
}

function cardsOf(row: LibraryRow): string {
  const { length } = row.cardIds;
  return length === 1 ? '1 card' : `${length} cards`;
}
