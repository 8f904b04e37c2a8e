import { failed, ok, type Result } from '../kernel/problem.ts';
import type { TextFile } from './platform.ts';
import { named } from '../kernel/named.ts';

/** Decks are text; nothing above this is read. The shipped deck is far below it. */
export const MAX_TEXT_FILE_BYTES = 10 * 1024 * 1024;

/** What a person may choose as a deck file. */
export const deckFileExtensions = ['md', 'markdown', 'txt'] as const;

/** Why a file of this size is not read, or undefined where it may be. */
export function tooLarge(name: string, bytes: number): Result<never> | undefined {
  if (bytes <= MAX_TEXT_FILE_BYTES) return undefined;
  const size = (bytes / 1024 / 1024).toFixed(1);
  return failed(
    `“${named(name)}” is ${size} MB; a deck file may have at most 10 MB.`,
    'Nothing was read, and your cards are as they were.',
    'Split the deck into several files, or check that this is the file you meant.',
  );
}

/** A chosen file's bytes as text. Strict: bytes that are not UTF-8 are a problem, never guessed at. */
export function decodeTextFile(name: string, bytes: Uint8Array): Result<TextFile> {
  try {
    return ok({ name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) });
  } catch {
    return failed(
      `“${named(name)}” is not a text file in UTF-8.`,
      'Nothing was read, and your cards are as they were.',
      'Save it as plain text in UTF-8 and open it again.',
    );
  }
}
