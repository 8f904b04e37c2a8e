import type { DeckId, NoteId } from '../../kernel/ids.ts';

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

/** The id that the deck's file gives a note. */
export function factIdOf(deckId: DeckId, noteId: NoteId): string {
  return noteId.startsWith(`${deckId}:`) ? noteId.slice(deckId.length + 1) : noteId;
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
