import type { Container } from './container/open-package.ts';

/** Milliseconds since 1970 in notes and cards; whatever a program chose elsewhere. Beyond 2^53 a bigint. */
export type AnkiId = number | bigint;

/** What a row says beyond what Rounds reads of it: JSON of the older format, protobuf of the newer. */
export type AnkiRaw =
  | { readonly json: object }
  | { readonly protobuf: readonly Uint8Array[]; readonly stamp: AnkiStamp };

/** When a row was changed, and Anki's number of the synchronisation that it went out with. */
export interface AnkiStamp {
  /** 0 where the table has no column for it. */
  readonly modifiedSeconds: number;
  readonly usn: number;
}

/**
 * A collection of Anki's as its file has it, its own words and numbers; whichever of the formats it
 * came in. What Rounds has no word for stays beside each row, so that it can be given back.
 */
export interface AnkiCollection {
  readonly container: Container;
  /** 11 (all in JSON) or 15 to 18 (tables and protobuf). */
  readonly schema: number;
  /** Seconds: the day that dues are counted from begins here. */
  readonly createdSeconds: number;
  /** The rest of the collection's own row. */
  readonly changed: {
    readonly modifiedMillis: number;
    readonly schemaMillis: number;
    readonly usn: number;
    readonly synchronisedMillis: number;
  };
  readonly config: AnkiConfig;
  readonly types: ReadonlyMap<AnkiId, AnkiType>;
  readonly decks: ReadonlyMap<AnkiId, AnkiDeck>;
  readonly presets: ReadonlyMap<AnkiId, AnkiPreset>;
  /** Every tag that is known, also those that no note has. */
  readonly tags: readonly string[];
  readonly notes: readonly AnkiNote[];
  readonly cards: readonly AnkiCard[];
  readonly reviews: AnkiReviews;
  /** What is wrong and was let be, each a sentence for a person. */
  readonly problems: readonly string[];
}

/** Settings of the whole collection, by Anki's names; JSON values. */
export interface AnkiConfig {
  readonly all: ReadonlyMap<string, unknown>;
  /** Local hour at which a day begins. */
  readonly rolloverHour: number;
  /** Minutes ahead of UTC where and when the collection was made; undefined where it does not say. */
  readonly createdOffsetMinutes: number | undefined;
  readonly isFsrs: boolean;
  /** Minutes within which learning cards are shown early. */
  readonly learnAheadMinutes: number;
  readonly newWithinReviewLimit: boolean;
  /** Days are chosen by what is due on them, in all decks. */
  readonly isLoadBalanced: boolean;
}

export interface AnkiType {
  readonly id: AnkiId;
  readonly name: string;
  readonly kind: 'standard' | 'cloze' | 'occlusion';
  readonly fields: readonly AnkiField[];
  readonly templates: readonly AnkiTemplate[];
  readonly css: string;
  readonly sortField: number;
  readonly raw: AnkiRaw;
}

export interface AnkiField {
  readonly name: string;
  /** Lasting, since Anki 2.1.66; undefined before. */
  readonly id: AnkiId | undefined;
  readonly hint: string;
  readonly isSticky: boolean;
  readonly isRightToLeft: boolean;
  readonly isPlainText: boolean;
  readonly isLeftOutOfSearch: boolean;
  readonly raw: AnkiRaw;
}

export interface AnkiTemplate {
  readonly name: string;
  readonly id: AnkiId | undefined;
  readonly front: string;
  readonly back: string;
  readonly raw: AnkiRaw;
}

export interface AnkiDeck {
  readonly id: AnkiId;
  /** Its path, parts joined as in Rounds ('A::B'). */
  readonly name: string;
  readonly description: string;
  /** Cards are in it for a while, and have a home elsewhere. */
  readonly isFiltered: boolean;
  readonly presetId: AnkiId | undefined;
  /** The deck's own, over its options'. 0 to 1. */
  readonly desiredRetention: number | undefined;
  readonly newPerDay: number | undefined;
  readonly reviewsPerDay: number | undefined;
  readonly raw: AnkiRaw;
}

/** A group of options. Orders by Anki's numbers; those of schema 11 are the same. */
export interface AnkiPreset {
  readonly id: AnkiId;
  readonly name: string;
  readonly newPerDay: number;
  readonly reviewsPerDay: number;
  readonly learningStepsMinutes: readonly number[];
  readonly relearningStepsMinutes: readonly number[];
  readonly maximumIntervalDays: number;
  /** 0 to 1. */
  readonly desiredRetention: number;
  /** What recall is taken to have been before FSRS. */
  readonly historicalRetention: number;
  /** Trained, of the newest FSRS that there are any of; none: never trained. */
  readonly weights: readonly number[];
  /** 'YYYY-MM-DD', before which reviews do not count for FSRS; '': all do. */
  readonly ignoreBefore: string;
  readonly isNewRandom: boolean;
  readonly newMix: number;
  readonly reviewOrder: number;
  readonly buriesSiblings: boolean;
  /** From Monday, 1 a normal day, 0 one to avoid; none: all are normal. */
  readonly easyDays: readonly number[];
  readonly leechThreshold: number;
  readonly leechSuspends: boolean;
  readonly answerCapSeconds: number;
  readonly autoplays: boolean;
  /** The question's sounds are played again with the answer's. */
  readonly replaysQuestion: boolean;
  readonly showsTimer: boolean;
  readonly stopsTimer: boolean;
  /** Auto-advance, by Anki's numbers of what follows each side. */
  readonly advance: {
    readonly questionSeconds: number;
    readonly answerSeconds: number;
    readonly questionAction: number;
    readonly answerAction: number;
    readonly waitsForAudio: boolean;
  };
  readonly raw: AnkiRaw;
}

export interface AnkiNote {
  readonly id: number;
  readonly guid: string;
  readonly typeId: AnkiId;
  readonly modifiedSeconds: number;
  readonly usn: number;
  readonly tags: readonly string[];
  readonly fields: readonly string[];
  readonly flags: number;
  readonly data: string;
}

/** A card's row, by the names that Anki's schema has for its columns. */
export interface AnkiCard {
  readonly id: number;
  readonly noteId: number;
  readonly deckId: AnkiId;
  readonly ord: number;
  readonly modifiedSeconds: number;
  readonly usn: number;
  /** 0 new, 1 learning, 2 review, 3 relearning. */
  readonly type: number;
  /** 0 to 4; -1 suspended, -2 buried by a sibling, -3 buried by a person. */
  readonly queue: number;
  readonly due: number;
  readonly ivl: number;
  readonly factor: number;
  readonly reps: number;
  readonly lapses: number;
  readonly left: number;
  readonly odue: number;
  readonly odid: AnkiId;
  readonly flags: number;
  readonly data: string;
}

/** The whole log of reviews in columns: half a million rows are no objects. By id, ascending. */
export interface AnkiReviews {
  readonly length: number;
  /** Milliseconds since 1970. */
  readonly ids: Float64Array;
  readonly cardIds: Float64Array;
  /** 0 by hand, 1 to 4. */
  readonly ease: Int8Array;
  /** Days above 0, seconds below. */
  readonly intervals: Int32Array;
  readonly lastIntervals: Int32Array;
  readonly factors: Int32Array;
  readonly millis: Int32Array;
  /** 0 learning, 1 review, 2 relearning, 3 filtered, 4 by hand, 5 rescheduled. */
  readonly types: Int8Array;
  readonly usns: Int32Array;
}
