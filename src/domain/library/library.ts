import type { Flag } from '../collection/card.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../kernel/ids.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import type { StateName } from '../search/query.ts';

/** In cards a row is a card; in notes it is a note with its cards. */
export type Mode = 'cards' | 'notes';

export const COLUMNS = [
  'sortField',
  'deck',
  'type',
  'card',
  'tags',
  'state',
  'due',
  'interval',
  'stability',
  'difficulty',
  'retrievability',
  'reps',
  'lapses',
  'flag',
  'added',
  'edited',
] as const;
export type Column = (typeof COLUMNS)[number];

export interface Sort {
  readonly column: Column;
  readonly descending: boolean;
}

export interface FindRequest {
  /** In the language of docs/search.md; '' finds everything. */
  readonly text: string;
  readonly mode: Mode;
  readonly sort: Sort;
}

/** A listing, kept under its token while it is among the few that were used last. */
export interface FoundRows {
  readonly token: string;
  readonly mode: Mode;
  /** Rows of the listing: its cards in cards, its notes in notes. */
  readonly total: number;
  readonly cards: number;
  readonly notes: number;
  /** What the search means, one sentence. */
  readonly explanation: string;
}

/** `offset` and `length`: where in the text, if it is the text that is wrong. */
export type FindProblem = Problem & { readonly offset?: number; readonly length?: number };

export type FindResult =
  | { readonly ok: true; readonly value: FoundRows }
  | { readonly ok: false; readonly problem: FindProblem };

/** When a row comes up: a study day, an instant, or a new card's place in its deck. */
export type Due =
  | { readonly kind: 'day'; readonly day: StudyDay }
  | { readonly kind: 'instant'; readonly atMillis: number }
  | { readonly kind: 'position'; readonly position: number };

/** 'mixed': the cards of a note are in several; 'none': it has no card. */
export type RowState = 'new' | 'learning' | 'relearning' | 'review' | 'mixed' | 'none';

/** What a row shows. Of several cards: the earliest due, sums of counts, means of the rest. */
export interface LibraryRow {
  /** The card's id in cards, the note's in notes. */
  readonly id: string;
  readonly noteId: NoteId;
  /** One in cards; in notes those in sight, or all where none is. */
  readonly cardIds: readonly CardId[];
  /** Plain text, not HTML, of at most 200 characters. */
  readonly sortField: string;
  readonly noteTypeId: NoteTypeId;
  readonly typeName: string;
  /** '' in notes where there are several cards. */
  readonly cardName: string;
  readonly deckId: DeckId;
  readonly deckName: string;
  /** Sections, then labels. */
  readonly tags: readonly string[];
  readonly state: RowState;
  readonly due: Due | undefined;
  readonly intervalDays: number | undefined;
  /** Days. */
  readonly stability: number | undefined;
  /** 1 to 10. */
  readonly difficulty: number | undefined;
  /** 0 to 1, today. */
  readonly retrievability: number | undefined;
  readonly reps: number;
  readonly lapses: number;
  /** 0 where the cards of a note have different ones. */
  readonly flag: Flag;
  /** Of every card of the row. */
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly absent: boolean;
  readonly addedAtMillis: number;
  readonly editedAtMillis: number;
  /** Deleted since the listing was made; everything else is as it was. */
  readonly isGone: boolean;
}

export interface NameCount {
  readonly name: string;
  /** Not out of sight, each once. */
  readonly cards: number;
}

/** How many cards the side tree's searches find. Names in reading order. */
export interface LibraryCounts {
  readonly cards: number;
  readonly notes: number;
  /** Every deck and those above it, each with all below it. */
  readonly decks: readonly NameCount[];
  /** Every tag and those above it, each with all below it. */
  readonly tags: readonly NameCount[];
  readonly untagged: number;
  readonly addedToday: number;
  readonly types: readonly (NameCount & { readonly id: NoteTypeId })[];
  readonly states: Readonly<Record<StateName, number>>;
  /** By flag, 0 to 7. */
  readonly flags: readonly number[];
}

export type SearchCounts = Readonly<Record<string, number>>;
