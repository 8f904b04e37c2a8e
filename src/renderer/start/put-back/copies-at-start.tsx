import { copyBeforeUpgrade } from '../../../engine/copies/before-upgrade.ts';
import { finishReplacing } from '../../../engine/copies/replace.ts';
import type { KeptJournal } from '../../../engine/journal/kept-journal.ts';
import { t } from '../../../kernel/texts.ts';
import type { DatabasePlace } from '../../../store/place/place.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
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

/** A restore that was cut short goes on. What fails here is put back from the journal afterwards. */
export async function finishRestore(
  { copies, journal, newId }: Parts,
  store: RoundsDatabase,
  keeper: KeptJournal,
): Promise<void> {
  await finishReplacing({ store, copies, journal, keeper, newId }, (done, total) => {
    show(<Starting doing={REPLACING} {...{ done, total }} />);
    return true;
  }).catch(() => undefined);
}
