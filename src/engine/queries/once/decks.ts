import type { Deck } from '../../../domain/collection/deck.ts';
import { compareDeck, type DeckComparison } from '../../../domain/deck-text/compare-decks.ts';
import { type ParsedDeck, parseDeck } from '../../../domain/deck-text/parse-deck.ts';
import { textHash } from '../../../kernel/canonical.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import { readDeckNotes } from '../../../store/reads/decks.ts';
import { inWords } from '../../in-words.ts';
import type { Asked } from '../context.ts';

/** A deck file read and compared with what is stored; nothing written yet. */
export interface DeckReport {
  readonly parsed: ParsedDeck;
  readonly comparison: DeckComparison;
  /** The stored deck of the same id, if there is one. */
  readonly stored: Deck | undefined;
  /** Of the text that comes with Rounds; absent for a person's own file (DECK-21). */
  readonly edition?: string;
}

/** What loading `text` would do: shown before it is done. */
export function readDeckText(
  { store }: Pick<Asked, 'store'>,
  { text }: { readonly text: string },
): Promise<Result<DeckReport>> {
  return inWords(async () => {
    const parsed = parseDeck(text);
    const { deck, notes } = await readDeckNotes(store, parsed.deck.id);
    const comparison = compareDeck(parsed.drafts, notes, parsed.unread);
    return ok({ parsed, comparison, stored: deck });
  });
}

/** The same for the text that comes with Rounds. */
export async function readShippedText(
  context: Pick<Asked, 'store'>,
  { text }: { readonly text: string },
): Promise<Result<DeckReport>> {
  const read = await readDeckText(context, { text });
  return read.ok ? ok({ ...read.value, edition: textHash(text) }) : read;
}
