import { canonical } from '../../kernel/canonical.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { sha256Of } from '../../kernel/sha256.ts';
import { admitOperation } from '../../log/door.ts';
import type { OperationBody } from '../../log/operation.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { stampOf } from '../../store/log/log-rows.ts';
import { isPacked, type StoredBody } from '../../store/log/payloads.ts';
import { mediaBroughtBy } from './media-beside.ts';
import { rowsById } from '../../store/log/rebuild/rows-by-id.ts';
import { soundBlob } from '../../store/media/blobs.ts';
import { receive } from '../../store/log/receive.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { segmentsOf } from './ends.ts';
import { readInForce } from './in-force.ts';
import { bodyOf } from './bodies.ts';
import {
  counterOf,
  deviceOf,
  type JournalSteps,
  type KeptStep,
  stepsInJournal,
} from './steps-in-journal.ts';

/** The steps of the journal against those of the log, by their ids. */
export interface AgainstJournal {
  /** In the journal, and not in the log. */
  readonly missing: readonly string[];
  /** In the log, and not in the journal. */
  readonly unwritten: readonly string[];
  /** In both, and not the same. */
  readonly different: readonly string[];
  /** In both, and damaged in the journal: of its line a sign was changed, it does not fit, or what it brings is gone. */
  readonly damaged: readonly string[];
  /** Lines of the journal that cannot be read, and whose steps may stand nowhere else in it. */
  readonly unread: readonly { readonly name: string; readonly why: string }[];
}

/** What the database has to write again, so that the journal alone gives the collection. */
export function toWriteAgain({ unwritten, damaged }: AgainstJournal): readonly string[] {
  return [...new Set([...unwritten, ...damaged])];
}

/** Compares them and writes nothing; undefined: there is no journal here. */
export async function compareJournal(
  store: RoundsDatabase,
  files: JournalFiles | undefined,
): Promise<Result<AgainstJournal | undefined>> {
  if (!files) return ok(undefined);
  const read = await readSteps(files);
  if (!read.ok) return read;
  const { steps, unread, doubted, mended } = read.value;
  const missing: string[] = [];
  const different: string[] = [];
  const damaged: string[] = [];
  const packed: [OperationId, StoredBody][] = [];
  const ids = [...steps.keys()] as OperationId[];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const rows = await rowsById(store.operations, some, (row) => row.id);
    some.forEach((id) => {
      const row = rows.get(id);
      const step = row && { ...stampOf(row), body: row.body };
      const isSame = canonical(step) === canonical(steps.get(id));
      if (!step) missing.push(id);
      else if (!isSame) different.push(id);
      // The log is no better than a line that says otherwise and was only misread in one sign.
      const isDoubted = doubted.has(id) && admitOperation(step).is !== 'broken';
      if (step && (isDoubted || (mended.has(id) && isSame))) damaged.push(id);
      else if (isSame && isPacked(row?.body as StoredBody))
        packed.push([id, row?.body as StoredBody]);
    });
  }
  for (const [id, body] of packed) {
    if (!(await bodyOf(body, files)).ok) damaged.push(id);
  }
  damaged.push(...(await withDamagedMedia(store, files, steps)));
  const here = await store.operations.toCollection().primaryKeys();
  const unwritten = here.filter((id) => !steps.has(id));
  const isOpen = (deviceId: string) =>
    [...unwritten, ...doubted].some((id) => id.startsWith(`${deviceId}:`));
  const stillUnread = unread.filter((each) => !each.isFollowed || isOpen(each.deviceId));
  return ok({ missing, unwritten, different, damaged, unread: stillUnread });
}

/**
 * Steps of pictures and sounds whose file in the journal is damaged or gone, and whose content the
 * database has: writing the step again puts the file right.
 */
async function withDamagedMedia(
  store: RoundsDatabase,
  files: JournalFiles,
  steps: ReadonlyMap<string, KeptStep>,
): Promise<readonly string[]> {
  const isDamaged = new Map<string, boolean>();
  const look = async (sha256: string): Promise<boolean> => {
    const read = await files.read(`media/${sha256}`, 0);
    if (read.ok && (await sha256Of(read.value as Uint8Array<ArrayBuffer>)) === sha256) return false;
    return (await soundBlob(store, sha256)) !== undefined;
  };
  const found: string[] = [];
  for (const [id, step] of steps) {
    if (!/^(add-media|import)$/.test((step.body as StoredBody | null)?.kind ?? '')) continue;
    const row = await store.operations.get(id as OperationId);
    const body = row && (await bodyOf(row.body, files));
    if (!body?.ok) continue;
    let hasDamaged = false;
    for (const { sha256 } of mediaBroughtBy(body.value as OperationBody)) {
      if (!isDamaged.has(sha256)) isDamaged.set(sha256, await look(sha256));
      hasDamaged ||= isDamaged.get(sha256) === true;
    }
    if (hasDamaged) found.push(id);
  }
  return found;
}

/** What the journal has and the log lacks, into the log; how many steps that were. */
export async function putBackSteps(
  store: RoundsDatabase,
  files: JournalFiles | undefined,
): Promise<Result<number>> {
  if (!files) return ok(0);
  const [compared, read] = [await compareJournal(store, files), await readSteps(files)];
  if (!compared.ok) return compared;
  if (!read.ok) return read;
  const operations = [];
  for (const id of compared.value?.missing ?? []) {
    const step = read.value.steps.get(id);
    const body = step && (await bodyOf(step.body as StoredBody, files));
    if (body?.ok) operations.push({ ...step, body: body.value });
  }
  if (operations.length === 0) return ok(0);
  return ok((await receive(store, operations, { isDone: true })).taken);
}

const AT_ONCE = 1000;

/** All of the journal that is in force. */
async function readSteps(files: JournalFiles): Promise<Result<JournalSteps>> {
  const limits = await readInForce(files);
  const listed = await files.list('journal');
  if (!limits.ok) return limits;
  if (!listed.ok) return listed;
  const from = new Map([...segmentsOf(listed.value).keys()].map((deviceId) => [deviceId, 0]));
  const isInForce = (step: KeptStep): boolean =>
    counterOf(step) < (limits.value.get(deviceOf(step)) ?? Number.POSITIVE_INFINITY);
  return stepsInJournal(files, from, isInForce, () => true);
}
