import type { Change, Rows } from '../../../domain/collection/rows.ts';
import type { Incoming } from '../../../domain/import/incoming.ts';
import { mergedLog } from '../../../domain/import/packed-log.ts';
import { type DeckId, noteIdOf } from '../../../kernel/ids.ts';

/** Histories from elsewhere: one of each card, with what was known of it before. */
export function broughtLogs(
  { pastLogs }: Pick<Incoming, 'pastLogs'>,
  rows: Rows,
  notesAndCards: readonly Change[],
): Change[] {
  const deckIds = new Map<string, DeckId>();
  for (const { id, deckId } of rows.notes.values()) deckIds.set(id, deckId);
  for (const { id, deckId } of rows.cards.values()) deckIds.set(id, deckId);
  for (const { table, key, after } of notesAndCards) {
    if (after && (table === 'notes' || table === 'cards')) deckIds.set(key, after.deckId);
  }
  const logs = new Map(pastLogs.map((log) => [log.id, log]));
  return [...logs].flatMap(([key, log]): Change[] => {
    const before = rows.pastLogs.get(key);
    if (before) {
      // Also where nothing is new: of a note that comes again, undo must know that this was here.
      const packed = mergedLog(before.packed, log.packed);
      return [{ table: 'pastLogs', key, before, after: { ...before, packed } }];
    }
    const deckId = deckIds.get(key) ?? deckIds.get(noteIdOf(key));
    // A history of nothing that is here belongs nowhere.
    if (deckId === undefined || log.packed === '') return [];
    return [{ table: 'pastLogs', key, before, after: { ...log, deckId } }];
  });
}
