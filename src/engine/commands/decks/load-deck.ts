import type { ParsedDeck } from '../../../domain/deck-text/parse-deck.ts';
import type { DeckId, NoteId } from '../../../kernel/ids.ts';
import type { Intent, Operation } from '../../../log/operation.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { isDeckDeleted } from '../../../store/reads/decks.ts';
import type { Deps } from '../../deps.ts';
import { change } from '../change.ts';
import { inWords } from '../../in-words.ts';
import { readShippedText } from '../../queries/once/decks.ts';

/** What the person chose of what a file's comparison offers. */
export interface DeckChoice {
  readonly archive: readonly NoteId[];
  readonly keep: readonly NoteId[];
  readonly restore: readonly NoteId[];
}
export const NO_CHOICE: DeckChoice = { archive: [], keep: [], restore: [] };
const NONE: ReadonlySet<NoteId> = new Set();

/** Adds or updates the deck. Facts gone from the file stay as they are unless chosen otherwise. */
export function loadDeck(
  deps: Deps,
  parsed: ParsedDeck,
  choice: DeckChoice = NO_CHOICE,
  origin: Intent['origin'] = 'person',
  edition?: string,
  watch?: Watch,
): Promise<Result<Operation>> {
  const { deck, drafts } = parsed;
  return change(
    deps,
    {
      kind: 'load-deck',
      deckId: deck.id,
      name: deck.name,
      source: deck.source,
      drafts,
      ...(edition === undefined ? {} : { edition }),
      ...choice,
    },
    watch,
    origin,
  );
}

/**
 * Brings the shipped deck in on a new profile, and its new edition after an update of the program;
 * not where the person has loaded a file of their own for it (DECK-21), or has deleted it, and of it
 * no fact that they have deleted (DECK-22). Facts that left the text stay until the person decides:
 * their number is the value.
 */
export function loadShippedDeck(deps: Deps, text: string): Promise<Result<number>> {
  return inWords(async () => {
    const read = await readShippedText(deps, { text });
    if (!read.ok) return read;
    const { parsed, comparison, stored, edition } = read.value;
    if (await isDeckDeleted(deps.store, parsed.deck.id)) return ok(0);
    if (stored && stored.edition === undefined) return ok(0);
    const waiting = comparison.removed.length;
    if (stored?.edition === edition) return ok(waiting);
    const isNew = new Set<string>(comparison.added.map(({ id }) => id));
    const isOld = stored && isNew.size > 0;
    const once = isOld ? await onceShipped(deps, parsed.deck.id) : NONE;
    const drafts = parsed.drafts.filter(({ id }) => !isNew.has(id) || !once.has(id));
    const loaded = await loadDeck(deps, { ...parsed, drafts }, NO_CHOICE, 'program', edition);
    return loaded.ok ? ok(waiting) : loaded;
  });
}

/** Most starts bring no new edition. */
async function onceShipped({ store }: Deps, deckId: DeckId): Promise<ReadonlySet<NoteId>> {
  const { notesOnceShipped } = await import('./once-shipped.ts');
  return notesOnceShipped(store, deckId);
}
