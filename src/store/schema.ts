import { Dexie, type Table, type Transaction } from 'dexie';
import type { Deck, Preset, StudySettings } from '../domain/collection/deck.ts';
import type { DayTotals, Review } from '../domain/collection/review.ts';
import type { Grave, SavedSearch } from '../domain/collection/saved-search.ts';
import type { Note } from '../domain/content/note.ts';
import type { NoteType } from '../domain/content/note-type.ts';
import type { CardId, DeviceId, OperationId } from '../kernel/ids.ts';
import type { CramAnswer } from '../domain/cram/ledger.ts';
import type { KeptPastLog } from '../domain/import/past-log.ts';
import type { MediaFile } from '../domain/media/media-file.ts';
import type { Forecast } from '../domain/exam/outlook/forecast.ts';
import type { Stamp } from '../log/envelope.ts';
import type { TakenBack } from '../log/replay/state-hash.ts';
import type { Overlay } from '../domain/overlay/overlay.ts';
import type { CardInLane } from '../domain/study/lane.ts';
import type { Scope } from '../domain/study/source.ts';
import type { TallyRow } from './tally-row.ts';
import type { PayloadRow, StoredBody } from './log/payloads.ts';
import type { Problem } from '../kernel/problem.ts';
import type { DatabasePlace } from './place/place.ts';
import type { RowBefore } from './log/undo-rows.ts';
import type { Upgrades } from './migrations/upgrades.ts';

/** A card with the keys its queue is read by. */
export type CardRow = CardInLane;
/** An operation with what it takes to undo it, so that it can be taken back without a replay. */
export type OperationRow = Stamp & {
  /** A large body stands in `payloads`. */
  readonly body: StoredBody;
  readonly undo: readonly RowBefore[];
  /** Where that is much: in how many rows of `changeParts` it stands instead. */
  readonly parts?: number;
  /**
   * Kept in the log, and not in force: refused, because it does not apply, or deferred, because
   * only a newer version of the program understands it. Absent: in force unless undone.
   */
  readonly standing?: 'refused' | 'deferred';
};
export interface ChangePart {
  readonly operationId: OperationId;
  /** 0, 1, 2 … */
  readonly part: number;
  readonly rows: readonly RowBefore[];
}
/** The bytes of media files, by their SHA-256. Never rewritten, and no operation's effect. */
export interface BlobRow {
  readonly sha256: string;
  readonly blob: Blob;
}
/** What is half written in the editor, so that a crash does not lose it. Not an operation. */
export interface DraftRow {
  readonly id: string;
  readonly atMillis: number;
  readonly value: unknown;
}
/** The card is the one whose review no longer counts, where the target was an answer. */
export type UndoneRow = TakenBack;

/** The one row that numbers this device's operations. */
export interface DeviceRow {
  readonly id: 'device';
  readonly deviceId: DeviceId;
  nextCounter: number;
  logicalMillis: number;
  /**
   * One more after everything that may change what a session asks next: an operation written here, a
   * session begun, a rebuild. While it is the same, what was read before still holds.
   */
  writes?: number;
  /** The operations are of another version now, and the tables do not follow them yet. */
  mustRebuild?: boolean;
  /** How many cards are in sight: what the library lists, too many to be counted at each look. */
  cardsInSight?: number;
  /** How often a rebuild has written rows: no operation names those. */
  rebuilds?: number;
  /** Large bodies still stand in the log, as before version 4. */
  mustPack?: boolean;
  /**
   * The collection is being replaced by the copy `by`; what stands in the tables is not whole until
   * that is done. `instead`: the copy of what was there before, where `by` cannot be read.
   */
  replacing?: { readonly by: string; readonly instead: string };
  /** The study day on which the collection was last saved in a place of the person's own. */
  savedOutsideDay?: number;
  /** The last copy that went to the folder of the person's own, or why it did not. */
  outside?: { readonly atMillis: number; readonly problem?: Problem };
  /** Kinds and versions in the log that a newer program wrote. */
  deferred?: readonly { readonly kind: string; readonly version: number }[];
  /**
   * Up to which number of each device the person was told that the journal cannot give back what is
   * missing.
   */
  saidLost?: Readonly<Record<DeviceId, number>>;
  /** Without a journal the copies were asked, and the person has seen what came of it. */
  hasReadCopies?: boolean;
}

/**
 * What is worked out from the tables and kept because that takes long: never the truth, read by
 * whoever wrote it, and thrown away at will. An upgrade that changes rows of other tables clears it.
 */
export interface KeptRow {
  readonly id: string;
  readonly value: unknown;
}

