import type { AnswerBlock } from '../../../domain/statistics/columns/answer-columns.ts';
import { sha256Of } from '../../../kernel/sha256.ts';
import type { RoundsDatabase } from '../../schema.ts';
import { blockOfBytes, bytesOfBlock } from './answer-bytes.ts';
import { hasRoomFor, readSoundRows, type SoundRow } from '../kept-rows.ts';
import type { LogStamp } from '../since.ts';

/** Another one is not read. Raised when columns, or what is put into them, become others. */
const VERSION = 1;
const HEAD = 'answers';
const PARTS = `${HEAD}/`;
/** More of a row than it ever takes, with its share of names. */
const MOST_BYTES_OF_ROW = 200;

/** What stands before the parts, and says what they must be. */
export interface KeptAnswers {
  readonly version: number;
  /** Another one each time: parts of two writers must not be mixed. */
  readonly made: string;
  readonly stamp: LogStamp;
  /** Answers in all parts, those among them that a later part has put in place of others. */
  readonly rows: number;
  /** In the order in which they were written: a later one's histories are in place of an earlier one's. */
  readonly parts: readonly SoundRow[];
}

/** The head of what is kept; undefined where nothing is that this program could read. */
export async function readKeptAnswers(db: RoundsDatabase): Promise<KeptAnswers | undefined> {
  const head = (await db.kept.get(HEAD))?.value as Partial<KeptAnswers> | undefined;
  return head?.version === VERSION ? (head as KeptAnswers) : undefined;
}

/** The parts in their order. Throws at one that is missing or not as it was written. */
export async function* readAnswerBlocks(
  db: RoundsDatabase,
  { parts }: KeptAnswers,
): AsyncGenerator<AnswerBlock> {
  for await (const { bytes } of readSoundRows(db, parts)) yield blockOfBytes(bytes);
}

/** What is to be kept. */
export interface AnswersToKeep {
  /** What is there already and stays; undefined: nothing. */
  readonly before: KeptAnswers | undefined;
  readonly stamp: LogStamp;
  /** How many answers `blocks` have together. */
  readonly rows: number;
  readonly blocks: Iterable<AnswerBlock>;
}

/**
 * Writes `blocks` one by one, and then the head, without which they are nothing. `goOn` is asked
 * before each. undefined where it says no, where somebody else has written since, or where there is
 * too little room; what was written of them is taken away again.
 */
export async function writeKeptAnswers(
  db: RoundsDatabase,
  { before, stamp, rows, blocks }: AnswersToKeep,
  goOn: () => Promise<boolean>,
): Promise<KeptAnswers | undefined> {
  if (!(await hasRoomFor(rows * MOST_BYTES_OF_ROW))) return undefined;
  const written: SoundRow[] = [];
  for (const block of blocks) {
    if (!(await goOn())) {
      await db.kept.bulkDelete(written.map(({ id }) => id));
      return undefined;
    }
    const value = bytesOfBlock(block);
    const part = { id: `${PARTS}${crypto.randomUUID()}`, sha256: await sha256Of(value) };
    await db.kept.put({ id: part.id, value });
    written.push(part);
  }
  const head: KeptAnswers = {
    version: VERSION,
    made: crypto.randomUUID(),
    stamp,
    rows: (before?.rows ?? 0) + rows,
    parts: [...(before?.parts ?? []), ...written],
  };
  return db.transaction('rw', db.kept, async () => {
    const there = (await db.kept.get(HEAD))?.value as Partial<KeptAnswers> | undefined;
    const isStill = there?.made === before?.made;
    const wanted = new Set((isStill ? head : there)?.parts?.map(({ id }) => id));
    const all = (await db.kept.where('id').startsWith(PARTS).primaryKeys()) as string[];
    // Those of a writing that was killed, too.
    await db.kept.bulkDelete(all.filter((id) => !wanted.has(id)));
    if (!isStill) return undefined;
    await db.kept.put({ id: HEAD, value: head });
    return head;
  });
}

/** Whatever is kept of the answers is not worth reading again. */
export async function dropKeptAnswers(db: RoundsDatabase): Promise<void> {
  await db.kept.where('id').startsWith(HEAD).delete();
}
