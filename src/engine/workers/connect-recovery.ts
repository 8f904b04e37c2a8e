import type { Result } from '../../kernel/problem.ts';
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
  const connection = connect({
    start,
    name: 'Putting back',
    kept: 'The journal and the copies have all that they had.',
    greeting: undefined,
    hear: () => {},
  });
  const asked: RecoveryAsked = shippedText ? { place, missing, shippedText } : { place, missing };
  const recovered = await connection.call('recover', asked, watch);
  connection.close();
  return recovered as Result<Recovered>;
}
