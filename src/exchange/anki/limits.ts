import { MAX_MEDIA_BYTES } from '../../domain/media/admit.ts';
import { BadPackage } from './bad-package.ts';

const MB = 1024 * 1024;

/** What a collection's database may have; a deck of 35,000 notes with years of study has 200 MB. */
export const MOST_DATABASE_BYTES = 512 * MB;
/** The list of 300,000 files. */
export const MOST_LIST_BYTES = 64 * MB;
/** One file may be as large as in Anki. */
export const MOST_FILE_BYTES = MAX_MEDIA_BYTES;
/** All fields of one note together. */
export const MOST_NOTE_BYTES = 8 * MB;
/** Whether a note of these texts, wherever it comes from, is larger than one may be. */
export function isTooLong(fields: Readonly<Record<string, string>>): boolean {
  return Object.values(fields).reduce((sum, text) => sum + text.length, 0) > MOST_NOTE_BYTES;
}

/** Decks in decks; a tree on a screen ends far before. */
export const MOST_DECK_DEPTH = 100;

/** What all of a package may unpack to: so many times its own size, and this much besides. */
const MOST_TIMES = 50;
const ALWAYS_ALLOWED = MOST_DATABASE_BYTES;

/** What one file in it may unpack to: so much always, and beyond that so many times its packed bytes. */
const ALWAYS_OF_ONE = 64 * MB;
const MOST_TIMES_OF_ONE = 200;

/** What a file of `packedBytes` may unpack to, where `most` would be let through. */
export function mostOf(packedBytes: number, most: number): number {
  return Math.min(most, ALWAYS_OF_ONE + MOST_TIMES_OF_ONE * packedBytes);
}

/**
 * Counts what really comes out of a package, whatever sizes it claims, over everything in it: one
 * that unpacks to far more than itself is made to fill the memory or to take for ever.
 */
export class Inflation {
  readonly #most: number;
  #bytes = 0;

  constructor(packageBytes: number) {
    this.#most = packageBytes * MOST_TIMES + ALWAYS_ALLOWED;
  }

  /** Throws BadPackage where with these it is too much. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#most) {
      throw new BadPackage('too-large', 'The file unpacks to far more than it may hold.');
    }
  }
}
