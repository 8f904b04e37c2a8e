import { Dexie } from 'dexie';
import type { Card } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import type { Note } from '../../domain/content/note.ts';
import type { KeptPastLog } from '../../domain/import/past-log.ts';
import type { CardId, DeckId, NoteId } from '../../kernel/ids.ts';
import { withoutKeys } from '../reach.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Some notes with all that is known of their cards. */
export interface NotesInFull {
  readonly notes: readonly Note[];
  readonly cards: readonly Card[];
  /** Answers given here that still count, oldest first for each card. */
  readonly reviews: readonly Review[];
  readonly pastLogs: readonly KeptPastLog[];
}

/** Ids of all notes, or of those of some decks, in the order of their cards' ids. */
export async function noteIdsOf(
  db: RoundsDatabase,
  deckIds: 'all' | readonly DeckId[],
): Promise<readonly NoteId[]> {
  const found =
    deckIds === 'all' ? db.notes.toCollection() : db.notes.where('deckId').anyOf([...deckIds]);
  return inCardOrder((await found.primaryKeys()) as NoteId[]);
}

/** A note's cards are the keys that begin with its id and a slash: so ordered, pages are ranges. */
export function inCardOrder(noteIds: readonly NoteId[]): readonly NoteId[] {
  const keyed = noteIds.map((id) => ({ id, key: `${id}/` }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
}

/** When the first note was made and the first answer given; undefined: there is none. */
export async function firstMoment(db: RoundsDatabase): Promise<number | undefined> {
  const [note, review] = await Promise.all([
    db.notes.orderBy('addedAtMillis').first(),
    db.reviews.orderBy('studyDay').first(),
  ]);
  const moments = [note?.addedAtMillis, review?.atMillis].filter((each) => each !== undefined);
  return moments.length === 0 ? undefined : Math.min(...moments);
}

/**
 * The notes `noteIds`, which are in the order of their cards' ids. `isRange`: they are all that lie
 * between the first and the last, so that a request for each table is enough.
 */
export function readNotesInFull(
  db: RoundsDatabase,
  noteIds: readonly NoteId[],
  { isRange, withHistory }: { readonly isRange: boolean; readonly withHistory: boolean },
): Promise<NotesInFull> {
  const ranges = rangesOf(noteIds, isRange);
  const tables = [db.notes, db.cards, db.reviews, db.undone, db.pastLogs];
  return db.transaction('r', tables, async () => {
    const inRanges = async <Row>(read: (from: string, to: string) => Promise<Row[]>) =>
      (await Promise.all(ranges.map(([from, to]) => read(from, to)))).flat();
    const [notes, cards, reviews, pastLogs] = await Promise.all([
      db.notes.bulkGet([...noteIds]),
      inRanges((from, to) => db.cards.where('id').between(from, to, true, false).toArray()),
      withHistory
        ? inRanges((from, to) =>
            db.reviews
              .where('[cardId+atMillis]')
              .between([from, Dexie.minKey], [to, Dexie.minKey], true, false)
              .toArray(),
          )
        : [],
      withHistory
        ? inRanges((from, to) => db.pastLogs.where('id').between(from, to, true, false).toArray())
        : [],
    ]);
    const answered = [...new Set(reviews.map(({ cardId }) => cardId as CardId))];
    const undone = new Set(await db.undone.where('cardId').anyOf(answered).primaryKeys());
    return {
      notes: notes.filter((note) => note !== undefined),
      cards: cards.map(withoutKeys),
      reviews: reviews.filter(({ operationId }) => !undone.has(operationId)),
      pastLogs,
    };
  });
}

function rangesOf(noteIds: readonly NoteId[], isRange: boolean): readonly [string, string][] {
  const [first, last] = [noteIds[0], noteIds.at(-1)];
  if (first === undefined || last === undefined) return [];
  // '0' follows '/'.
  if (isRange) return [[`${first}/`, `${last}0`]];
  return noteIds.map((id) => [`${id}/`, `${id}0`]);
}
