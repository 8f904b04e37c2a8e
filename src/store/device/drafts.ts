import { roomOf } from '../place/room.ts';
import type { DraftRow, RoundsDatabase } from '../schema.ts';

/**
 * What is half written, the newest of what stands in the database and of what it would not take.
 */
export async function readDraft(db: RoundsDatabase, id: string): Promise<DraftRow | undefined> {
  const beside = readBeside(db, id);
  const stored = await db.drafts.get(id).catch((error: unknown) => {
    if (beside) return undefined;
    throw error;
  });
  return beside && beside.atMillis >= (stored?.atMillis ?? 0) ? beside : stored;
}

/**
 * On a full disk it is kept beside the database, in what the browser remembers for this address
 * outside the page's process: it is there again when the page is loaded anew.
 */
export async function writeDraft(db: RoundsDatabase, row: DraftRow): Promise<void> {
  const room = roomOf(db);
  try {
    if (await room.problem())
      throw new DOMException('the disk is nearly full', 'QuotaExceededError');
    await db.drafts.put(row);
    room.accepted();
    localStorage.removeItem(keyOf(db, row.id));
  } catch (error) {
    room.refused(error);
    localStorage.setItem(keyOf(db, row.id), JSON.stringify(row));
  }
}

export async function deleteDraft(db: RoundsDatabase, id: string): Promise<void> {
  await db.drafts.delete(id).finally(() => localStorage.removeItem(keyOf(db, id)));
}

function readBeside(db: RoundsDatabase, id: string): DraftRow | undefined {
  try {
    const text = localStorage.getItem(keyOf(db, id));
    return text === null ? undefined : (JSON.parse(text) as DraftRow);
  } catch {
    return undefined;
  }
}

function keyOf(db: RoundsDatabase, id: string): string {
  return `rounds-draft/${db.name}/${id}`;
}
