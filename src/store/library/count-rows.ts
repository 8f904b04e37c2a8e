import type { Mode } from '../../domain/library/library.ts';
import { OUT_PLACES } from '../../domain/study/lane.ts';
import { type CardId, type NoteId, noteIdOf } from '../../kernel/ids.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Of so many notes with cards out of sight at most it is looked up which have none in sight. */
const MOST_LOOKED_AT = 500;

/**
 * How many rows the listing of everything has: cards in sight, which is kept; or notes but for those
 * whose cards are all out of sight, counted by the database. undefined where that would take long.
 */
export function countRows(db: RoundsDatabase, mode: Mode): Promise<number | undefined> {
  return db.transaction('r', db.device, db.notes, db.cards, async () => {
    const kept = mode === 'cards' ? (await db.device.get('device'))?.cardsInSight : undefined;
    if (kept !== undefined) return kept;
    const absent = db.cards.where('[lane+readyAt]').equals(['out', OUT_PLACES.absent]);
    if (mode === 'cards') {
      const [all, outOfSight] = await Promise.all([db.cards.count(), absent.count()]);
      return all - outOfSight;
    }
    const ids = (await absent.limit(MOST_LOOKED_AT + 1).primaryKeys()) as CardId[];
    if (ids.length > MOST_LOOKED_AT) return undefined;
    const [all, hidden] = await Promise.all([db.notes.count(), hiddenAmong(db, ids)]);
    return all - hidden;
  });
}

/** Of how many notes every card is among `absent`. */
async function hiddenAmong(db: RoundsDatabase, absent: readonly CardId[]): Promise<number> {
  const absentOf = new Map<NoteId, number>();
  for (const id of absent) {
    const noteId = noteIdOf(id);
    absentOf.set(noteId, (absentOf.get(noteId) ?? 0) + 1);
  }
  const isHidden = await Promise.all(
    [...absentOf].map(async ([noteId, count]) => {
      const cards = db.cards.where('id').between(`${noteId}/`, `${noteId}0`, true, false);
      return (await cards.count()) === count;
    }),
  );
  return isHidden.filter((each) => each).length;
}
