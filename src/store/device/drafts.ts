import { canonical } from '../../kernel/canonical.ts';
import { inTurn } from '../log/turns.ts';
import { roomOf } from '../place/room.ts';
import type { DraftRow, RoundsDatabase } from '../schema.ts';
import {
  forgetBeside,
  isGoneNote,
  keepText,
  noteTextsGone,
  textsBeside,
  textStanding,
} from './gone-drafts.ts';
import { draftsLeft, dropDraftInWindow, keyInWindow } from './window-drafts.ts';

/**
 * What is half written, the newest of what stands in the database, of what it would not take, and of
 * what this window kept while it might not write.
 */
export async function readDraft(db: RoundsDatabase, id: string): Promise<DraftRow | undefined> {
  const beside = newer(
    await textStanding(db, keyOf(db, id)),
    await textStanding(db, keyInWindow(db, id)),
  );
  const stored = await db.drafts.get(id).catch((error: unknown) => {
    if (beside) return undefined;
    throw error;
  });
  return newer(stored, beside);
}

/**
 * On a full disk it is kept beside the database, in what the browser remembers for this address
 * outside the page's process: it is there again when the page is loaded anew. Written and dropped in the
 * order asked for: the last words stand, whichever of them the disk takes.
 */
export function writeDraft(db: RoundsDatabase, row: DraftRow): Promise<void> {
  return inTurn(db.drafts, () => writeNow(db, row));
}

async function writeNow(db: RoundsDatabase, row: DraftRow): Promise<void> {
  const room = roomOf(db);
  const beside = textsBeside([keyOf(db, row.id)]);
  try {
    if (await room.problem())
      throw new DOMException('the disk is nearly full', 'QuotaExceededError');
    await db.transaction('rw', db.drafts, async () => {
      await noteTextsGone(db, beside);
      await db.drafts.put(row);
    });
    room.accepted();
    forgetBeside(beside);
  } catch (error) {
    room.refused(error);
    keepText(keyOf(db, row.id), row);
  }
}

/** What is half written, for the database that comes after this one, which cannot be read in all. */
export async function leaveDrafts(
  db: RoundsDatabase,
  next: { readonly name: string },
): Promise<void> {
  for (const row of await db.drafts.toArray()) {
    if (isGoneNote(row)) continue;
    keepText(keyOf(next, row.id), row);
  }
}

/** What another window had begun under the same name comes up next. */
export async function deleteDraft(
  db: RoundsDatabase,
  id: string,
  isInWindowAlone = false,
): Promise<void> {
  if (isInWindowAlone) {
    dropDraftInWindow(db, id);
    return;
  }
  const inWindow = textsBeside([keyInWindow(db, id)]);
  await inTurn(db.drafts, async () => {
    const beside = [...textsBeside([keyOf(db, id)]), ...inWindow];
    const deleted = db.transaction('rw', db.drafts, async () => {
      await noteTextsGone(db, beside);
      const others = await db.drafts.get(otherOf(id));
      await db.drafts.bulkDelete([id, otherOf(id)]);
      if (others) await db.drafts.put({ ...others, id });
    });
    await deleted.finally(() => forgetBeside(beside));
  });
}

/**
 * What this window kept while it might not write goes to the database, now that it may, and so does
 * what a window left that is gone. What stands there under the same name was typed in another window:
 * it waits, and comes up after this one's; what is left of others waits behind what stands there.
 */
export async function bringInDrafts(db: RoundsDatabase): Promise<void> {
  for (const { row, isOwn, key } of await draftsLeft(db)) {
    const beside = [{ key, row }];
    const isIn = await db.transaction('rw', db.drafts, async () => {
      if (!(await textStanding(db, key))) return true;
      const there = await db.drafts.get(row.id);
      const isOther = there && canonical(there.value) !== canonical(row.value);
      if (isOther && isOwn) await db.drafts.put({ ...there, id: otherOf(row.id) });
      else if (isOther) {
        // Of three texts none is lost: this one is brought in when one of the others is gone.
        if (await db.drafts.get(otherOf(row.id))) return false;
        await db.drafts.put({ ...row, id: otherOf(row.id) });
      }
      if (!isOther || isOwn) await db.drafts.put(row);
      await noteTextsGone(db, beside);
      return true;
    });
    if (isIn) forgetBeside(beside);
  }
}

function newer(one: DraftRow | undefined, other: DraftRow | undefined): DraftRow | undefined {
  return one && other && one.atMillis > other.atMillis ? one : (other ?? one);
}

function otherOf(id: string): string {
  return `${id}/other`;
}

function keyOf(db: { readonly name: string }, id: string): string {
  return `rounds-draft/${db.name}/${id}`;
}
