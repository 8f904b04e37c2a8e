import type { DeckId, NoteId } from '../../kernel/ids.ts';
import { seededFraction } from '../../kernel/seeded.ts';

/** Ids of decks and facts: letters, digits, '_', '-' and '.', up to 64. */
const NAME = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,63}$/u;

/** Whether `name` may be the id of a deck or a fact. */
export function isName(name: string): boolean {
  return name.length <= 128 && NAME.test(name);
}

/** The globally unique id of a deck's fact. */
export function noteIdIn(deckId: DeckId, factId: string): NoteId {
  return `${deckId}:${factId}` as NoteId;
}

/**
 * The id that the deck's file gives a note: of a fact its own, of a note that a person added the
 * note's, with signs that no id may have written otherwise.
 */
export function fileIdOf(deckId: DeckId, noteId: NoteId): string {
  const own = noteId.startsWith(`${deckId}:`) ? noteId.slice(deckId.length + 1) : noteId;
  if (isName(own)) return own;
  const plain = own.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}_.-]/gu, '-');
  return `note-${plain.slice(0, 40)}-${Math.floor(seededFraction(noteId) * 1e8)}`;
}

/**
 * Facts under the ids of the deck's own notes, where a file names one that a person added. `noteIds`:
 * of the notes in the deck.
 */
export function ownIdsOf(deckId: DeckId, noteIds: readonly NoteId[]): (id: NoteId) => NoteId {
  const stored = new Set(noteIds);
  const added = new Map(
    noteIds
      .filter((id) => !id.startsWith(`${deckId}:`))
      .map((id) => [noteIdIn(deckId, fileIdOf(deckId, id)), id]),
  );
  return (id) => (stored.has(id) ? id : (added.get(id) ?? id));
}

/** A usable id made from the first words of a text; '' where it has no letter or digit. */
export function nameFrom(text: string): string {
  const words = text
    .slice(0, 200)
    .replace(/\{\{c[\d,]+::/g, ' ')
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  return words.slice(0, 5).join('-').slice(0, 48).replace(/-$/, '');
}
