import type { DeckId, FieldId, NoteId, NoteTypeId } from '../../kernel/ids.ts';
import type { Foreign } from '../collection/foreign.ts';
import type { FieldTexts } from './note-type.ts';

/** A fact's text in a deck file. Cloze deletions are {{c1::hidden::hint}}. Never HTML: plain text, or Markdown (NoteDraft.markup). */
export type NoteContent =
  | { readonly type: 'basic'; readonly front: string; readonly back: string }
  | {
      readonly type: 'reversed';
      readonly front: string;
      readonly back: string;
      /** The question and the answer of the way back, where the sides themselves are not. */
      readonly wayBack?: { readonly question: string; readonly answer: string };
    }
  | { readonly type: 'cloze'; readonly text: string };

/** What a deck file says about a fact. */
export interface NoteDraft {
  readonly id: NoteId;
  readonly content: NoteContent;
  /** A word or two more, shown under the answer; '' for none. */
  readonly extra: string;
  /** Section paths ('Safety', 'Safety::PML'), home section first; none in a file's `## (none)`. */
  readonly sections: readonly string[];
  /** Where the fact comes from, for the reader; '' where not given. */
  readonly source: string;
  /** Its texts are Markdown (see markdown.ts); plain text otherwise. */
  readonly markup?: 'markdown';
}

/** What a note says: everything but its history. */
export interface NoteText {
  readonly noteTypeId: NoteTypeId;
  readonly fields: FieldTexts;
  /** Tags: section paths ('Safety', 'Safety::PML'), home section first; may be empty. */
  readonly sections: readonly string[];
}

/** A note as a person writes it. */
export interface NewNote extends NoteText {
  readonly id: NoteId;
  readonly deckId: DeckId;
}

/** A note as stored. */
export interface Note extends NewNote {
  /** Labels that are not sections: 'leech', 'marked'. */
  readonly tags: readonly string[];
  /** Order within the deck: a deck file's facts from 0, a person's own notes after them. */
  readonly position: number;
  readonly archived: boolean;
  readonly addedAtMillis: number;
  /** When its text or sections last changed; the same as addedAtMillis until then. */
  readonly editedAtMillis: number;
  /** The draft as last read from the deck's file, so that a person's own edit is told from the file's. */
  readonly fromFile?: NoteDraft;
  readonly foreign?: Foreign;
  /** What it said when an import last brought it: a person's own edit is told from the author's. */
  readonly asImported?: AsImported;
}

/** Short hashes (log/parts/as-imported.ts): only whether a text is the same is ever asked. */
export interface AsImported {
  readonly noteTypeId: NoteTypeId;
  readonly deckId: DeckId;
  readonly fields: Readonly<Record<FieldId, string>>;
  readonly tags: string;
}

/** Labels that Rounds gives a meaning of its own; every other tag is a section. */
export const LABELS: readonly string[] = ['marked', 'leech'];

/** What a person sees as the note's tags: sections, then labels. */
export function tagsOf(note: Pick<Note, 'sections' | 'tags'>): string[] {
  return [...note.sections, ...note.tags];
}
