import type { Flag } from '../collection/card.ts';
import type { Preset, StudySettings } from '../collection/deck.ts';
import type { NoteContent, NoteDraft } from '../content/note.ts';
import type { CardId, DeckId, DeviceId, NoteId, OperationId } from '../ids.ts';
import type { Grade } from '../scheduling/schedule.ts';
import type { StudyDay } from '../scheduling/study-day.ts';

/** What a person (or the program, when it loads its deck) changed. Plain data, no results in it. */
export type OperationBody =
  | {
      readonly kind: 'load-deck';
      readonly deckId: DeckId;
      readonly name: string;
      readonly source: string;
      readonly drafts: readonly NoteDraft[];
      /** Of the text that comes with Rounds; absent for a person's own file. */
      readonly edition?: string;
      /** Notes no longer in the file that the person chose to archive. */
      readonly archive: readonly NoteId[];
      /** Notes no longer in the file that stay, as the person's own from now on. */
      readonly keep: readonly NoteId[];
      /** Archived notes that are in the file and should come back. */
      readonly restore: readonly NoteId[];
    }
  | {
      readonly kind: 'answer';
      readonly cardId: CardId;
      readonly grade: Grade;
      readonly durationMillis: number;
      /** The card's grades so far, so that one showing of a card is graded once. */
      readonly repsBefore: number;
    }
  | { readonly kind: 'undo'; readonly target: OperationId }
  | {
      readonly kind: 'edit-note';
      readonly noteId: NoteId;
      readonly content: NoteContent;
      readonly extra: string;
    }
  | { readonly kind: 'mark'; readonly noteId: NoteId; readonly marked: boolean }
  | { readonly kind: 'archive'; readonly noteIds: readonly NoteId[]; readonly archived: boolean }
  | { readonly kind: 'suspend'; readonly cardIds: readonly CardId[]; readonly suspended: boolean }
  | {
      readonly kind: 'bury';
      readonly cardIds: readonly CardId[];
      /** First day on which the cards may come back; 0 brings them back at once. */
      readonly until: StudyDay;
    }
  | { readonly kind: 'flag'; readonly cardIds: readonly CardId[]; readonly flag: Flag }
  | { readonly kind: 'set-due'; readonly cardIds: readonly CardId[]; readonly dueDay: StudyDay }
  | { readonly kind: 'forget'; readonly cardIds: readonly CardId[] }
  /** Cards answered while the clock was ahead count as answered on the operation's day. */
  | { readonly kind: 'redate'; readonly cardIds: readonly CardId[] }
  | { readonly kind: 'set-preset'; readonly preset: Preset }
  | { readonly kind: 'set-study'; readonly settings: StudySettings };

export type OperationKind = OperationBody['kind'];

/** An operation on its way to the store, which numbers it. */
export interface Intent {
  readonly body: OperationBody;
  readonly atMillis: number;
  readonly utcOffsetMinutes: number;
  /** 'program': not a person's doing (the first deck); undo by key stops there. */
  readonly origin: 'person' | 'program';
}

/** One line of the truth. Never edited, never deleted. */
export interface Operation extends Intent {
  readonly id: OperationId;
  readonly deviceId: DeviceId;
  /** 0, 1, 2 … without gaps on one device. */
  readonly counter: number;
  /** Hybrid logical time in ms: atMillis, or one more than the last when the clock went back. */
  readonly logicalMillis: number;
  readonly studyDay: StudyDay;
}

/** What an operation is called on screen: 'Undo …'. */
export const OPERATION_NAMES: Readonly<Record<OperationKind, string>> = {
  'load-deck': 'load deck',
  answer: 'answer',
  undo: 'undo',
  'edit-note': 'edit',
  mark: 'mark',
  archive: 'archive',
  suspend: 'suspend',
  bury: 'bury',
  flag: 'flag',
  'set-due': 'set due date',
  forget: 'forget',
  redate: 'correct dates',
  'set-preset': 'study options',
  'set-study': 'study settings',
};
