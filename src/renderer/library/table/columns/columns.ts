import { FLAG_NAMES } from '../../../../domain/collection/card.ts';
import type { Column, Due, LibraryRow, RowState } from '../../../../domain/library/library.ts';
import type { StudyDay } from '../../../../kernel/study-day.ts';
import { shownPath } from '../../../../kernel/path.ts';
import { plural, t } from '../../../../kernel/texts.ts';
import {
  clockTime,
  dayHere,
  inPlace,
  interval,
  percent,
  shortDate,
} from '../../../kit/text/format.ts';

/** How a column looks. Widths in CSS pixels at the usual text size. */
export interface ColumnLook {
  readonly name: string;
  readonly width: number;
  readonly isNumber?: boolean;
  readonly textOf: (row: LibraryRow, today: StudyDay) => string;
}

const NONE = '–';

export const COLUMN_LOOKS: Readonly<Record<Column, ColumnLook>> = {
  sortField: { name: t`Note`, width: 260, textOf: (row) => row.sortField },
  deck: { name: t`Deck`, width: 130, textOf: (row) => shownPath(row.deckName) },
  type: { name: t`Type`, width: 120, textOf: (row) => row.typeName },
  card: { name: t`Card`, width: 116, textOf: (row) => row.cardName || cardsOf(row) },
  tags: { name: t`Tags`, width: 180, textOf: (row) => row.tags.join(', ') },
  state: { name: t`State`, width: 104, textOf: stateText },
  due: { name: t`Due`, width: 100, textOf: (row, today) => dueText(row.due, today) },
  interval: {
    name: t`Interval`,
    width: 96,
    isNumber: true,
    textOf: ({ intervalDays }) => daysText(intervalDays),
  },
  stability: {
    name: t`Stability`,
    width: 96,
    isNumber: true,
    textOf: ({ stability }) => daysText(stability),
  },
  difficulty: {
    name: t`Difficulty`,
    width: 92,
    isNumber: true,
    textOf: ({ difficulty }) => difficulty?.toFixed(1) ?? NONE,
  },
  retrievability: {
    name: t`Recall`,
    width: 80,
    isNumber: true,
    textOf: ({ retrievability }) => (retrievability === undefined ? NONE : percent(retrievability)),
  },
  reps: { name: t`Answers`, width: 84, isNumber: true, textOf: (row) => String(row.reps) },
  lapses: { name: t`Lapses`, width: 76, isNumber: true, textOf: (row) => String(row.lapses) },
  flag: {
    name: t`Flag`,
    width: 96,
    textOf: ({ flag }) => (flag === 0 ? NONE : (FLAG_NAMES[flag] ?? NONE)),
  },
  added: { name: t`Added`, width: 112, textOf: (row) => instantDate(row.addedAtMillis) },
  edited: { name: t`Edited`, width: 112, textOf: (row) => instantDate(row.editedAtMillis) },
};

export const NARROWEST = 64;
export const WIDEST = 900;

const STATE_NAMES: Readonly<Record<RowState, string>> = {
  new: t`New`,
  learning: t`Learning`,
  relearning: t`Relearning`,
  review: t`Review`,
  mixed: t`Several`,
  none: t`No card`,
};

/** One word for where the row stands; what keeps it out of study comes first. */
export function stateText(row: LibraryRow): string {
  if (row.isGone) return t`Deleted`;
  if (row.absent) return t`Out of sight`;
  if (row.suspended) return t`Suspended`;
  if (row.buried) return t`Buried`;
  return STATE_NAMES[row.state];
}

export function dueText(due: Due | undefined, today: StudyDay): string {
  if (due === undefined) return NONE;
  if (due.kind === 'position') return t`New`;
  const day = due.kind === 'instant' ? dayHere(due.atMillis) : due.day;
  const days = day - today;
  if (days === 0) return due.kind === 'instant' ? clockTime(due.atMillis) : t`Today`;
  if (days === 1) return t`Tomorrow`;
  if (days === -1) return t`Yesterday`;
  return shortDate(day);
}

function instantDate(atMillis: number): string {
  return inPlace(atMillis, { dateStyle: 'medium' });
}

/** In whole days: of a note's cards it is the mean. */
function daysText(days: number | undefined): string {
  return days === undefined ? NONE : interval({ days: Math.max(1, Math.round(days)) });
}

function cardsOf(row: LibraryRow): string {
  const { length } = row.cardIds;
  return plural(length, '1 card', '# cards');
}
