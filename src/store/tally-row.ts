import type { DeckId } from '../domain/ids.ts';
import type { Histogram, Tally, TallyChanges } from '../domain/queue/tally.ts';
import { changedTally, EMPTY_TALLY } from '../domain/queue/tally.ts';
import type { StudyDay } from '../domain/scheduling/study-day.ts';

/**
 * Kept counts as stored: each histogram as text, a third of the bytes and of the time of an object
 * with a field a day. '20500:3 1:2' = 3 cards on day 20500 and 2 on the day after; each day is the
 * difference from the one before it.
 */
export type TallyRow = { readonly [Part in keyof Tally]: string } & {
  readonly deckId: DeckId;
  readonly section: string;
};

export function tallyRowOf(deckId: DeckId, section: string, tally: Tally): TallyRow {
  return {
    deckId,
    section,
    newCards: textOf(tally.newCards),
    newNotes: textOf(tally.newNotes),
    reviewCards: textOf(tally.reviewCards),
    reviewNotes: textOf(tally.reviewNotes),
    newNotesInReview: textOf(tally.newNotesInReview),
  };
}

/** `until`: reviews of later days are not wanted and left out, which is most of the work. */
export function tallyOf(row: TallyRow, until: StudyDay = Number.POSITIVE_INFINITY): Tally {
  return {
    newCards: histogramOf(row.newCards),
    newNotes: histogramOf(row.newNotes),
    reviewCards: histogramOf(row.reviewCards, until),
    reviewNotes: histogramOf(row.reviewNotes, until),
    newNotesInReview: histogramOf(row.newNotesInReview, until),
  };
}

/** `stored`: the rows at the keys of `changes`, in their order, undefined where there is none. */
export function changedRows(
  changes: TallyChanges,
  stored: readonly (TallyRow | undefined)[] = [],
): TallyRow[] {
  return [...changes.byKey].map(([key, change], index) => {
    const [deckId, section] = key.split('\n') as [DeckId, string];
    const row = stored[index];
    return tallyRowOf(deckId, section, changedTally(row ? tallyOf(row) : EMPTY_TALLY, change));
  });
}

/** The primary keys of what `changes` touches. */
export function tallyRowKeys(changes: TallyChanges): [section: string, deckId: string][] {
  return [...changes.byKey.keys()].map((key) => {
    const [deckId = '', section = ''] = key.split('\n');
    return [section, deckId];
  });
}

function textOf(histogram: Histogram): string {
  const days = Object.keys(histogram).map(Number).filter(Number.isFinite);
  let before = 0;
  return days
    .sort((a, b) => a - b)
    .map((day) => {
      const entry = `${day - before}:${histogram[day]}`;
      before = day;
      return entry;
    })
    .join(' ');
}

function histogramOf(text: string, until = Number.POSITIVE_INFINITY): Histogram {
  const histogram: Record<StudyDay, number> = {};
  let day = 0;
  for (let at = 0; at < text.length; ) {
    const colon = text.indexOf(':', at);
    const space = text.indexOf(' ', colon);
    const end = space < 0 ? text.length : space;
    day += Number(text.slice(at, colon));
    if (day > until) break;
    histogram[day] = Number(text.slice(colon + 1, end));
    at = end + 1;
  }
  return histogram;
}
