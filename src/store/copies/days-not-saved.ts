import { ALL_DECKS } from '../../domain/collection/review.ts';
import type { RoundsDatabase } from '../schema.ts';

/** On how many days something was answered since the collection was last saved as a file. */
export async function readDaysNotSaved(db: RoundsDatabase): Promise<number> {
  const savedDay = (await db.device.get('device'))?.savedOutsideDay ?? Number.NEGATIVE_INFINITY;
  return db.days
    .where('[deckId+studyDay]')
    .between([ALL_DECKS, savedDay], [ALL_DECKS, Number.POSITIVE_INFINITY], false)
    .filter(({ byKind }) => Object.values(byKind).some(({ answers }) => answers > 0))
    .count();
}
