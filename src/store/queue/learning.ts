import { Dexie } from 'dexie';
import type { CardRow, RoundsDatabase } from '../schema.ts';

/** Cards in steps, the first to come back first. */
export function readLearning(db: RoundsDatabase): Promise<CardRow[]> {
  return db.cards
    .where('[lane+readyAt]')
    .between(['learning', Dexie.minKey], ['learning', Dexie.maxKey])
    .toArray();
}
