import type { Flag } from '../domain/collection/card.ts';
import type { Preset, StudySettings } from '../domain/collection/deck.ts';
import type { SavedSearch } from '../domain/collection/saved-search.ts';
import type { NewNote, NoteDraft } from '../domain/content/note.ts';
import type { FieldTexts, NoteType } from '../domain/content/note-type.ts';
import type {
  CardId,
  CramId,
  DeckId,
  DeviceId,
  FieldId,
  NoteId,
  NoteTypeId,
  OperationId,
  OverlayId,
  Slot,
} from '../kernel/ids.ts';
import type { MediaFile } from '../domain/media/media-file.ts';
import type { Overlay } from '../domain/overlay/overlay.ts';
import type { Grade } from '../domain/memory/schedule.ts';
import type { StudyDay } from '../kernel/study-day.ts';

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
  | { readonly kind: 'add-notes'; readonly notes: readonly NewNote[] }
  | { readonly kind: 'edit-notes'; readonly edits: readonly NoteEdit[] }
  | {
      readonly kind: 'mark';
      readonly noteIds: readonly NoteId[];
      readonly marked: boolean;
    }
  /** Sections and labels added to, then taken from, each note. */
  | {
      readonly kind: 'tag';
      readonly noteIds: readonly NoteId[];
      readonly add: readonly string[];
      readonly remove: readonly string[];
    }
  /** The section `from` and those below it become `to`; without `to` they are taken off. */
  | {
      readonly kind: 'rename-section';
      readonly noteIds: readonly NoteId[];
      readonly from: string;
      readonly to?: string;
    }
  | {
      readonly kind: 'move-notes';
      readonly noteIds: readonly NoteId[];
      readonly deckId: DeckId;
      /** Given where the deck is made for them, so that one undo takes both back. */
      readonly newDeck?: { readonly name: string; readonly presetId: string };
    }
  | {
      readonly kind: 'change-type';
      readonly noteIds: readonly NoteId[];
      readonly noteTypeId: NoteTypeId;
      /** For each field of the new type, the old field that fills it; absent: empty. */
      readonly fields: Readonly<Record<FieldId, FieldId>>;
      /** For each slot of the new type, the old slot whose schedule it takes on. */
      readonly slots: Readonly<Record<Slot, Slot>>;
    }
  | { readonly kind: 'delete-notes'; readonly noteIds: readonly NoteId[] }
  | { readonly kind: 'set-note-type'; readonly noteType: NoteType }
  | { readonly kind: 'delete-note-type'; readonly noteTypeId: NoteTypeId }
  | {
      readonly kind: 'create-deck';
      readonly deckId: DeckId;
      readonly name: string;
      readonly presetId: string;
    }
  | {
      readonly kind: 'rename-decks';
      readonly names: readonly { readonly deckId: DeckId; readonly name: string }[];
    }
  /** Deletes the decks; `noteIds`, all of theirs, go along or into the deck `moveTo`. */
  | {
      readonly kind: 'delete-decks';
      readonly deckIds: readonly DeckId[];
      readonly noteIds: readonly NoteId[];
      readonly moveTo?: DeckId;
    }
  | {
      readonly kind: 'set-deck-preset';
      readonly deckIds: readonly DeckId[];
      readonly presetId: string;
    }
  | { readonly kind: 'archive'; readonly noteIds: readonly NoteId[]; readonly archived: boolean }
  | { readonly kind: 'suspend'; readonly cardIds: readonly CardId[]; readonly suspended: boolean }
  | {
      readonly kind: 'bury';
      readonly cardIds: readonly CardId[];
      /** First day on which the cards may come back; 0 brings them back at once. */
      readonly until: StudyDay;
    }
  | { readonly kind: 'flag'; readonly cardIds: readonly CardId[]; readonly flag: Flag }
  /** Unsuspends, new cards so many a study day from the operation's day on, in the order given. */
  | {
      readonly kind: 'release';
      readonly cardIds: readonly CardId[];
      readonly newPerDay: number;
    }
  | {
      readonly kind: 'set-due';
      readonly cardIds: readonly CardId[];
      readonly dueDay: StudyDay;
      /** Spread at random over so many days more. */
      readonly spreadDays?: number;
    }
  /** Due dates anew from each card's memory, under its deck's present options. */
  | { readonly kind: 'reschedule'; readonly cardIds: readonly CardId[] }
  | { readonly kind: 'forget'; readonly cardIds: readonly CardId[] }
  /** Cards answered while the clock was ahead count as answered on the operation's day. */
  | { readonly kind: 'redate'; readonly cardIds: readonly CardId[] }
  | { readonly kind: 'set-preset'; readonly preset: Preset }
  | { readonly kind: 'delete-preset'; readonly presetId: string }
  | { readonly kind: 'add-media'; readonly files: readonly MediaFile[] }
  | { readonly kind: 'delete-media'; readonly names: readonly string[] }
  /** The file's new name, and the notes that refer to it by it. */
  | {
      readonly kind: 'rename-media';
      readonly from: string;
      readonly to: string;
      readonly edits: readonly NoteEdit[];
    }
  | { readonly kind: 'save-search'; readonly search: SavedSearch }
  | { readonly kind: 'delete-search'; readonly searchId: string }
  | { readonly kind: 'set-study'; readonly settings: StudySettings }
  /** An exam, a break or a catch-up: over the dates, never in them. */
  | { readonly kind: 'set-overlay'; readonly overlay: Overlay }
  | { readonly kind: 'delete-overlay'; readonly overlayId: OverlayId }
  /** A grade given while cramming: to the ledger, not to the card. */
  | {
      readonly kind: 'cram-answer';
      readonly cramId: CramId;
      readonly cardId: CardId;
      readonly grade: Grade;
      readonly durationMillis: number;
    }
  /** Crammed answers counted as study from now on, or dropped; `cardIds` are their cards. */
  | {
      readonly kind: 'settle-cram';
      readonly answerIds: readonly OperationId[];
      readonly cardIds: readonly CardId[];
      readonly isAccepted: boolean;
    };

/** New text for a note: only the fields that change, and its sections where they do. */
export interface NoteEdit {
  readonly noteId: NoteId;
  readonly fields?: FieldTexts;
  readonly sections?: readonly string[];
}

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
  'add-notes': 'add note',
  'edit-notes': 'edit',
  mark: 'mark',
  tag: 'change of tags',
  'rename-section': 'change of section',
  'move-notes': 'move to deck',
  'change-type': 'change of note type',
  'delete-notes': 'delete',
  'set-note-type': 'note type',
  'delete-note-type': 'delete note type',
  'create-deck': 'new deck',
  'rename-decks': 'rename deck',
  'delete-decks': 'delete deck',
  'set-deck-preset': 'deck options',
  archive: 'archive',
  suspend: 'suspend',
  bury: 'bury',
  flag: 'flag',
  release: 'release',
  'set-due': 'set due date',
  reschedule: 'reschedule',
  forget: 'forget',
  redate: 'correct dates',
  'set-preset': 'study options',
  'delete-preset': 'delete study options',
  'add-media': 'add file',
  'delete-media': 'delete file',
  'rename-media': 'rename file',
  'save-search': 'save search',
  'delete-search': 'delete search',
  'set-study': 'study settings',
  'set-overlay': 'exam or break',
  'delete-overlay': 'removal of an exam or break',
  'cram-answer': 'answer',
  'settle-cram': 'decision on crammed answers',
};
