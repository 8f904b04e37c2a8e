import type { DraftRow, RoundsDatabase } from '../schema.ts';

export function readDraft(db: RoundsDatabase, id: string): Promise<DraftRow | undefined> {
  return db.drafts.get(id);
}

export async function writeDraft(db: RoundsDatabase, row: DraftRow): Promise<void> {
  await db.drafts.put(row);
}

export async function deleteDraft(db: RoundsDatabase, id: string): Promise<void> {
  await db.drafts.delete(id);
}
