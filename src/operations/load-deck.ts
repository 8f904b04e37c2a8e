import type { Deck } from '../domain/collection/deck.ts';
import { compareDeck, type DeckComparison } from '../domain/deck/compare.ts';
import { type ParsedDeck, parseDeck } from '../domain/deck/parse.ts';
import type { DeckId, NoteId } from '../domain/ids.ts';
import type { Intent, Operation } from '../domain/operation/operation.ts';
import type { Result } from '../domain/problem.ts';
import { apply } from '../store/apply.ts';
import { readDeckNotes } from '../store/decks.ts';
import { type Deps, intentOf } from './deps.ts';

/** A deck file read and compared with what is stored; nothing written yet. */
export interface DeckReport {
  readonly parsed: ParsedDeck;
  readonly comparison: DeckComparison;
  /** The stored deck of the same id, if there is one. */
  readonly stored: Deck | undefined;
}

/** What loading `text` would do: shown before it is done. */
export async function readDeckText(deps: Deps, text: string): Promise<DeckReport> {
  const parsed = parseDeck(text);
  const { deck, notes } = await readDeckNotes(deps.store, parsed.deck.id);
  return {
    parsed,
    comparison: compareDeck(parsed.drafts, notes, parsed.unread),
    stored: deck,
  };
}

/** Adds or updates the deck. `archive` and `restore`: what the person chose of what was offered. */
export function loadDeck(
  deps: Deps,
  parsed: ParsedDeck,
  choice: { readonly archive: readonly NoteId[]; readonly restore: readonly NoteId[] },
  origin: Intent['origin'] = 'person',
): Promise<Result<Operation>> {
  const { deck, drafts } = parsed;
  return apply(
    deps.store,
    intentOf(
      deps,
      {
        kind: 'load-deck',
        deckId: deck.id as DeckId,
        name: deck.name,
        source: deck.source,
        drafts,
        ...choice,
      },
      origin,
    ),
  );
}

/**
 * Brings the shipped deck in on a new profile, and its corrected text after an update of the
 * program. Facts that left the file stay until the person archives them.
 */
export async function loadShippedDeck(
  deps: Deps,
  text: string,
): Promise<Result<Operation> | undefined> {
  const { parsed, comparison } = await readDeckText(deps, text);
  const { added, changed, unchanged, kept, returned } = comparison;
  const followsFile = [...changed, ...kept, ...unchanged, ...returned].every(
    ({ stored, fromFile }) => JSON.stringify(stored.fromFile) === JSON.stringify(fromFile),
  );
  if (added.length === 0 && followsFile) return undefined;
  return loadDeck(deps, parsed, { archive: [], restore: [] }, 'program');
}
