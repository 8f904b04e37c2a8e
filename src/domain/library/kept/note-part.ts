import type { DeckId, FieldId, NoteId, NoteTypeId } from '../../../kernel/ids.ts';
import type { Note } from '../../content/note.ts';
import { Names } from './names.ts';
import type { Packed } from './packed.ts';

/** A note as the library keeps it: without what only its deck's file needs, with its texts. */
export interface KeptNote {
  readonly note: Note;
  /** As textsOf makes them. */
  readonly text: string;
  readonly sortText: string;
}

interface Texts {
  readonly ids: readonly NoteId[];
  readonly decks: readonly DeckId[];
  readonly types: readonly NoteTypeId[];
  readonly fieldIds: readonly (readonly FieldId[])[];
  readonly lists: readonly (readonly string[])[];
  /** The fields of all notes, one after the other. */
  readonly fields: readonly string[];
  readonly texts: readonly string[];
  /** 0: the note's first field as it is written. */
  readonly sorts: readonly (string | 0)[];
  /** By place: notes that have more than the usual, or less. */
  readonly odd: Readonly<Record<number, Note>>;
}

const NUMBERS = 9;
const USUAL_KEYS = 10;

export function packNotes(notes: readonly KeptNote[]): Packed {
  const decks = new Names<DeckId>();
  const types = new Names<NoteTypeId>();
  const fieldIds = new Names<readonly FieldId[]>();
  const lists = new Names<readonly string[]>();
  const fields: string[] = [];
  const sorts: (string | 0)[] = [];
  const odd: Record<number, Note> = {};
  const numbers = new Float64Array(NUMBERS * notes.length);
  for (const [at, { note, sortText }] of notes.entries()) {
    if (!isUsual(note)) {
      odd[at] = note;
      sorts.push(sortText);
      continue;
    }
    const texts = Object.values(note.fields);
    sorts.push(sortText === texts[0] ? 0 : sortText);
    for (const text of texts) fields.push(text);
    numbers.set(
      [
        decks.at(note.deckId),
        types.at(note.noteTypeId),
        fieldIds.at(Object.keys(note.fields) as FieldId[]),
        lists.at(note.sections),
        lists.at(note.tags),
        note.position,
        note.archived ? 1 : 0,
        note.addedAtMillis,
        note.editedAtMillis,
      ],
      NUMBERS * at,
    );
  }
  const texts: Texts = {
    ids: notes.map(({ note }) => note.id),
    decks: decks.all,
    types: types.all,
    fieldIds: fieldIds.all,
    lists: lists.all,
    fields,
    texts: notes.map(({ text }) => text),
    sorts,
    odd,
  };
  return { texts, numbers };
}

/** Throws where `packed` is not what `packNotes` made. */
export function unpackNotes(packed: Packed): KeptNote[] {
  const { texts: kept, numbers } = packed as Packed<Texts>;
  let field = 0;
  return kept.ids.map((id, at): KeptNote => {
    const text = kept.texts[at] ?? '';
    const sort = kept.sorts[at] ?? '';
    const odd = kept.odd[at];
    if (odd) return { note: odd, text, sortText: sort || '' };
    const number = (which: number): number => numbers[NUMBERS * at + which] ?? 0;
    const first = kept.fields[field] ?? '';
    const fields: Record<FieldId, string> = {};
    for (const fieldId of named(kept.fieldIds, number(2))) {
      fields[fieldId] = kept.fields[field++] ?? '';
    }
    const note: Note = {
      id,
      deckId: named(kept.decks, number(0)),
      noteTypeId: named(kept.types, number(1)),
      fields,
      sections: named(kept.lists, number(3)),
      tags: named(kept.lists, number(4)),
      position: number(5),
      archived: number(6) === 1,
      addedAtMillis: number(7),
      editedAtMillis: number(8),
    };
    return { note, text, sortText: sort === 0 ? first : sort };
  });
}

/** Whether the row has what every note has and nothing else. */
function isUsual(note: Note): boolean {
  const { position, archived, addedAtMillis, editedAtMillis, sections, tags } = note;
  return (
    Object.keys(note).length === USUAL_KEYS &&
    [position, addedAtMillis, editedAtMillis].every((each) => typeof each === 'number') &&
    typeof archived === 'boolean' &&
    Array.isArray(sections) &&
    Array.isArray(tags) &&
    Object.values(note.fields).every((each) => typeof each === 'string')
  );
}

function named<Value>(all: readonly Value[], place: number): Value {
  const value = all[place];
  if (value === undefined) throw new Error('torn');
  return value;
}
