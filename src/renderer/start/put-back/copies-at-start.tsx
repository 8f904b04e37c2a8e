import { copyBeforeUpgrade } from '../../../engine/copies/before-upgrade.ts';
import { finishReplacing, type Replaced } from '../../../engine/copies/replace.ts';
import type { KeptJournal } from '../../../engine/journal/kept-journal.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { plural, t } from '../../../kernel/texts.ts';
import type { DatabasePlace } from '../../../store/place/place.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { StartProblem } from '../../kit/page/start-problem.tsx';
import { Starting } from '../../kit/page/starting.tsx';
import type { Parts } from '../parts.ts';
import { show } from '../screen.tsx';

const COPYING = t`A copy is made before your cards are brought to this version of Rounds`;
const UPGRADING = t`Your cards are brought to this version of Rounds`;
const REPLACING = t`Your collection is being restored from its copy`;

/** Before an upgrade. Where no copy can be made it goes on: it is done whole or not at all. */
export async function copyBeforeIt(older: DatabasePlace, { copies, clock }: Parts): Promise<void> {
  show(<Starting doing={COPYING} done={0} total={0} />);
  await copyBeforeUpgrade(older, copies, clock()).catch(() => undefined);
  show(<Starting doing={UPGRADING} done={0} total={0} />);
}

/**
 * A restore that was cut short goes on, and says so where it does not come to what was chosen. What fails
 * here is put back from the journal afterwards.
 */
export async function finishRestore(
  { copies, journal, newId }: Parts,
  store: RoundsDatabase,
  keeper: KeptJournal,
): Promise<void> {
  const done = await finishReplacing({ store, copies, journal, keeper, newId }, (done, total) => {
    show(<Starting doing={REPLACING} {...{ done, total }} />);
    return true;
  }).catch(() => undefined);
  const problem = done && notRestored(done);
  if (!problem) return;
  await new Promise<void>((go) => {
    show(<StartProblem problem={problem} way={{ name: t`Go on`, go }} />);
  });
  show(<Starting doing={t`Your cards are being opened`} done={0} total={0} />);
}

/** undefined: everything is as it was in the copy. */
function notRestored(done: Result<Replaced>): Problem | undefined {
  if (!done.ok) {
    return {
      what: t`Your collection could not be restored from the copy: ${done.problem.what}`,
      kept: t`What may be missing now is looked for in the journal next, and put back.`,
      todo: t`Go on; then restore another copy in Settings, if you want to.`,
    };
  }
  const { is, because, mediaLost } = done.value;
  if (is === 'put back') {
    return {
      what: t`Your collection could not be restored from the copy: ${because?.what ?? ''}`.trimEnd(),
      kept: t`Nothing was replaced: your collection is the one that you had before it.`,
      todo: t`Go on; then restore another copy in Settings, if you want to.`,
    };
  }
  if (mediaLost === 0) return undefined;
  const lost = plural(mediaLost, '# picture or sound is', '# pictures and sounds are');
  return {
    what: t`Your collection was restored from the copy, but ${lost} neither in it nor on this computer any more.`,
    kept: t`Everything else is as it was then.`,
    todo: t`Go on; a file that was saved may have what is missing.`,
  };
}
