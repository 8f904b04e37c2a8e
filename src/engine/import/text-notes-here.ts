import { fieldText, type NoteType } from '../../domain/content/note-type.ts';
import type { IncomingNote } from '../../domain/import/incoming.ts';
import type { Note } from '../../domain/content/note.ts';
import { keyOfName } from '../../domain/text/same-name.ts';
import type { Brought } from '../../exchange/incoming/brought.ts';
import { firstText } from '../../exchange/incoming/first-text.ts';
import type { BroughtByText } from '../../exchange/incoming/of-text.ts';
import { cardIdOf, type NoteId, noteIdOf, slotOf } from '../../kernel/ids.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Here } from './decide/here.ts';
import { pairs } from '../../exchange/incoming/rows-paired.ts';

/** Notes read in one request. */
const PAGE = 2000;

/**
 * A table's notes under the ids of those here that begin alike (Anki's own rule for tables): a list
 * that was corrected in a spreadsheet changes its notes and doubles none.
 */
export async function matchedByText(
  db: RoundsDatabase,
  { brought, isMatchedByText, isMatchedInDeck }: BroughtByText,
  types: readonly NoteType[],
  suffix: string,
): Promise<Brought> {
  const isOwn = ({ id }: IncomingNote) => id.startsWith('text-');
  const own = brought.notes.filter(isOwn);
  if (!isMatchedByText) {
    return underIds(brought, new Map(own.map(({ id }) => [id, `${id}-${suffix}` as NoteId])));
  }
  // A row with a mark of identity is that note, and no other row is.
  const marked = new Set(brought.notes.filter((note) => !isOwn(note)).map(({ id }) => id));
  const firsts = new Map(types.map((type) => [type.id, type.fields[0]?.id]));
  const decks = [...(await db.decks.toArray()), ...brought.decks];
  const deckKeys = new Map(decks.map(({ id, name }) => [id, keyOfName(name)]));
  const beginning = ({ noteTypeId, fields, deckId }: BeginningOf): string => {
    const first = firsts.get(noteTypeId);
    const text = first === undefined ? '' : firstText(fieldText(fields, first));
    return JSON.stringify([noteTypeId, text, isMatchedInDeck ? deckKeys.get(deckId) : '']);
  };
  const groups = new Map<string, { readonly rows: IncomingNote[]; readonly here: Note[] }>();
  for (const note of own) {
    const key = beginning(note);
    const group = groups.get(key) ?? { rows: [], here: [] };
    groups.set(key, group);
    group.rows.push(note);
  }
  for (const typeId of new Set(own.map(({ noteTypeId }) => noteTypeId))) {
    const ids = await db.notes.where('noteTypeId').equals(typeId).primaryKeys();
    for (let from = 0; from < ids.length; from += PAGE) {
      for (const note of await db.notes.bulkGet(ids.slice(from, from + PAGE))) {
        if (note && !marked.has(note.id)) groups.get(beginning(note))?.here.push(note);
      }
    }
  }
  const found = [...groups.values()].flatMap(({ rows, here }) => [...pairs(rows, here)]);
  return underIds(brought, new Map(found));
}

type BeginningOf = Pick<IncomingNote, 'noteTypeId' | 'fields' | 'deckId'>;

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
