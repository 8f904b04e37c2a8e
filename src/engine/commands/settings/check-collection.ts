import { failed, ok, type Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { MendedRows, Mending } from '../../../store/check/mend.ts';
import { secondCopyOf } from '../../../store/place/second-copy.ts';
import { inWords } from '../../in-words.ts';
import {
  type AgainstJournal,
  compareJournal,
  putBackSteps,
  toWriteAgain,
} from '../../journal/compare.ts';
import type { Deps } from '../../deps.ts';
import type { LookResult } from '../../workers/connect.ts';

/** What a person lets be mended; 'steps': what the journal has and the log lacks is put back. */
export type Accepted = Mending | 'steps';

export interface CollectionCheck extends LookResult {
  /** undefined: there is no journal here, or it could not be read. */
  readonly journal: AgainstJournal | undefined;
  /** Why it could not be read, and was not compared. */
  readonly journalUnread?: string;
  /** Steps whose lines in the journal were damaged or gone, written there again from the database. */
  readonly writtenAgain: number;
  /** Nothing is other than it should be. */
  readonly wasSound: boolean;
  /** What can be mended. */
  readonly offered: readonly Accepted[];
}

/**
 * Looks at everything and changes nothing: the tables against what the operations add up to, the log
 * against the journal, each row against what can be. `watch` hears of operations and rows looked at,
 * and can stop it.
 */
export async function checkCollection(deps: Deps, watch?: Watch): Promise<Result<CollectionCheck>> {
  try {
    // Reading all of a damaged database can make a browser throw it away: first all is outside it.
    await secondCopyOf(deps.store)?.catchUp();
    const looked = await deps.writer.look(deps.clock().atMillis, watch);
    if (!looked.ok) return looked;
    if (looked.value.unreadable.length > 0) deps.damage?.found();
    const { compared, writtenAgain } = await journalMadeWhole(deps);
    const check = checkOf(looked.value, compared.ok ? compared.value : undefined);
    if (compared.ok) return ok({ ...check, writtenAgain });
    const journalUnread = compared.problem.what;
    return ok({ ...check, writtenAgain, journalUnread, wasSound: false });
  } catch (error) {
    return failed(
      t`The check could not be finished (${error instanceof Error ? error.message : String(error)}).`,
      t`It only reads: nothing was changed by it.`,
      t`Start Rounds again: what the database lacks then is put back from the journal.`,
    );
  }
}

/** How the journal stands against the log, after what the log has and the journal lacks was written there. */
async function journalMadeWhole({ store, platform }: Deps) {
  const compare = () => compareJournal(store, platform.journal);
  const toWrite = (of: Awaited<ReturnType<typeof compare>>) =>
    of.ok && of.value ? toWriteAgain(of.value) : [];
  const compared = await compare();
  const again = toWrite(compared);
  const keeper = secondCopyOf(store);
  if (again.length === 0 || !keeper) return { compared, writtenAgain: 0 };
  await keeper.writeAgain(again);
  const after = await compare();
  // What cannot be read any more was not seen to be written.
  const left = after.ok ? toWrite(after).length : again.length;
  return { compared: after, writtenAgain: again.length - left };
}

function checkOf(
  look: LookResult,
  journal: AgainstJournal | undefined,
): Omit<CollectionCheck, 'writtenAgain'> {
  const { differing, counts, misplaced, impossible, dangling, doubled, unreadable } = look;
  const offered: Accepted[] = [];
  const is = (what: string) => differing.some((row) => row.is === what);
  const mendable = differing.filter(({ table }) => table !== 'reviews' && table !== 'undone');
  if (journal && journal.missing.length > 0) offered.push('steps');
  if (mendable.some((row) => row.is === 'unexplained')) offered.push('keep');
  if (is('lacking')) offered.push('put-back');
  if (is('other')) offered.push('agree');
  const isDeviceWrong = impossible.some(({ table }) => table === 'device');
  if (counts.tallies + counts.days + misplaced.length > 0 || counts.inSight || isDeviceWrong) {
    offered.push('count');
  }
  const strange = impossible.length + dangling.length + doubled.length + unreadable.length;
  const wasSound =
    offered.length === 0 &&
    differing.length + strange === 0 &&
    look.refused.length === 0 &&
    look.gaps.length === 0 &&
    (journal?.different.length ?? 0) === 0;
  return { ...look, journal, offered, wasSound };
}

/** Puts right what is accepted of what a look, made anew, finds. What is seen of it can be undone. */
export function mendCollection(
  deps: Deps,
  accepted: readonly Accepted[],
  watch?: Watch,
): Promise<Result<MendedRows & { readonly steps: number }>> {
  return inWords(async () => {
    const steps = accepted.includes('steps')
      ? await putBackSteps(deps.store, deps.platform.journal)
      : ok(0);
    if (!steps.ok) return steps;
    const mendings = accepted.filter((each) => each !== 'steps');
    const mended = await deps.writer.mend({ accepted: mendings, now: deps.clock() }, watch);
    return mended.ok ? ok({ ...mended.value, steps: steps.value }) : mended;
  });
}
