/** A search that is kept under a name in the library's side tree. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  /** In the language of docs/search.md. */
  readonly text: string;
}

/** What was deleted on purpose and must not come back by itself: a shipped deck. */
export interface Grave {
  /** `deck:` and the deck's id. */
  readonly id: string;
}

export function deckGrave(deckId: string): string {
  return `deck:${deckId}`;
}
