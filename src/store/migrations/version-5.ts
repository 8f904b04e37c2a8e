import type { Table, Transaction } from 'dexie';
import type { Card } from '../../domain/collection/card.ts';
import { TallyChanges } from '../../domain/study/tally.ts';
import { byNote } from '../../domain/study/waiting.ts';
import { keyOfName } from '../../domain/text/same-name.ts';
import { changedRows, type TallyRow } from '../tally-row.ts';

/**
 * Counts were kept under each spelling of a section; now they are under its key. Rows move; a deck
 * that had two spellings of one section is counted anew, as a card with both counts once.
 */
export async function talliesOfVersion6(transaction: Transaction): Promise<void> {
  const tallies: Table<TallyRow, [string, string]> = transaction.table('tallies');
  const cards: Table<Card, string> = transaction.table('cards');
  const moved = new Map<string, Map<string, TallyRow>>();
  const torn = new Set<string>();
  for (const row of await tallies.toArray()) {
    const rows = moved.get(row.deckId) ?? new Map<string, TallyRow>();
    moved.set(row.deckId, rows);
    const section = keyOfName(row.section);
    if (rows.has(section)) torn.add(row.deckId);
    rows.set(section, { ...row, section });
  }
  await tallies.clear();
  for (const [deckId, rows] of moved) {
    if (!torn.has(deckId)) await tallies.bulkPut([...rows.values()]);
  }
  for (const deckId of torn) {
    const counted = new TallyChanges();
    const own = await cards
      .where('[deckId+lane+readyAt]')
      .between([deckId], [deckId, []])
      .toArray();
    for (const ofNote of byNote(own).values()) counted.count(ofNote, 1);
    await tallies.bulkPut(changedRows(counted));
  }
}
