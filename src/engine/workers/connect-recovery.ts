import { failed, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import type { Missing } from '../journal/recovery/missing.ts';
import { type Recovered, recover } from '../journal/recovery/recover.ts';
import { connect, type Port } from '../rpc.ts';

/** What is to be put back, and into which database. */
export interface RecoveryAsked {
  readonly place: DatabasePlace;
  readonly missing: Missing;
  /** Of the deck that comes with Rounds. */
  readonly shippedText?: string;
}

/** Puts what is missing into the database at `place`, in recovery-worker.ts. Never rejects. */
export async function recoverBeside(
  place: DatabasePlace,
  missing: Missing,
  start: () => Port,
  watch: Watch,
  shippedText?: string,
): Promise<Result<Recovered>> {
  const asked: RecoveryAsked = shippedText ? { place, missing, shippedText } : { place, missing };
  return inWorker('recover', asked, start, watch) as Promise<Result<Recovered>>;
}

/** The same in the page, where no worker reaches the journal. Never rejects. */
export function recoverHere(...given: Parameters<typeof recover>): Promise<Result<Recovered>> {
  return recover(...given).catch(notPutBack);
}

/** A full disk, for instance: what was put back before it stays, and nothing else was touched. */
export function notPutBack(error: unknown): Result<never> {
  return failed(
    t`Not everything could be put back (${error instanceof Error ? error.message : String(error)}).`,
    t`The journal and the copies have all that they had.`,
    t`Make room on the disk and try again.`,
  );
}

/** Works the tables of the database at `place` out anew from its operations; how many those are. Never rejects. */
export function workOutBeside(
  place: DatabasePlace,
  start: () => Port,
  watch: Watch,
): Promise<Result<number>> {
  return inWorker('work-out', { place }, start, watch) as Promise<Result<number>>;
}

async function inWorker(
  name: 'recover' | 'work-out',
  asked: Pick<RecoveryAsked, 'place'>,
  start: () => Port,
  watch: Watch,
): Promise<Result<unknown>> {
  const connection = connect({
    start,
    name: t`Putting back`,
    kept: t`The journal and the copies have all that they had.`,
    greeting: undefined,
    hear: () => {},
  });
  const answer = await connection.call(name, asked, watch);
  connection.close();
  return answer as Result<unknown>;
}
