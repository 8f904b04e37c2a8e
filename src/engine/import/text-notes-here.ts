import { fieldText, type NoteType } from '../../domain/content/note-type.ts';
import type { IncomingNote } from '../../domain/import/incoming.ts';
import type { Brought } from '../../exchange/incoming/brought.ts';
import type { BroughtByText } from '../../exchange/incoming/of-text.ts';
import { cardIdOf, type NoteId, noteIdOf, slotOf } from '../../kernel/ids.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Here } from './decide/here.ts';

/** Notes read in one request. */
const PAGE = 2000;

/**
 * A table's notes under the ids of those here that begin alike (Anki's own rule for tables): a list
 * that was corrected in a spreadsheet changes its notes and doubles none.
 */
export async function matchedByText(
  db: RoundsDatabase,
  { brought, isMatchedByText }: BroughtByText,
  types: readonly NoteType[],
  suffix: string,
): Promise<Brought> {
  const own = brought.notes.filter(({ id }) => id.startsWith('text-'));
  const found = new Map<NoteId, NoteId>();
  if (!isMatchedByText) {
    for (const { id } of own) found.set(id, `${id}-${suffix}` as NoteId);
    return underIds(brought, found);
  }
  const firsts = new Map(types.map((type) => [type.id, type.fields[0]?.id]));
  for (const typeId of new Set(own.map(({ noteTypeId }) => noteTypeId))) {
    const first = firsts.get(typeId);
    if (first === undefined) continue;
    const textOf = ({ fields }: Pick<IncomingNote, 'fields'>) => fieldText(fields, first).trim();
    const wanted = new Map(
      own.flatMap((note) => (note.noteTypeId === typeId ? [[textOf(note), note.id]] : [])),
    );
    const ids = await db.notes.where('noteTypeId').equals(typeId).primaryKeys();
    for (let from = 0; from < ids.length; from += PAGE) {
      for (const note of await db.notes.bulkGet(ids.slice(from, from + PAGE))) {
        const id = note && wanted.get(textOf(note));
        if (note && id && !found.has(id)) found.set(id, note.id);
      }
    }
  }
  return underIds(brought, found);
}

function underIds(brought: Brought, ids: ReadonlyMap<NoteId, NoteId>): Brought {
  const idOf = (id: NoteId): NoteId => ids.get(id) ?? id;
  return {
    ...brought,
    notes: brought.notes.map((note) => ({ ...note, id: idOf(note.id) })),
    cards: brought.cards.map((card) => ({
      ...card,
      id: cardIdOf(idOf(noteIdOf(card.id)), slotOf(card.id)),
    })),
  };
}

/** What a table says nothing of stays as it is in a note that is here: other fields, its deck, its tags. */
export function withNotesHere(
  brought: Brought,
  text: BroughtByText | undefined,
  here: Here,
): Brought {
  if (!text) return brought;
  const notes = brought.notes.map((note): IncomingNote => {
    const mine = here.notes.get(note.id);
    if (!mine || mine.noteTypeId !== note.noteTypeId) return note;
    return {
      ...note,
      fields: { ...mine.fields, ...note.fields },
      ...(text.says.deck ? {} : { deckId: mine.deckId }),
      ...(text.says.tags ? {} : { sections: mine.sections, tags: mine.tags }),
    };
  });
  return { ...brought, notes };
}
