import { MILLIS_PER_DAY } from '../../kernel/time.ts';
import type { DraftRow, RoundsDatabase } from '../schema.ts';

/** How long it is remembered that a text is gone: the browser has written by then what it remembers. */
const REMEMBERED_MILLIS = MILLIS_PER_DAY;

/** Of a key of localStorage, when its newest text that is gone was written. Texts may be later than the clock. */
const lastGone = new Map<string, number>();
const NEVER = Number.NEGATIVE_INFINITY;

/** A text that stands under a key of localStorage. */
export interface TextBeside {
  readonly key: string;
  readonly row: DraftRow;
}

/** Puts `row` in what the browser remembers under `key`; later than what stood there, gone or not (WRITE-18). */
export function keepText(key: string, row: DraftRow): void {
  const before = Math.max(lastGone.get(key) ?? NEVER, textBeside(key)?.atMillis ?? NEVER);
  const atMillis = Math.max(row.atMillis, before + 1);
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

/** What stands under these keys now. */
export function textsBeside(keys: readonly string[]): readonly TextBeside[] {
  return keys.flatMap((key) => {
    const row = textBeside(key);
    return row ? [{ key, row }] : [];
  });
}

/**
 * Says in the database that `texts` are gone, within a transaction that has another place for them, or
 * gives them up: the browser writes what it remembers seconds later, and where it is killed before, they
 * stand there again. `forgetBeside` comes after the transaction, with the same texts: what is typed in
 * between stays.
 */
export async function noteTextsGone(
  db: RoundsDatabase,
  texts: readonly TextBeside[],
): Promise<void> {
  const rows = texts.map(({ key, row }) => ({
    id: goneId(key),
    atMillis: row.atMillis,
    value: '',
  }));
  if (rows.length > 0) await db.drafts.bulkPut(rows);
}

export function forgetBeside(texts: readonly TextBeside[]): void {
  for (const { key, row } of texts) {
    lastGone.set(key, Math.max(row.atMillis, lastGone.get(key) ?? NEVER));
    const standing = textBeside(key);
    if (standing && standing.atMillis <= row.atMillis) localStorage.removeItem(key);
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
    if (text && text.atMillis <= atMillis) forgetBeside([{ key, row: text }]);
    else if (Math.abs(nowMillis - atMillis) > REMEMBERED_MILLIS) await db.drafts.delete(id);
  }
}

const GONE = 'gone/';

function goneId(key: string): string {
  return `${GONE}${key}`;
}
