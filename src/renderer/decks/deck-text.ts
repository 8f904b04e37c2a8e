import { failed, ok, type Result } from '../../kernel/problem.ts';
import { named } from '../../kernel/named.ts';
import { t } from '../../kernel/texts.ts';

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
      t`“${named(name)}” is ${(size / 1024 / 1024).toFixed(1)} MB; a deck file may have at most 10 MB.`,
      t`Nothing was read, and your cards are as they were.`,
      t`Split the deck into several files, or check that this is the file you meant.`,
    );
  }
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) {
    return failed(
      t`“${named(name)}” could not be read.`,
      t`Nothing was read, and your cards are as they were.`,
      t`Check that the file is still there and that you may read it, then open it again.`,
    );
  }
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return failed(
      t`“${named(name)}” is not a text file in UTF-8.`,
      t`Nothing was read, and your cards are as they were.`,
      t`Save it as plain text in UTF-8 and open it again.`,
    );
  }
}
