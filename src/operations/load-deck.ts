import type { Deck } from '../domain/collection/deck.ts';
import { compareDeck, type DeckComparison } from '../domain/deck/compare.ts';
import { type ParsedDeck, parseDeck } from '../domain/deck/parse.ts';
import type { NoteId } from '../domain/ids.ts';
import type { Intent, Operation } from '../domain/operation/operation.ts';
import { canonical } from '../domain/operation/state-hash.ts';
import { ok, type Result } from '../domain/problem.ts';
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

/** What the person chose of what a file's comparison offers. */
export interface DeckChoice {
  readonly archive: readonly NoteId[];
  readonly keep: readonly NoteId[];
  readonly restore: readonly NoteId[];
}
export const NO_CHOICE: DeckChoice = { archive: [], keep: [], restore: [] };

/** Adds or updates the deck. Facts gone from the file stay as they are unless chosen otherwise. */
export function loadDeck(
  deps: Deps,
  parsed: ParsedDeck,
  choice: DeckChoice = NO_CHOICE,
  origin: Intent['origin'] = 'person',
): Promise<Result<Operation>> {
  const { deck, drafts } = parsed;
  return apply(
    deps.store,
    intentOf(
      deps,
      {
        kind: 'load-deck',
        deckId: deck.id,
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
 * program. Facts that left the file stay until the person decides: their number is the value.
 */
export async function loadShippedDeck(deps: Deps, text: string): Promise<Result<number>> {
  const { parsed, comparison, stored } = await readDeckText(deps, text);
  const { added, changed, unchanged, kept, returned, removed } = comparison;
  const followsFile = [...changed, ...kept, ...unchanged, ...returned].every(
    (note) => canonical(note.stored.fromFile) === canonical(note.fromFile),
  );
  if (stored && added.length === 0 && followsFile) return ok(removed.length);
  const loaded = await loadDeck(deps, parsed, NO_CHOICE, 'program');
  return loaded.ok ? ok(removed.length) : loaded;
}
