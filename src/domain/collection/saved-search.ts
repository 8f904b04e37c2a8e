/** A search that is kept under a name in the library's side tree. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  /** In the language of docs/search.md. */
  readonly text: string;
}

/** What was deleted on purpose and must not come back by itself: a shipped deck, an imported note. */
export interface Grave {
  /** `deck:` and the deck's id, or `note:` and the note's. */
  readonly id: string;
}

export function deckGrave(deckId: string): string {
  return `deck:${deckId}`;
}

export function noteGrave(noteId: string): string {
  return `note:${noteId}`;
}

/** The id after `kind:`; undefined where the grave is of another kind. */
export function buriedIn(kind: 'deck' | 'note', graveId: string): string | undefined {
  return graveId.startsWith(`${kind}:`) ? graveId.slice(kind.length + 1) : undefined;
}
