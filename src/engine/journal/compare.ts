import { canonical } from '../../kernel/canonical.ts';
import type { OperationId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import { decodeLog, isVoid } from '../../log/codec.ts';
import type { JournalFiles } from '../../platform/journal/journal-files.ts';
import { stampOf } from '../../store/log/log-rows.ts';
import type { StoredBody } from '../../store/log/payloads.ts';
import { receive } from '../../store/log/receive.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { segmentsOf } from './ends.ts';
import { bodyOf } from './recover.ts';

/** The steps of the journal against those of the log, by their ids. */
export interface AgainstJournal {
  /** In the journal, and not in the log. */
  readonly missing: readonly string[];
  /** In the log, and not in the journal. */
  readonly unwritten: readonly string[];
  /** In both, and not the same. */
  readonly different: readonly string[];
  /** Lines of the journal that cannot be read. */
  readonly unread: readonly { readonly name: string; readonly why: string }[];
}

type Step = Record<string, unknown> & { readonly id: OperationId; readonly body: StoredBody };

/** Compares them and writes nothing; undefined: there is no journal here. */
export async function compareJournal(
  store: RoundsDatabase,
  files: JournalFiles | undefined,
): Promise<Result<AgainstJournal | undefined>> {
  if (!files) return ok(undefined);
  const read = await readSteps(files);
  if (!read.ok) return read;
  const { steps, unread } = read.value;
  const missing: string[] = [];
  const different: string[] = [];
  const ids = [...steps.keys()];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    const rows = await store.operations.bulkGet(some);
    some.forEach((id, index) => {
      const row = rows[index];
      if (!row) missing.push(id);
      else if (canonical({ ...stampOf(row), body: row.body }) !== canonical(steps.get(id))) {
        different.push(id);
      }
    });
  }
  const here = await store.operations.toCollection().primaryKeys();
  return ok({ missing, unwritten: here.filter((id) => !steps.has(id)), different, unread });
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
    const step = read.value.steps.get(id as OperationId);
    const body = step && (await bodyOf(step.body, files));
    if (body?.ok) operations.push({ ...step, body: body.value });
  }
  if (operations.length === 0) return ok(0);
  return ok((await receive(store, operations, { isDone: true })).taken);
}

const AT_ONCE = 1000;

async function readSteps(files: JournalFiles): Promise<
  Result<{
    readonly steps: ReadonlyMap<OperationId, Step>;
    readonly unread: AgainstJournal['unread'];
  }>
> {
  const listed = await files.list('journal');
  if (!listed.ok) return listed;
  const steps = new Map<OperationId, Step>();
  const unread: { name: string; why: string }[] = [];
  for (const segments of segmentsOf(listed.value).values()) {
    for (const { path } of segments) {
      const read = await files.read(path, 0);
      if (!read.ok) {
        unread.push({ name: path, why: read.problem.what });
        continue;
      }
      const log = decodeLog(new TextDecoder().decode(read.value));
      for (const { line, why } of log.problems) unread.push({ name: `${path}, line ${line}`, why });
      for (const value of log.operations) {
        if (isVoid(value)) steps.delete(value.void as OperationId);
        else if (typeof (value as Step)?.id === 'string')
          steps.set((value as Step).id, value as Step);
      }
    }
  }
  return ok({ steps, unread });
}
