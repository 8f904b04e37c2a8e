import { sha256Of } from '../../kernel/sha256.ts';
import type { RoundsDatabase } from '../schema.ts';

/** Rows read in one request. */
const PAGE = 8;
/** Free beyond what is written: a full disk is the one thing that can harm the cards themselves. */
const ROOM_BYTES = 500_000_000;

/** A row of what is kept, as it was written. */
export interface SoundRow {
  readonly id: string;
  readonly sha256: string;
}

/** The bytes of `rows` in their order. Throws at one that is missing or not as it was written. */
export async function* readSoundRows<Row extends SoundRow>(
  db: RoundsDatabase,
  rows: readonly Row[],
): AsyncGenerator<Row & { readonly bytes: Uint8Array<ArrayBuffer> }> {
  const pages = Array.from({ length: Math.ceil(rows.length / PAGE) }, (_, page) =>
    rows.slice(page * PAGE, (page + 1) * PAGE),
  );
  let next = soundRows(db, pages[0] ?? []);
  for (const index of pages.keys()) {
    const sound = await next;
    // Read while this page is taken apart.
    next = soundRows(db, pages[index + 1] ?? []);
    next.catch(() => {});
    yield* sound;
  }
}

async function soundRows<Row extends SoundRow>(db: RoundsDatabase, page: readonly Row[]) {
  const kept = await db.kept.bulkGet(page.map(({ id }) => id));
  return Promise.all(
    page.map(async (row, at) => {
      const bytes = kept[at]?.value as Uint8Array<ArrayBuffer> | undefined;
      if (!(bytes instanceof Uint8Array) || (await sha256Of(bytes)) !== row.sha256) {
        throw new Error('what was kept is torn');
      }
      return { ...row, bytes };
    }),
  );
}

/** Whether so much may be written of what can be thrown away. */
export async function hasRoomFor(bytes: number): Promise<boolean> {
  const { quota = 0, usage = 0 } = await navigator.storage.estimate();
  return quota - usage > bytes + ROOM_BYTES;
}
