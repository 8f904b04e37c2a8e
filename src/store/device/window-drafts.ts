import type { DraftRow, RoundsDatabase } from '../schema.ts';
import { forgetBeside, keepText, type TextBeside, textBeside, textsBeside } from './gone-drafts.ts';

/**
 * What is half written in a window that may not write. It lies where every window finds it, under the
 * name of its own, so that closing the window does not lose it: the next one that writes brings it in.
 */
export function keepDraftInWindow(db: RoundsDatabase, row: DraftRow): void {
  holdName();
  keepText(keyInWindow(db, row.id), row);
}

/** Where a window that may not write gives it up, which it cannot say in the database. */
export function dropDraftInWindow(db: RoundsDatabase, id: string): void {
  forgetBeside(textsBeside([keyInWindow(db, id)]));
}

/** A draft of a window, and whether that is this one. */
export interface WindowDraft extends TextBeside {
  readonly isOwn: boolean;
}

/** Those of this window, and of windows that are gone; what another is still typing is its own. */
export async function draftsLeft(db: RoundsDatabase): Promise<readonly WindowDraft[]> {
  const found = keysOf(db);
  if (found.length === 0) return [];
  const { held = [] } = await navigator.locks.query();
  const alive = new Set(held.map(({ name }) => name));
  return found.flatMap(({ key, window }) => {
    const isOwn = window === windowName();
    const row = textBeside(key);
    if (!row || (!isOwn && alive.has(lockOf(window)))) return [];
    return [{ row, isOwn, key }];
  });
}

function keysOf({ name }: RoundsDatabase) {
  const start = `${KIND}/${name}/`;
  return Object.keys(localStorage).flatMap((key) => {
    if (!key.startsWith(start)) return [];
    const rest = key.slice(start.length);
    return [{ key, window: rest.slice(0, rest.indexOf('/')) }];
  });
}

const KIND = 'rounds-window-draft';
/** Of this window, also when it is loaded anew. */
const NAME = 'rounds-window';

function windowName(): string {
  const known = sessionStorage.getItem(NAME);
  if (known !== null) return known;
  const name = crypto.randomUUID();
  sessionStorage.setItem(NAME, name);
  return name;
}

let isHeld = false;

/** A lock lasts as long as the page, however that ends: it tells who is gone. */
function holdName(): void {
  if (isHeld) return;
  isHeld = true;
  void navigator.locks.request(lockOf(windowName()), { ifAvailable: true }, (lock) =>
    lock ? new Promise(() => {}) : undefined,
  );
}

function lockOf(window: string): string {
  return `${KIND}/${window}`;
}

/** Where this window keeps the text of that name. */
export function keyInWindow({ name }: RoundsDatabase, id: string): string {
  return `${KIND}/${name}/${windowName()}/${id}`;
}
