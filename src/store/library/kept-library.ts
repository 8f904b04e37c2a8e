import type { Packed } from '../../domain/library/kept/packed.ts';
import type { PartName, PartTable } from '../../domain/library/kept/parts.ts';
import type { KeptRow, RoundsDatabase } from '../schema.ts';
import { bytesOf, packedOf } from './packed-bytes.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { hasRoomFor, readSoundRows } from './kept-rows.ts';
import type { LogStamp } from './since.ts';

/** Another one is not read. Raised when parts, or the texts that are made of a note, become others. */
const VERSION = 3;
const HEAD = 'library';

/** What stands before the parts, and says what they must be. */
export interface KeptHead {
  readonly version: number;
  /** Another one each time: parts of two writers must not be mixed. */
  readonly made: string;
  readonly stamp: LogStamp;
  readonly sizes: Readonly<Record<PartTable, number>>;
  /** Of each part, in their order. */
  readonly sha256: Readonly<Record<PartTable, readonly string[]>>;
}

/** The head of what is kept; undefined where nothing is that this program could read. */
export async function readKeptHead(db: RoundsDatabase): Promise<KeptHead | undefined> {
  const head = (await db.kept.get(HEAD))?.value as Partial<KeptHead> | undefined;
  return head?.version === VERSION ? (head as KeptHead) : undefined;
}

/** The parts in their order, notes first. Throws at one that is missing or not as it was written. */
export async function* readKeptParts(
  db: RoundsDatabase,
  { sha256 }: KeptHead,
): AsyncGenerator<{ readonly table: PartTable; readonly packed: Packed }> {
  const wanted = (['notes', 'cards'] as const).flatMap((table) =>
    sha256[table].map((sha, at) => ({ id: idOf({ table, at }), table, sha256: sha })),
  );
  for await (const { table, bytes } of readSoundRows(db, wanted)) {
    yield { table, packed: packedOf(bytes) };
  }
}

/**
 * Writes `parts`, those that are other than in `before`, and a head over all of them, in one
 * transaction. undefined where somebody else has written since, or there is too little room.
 */
export async function writeKept(
  db: RoundsDatabase,
  before: KeptHead | undefined,
  parts: readonly { readonly name: PartName; readonly packed: Packed }[],
  { stamp, sizes, rowsOfPart }: KeptAs,
): Promise<KeptHead | undefined> {
  const sha256 = {
    notes: (before?.sha256.notes ?? []).slice(0, Math.ceil(sizes.notes / rowsOfPart)),
    cards: (before?.sha256.cards ?? []).slice(0, Math.ceil(sizes.cards / rowsOfPart)),
  };
  const rows: KeptRow[] = [];
  let length = 0;
  for (const { name, packed } of parts) {
    const bytes = bytesOf(packed);
    sha256[name.table][name.at] = await sha256Of(bytes);
    rows.push({ id: idOf(name), value: bytes });
    length += bytes.length;
  }
  if (!(await hasRoomFor(length))) return undefined;
  const head: KeptHead = { version: VERSION, made: crypto.randomUUID(), stamp, sizes, sha256 };
  return db.transaction('rw', db.kept, async () => {
    const there = (await db.kept.get(HEAD))?.value as Partial<KeptHead> | undefined;
    if (before && there?.made !== before.made) return undefined;
    if (!before) await db.kept.where('id').startsWith(`${HEAD}/`).delete();
    for (const table of ['notes', 'cards'] as const) {
      const end = idOf({ table, at: sha256[table].length });
      await db.kept
        .where('id')
        .between(end, idOf({ table, at: LAST_PART }), true, true)
        .delete();
    }
    await db.kept.bulkPut([...rows, { id: HEAD, value: head }]);
    return head;
  });
}

/** What is true of all that is kept. */
export interface KeptAs {
  readonly stamp: LogStamp;
  readonly sizes: Readonly<Record<PartTable, number>>;
  readonly rowsOfPart: number;
}

/** Whatever is kept of the library is not worth reading again. */
export async function dropKept(db: RoundsDatabase): Promise<void> {
  if (await db.kept.get(HEAD)) await db.kept.delete(HEAD);
}

const LAST_PART = 99_999;

function idOf({ table, at }: PartName): string {
  return `${HEAD}/${table}/${String(at).padStart(5, '0')}`;
}
