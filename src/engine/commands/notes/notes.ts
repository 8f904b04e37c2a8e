import { DEFAULT_PRESET_ID } from '../../../domain/collection/deck.ts';
import { LABELS, type NewNote, type Note, type NoteText } from '../../../domain/content/note.ts';
import type { FieldTexts, NoteType } from '../../../domain/content/note-type.ts';
import { noteIdIn } from '../../../domain/deck-text/deck-ids.ts';
import type { DeckId, FieldId, NoteId, NoteTypeId, Slot } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import type { NoteEdit, Operation } from '../../../log/operation.ts';
import { pathFrom } from '../../../kernel/path.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import {
  isAtOrBelow,
  isBelow,
  keyOfName,
  Spellings,
  speltAs,
} from '../../../domain/text/same-name.ts';
import { slotsOfNote } from '../../../domain/template/slots.ts';
import { readDecks } from '../../../store/reads/decks.ts';
import { noteIdsOfSection } from '../../../store/reads/notes.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { newDeckId } from '../decks/decks.ts';
import { change } from '../change.ts';
import { plain } from '../plain.ts';

type Notes = readonly NoteId[];

export interface Added {
  readonly operation: Operation;
  readonly noteId: NoteId;
  readonly deckId: DeckId;
}

/** The deck of a note: one that is there, or one that is made for it in the same step. */
export type DeckForNote = DeckId | { readonly newDeck: string };

/** Adds a note to a deck, with a new card for each thing it asks. */
export async function addNote(
  deps: Deps,
  place: DeckForNote,
  text: NoteText,
): Promise<Result<Added>> {
  const isNew = typeof place === 'object';
  const deckId = isNew ? newDeckId(deps) : place;
  const note: NewNote = {
    id: noteIdIn(deckId, deps.newId()),
    deckId,
    noteTypeId: text.noteTypeId,
    fields: filledIn(text.fields),
    sections: tagList(text.sections),
  };
  const newDeck = isNew
    ? { newDeck: { name: pathFrom(place.newDeck), presetId: DEFAULT_PRESET_ID } }
    : {};
  const body = { kind: 'add-notes', notes: [note], ...newDeck } as const;
  const added = await change(deps, body);
  return added.ok ? ok({ operation: added.value, noteId: note.id, deckId }) : added;
}

/** New text for a note. Cards follow their slots; every schedule stays. */
export async function editNote(
  deps: Deps,
  note: Note,
  type: NoteType,
  fields: FieldTexts,
  sections: readonly string[] = note.sections,
): Promise<Result<Operation>> {
  const isTagged = sections.length + note.tags.length > 0;
  if (slotsOfNote(type, { ...note.fields, ...fields }, isTagged).length === 0) {
    return failed(
      type.kind === 'standard'
        ? t`The side that asks is empty, so the note would make no card.`
        : t`The text has no deletion left, so it would make no card.`,
      t`The note is as it was; your text is still here.`,
      type.kind === 'standard'
        ? t`Fill in the side that asks.`
        : t`Put {{c1:: and }} around what should be recalled.`,
    );
  }
  const tags = tagList(sections);
  const own = tags.filter((tag) => labelOf(tag) === undefined);
  const labels = tags.flatMap((tag) => labelOf(tag) ?? []);
  const isLabelled = labels.every((label) => note.tags.includes(label));
  const edit: NoteEdit = { noteId: note.id, fields, sections: own };
  return editNotes(deps, [isLabelled ? edit : { ...edit, labels }]);
}

/** Many notes' text at once, as one step to undo. */
export const editNotes = plain((edits: readonly NoteEdit[]) => ({ kind: 'edit-notes', edits }));

export const markNotes = plain((noteIds: Notes, marked: boolean) => ({
  kind: 'mark',
  noteIds,
  marked,
}));

export const archiveNotes = plain((noteIds: Notes, archived: boolean) => ({
  kind: 'archive',
  noteIds,
  archived,
}));

/** Notes and their cards go; one undo brings them back with their schedules. */
export const deleteNotes = plain((noteIds: Notes) => ({ kind: 'delete-notes', noteIds }));

export const tagNotes = plain(
  (
    noteIds: Notes,
    {
      add = [],
      remove = [],
    }: { readonly add?: readonly string[]; readonly remove?: readonly string[] },
  ) => ({ kind: 'tag', noteIds, add: tagList(add), remove: tagList(remove) }),
);

/** A section and those below it under another name; a name that exists takes them in. */
export async function renameSection(
  deps: Deps,
  from: string,
  to: string | undefined,
  watch?: Watch,
): Promise<Result<Operation>> {
  const path = to === undefined ? undefined : pathFrom(to);
  if (path === '') {
    return failed(t`A section needs a name.`, t`Nothing was changed.`, t`Give it a name.`);
  }
  const label = path === undefined ? undefined : labelOf(path);
  if (label !== undefined) {
    return failed(
      t`“${label}” has a meaning of its own, and is no name for a section.`,
      t`Nothing was changed.`,
      t`Give it another name, or add the tag ${label} to its notes.`,
    );
  }
  if (path !== undefined && isBelow(path, from)) {
    return failed(
      t`A section cannot go into one of its own parts.`,
      t`Nothing was changed.`,
      t`Choose another place for it.`,
    );
  }
  return inWords(async () => {
    const noteIds = await noteIdsOfSection(deps.store, from);
    const named = path === undefined ? {} : { to: await speltInDecks(deps, path, from) };
    const body = { kind: 'rename-section', noteIds, from, ...named } as const;
    return change(deps, body, watch);
  });
}

export const moveNotes = plain((noteIds: Notes, deckId: DeckId) => ({
  kind: 'move-notes',
  noteIds,
  deckId,
}));

/** What fills the new type's fields and slots; see the operation. */
export interface TypeMapping {
  readonly fields: Readonly<Record<FieldId, FieldId>>;
  readonly slots: Readonly<Record<Slot, Slot>>;
}

export const changeNoteType = plain(
  (noteIds: Notes, noteTypeId: NoteTypeId, mapping: TypeMapping) => ({
    kind: 'change-type',
    noteIds,
    noteTypeId,
    ...mapping,
  }),
);

function filledIn(fields: FieldTexts): FieldTexts {
  const filled = Object.entries(fields).filter(([, text]) => text !== '');
  return Object.fromEntries(filled) as FieldTexts;
}

/** `path` as a deck spells it, but for what is at or below `from` and gets its new spelling. */
async function speltInDecks({ store }: Deps, path: string, from: string): Promise<string> {
  const known = (await readDecks(store)).flatMap(({ sections }) => sections);
  const others = known.filter((section) => !isAtOrBelow(section, from));
  return new Spellings(others).of(path);
}

/** The label that a tag of this name is, in whatever case; undefined: it is a section. */
function labelOf(tag: string): string | undefined {
  return LABELS.find((label) => label === keyOfName(tag));
}

/** Tags as they are stored: trimmed paths, each once. */
function tagList(tags: readonly string[]): string[] {
  return speltAs(tags.map(pathFrom).filter((tag) => tag !== ''));
}
