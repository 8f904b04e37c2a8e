import { failed, ok, type Result } from '../../kernel/problem.ts';
import { named } from '../../kernel/named.ts';

/** Decks are text; nothing above this is read. The shipped deck is far below it. */
const MOST_BYTES = 10 * 1024 * 1024;

/**
 * The text of a deck file (DECK-33). One that is too large, is no text in UTF-8 or cannot be read is
 * a problem; bytes that are not UTF-8 are never guessed at.
 */
export async function deckTextOf(file: File): Promise<Result<string>> {
  const { name, size } = file;
  if (size > MOST_BYTES) {
    return failed(
      `“${named(name)}” is ${(size / 1024 / 1024).toFixed(1)} MB; a deck file may have at most 10 MB.`,
      'Nothing was read, and your cards are as they were.',
      'Split the deck into several files, or check that this is the file you meant.',
    );
  }
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) {
    return failed(
      `“${named(name)}” could not be read.`,
      'Nothing was read, and your cards are as they were.',
      'Check that the file is still there and that you may read it, then open it again.',
    );
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed(
      `“${named(name)}” is not a text file in UTF-8.`,
      'Nothing was read, and your cards are as they were.',
      'Save it as plain text in UTF-8 and open it again.',
    );
  }
}
