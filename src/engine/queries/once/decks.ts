import { type DeckFile, readDeckFile } from '../../deck-file.ts';
import type { Deck } from '../../../domain/collection/deck.ts';
import type { Note } from '../../../domain/content/note.ts';
import { ownIdsOf } from '../../../domain/deck-text/deck-ids.ts';
import { compareDeck, type DeckComparison } from '../../../domain/deck-text/compare-decks.ts';
import { type ParsedDeck, parseDeck, parsingDeck } from '../../../domain/deck-text/parse-deck.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import { textHash } from '../../../kernel/canonical.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';
import { stopUnless } from '../../../store/log/planned.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { present } from '../../../store/reach.ts';
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

/** So many characters are read in the time of a frame; of more the writer's worker reads. */
const MOST_IN_PAGE = 30_000;

/** What loading `text` would do: shown before it is done. */
export function readDeckText(
  { store, writer, watch }: Pick<Asked, 'store' | 'writer' | 'watch'>,
  { text }: { readonly text: string },
): Promise<Result<DeckReport>> {
  return inWords(async () =>
    text.length > MOST_IN_PAGE
      ? writer.readDeck(text, watch)
      : ok(await compared(store, parseDeck(text))),
  );
}

/** The same where nobody waits for the thread; stopped by `watch`, it is thrown as refused. */
export async function readDeckInSteps(
  store: RoundsDatabase,
  text: string,
  watch: Watch,
): Promise<DeckReport> {
  const reading = parsingDeck(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return compared(store, step.value);
    stopUnless(await watch(step.value.done, step.value.total));
  }
}

async function compared(store: RoundsDatabase, read: ParsedDeck): Promise<DeckReport> {
  const { deck, notes } = await readDeckNotes(store, read.deck.id);
  const parsed = underOwnIds(read, notes);
  const inDeck = new Set<string>(notes.map(({ id }) => id));
  const others = parsed.drafts.map(({ id }) => id).filter((id) => !inDeck.has(id));
  // Notes that were moved to another deck are known there (DECK-36).
  const known = [...notes, ...(await present(store.notes, others))];
  return { parsed, comparison: compareDeck(parsed.drafts, known, parsed.unread), stored: deck };
}

/** The file with the ids of the notes that a person added to the deck, where it names them. */
function underOwnIds(read: ParsedDeck, notes: readonly Note[]): ParsedDeck {
  const own = ownIdsOf(
    read.deck.id,
    notes.map(({ id }) => id),
  );
  return {
    ...read,
    drafts: read.drafts.map((draft) => ({ ...draft, id: own(draft.id) })),
    unread: new Set([...read.unread].map(own)),
    places: new Map([...read.places].map(([id, place]) => [own(id), place])),
  };
}

/** What a deck's file would hold and what not, before it is saved. */
export async function deckFile(
  { store }: Pick<Asked, 'store'>,
  { deckId }: { readonly deckId: DeckId },
): Promise<Result<DeckFile>> {
  return inWords(async () => ok(await readDeckFile(store, deckId)));
}

/** The same for the text that comes with Rounds. */
export async function readShippedText(
  context: Pick<Asked, 'store' | 'writer' | 'watch'>,
  { text }: { readonly text: string },
): Promise<Result<DeckReport>> {
  const read = await readDeckText(context, { text });
  return read.ok ? ok({ ...read.value, edition: textHash(text) }) : read;
}
