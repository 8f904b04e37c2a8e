import type { Card } from '../collection/card.ts';
import { DEFAULT_PRESET_ID, type Deck } from '../collection/deck.ts';
import { slotsOf } from '../content/cards-of-note.ts';
import type { Note, NoteDraft } from '../content/note.ts';
import { compareDeck } from '../deck/compare.ts';
import { cardIdOf, noteIdOf, slotOf } from '../ids.ts';
import { failed, ok, type Result } from '../problem.ts';
import { forgotten } from '../scheduling/by-hand.ts';
import type { OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from './rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

/** A deck file read again: text follows the file by id, every schedule stays (D rules). */
export function effectsOfLoad(body: Body<'load-deck'>, rows: Rows): Result<Effects> {
  const cards = cardsByNote(rows);
  const { changed, unchanged, kept, returned } = compareDeck(body.drafts, [...rows.notes.values()]);
  const merged = new Map(
    [...changed, ...unchanged, ...kept, ...returned].map((note) => [note.stored.id, note.merged]),
  );
  const changes: Change[] = [deckChange(body, rows)];
  body.drafts.forEach((draft, position) => {
    const stored = rows.notes.get(draft.id);
    const note: Note = {
      ...(merged.get(draft.id) ?? draft),
      deckId: body.deckId,
      tags: stored?.tags ?? [],
      position,
      archived: stored?.archived === true && !body.restore.includes(draft.id),
      fromFile: draft,
    };
    changes.push(...noteChanges(stored, note, cards.get(draft.id) ?? []));
  });
  const inFile = new Set<string>(body.drafts.map((draft) => draft.id));
  for (const noteId of new Set([...body.archive, ...body.keep])) {
    const stored = rows.notes.get(noteId);
    if (!stored || inFile.has(noteId)) continue;
    const { fromFile: _gone, ...own } = stored;
    const note = body.archive.includes(noteId) ? { ...stored, archived: true } : own;
    changes.push(...noteChanges(stored, note, cards.get(noteId) ?? []));
  }
  return ok({ changes });
}

/** The file names the deck and orders its sections; notes the file does not have keep theirs. */
function deckChange(body: Body<'load-deck'>, rows: Rows): Change {
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
function sectionsInOrder(notes: readonly NoteDraft[]): string[] {
  const home = notes.flatMap(({ sections }) => sections.slice(0, 1));
  return [...new Set([...home, ...notes.flatMap(({ sections }) => sections)])];
}

export function effectsOfEdit(body: Body<'edit-note'>, rows: Rows): Result<Effects> {
  return changeNote(body.noteId, rows, (note) => ({
    ...note,
    content: body.content,
    extra: body.extra,
  }));
}

export function effectsOfMark(body: Body<'mark'>, rows: Rows): Result<Effects> {
  return changeNote(body.noteId, rows, (note) => {
    const others = note.tags.filter((tag) => tag !== 'marked');
    return { ...note, tags: body.marked ? [...others, 'marked'] : others };
  });
}

export function effectsOfArchive(body: Body<'archive'>, rows: Rows): Result<Effects> {
  const cards = cardsByNote(rows);
  const changes = body.noteIds.flatMap((noteId) => {
    const note = rows.notes.get(noteId);
    if (!note) return [];
    return noteChanges(note, { ...note, archived: body.archived }, cards.get(noteId) ?? []);
  });
  return changes.length > 0 ? ok({ changes }) : noteGone();
}

function changeNote(noteId: string, rows: Rows, change: (note: Note) => Note): Result<Effects> {
  const note = rows.notes.get(noteId);
  if (!note) return noteGone();
  const cards = cardsByNote(rows).get(noteId) ?? [];
  return ok({ changes: noteChanges(note, change(note), cards) });
}

function noteGone(): Result<never> {
  return failed(
    'The note is no longer there.',
    'Nothing was changed.',
    'Go back to Today and begin again.',
  );
}

/** The note's own row, and its cards: new slots get a card, lost slots keep theirs, out of sight. */
function noteChanges(before: Note | undefined, after: Note, cards: readonly Card[]): Change[] {
  const changes: Change[] = [{ table: 'notes', key: after.id, before, after }];
  const slots = new Set(slotsOf(after.content));
  for (const card of cards) {
    const changed: Card = {
      ...card,
      sections: after.sections,
      position: after.position,
      absent: after.archived || !slots.has(slotOf(card.id)),
    };
    changes.push({ table: 'cards', key: card.id, before: card, after: changed });
    slots.delete(slotOf(card.id));
  }
  for (const slot of slots) {
    const id = cardIdOf(after.id, slot);
    const card: Card = {
      id,
      deckId: after.deckId,
      sections: after.sections,
      position: after.position,
      schedule: forgotten(),
      flag: 0,
      suspended: false,
      buriedUntil: 0,
      absent: after.archived,
    };
    changes.push({ table: 'cards', key: id, before: undefined, after: card });
  }
  return changes;
}

function cardsByNote(rows: Rows): Map<string, Card[]> {
  const byNote = new Map<string, Card[]>();
  for (const card of rows.cards.values()) {
    const noteId = noteIdOf(card.id);
    const cards = byNote.get(noteId);
    if (cards) cards.push(card);
    else byNote.set(noteId, [card]);
  }
  return byNote;
}
