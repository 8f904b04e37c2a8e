import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { DraftRow, RoundsDatabase } from '../schema.ts';

/** How long it is remembered that a text is gone: the browser has written by then what it remembers. */
const REMEMBERED_MILLIS = MILLIS_PER_DAY;

/** Of a key of localStorage, when its newest text that is gone was written. Texts may be later than the clock. */
const lastGone = new Map<string, number>();

/** Puts `row` in what the browser remembers under `key`; later than all that is gone from there (WRITE-18). */
export function keepText(key: string, row: DraftRow): void {
  const atMillis = Math.max(row.atMillis, (lastGone.get(key) ?? Number.NEGATIVE_INFINITY) + 1);
  localStorage.setItem(key, JSON.stringify({ ...row, atMillis }));
}

/** The text under `key`, gone or not; undefined where there is none that can be read. */
export function textBeside(key: string): DraftRow | undefined {
  try {
    const text = localStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as DraftRow);
  } catch {
    return undefined;
  }
}

/**
 * Says in the database that what stands under these keys is gone, within a transaction that has another
 * place for it, or gives it up: the browser writes what it remembers seconds later, and where it is killed
 * before, the text stands there again. `forgetBeside` comes after the transaction.
 */
export async function noteTextsGone(db: RoundsDatabase, keys: readonly string[]): Promise<void> {
  const rows = keys.flatMap((key) => {
    const text = textBeside(key);
    return text ? [{ id: goneId(key), atMillis: text.atMillis, value: '' }] : [];
  });
  if (rows.length > 0) await db.drafts.bulkPut(rows);
}

export function forgetBeside(keys: readonly string[]): void {
  for (const key of keys) {
    const text = textBeside(key);
    if (text) lastGone.set(key, Math.max(text.atMillis, lastGone.get(key) ?? text.atMillis));
    localStorage.removeItem(key);
  }
}

/** The text under `key`, where the database does not say that it is gone. */
export async function textStanding(db: RoundsDatabase, key: string): Promise<DraftRow | undefined> {
  const text = textBeside(key);
  const gone = text && (await db.drafts.get(goneId(key)).catch(() => undefined));
  return gone && text.atMillis <= gone.atMillis ? undefined : text;
}

/** Whether a row of the drafts is one of these notes, and no text. */
export function isGoneNote({ id }: Pick<DraftRow, 'id'>): boolean {
  return id.startsWith(GONE);
}

/** Texts that came up again though they are gone go now; notes of what is long gone, too. */
export async function tidyGone(db: RoundsDatabase, nowMillis: number): Promise<void> {
  for (const { id, atMillis } of await db.drafts.where('id').startsWith(GONE).toArray()) {
    const key = id.slice(GONE.length);
    const text = textBeside(key);
    if (text && text.atMillis <= atMillis) forgetBeside([key]);
    else if (Math.abs(nowMillis - atMillis) > REMEMBERED_MILLIS) await db.drafts.delete(id);
  }
}

const GONE = 'gone/';

function goneId(key: string): string {
  return `${GONE}${key}`;
}
