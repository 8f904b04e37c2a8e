import type { CardId, NoteId } from '../../../kernel/ids.ts';
import type { HardUse } from './hard-use.ts';
import type { SectionName } from './retention.ts';

/** How a person answers, in the period. */
export interface Answering {
  readonly buttons: {
    /** New cards and those in steps. */
    readonly learning: ButtonCounts;
    readonly young: ButtonCounts;
    readonly mature: ButtonCounts;
  };
  /** Of all answers, by button: Again, Hard, Good, Easy. */
  readonly secondsByButton: readonly [AnswerSeconds, AnswerSeconds, AnswerSeconds, AnswerSeconds];
  readonly secondsBySection: readonly (AnswerSeconds & SectionName)[];
  /** At most twenty each, worst first. */
  readonly slowest: readonly SlowCard[];
  readonly mostFailed: readonly FailedCard[];
  readonly leeches: readonly FailedCard[];
  readonly leechCount: number;
  readonly hardUse: HardUse;
}

/** Again, Hard, Good, Easy. */
export type ButtonCounts = readonly [number, number, number, number];

export interface AnswerSeconds {
  readonly answers: number;
  /** Both undefined without an answer. */
  readonly median: number | undefined;
  readonly mean: number | undefined;
  /** All together. */
  readonly minutes: number;
}

/** A card by name. */
export interface CardLine {
  readonly cardId: CardId;
  readonly noteId: NoteId;
  /** Plain text of the sort field, at most 200 characters. */
  readonly text: string;
  readonly deckName: string;
}

export interface SlowCard extends CardLine {
  readonly answers: number;
  readonly meanSeconds: number;
  readonly minutes: number;
}

export interface FailedCard extends CardLine {
  /** Reviews in the period, and those graded Again. */
  readonly reviews: number;
  readonly failed: number;
  /** Lapses at any time. */
  readonly lapses: number;
  readonly isSuspended: boolean;
}
