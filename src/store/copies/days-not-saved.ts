import { ALL_DECKS, hasAnswers } from '../../domain/collection/review.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { RoundsDatabase } from '../schema.ts';

/** What of the collection is in this place alone, as far as days can say it (COPY-14). */
export interface NotSaved {
  /** On so many days something was answered since the last copy outside; without one, on all. */
  readonly days: number;
  /** The study day of the last copy outside. It may be to come, where a clock was wrong. */
  readonly savedDay: StudyDay | undefined;
}

export async function readNotSaved(db: RoundsDatabase, today: StudyDay): Promise<NotSaved> {
  const savedDay = (await db.device.get('device'))?.savedOutsideDay ?? rememberedBeside(db);
  // A day ahead is one of another time zone; further on it says nothing of what came after it.
  const from = savedDay !== undefined && savedDay <= today + 1 ? savedDay : undefined;
  return { days: await studiedDays(db, from).count(), savedDay };
}

/** The whole collection is in a file of the person's: what was studied until now is outside. */
export async function rememberFile(db: RoundsDatabase, today: StudyDay): Promise<void> {
  const last = await studiedDays(db).last();
  await rememberOutside(db, Math.min(last?.studyDay ?? today, today));
}

/**
 * The collection of this day is in a place of the person's own. That is no operation, so it is kept
 * beside the database, too: one that is put back from the journal does not forget it.
 */
export async function rememberOutside(
  db: RoundsDatabase,
  savedOutsideDay: StudyDay,
): Promise<void> {
  await db.device.where('id').equals('device').modify({ savedOutsideDay });
  try {
    localStorage.setItem(keyOf(db), String(savedOutsideDay));
  } catch {
    // Full: this database knows it all the same.
  }
}

function rememberedBeside(db: RoundsDatabase): StudyDay | undefined {
  const day = Number.parseInt(localStorage.getItem(keyOf(db)) ?? '', 10);
  return Number.isSafeInteger(day) ? day : undefined;
}

/** Of the collection, whichever of the databases that were put aside for one another it is in. */
function keyOf({ name }: RoundsDatabase): string {
  return `rounds-saved-outside/${name.replace(/-\d+$/, '')}`;
}

/** Days on which something was answered, of those after `from`. */
function studiedDays(db: RoundsDatabase, from: StudyDay = Number.NEGATIVE_INFINITY) {
  return db.days
    .where('[deckId+studyDay]')
    .between([ALL_DECKS, from], [ALL_DECKS, Number.POSITIVE_INFINITY], false)
    .filter(hasAnswers);
}
