import { type Deck, deckAt } from '../../../domain/collection/deck.ts';
import type { IncomingNote } from '../../../domain/import/incoming.ts';
import { keyOfName } from '../../../domain/text/same-name.ts';
import { readForeignDeck, readForeignNote } from '../../../exchange/anki/foreign-rows.ts';
import type { Brought } from '../../../exchange/incoming/brought.ts';
import { textHash } from '../../../kernel/canonical.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Here } from './here.ts';

/** Anki's own deck: every collection has one of this number, and it says nothing of whose it is. */
const ANKIS_OWN = 'anki-1';

/**
 * Which decks of a file have another id here (ANKI-29). A deck is known by its id; where no deck here
 * has that, by the notes that came out of it before; else by its name.
 */
export function deckIdsHere(
  { decks, notes }: Pick<Brought, 'decks' | 'notes'>,
  here: Here,
): ReadonlyMap<DeckId, DeckId> {
  const ids = new Set(here.decks.map(({ id }) => id));
  const taken = new Set<DeckId>(decks.map(({ id }) => id).filter((id) => isKnown(id, ids)));
  const found = new Map<DeckId, DeckId>();
  for (const deck of decks) {
    if (isKnown(deck.id, ids)) continue;
    const before = cameInto(deck, notes, here);
    const same = deckAt(here.decks, deck.name)?.id;
    const id = [before, same].find((each) => each && ids.has(each) && !taken.has(each));
    const wanted = id ?? (ids.has(deck.id) ? ofSomebodyElse(deck) : undefined);
    if (!wanted) continue;
    taken.add(wanted);
    found.set(deck.id, wanted);
  }
  return found;
}

/** The same whenever it comes. */
function ofSomebodyElse({ id, name }: Deck): DeckId {
  return `${id}-${textHash(keyOfName(name))}` as DeckId;
}

function isKnown(id: DeckId, ids: ReadonlySet<DeckId>): boolean {
  return id !== ANKIS_OWN && ids.has(id);
}

/** Where notes that are here went when they last came out of that very deck; undefined: none did. */
function cameInto(
  deck: Deck,
  notes: readonly IncomingNote[],
  { notes: known }: Here,
): DeckId | undefined {
  const number = readForeignDeck(deck.foreign)?.id;
  if (number === undefined) return undefined;
  for (const { id, deckId } of notes) {
    const mine = deckId === deck.id ? known.get(id) : undefined;
    if (!mine?.asImported) continue;
    const rows = Object.values(readForeignNote(mine.foreign)?.cards ?? {});
    const lay = rows.filter(({ home }) => home === undefined);
    const isSame = ({ odid, deckId: was }: (typeof rows)[number]) =>
      (odid === 0 ? was : odid) === number;
    if (lay.some(isSame)) return mine.asImported.deckId;
  }
  return undefined;
}