/** A study session: what it asks for. Written once, because a plan or a search's cards can be many. */
export interface SessionRow extends Scope {
  readonly id: 'current';
  readonly studyDay: number;
  /** The first operation that counts for the session: clocks may go back, numbers do not. */
  readonly deviceId: DeviceId;
  readonly firstCounter: number;
  /** The card on screen; in a stored row only of versions before `ShownRow`. */
  readonly cardId?: CardId;
  readonly isFinished: boolean;
}

/** Where the session stands, beside it in its table, so that a killed program resumes at the same card. */
export interface ShownRow {
  readonly id: 'shown';
  readonly cardId?: CardId;
  readonly isFinished: boolean;
}

/**
 * How far a page was with what it drew, beside the session: what the browser remembers of that for the
 * address is written seconds later, and may be an older one where the browser was killed.
 */
export interface DrawnRow {
  /** The page's name. */
  readonly id: `drawn/${string}`;
  /** How often its note had become another. */
  readonly changes: number;
  readonly atMillis: number;
}

export const SCHEMA_VERSION = 8;

// At 127.0.0.1, where the web shell lives, Dexie believes itself in development and makes a console
// task, with a stack trace, for every request. In Electron it does not.
Dexie.debug = false;

/**
 * The database. Strict durability: a transaction that has completed survives a power cut.
 * Indexes are few, because each one is written with every answer.
 */
export class RoundsDatabase extends Dexie {
  declare operations: Table<OperationRow, OperationId>;
  declare undone: Table<UndoneRow, OperationId>;
  declare reviews: Table<Review, OperationId>;
  declare decks: Table<Deck, string>;
  declare presets: Table<Preset, string>;
  declare settings: Table<StudySettings, string>;
  declare notes: Table<Note, string>;
  declare cards: Table<CardRow, string>;
  declare noteTypes: Table<NoteType, string>;
  declare media: Table<MediaFile, string>;
  declare searches: Table<SavedSearch, string>;
  declare graves: Table<Grave, string>;
  declare overlays: Table<Overlay, string>;
  declare cramAnswers: Table<CramAnswer, string>;
  declare pastLogs: Table<KeptPastLog, string>;
  declare forecasts: Table<Forecast, [string, number]>;
  declare blobs: Table<BlobRow, string>;
  declare drafts: Table<DraftRow, string>;
  declare changeParts: Table<ChangePart, [string, number]>;
  declare payloads: Table<PayloadRow, string>;
  declare kept: Table<KeptRow, string>;
  declare tallies: Table<TallyRow, [string, string]>;
  declare days: Table<DayTotals, [string, number]>;
  declare device: Table<DeviceRow, string>;
  declare sessions: Table<SessionRow, string>;

  readonly place: DatabasePlace;

  /** `upgrades`: what a database of an older version is brought to this one by; without them it is not opened. */
  constructor(place: DatabasePlace, factory: IDBFactory, upgrades?: Upgrades) {
    super(place.name, {
      chromeTransactionDurability: 'strict',
      // Opened by openDatabase alone: a database that was taken away must not come back empty.
      autoOpen: false,
      indexedDB: factory,
      IDBKeyRange,
    });
    this.place = place;
    const to = (version: keyof Upgrades) => (transaction: Transaction) => {
      if (!upgrades) throw new Error('a database of an older version');
      return upgrades[version](transaction);
    };
    this.version(1).stores({
      operations: 'id, logicalMillis',
      undone: 'target, cardId',
      reviews: 'operationId, [cardId+atMillis], studyDay',
      decks: 'id',
      presets: 'id',
      settings: 'id',
      notes: 'id, deckId',
      cards: 'id, [lane+readyAt], [deckId+lane+readyAt]',
      // Section first: every deck's own count (section '') is one range.
      tallies: '[section+deckId]',
      days: '[deckId+studyDay], studyDay',
      device: 'id',
      sessions: 'id',
    });
    this.version(2)
      .stores({
        notes: 'id, deckId, noteTypeId, addedAtMillis',
        noteTypes: 'id',
        media: 'id',
        searches: 'id',
        graves: 'id',
        blobs: 'sha256',
        drafts: 'id',
        changeParts: '[operationId+part]',
      })
      .upgrade(to(2));
    this.version(3).stores({
      overlays: 'id',
      cramAnswers: 'id, cramId, state, outcome.historyId',
      forecasts: '[overlayId+studyDay]',
    });
    this.version(4).stores({ payloads: 'sha256' }).upgrade(to(4));
    this.version(5).stores({ kept: 'id' }).upgrade(to(5));
    this.version(6).stores({}).upgrade(to(6));
    this.version(7).stores({ pastLogs: 'id' });
    this.version(8).stores({}).upgrade(to(8));
  }
}
