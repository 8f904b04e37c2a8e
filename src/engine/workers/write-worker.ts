import type { Change } from '../../domain/collection/rows.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Intent } from '../../log/operation.ts';
import { onChanges } from '../../store/announce.ts';
import { apply } from '../../store/apply.ts';
import { Refused } from '../../store/log/planned.ts';
import type { DifferingRow } from '../../store/check/differing.ts';
import { isShort, lookNow } from '../../store/check/look.ts';
import { mend } from '../../store/check/mend.ts';
import { inTurn } from '../../store/log/turns.ts';
import { isFileWork, work } from '../copies/file-work.ts';
import { openBeside, tellFollowers } from '../../store/log/beside.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { readDeckInSteps } from '../queries/once/decks.ts';
import { type Port, serve } from '../rpc.ts';
import type { FromWriter, LookResult, MendingAsked, ToWriter } from './connect.ts';

/**
 * The entry of the worker that writes what is large. Reading, deciding and writing 100,000 rows takes
 * seconds of one thread, and one transaction cannot be cut into pieces: here no screen waits for it.
 */
let opening: Promise<Result<RoundsDatabase>>;

/** Of a row in a report, so many characters. */
const MOST_SAID = 2000;
/** Rows told in one message, so that the page is never held up by one. */
const TOLD_AT_ONCE = 200;

const tell = serve(globalThis as unknown as Port, {
  async answer(name, asked, watch) {
    const opened = await opening;
    if (!opened.ok) return opened;
    const db = opened.value;
    if (name === 'apply') return write(db, asked as Intent, watch);
    if (isFileWork(name)) return work(db, name, asked, watch);
    return unlessStopped(() => {
      if (name === 'look') return look(db, asked as number, watch);
      if (name === 'read-deck') return readDeckInSteps(db, asked as string, watch);
      const { accepted, now } = asked as MendingAsked;
      return mend(db, accepted, now, watch);
    });
  },
  hear(event) {
    opening = openBeside((event as ToWriter).place);
    void opening.then((opened) => {
      if (opened.ok) onChanges(opened.value, tellChanges);
    });
  },
});

async function write(db: RoundsDatabase, intent: Intent, watch: Watch): Promise<Result<unknown>> {
  const done = await apply(db, intent, watch);
  if (!done.ok) return done;
  const { changes: _told, ...operation } = done.value;
  return ok(operation);
}

async function unlessStopped(work: () => Promise<unknown>): Promise<Result<unknown>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Rows stay here, where they are many: the page is told of which they are. */
async function look(db: RoundsDatabase, nowMillis: number, watch: Watch): Promise<LookResult> {
  const looked = await inTurn(db, () => lookNow(db, nowMillis, watch));
  return { ...looked, differing: looked.differing.map(named), isShort: isShort(looked) };
}

function named({ table, key, is, now }: DifferingRow) {
  return { table, key, is, text: JSON.stringify(now)?.slice(0, MOST_SAID) ?? '' };
}

function tellChanges(changes: readonly Change[] | undefined): void {
  tellFollowers();
  if (!changes) {
    tell({ changes } satisfies FromWriter);
    return;
  }
  for (let from = 0; from < changes.length; from += TOLD_AT_ONCE) {
    const some = changes.slice(from, from + TOLD_AT_ONCE);
    // What a row was before is half of the message, and not looked at.
    tell({
      changes: some.map((change) => ({ ...change, before: undefined })),
    } satisfies FromWriter);
  }
}
