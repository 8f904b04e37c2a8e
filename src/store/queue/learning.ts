import { Dexie } from 'dexie';
import type { CardRow, RoundsDatabase } from '../schema.ts';
import { isWithin, type Scope } from './scope.ts';

/** Cards in steps, the first to come back first. */
export async function readLearning(db: RoundsDatabase, scope: Scope): Promise<CardRow[]> {
  const rows = await db.cards
    .where('[lane+readyAt]')
    .between(['learning', Dexie.minKey], ['learning', Dexie.maxKey])
    .toArray();
  return rows.filter((card) => isWithin(card, scope));
}
