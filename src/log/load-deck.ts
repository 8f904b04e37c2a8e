import { DEFAULT_PRESET_ID, type Deck } from '../domain/collection/deck.ts';
import { deckGrave } from '../domain/collection/saved-search.ts';
import { textOfDraft } from '../domain/content/draft-text.ts';
import type { Note, NoteText } from '../domain/content/note.ts';
import { compareDeck } from '../domain/deck-text/compare-decks.ts';
import { ok, type Result } from '../kernel/problem.ts';
import { cardsByNote, noteChanges } from './note-cards.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type LoadBody = Extract<OperationBody, { kind: 'load-deck' }>;

/** A deck file read again: text follows the file by id, every schedule stays (D rules). */
export function effectsOfLoad(operation: Operation, body: LoadBody, rows: Rows): Result<Effects> {
  const cards = cardsByNote(rows);
  const { changed, unchanged, kept, returned } = compareDeck(body.drafts, [...rows.notes.values()]);
  const edited = new Set(changed.map((note) => note.stored.id));
  const merged = new Map(
    [...changed, ...unchanged, ...kept, ...returned].map((note) => [note.stored.id, note.merged]),
  );
  const changes: Change[] = [deckChange(body, rows), ...graveOpened(body, rows)];
  body.drafts.forEach((draft, position) => {
    const stored = rows.notes.get(draft.id);
    const note: Note = {
      ...(merged.get(draft.id) ?? textOfDraft(draft)),
      id: draft.id,
      deckId: body.deckId,
      tags: stored?.tags ?? [],
      position,
      archived: stored?.archived === true && !body.restore.includes(draft.id),
      addedAtMillis: stored?.addedAtMillis ?? operation.atMillis,
      editedAtMillis: stored && !edited.has(draft.id) ? stored.editedAtMillis : operation.atMillis,
      fromFile: draft,
    };
    changes.push(...noteChanges(stored, note, cards.get(draft.id) ?? [], rows.noteTypes));
  });
  const inFile = new Set<string>(body.drafts.map((draft) => draft.id));
  for (const noteId of new Set([...body.archive, ...body.keep])) {
    const stored = rows.notes.get(noteId);
    if (!stored || inFile.has(noteId)) continue;
    const { fromFile: _gone, ...own } = stored;
    const note = body.archive.includes(noteId) ? { ...stored, archived: true } : own;
    changes.push(...noteChanges(stored, note, cards.get(noteId) ?? [], rows.noteTypes));
  }
  return ok({ changes });
}

/** The file names the deck and orders its sections; notes the file does not have keep theirs. */
function deckChange(body: LoadBody, rows: Rows): Change {
  const before = rows.decks.get(body.deckId);
  const others = [...rows.notes.values()].filter((note) => !note.archived);
  const after: Deck = {
    id: body.deckId,
    name: body.name,
    source: body.source,
    presetId: before?.presetId ?? DEFAULT_PRESET_ID,
    sections: sectionsInOrder([...body.drafts, ...others]),
    ...(body.edition === undefined ? {} : { edition: body.edition }),
  };
  return { table: 'decks', key: after.id, before, after };
}

/** Home sections in the file's order, then those that facts only belong to besides. */
function sectionsInOrder(notes: readonly Pick<NoteText, 'sections'>[]): string[] {
  const home = notes.flatMap(({ sections }) => sections.slice(0, 1));
  return [...new Set([...home, ...notes.flatMap(({ sections }) => sections)])];
}

/** A deleted deck that is loaded again is wanted again. */
function graveOpened(body: LoadBody, rows: Rows): Change[] {
  const key = deckGrave(body.deckId);
  const before = rows.graves.get(key);
  return before ? [{ table: 'graves', key, before, after: undefined }] : [];
}
