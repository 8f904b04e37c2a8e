import type { ImportReport } from '../../domain/import/import-report.ts';
import type { IncomingCounts } from '../../domain/import/incoming.ts';
import type { ColumnUse, TableChoices } from '../../exchange/text-table/table-choices.ts';
import type { DeckId, NoteId } from '../../kernel/ids.ts';

export type { ColumnUse, ImportReport, TableChoices };

/** What an import can be told. Everything has a sound default (`DEFAULT_CHOICES`). */
export interface ImportChoices {
  /** Dates, memory and histories come as well; otherwise every card comes as new. */
  readonly withSchedule: boolean;
  /** Decks of the file whose notes come; 'all'. */
  readonly decks: 'all' | readonly DeckId[];
  /** Notes that are here already: merged field by field, left as they are, or taken from the file. */
  readonly existing: 'merge' | 'keep' | 'replace';
  /** Where both changed a field: whose text stays. */
  readonly conflicts: 'mine' | 'theirs';
  /** The same for single notes. */
  readonly perNote: Readonly<Record<NoteId, 'mine' | 'theirs'>>;
  /** Notes of the file that were deleted here come again. */
  readonly bringBackDeleted: boolean;
  /** Of a text: what its columns are, where that is not as the file says or as was guessed. */
  readonly table?: TableChoices;
}

export const DEFAULT_CHOICES: ImportChoices = {
  withSchedule: true,
  decks: 'all',
  existing: 'merge',
  conflicts: 'mine',
  perNote: {},
  bringBackDeleted: false,
};

/** A note's text on both sides, as lists show it. */
export interface NoteExample {
  readonly noteId: NoteId;
  /** One line that stands for the note. */
  readonly summary: string;
  /** Fields (or 'Tags') that differ, as plain text. */
  readonly fields: readonly {
    readonly name: string;
    readonly mine: string;
    readonly theirs: string;
  }[];
}

/** A file that was read: what it would bring, and what would become of what is here. */
export interface ImportLook {
  readonly fileName: string;
  readonly kind: 'anki' | 'mnemosyne' | 'text' | 'deck-file' | 'rounds';
  readonly counts: IncomingCounts;
  readonly hasSchedule: boolean;
  /** What the file itself asks for, otherwise than DEFAULT_CHOICES. */
  readonly proposed?: Pick<ImportChoices, 'existing'>;
  readonly decks: readonly { readonly id: DeckId; readonly name: string; readonly notes: number }[];
  /** Of the notes that are chosen. `deleted`: were here once. */
  readonly notes: {
    readonly added: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly inConflict: number;
    readonly deleted: number;
  };
  /** Cards here that would get newer answers from the file. */
  readonly cardsAnsweredSince: number;
  /** A few of each. */
  readonly updated: readonly NoteExample[];
  /** All of them, up to a few hundred. */
  readonly conflicts: readonly NoteExample[];
  /** Note types that bring scripts, and what those would have shown. */
  readonly scripts: readonly { readonly name: string; readonly shows: readonly string[] }[];
  /** What comes otherwise than it is in the file, or not at all: each a sentence. */
  readonly problems: readonly string[];
  /** Of a text: how it is taken apart now, and its first rows. */
  readonly table?: TableChoices & { readonly rows: readonly (readonly string[])[] };
}
