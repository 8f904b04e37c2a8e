import type { DeckId, NoteId } from '../ids.ts';

/** A fact's text. Cloze deletions are written {{c1::hidden::hint}}. Plain text, not HTML. */
export type NoteContent =
  | { readonly type: 'basic'; readonly front: string; readonly back: string }
  | { readonly type: 'reversed'; readonly front: string; readonly back: string }
  | { readonly type: 'cloze'; readonly text: string };

/** What a deck file or the editor says about a note: everything but its history. */
export interface NoteDraft {
  readonly id: NoteId;
  readonly content: NoteContent;
  /** A word or two more, shown under the answer; '' for none. */
  readonly extra: string;
  /** Section paths ('Safety', 'Safety::PML'), home section first, at least one. */
  readonly sections: readonly string[];
  /** Where the fact comes from, for the reader; '' where not given. */
  readonly source: string;
}

/** A note as stored. */
export interface Note extends NoteDraft {
  readonly deckId: DeckId;
  /** Labels that are not sections: 'leech', 'marked'. */
  readonly tags: readonly string[];
  /** Order within the deck, from 0. */
  readonly position: number;
  readonly archived: boolean;
  /** The draft as last read from the deck's file, so that a person's own edit is told from the file's. */
  readonly fromFile?: NoteDraft;
}
