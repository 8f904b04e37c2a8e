import type { Deck } from '../domain/collection/deck.ts';
import { LABELS, type NewNote, type Note } from '../domain/content/note.ts';
import { noteTypeOf } from '../domain/content/stock.ts';
import type { NoteId } from '../kernel/ids.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { slotsOfNote } from '../domain/template/slots.ts';
import { withRenamedSection } from './exam-cards.ts';
import { cardsByNote, noteChanges, withSectionsListed } from './note-cards.ts';
import type { NoteEdit, Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

/** A person's own notes, each with its cards, after the deck's other new cards. */
export function effectsOfAdd(
  operation: Operation,
  body: Body<'add-notes'>,
  rows: Rows,
): Result<Effects> {
  const { atMillis, logicalMillis } = operation;
  const changes: Change[] = [];
  for (const [index, draft] of body.notes.entries()) {
    const refused = refusalOf(draft, rows);
    if (refused) return refused;
    const { id, deckId, noteTypeId, fields, sections } = draft;
    const note: Note = {
      id,
      deckId,
      noteTypeId,
      fields,
      sections: sections.filter((tag) => !LABELS.includes(tag)),
      tags: sections.filter((tag) => LABELS.includes(tag)),
      // The clock's milliseconds come after every file's 0, 1, 2 … and grow with each note.
      position: logicalMillis + index,
      archived: false,
      addedAtMillis: atMillis,
      editedAtMillis: atMillis,
    };
    changes.push(...noteChanges(undefined, note, [], rows.noteTypes));
  }
  return ok({ changes: withSectionsListed(changes, rows) });
}

function refusalOf(draft: NewNote, rows: Rows): Result<never> | undefined {
  const type = noteTypeOf(draft.noteTypeId, rows.noteTypes);
  if (!type) {
    return failed(
      'The type of this note is no longer there.',
      'Your text is still here; nothing was added.',
      'Choose another type.',
    );
  }
  if (!rows.decks.has(draft.deckId)) {
    return failed(
      'The deck for this note is no longer there.',
      'Your text is still here; nothing was added.',
      'Choose another deck.',
    );
  }
  if (rows.notes.has(draft.id) || draft.id.includes('/')) {
    return failed(
      'There is already a note with this id.',
      'That note is as it was; nothing was added.',
      'Add the note again.',
    );
  }
  if (slotsOfNote(type, draft.fields).length > 0) return undefined;
  return failed(
    'This note would make no card.',
    'Your text is still here; nothing was added.',
    type.kind === 'standard'
      ? 'Fill in the side that asks.'
      : 'Hide something: a card is made for each numbered deletion.',
  );
}

/** New text: schedules stay, cards follow their slots (NOTE-2). */
export function effectsOfEdit(
  operation: Operation,
  edits: readonly NoteEdit[],
  rows: Rows,
): Result<Effects> {
  const byNote = new Map(edits.map((edit) => [edit.noteId, edit]));
  return changeNotes([...byNote.keys()], rows, (note) => {
    const edit = byNote.get(note.id);
    return {
      ...note,
      fields: { ...note.fields, ...edit?.fields },
      sections: edit?.sections ?? note.sections,
      editedAtMillis: operation.atMillis,
    };
  });
}

export function effectsOfMark(body: Body<'mark'>, rows: Rows): Result<Effects> {
  return changeNotes(body.noteIds, rows, (note) => {
    const others = note.tags.filter((tag) => tag !== 'marked');
    return { ...note, tags: body.marked ? [...others, 'marked'] : others };
  });
}

export function effectsOfTag(operation: Operation, body: Body<'tag'>, rows: Rows): Result<Effects> {
  const gone = new Set(body.remove);
  const change = (own: readonly string[], added: readonly string[]) => [
    ...new Set([...own, ...added].filter((tag) => !gone.has(tag))),
  ];
  return changeNotes(body.noteIds, rows, (note) => ({
    ...note,
    sections: change(
      note.sections,
      body.add.filter((tag) => !LABELS.includes(tag)),
    ),
    tags: change(
      note.tags,
      body.add.filter((tag) => LABELS.includes(tag)),
    ),
    editedAtMillis: operation.atMillis,
  }));
}

/** The section, with those below it, gets another name (and so merges), or is taken off. */
export function effectsOfRenameSection(body: Body<'rename-section'>, rows: Rows): Result<Effects> {
  const rename = (sections: readonly string[]) => renamed(sections, body.from, body.to);
  const result = changeNotes(body.noteIds, rows, (note) => ({
    ...note,
    sections: rename(note.sections),
  }));
  if (!result.ok) return result;
  const others = result.value.changes.filter((change) => change.table !== 'decks');
  const decks = [...rows.decks.values()].flatMap((before): Change[] => {
    const after: Deck = { ...before, sections: rename(before.sections) };
    return [{ table: 'decks', key: before.id, before, after }];
  });
  const { to } = body;
  const exams =
    to === undefined ? [] : withRenamedSection(rows.overlays, (path) => rename([path])[0] ?? path);
  return ok({ changes: [...others, ...decks, ...exams] });
}

function renamed(sections: readonly string[], from: string, to: string | undefined): string[] {
  const below = `${from}::`;
  const all = sections.flatMap((section) => {
    if (section !== from && !section.startsWith(below)) return [section];
    return to === undefined ? [] : [to + section.slice(from.length)];
  });
  return [...new Set(all)];
}

export function effectsOfArchive(body: Body<'archive'>, rows: Rows): Result<Effects> {
  return changeNotes(body.noteIds, rows, (note) => ({ ...note, archived: body.archived }));
}

/** Notes and cards go; their answers stay in the log. */
export function effectsOfDelete(noteIds: readonly NoteId[], rows: Rows): Result<Effects> {
  const changes = deletions(noteIds, rows);
  return changes.length > 0 ? ok({ changes }) : noteGone();
}

export function deletions(noteIds: readonly NoteId[], rows: Rows): Change[] {
  const cards = cardsByNote(rows);
  return [...new Set(noteIds)].flatMap((key): Change[] => {
    const before = rows.notes.get(key);
    if (!before) return [];
    const own = (cards.get(key) ?? []).map(
      (card): Change => ({ table: 'cards', key: card.id, before: card, after: undefined }),
    );
    return [{ table: 'notes', key, before, after: undefined }, ...own];
  });
}

/** `change` done to each of the notes that are there; refused where none is. */
export function changeNotes(
  noteIds: readonly NoteId[],
  rows: Rows,
  change: (note: Note) => Note,
): Result<Effects> {
  const cards = cardsByNote(rows);
  const changes = [...new Set(noteIds)].flatMap((noteId) => {
    const note = rows.notes.get(noteId);
    if (!note) return [];
    return noteChanges(note, change(note), cards.get(noteId) ?? [], rows.noteTypes);
  });
  return changes.length > 0 ? ok({ changes: withSectionsListed(changes, rows) }) : noteGone();
}

function noteGone(): Result<never> {
  return failed(
    'The note is no longer there.',
    'Nothing was changed.',
    'Go back to Today and begin again.',
  );
}

export function deckGone(): Result<never> {
  return failed('The deck is no longer there.', 'Nothing was changed.', 'Choose another deck.');
}
