import { ok, type Result } from '../../kernel/problem.ts';
import { openingProblem } from '../open.ts';
import { RoundsDatabase } from '../schema.ts';
import type { DatabasePlace } from './place.ts';

/** Where a copy is opened to be looked at: beside the cards, and gone when it is closed. */
export const LOOK_PLACE: DatabasePlace = { name: 'rounds-look' };

/** Opens a database to be read. Every write to it is refused, whoever asks for one. */
export async function openToRead(place: DatabasePlace): Promise<Result<RoundsDatabase>> {
  const db = new RoundsDatabase(place, indexedDB);
  db.use({
    stack: 'dbcore',
    name: 'refuses writes',
    create: (core) => ({
      ...core,
      table: (name) => ({
        ...core.table(name),
        mutate: () => Promise.reject(new Error('a copy that is looked at is not written')),
      }),
    }),
  });
  try {
    await db.open();
    return ok(db);
  } catch (error) {
    return openingProblem(error);
  }
}

/** Deletes what a look has left, also one that was killed. Never rejects. */
export function deleteLook({ name }: DatabasePlace = LOOK_PLACE): Promise<void> {
  return new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => resolve();
    deleting.onblocked = () => resolve();
  });
}
