import { ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { openingProblem } from '../open.ts';
import { RoundsDatabase } from '../schema.ts';
import type { DatabasePlace } from './place.ts';

/** Where a copy is opened to be looked at: beside the cards, and gone when it is closed. */
const LOOK = 'rounds-look';

/** A place of a look's own: two windows may look at two copies. `id`: never given before. */
export function lookPlace(id: string): DatabasePlace {
  return { name: `${LOOK}-${id}` };
}

/** Says that the look at `place` is open, for as long as this page lives or until it is let go. */
export function holdLook({ name }: DatabasePlace): () => void {
  let letGo = (): void => {};
  const isOver = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  void navigator.locks.request(name, () => isOver);
  return letGo;
}

/** Deletes what looks have left that are not open any more, as after a kill. Never rejects. */
export async function deleteLooks(): Promise<void> {
  const there = await indexedDB.databases().catch(() => []);
  for (const { name } of there) {
    if (!name?.startsWith(LOOK)) continue;
    await navigator.locks.request(name, { ifAvailable: true }, async (lock) => {
      if (lock) await deleteLook({ name });
    });
  }
}

/** Opens a database to be read. Every write to it is refused, whoever asks for one. */
export async function openToRead(place: DatabasePlace): Promise<Result<RoundsDatabase>> {
  const db = new RoundsDatabase(place, indexedDB);
  db.use({
    stack: 'dbcore',
    name: t`refuses writes`,
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

/** Deletes what a look has built. Never rejects. */
export function deleteLook({ name }: DatabasePlace): Promise<void> {
  return new Promise((resolve) => {
    const deleting = indexedDB.deleteDatabase(name);
    deleting.onsuccess = () => resolve();
    deleting.onerror = () => resolve();
    deleting.onblocked = () => resolve();
  });
}
