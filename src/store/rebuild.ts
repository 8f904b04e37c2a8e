import type { Card } from '../domain/collection/card.ts';
import { ALL_DECKS, countReview, type DayTotals, emptyDay } from '../domain/collection/review.ts';
import type { NoteId } from '../kernel/ids.ts';
import { noteIdOf } from '../kernel/ids.ts';
import { type Replayed, replayOperations } from '../log/replay.ts';
import { TABLE_NAMES, type TableName } from '../domain/collection/rows.ts';
import { canonical } from '../kernel/canonical.ts';
import { stateHash } from '../log/state-hash.ts';
import { TallyChanges } from '../domain/study/tally.ts';
import { announceChanges } from './announce.ts';
import { changesOf, withParts } from './change-parts.ts';
import { withoutKeys } from './reach.ts';
import type { OperationRow, RoundsDatabase } from './schema.ts';
import { changedRows, type TallyRow } from './tally-row.ts';
import { rowOf } from './write.ts';

export interface Rebuilt {
  /** State hashes: of what stood in the tables, and of what the operations add up to. */
  readonly hashBefore: string;
  readonly hashAfter: string;
  readonly operations: number;
  /** Operations that no longer apply; none in a healthy database. */
  readonly refused: Replayed['refused'];
}

/** The state hash of the collection as it stands in the tables. */
export async function hashOf(db: RoundsDatabase): Promise<string> {
  return db.transaction('r', db.tables, async () => {
    const tables = await Promise.all(
      TABLE_NAMES.map(async (name): Promise<[TableName, [string, unknown][]]> => {
        const rows = name === 'cards' ? await readCards(db) : await db.table(name).toArray();
        return [name, rows.map((row): [string, unknown] => [row.id, row])];
      }),
    );
    return stateHash(Object.fromEntries(tables) as Record<TableName, [string, unknown][]>);
  });
}

/** Writes the collection anew from its operations alone, in one transaction. */
export function rebuild(db: RoundsDatabase): Promise<Rebuilt> {
  return db.transaction('rw', db.tables, async () => {
    const hashBefore = await hashOf(db);
    const rows = await db.operations.orderBy('logicalMillis').toArray();
    const state = replayOperations(rows);
    await Promise.all([
      ...TABLE_NAMES.map(async (name) => {
        await db.table(name).clear();
        const own: unknown[] = [...state[name].values()];
        await db.table(name).bulkPut(name === 'cards' ? (own as Card[]).map(rowOf) : own);
      }),
      rewrite(db, 'reviews', [...state.reviews.values()]),
      rewrite(db, 'undone', undoneRows(state, rows)),
      rewrite(db, 'tallies', tallyRows(state)),
      rewrite(db, 'days', dayRows(state)),
      rewriteChanges(db, rows, state),
    ]);
    announceChanges(db, undefined);
    return {
      hashBefore,
      hashAfter: stateHash(state),
      operations: rows.length,
      refused: state.refused,
    };
  });
}

async function readCards(db: RoundsDatabase): Promise<Card[]> {
  return (await db.cards.toArray()).map(withoutKeys);
}

async function rewrite(db: RoundsDatabase, table: string, rows: readonly unknown[]): Promise<void> {
  await db.table(table).clear();
  await db.table(table).bulkPut(rows);
}

/** Operations whose effects are others now, as under other rules, so that undo stays exact. */
async function rewriteChanges(
  db: RoundsDatabase,
  rows: readonly OperationRow[],
  state: Replayed,
): Promise<void> {
  for (const row of rows) {
    const changes = state.changes.get(row.id);
    // Dexie loses its transaction over a long row of awaits without a request in between.
    const before = row.parts === undefined ? row.changes : await changesOf(db, row);
    if (!changes || canonical(changes) === canonical(before)) continue;
    const { parts: _old, ...operation } = row;
    const { stored, parts } = withParts({ ...operation, changes });
    await db.changeParts.where('[operationId+part]').between([row.id], [row.id, []]).delete();
    await db.changeParts.bulkAdd(parts);
    await db.operations.put(stored);
  }
}

function undoneRows(state: Replayed, rows: readonly OperationRow[]) {
  const cardOf = new Map(
    rows.flatMap(({ id, body }) => (body.kind === 'answer' ? [[id, body.cardId] as const] : [])),
  );
  return [...state.undone].map(([target, by]) => {
    const cardId = cardOf.get(target);
    return { target, by, ...(cardId === undefined ? {} : { cardId }) };
  });
}

function tallyRows(state: Replayed): TallyRow[] {
  const byNote = new Map<NoteId, Card[]>();
  for (const card of state.cards.values()) {
    const noteId = noteIdOf(card.id);
    byNote.set(noteId, [...(byNote.get(noteId) ?? []), card]);
  }
  const counts = new TallyChanges();
  for (const cards of byNote.values()) counts.count(cards, 1);
  return changedRows(counts);
}

function dayRows(state: Replayed): DayTotals[] {
  const days = new Map<string, DayTotals>();
  for (const review of state.reviews.values()) {
    if (state.undone.has(review.operationId)) continue;
    for (const deckId of [review.deckId, ALL_DECKS]) {
      const key = `${deckId}\n${review.studyDay}`;
      const day = days.get(key) ?? emptyDay(deckId, review.studyDay);
      days.set(key, countReview(day, review, 1));
    }
  }
  return [...days.values()];
}
