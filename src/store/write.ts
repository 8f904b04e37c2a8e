import type { Card } from '../domain/collection/card.ts';
import { type NoteId, noteIdOf } from '../kernel/ids.ts';
import { type Change, TABLE_NAMES } from '../domain/collection/rows.ts';
import { laneOf } from '../domain/study/lane.ts';
import { TallyChanges } from '../domain/study/tally.ts';
import type { KeptCounts } from './kept-counts.ts';
import type { WatchNow } from '../kernel/watch.ts';
import { stopUnless } from './log/planned.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** Rows written in one request. */
const PUT_SIZE = 1000;

/**
 * Writes rows and the kept counts that follow from them. Inside the caller's transaction.
 * `cards`: as they were, every card of every note that a change touches.
 */
export async function writeChanges(
  db: RoundsDatabase,
  changes: readonly Change[],
  cards: ReadonlyMap<string, Card>,
  counts: KeptCounts,
  watch: WatchNow = () => true,
): Promise<void> {
  let done = 0;
  const put = async (name: string, rows: readonly unknown[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += PUT_SIZE) {
      const some = rows.slice(from, from + PUT_SIZE);
      await db.table(name).bulkPut(some);
      done += some.length;
      stopUnless(watch(done, changes.length));
    }
  };
  const remove = async (name: string, keys: readonly string[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += PUT_SIZE) {
      const some = keys.slice(from, from + PUT_SIZE);
      await db.table(name).bulkDelete(some);
      done += some.length;
      stopUnless(watch(done, changes.length));
    }
  };
  const writes: Promise<unknown>[] = [counts.change(talliesChanged(changes, cards))];
  for (const name of TABLE_NAMES) {
    const own = changes.filter((change) => change.table === name);
    const removed = own.filter((change) => change.after === undefined);
    const rows = own.flatMap((change) => {
      if (change.after === undefined) return [];
      return [change.table === 'cards' ? rowOf(change.after) : change.after];
    });
    if (rows.length > 0) writes.push(put(name, rows));
    if (removed.length > 0)
      writes.push(
        remove(
          name,
          removed.map((change) => change.key),
        ),
      );
  }
  await Promise.all(writes);
}

/** A card with the keys its queue is read by. */
export function rowOf(card: Card): CardRow {
  return { ...card, ...laneOf(card) };
}

/** Counts are kept by note, so the unchanged siblings of a changed card count along. */
function talliesChanged(
  changes: readonly Change[],
  cards: ReadonlyMap<string, Card>,
): TallyChanges {
  const cardChanges = changes.filter((change) => change.table === 'cards');
  const touched = new Set<NoteId>();
  for (const change of cardChanges) {
    const card = change.after ?? change.before;
    if (card) touched.add(noteIdOf(card.id));
  }
  const before = new Map<NoteId, Map<string, Card>>();
  for (const card of cards.values()) {
    const noteId = noteIdOf(card.id);
    if (!touched.has(noteId)) continue;
    const siblings = before.get(noteId) ?? new Map();
    before.set(noteId, siblings.set(card.id, card));
  }
  const after = new Map([...before].map(([noteId, siblings]) => [noteId, new Map(siblings)]));
  for (const change of cardChanges) {
    const card = change.after ?? change.before;
    if (!card) continue;
    const siblings = after.get(noteIdOf(card.id)) ?? new Map<string, Card>();
    if (change.after) siblings.set(change.key, change.after);
    else siblings.delete(change.key);
    after.set(noteIdOf(card.id), siblings);
  }
  const tallies = new TallyChanges();
  for (const siblings of before.values()) tallies.count([...siblings.values()], -1);
  for (const siblings of after.values()) tallies.count([...siblings.values()], 1);
  return tallies;
}
