import type { Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import type { Missing } from '../journal/recovery/missing.ts';
import type { Recovered } from '../journal/recovery/recover.ts';
import { connect, type Port } from '../rpc.ts';
import type { RecoveryAsked } from './recovery-worker.ts';

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
