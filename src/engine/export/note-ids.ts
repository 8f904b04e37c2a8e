import { decksBelow } from '../../domain/collection/deck.ts';
import type { NoteId } from '../../kernel/ids.ts';
import { readDecks } from '../../store/reads/decks.ts';
import { inCardOrder, noteIdsOf } from '../../store/copies/outgoing.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { ExportAsked } from './export-asked.ts';

/** The notes that are asked for, in the order of their cards' ids. */
export async function noteIdsFor(
  db: RoundsDatabase,
  what: ExportAsked['what'],
): Promise<readonly NoteId[]> {
  if (what.kind === 'notes') return inCardOrder([...new Set(what.noteIds)]);
  if (what.kind === 'all') return noteIdsOf(db, 'all');
  const decks = await readDecks(db);
  const below = decks
    .filter(({ id }) => what.deckIds.includes(id))
    .flatMap(({ name }) => decksBelow(decks, name));
  return noteIdsOf(db, [...new Set([...what.deckIds, ...below.map(({ id }) => id)])]);
}
