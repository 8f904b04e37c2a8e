import type { FieldTexts, NoteType } from '../../../domain/content/note-type.ts';
import { noteTypeOf } from '../../../domain/content/stock.ts';
import type { IncomingNote } from '../../../domain/import/incoming.ts';
import { withHomes } from '../../../exchange/anki/foreign-rows.ts';
import { withMediaNames } from '../../../exchange/anki/mapping/media-names.ts';
import type { Brought } from '../../../exchange/incoming/brought.ts';
import type { DeckId, FieldId } from '../../../kernel/ids.ts';
import { named } from '../../../kernel/named.ts';
import { t } from '../../../kernel/texts.ts';
import { deckIdsHere } from './decks-here.ts';
import type { Here } from './here.ts';

/** What a file brings, under the ids and names that things have here. */
export type Fitted = Pick<Brought, 'types' | 'decks' | 'notes'> & {
  /** What was put together by name, each a sentence. */
  readonly problems: readonly string[];
  /** Of a deck of the file: its id here. */
  deckIdOf(id: DeckId): DeckId;
};

/**
 * A deck whose name is here already is that deck (ANKI-29); fields of a type that is here are known
 * by their ids, or else by their names; files that go by another name are called by it in the notes.
 */
export function fittedIn(
  brought: Brought,
  here: Here,
  mediaNames: ReadonlyMap<string, string>,
): Fitted {
  const { types, decks, notes } = brought;
  const deckIds = deckIdsHere(brought, here);
  const deckIdOf = (id: DeckId): DeckId => deckIds.get(id) ?? id;
  const fits = new Map(types.map((type) => [type.id, fitOf(type, here)]));
  const fitted = notes.map((note): IncomingNote => {
    const fields = fits.get(note.noteTypeId)?.rekeyed(note.fields) ?? note.fields;
    const deckId = deckIdOf(note.deckId);
    const foreign = note.foreign && withHomes(note.foreign, deckIdOf);
    return {
      ...note,
      deckId,
      fields: withNames(fields, mediaNames),
      ...(foreign && { foreign }),
    };
  });
  return {
    types: types.map((type) => withNamesInType(fits.get(type.id)?.type ?? type, mediaNames)),
    decks: decks.map((deck) => ({ ...deck, id: deckIdOf(deck.id) })),
    notes: fitted,
    problems: [...fits.values()].flatMap(({ problem }) => problem ?? []),
    deckIdOf,
  };
}

interface Fit {
  readonly type: NoteType;
  rekeyed(fields: FieldTexts): FieldTexts;
  readonly problem?: string;
}

/** Older files name no lasting ids of fields; there a field of the same name is the same field. */
function fitOf(theirs: NoteType, here: Here): Fit {
  const mine = noteTypeOf(theirs.id, here.types);
  if (!mine) return { type: theirs, rekeyed: (fields) => fields };
  const known = new Set(mine.fields.map(({ id }) => id));
  const brought = new Set(theirs.fields.map(({ id }) => id));
  const ids = new Map<FieldId, FieldId>();
  for (const { id, name } of theirs.fields) {
    const same = mine.fields.find((field) => field.name === name && !brought.has(field.id));
    if (!known.has(id) && same) ids.set(id, same.id);
  }
  if (ids.size === 0) return { type: theirs, rekeyed: (fields) => fields };
  const idOf = (id: FieldId): FieldId => ids.get(id) ?? id;
  const names = theirs.fields.flatMap(({ id, name }) => (ids.has(id) ? [name] : []));
  const type = {
    ...theirs,
    fields: theirs.fields.map((field) => ({ ...field, id: idOf(field.id) })),
    sortFieldId: idOf(theirs.sortFieldId),
  };
  return {
    type,
    rekeyed: (fields) =>
      Object.fromEntries(Object.entries(fields).map(([id, text]) => [idOf(id as FieldId), text])),
    problem: t`Fields of “${named(theirs.name)}” are put together by name: ${names.map(named).join(', ')}.`,
  };
}

function withNames(fields: FieldTexts, names: ReadonlyMap<string, string>): FieldTexts {
  if (names.size === 0) return fields;
  return Object.fromEntries(
    Object.entries(fields).map(([id, text]) => [id, withMediaNames(text, names)]),
  );
}

function withNamesInType(type: NoteType, names: ReadonlyMap<string, string>): NoteType {
  if (names.size === 0) return type;
  return {
    ...type,
    templates: type.templates.map((each) => ({
      ...each,
      front: withMediaNames(each.front, names),
      back: withMediaNames(each.back, names),
    })),
    css: withMediaNames(type.css, names),
  };
}
