import { questionText } from '../../../domain/content/note-summary.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import { type CardId, noteIdOf, slotOf } from '../../../kernel/ids.ts';
import type { RoundsDatabase } from '../../schema.ts';

/** What each of the cards asks, as one line of plain text; those whose note is gone are left out. */
export async function readQuestions(
  db: RoundsDatabase,
  cardIds: readonly CardId[],
): Promise<ReadonlyMap<CardId, string>> {
  const noteIds = [...new Set(cardIds.map(noteIdOf))];
  const [notes, ownTypes] = await Promise.all([db.notes.bulkGet(noteIds), db.noteTypes.toArray()]);
  const types = new Map(ownTypes.map((type) => [type.id as string, type]));
  const byId = new Map(notes.flatMap((note) => (note ? [[note.id, note] as const] : [])));
  return new Map(
    cardIds.flatMap((cardId) => {
      const note = byId.get(noteIdOf(cardId));
      const type = note && noteTypeOf(note.noteTypeId, types);
      return type ? [[cardId, questionText(note, type, slotOf(cardId))] as const] : [];
    }),
  );
}
