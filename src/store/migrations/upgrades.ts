import type { Transaction } from 'dexie';
import { OUT_PLACES } from '../../domain/study/lane.ts';
import { bodiesOfVersion2 } from './version-1.ts';
import { rowsOfVersion4 } from './version-3.ts';
import { placeOfVersion5 } from './version-4.ts';
import { talliesOfVersion6 } from './version-5.ts';
import { daysOfVersion8 } from './version-7.ts';

/** What brings the rows of a database to a version, in Dexie's own transaction; by that version. */
export const UPGRADES = {
  async 2(transaction: Transaction): Promise<void> {
    await transaction.table('operations').toCollection().modify(bodiesOfVersion2);
    await transaction.table('device').toCollection().modify({ mustRebuild: true });
  },
  async 4(transaction: Transaction): Promise<void> {
    const { operations, changeParts } = rowsOfVersion4;
    await transaction.table('operations').toCollection().modify(operations);
    await transaction.table('changeParts').toCollection().modify(changeParts);
    await transaction.table('device').toCollection().modify({ mustPack: true });
  },
  async 5(transaction: Transaction): Promise<void> {
    const cards = transaction.table('cards');
    const out = (place: number) => cards.where('[lane+readyAt]').equals(['out', place]);
    await out(OUT_PLACES.suspended).modify(placeOfVersion5);
    const cardsInSight = (await cards.count()) - (await out(OUT_PLACES.absent).count());
    await transaction.table('device').toCollection().modify({ cardsInSight });
  },
  6: talliesOfVersion6,
  8: daysOfVersion8,
} as const;

export type Upgrades = typeof UPGRADES;
