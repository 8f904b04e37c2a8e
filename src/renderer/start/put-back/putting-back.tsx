import { hasSteps, readEnds } from '../../../engine/journal/ends.ts';
import { letBeLost, type Missing } from '../../../engine/journal/recovery/missing.ts';
import { type Recovered, recover } from '../../../engine/journal/recovery/recover.ts';
import {
  recoverBeside,
  recoverHere,
  workOutBeside,
} from '../../../engine/workers/connect-recovery.ts';
import recoveryWorker from '../../../engine/workers/recovery-worker.ts?worker&url';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { CopiesPlace } from '../../../platform/copies/copies-place.ts';
import type { ChosenFolder } from '../../../platform/folder/chosen-folder.ts';
import type { JournalFiles } from '../../../platform/journal/journal-files.ts';
import { inTurn } from '../../../store/log/turns.ts';
import type { DatabasePlace } from '../../../store/place/place.ts';
import type { RoundsDatabase } from '../../../store/schema.ts';
import { StartProblem } from '../../kit/page/start-problem.tsx';
import { Recovery } from '../../recovery/recovery.tsx';
import { shippedDeck } from '../../shipped-deck.ts';
import { show, startAnew } from '../screen.tsx';
import { started } from '../started.ts';

export { rememberPutAside } from '../../../store/place/put-aside.ts';
export { isPutAside, putAside } from './putting-aside.ts';

/** The three in which steps are. */
export interface Kept {
  readonly store: RoundsDatabase;
  readonly journal: JournalFiles;
  readonly copies: CopiesPlace;
  readonly folder: ChosenFolder | undefined;
}

/** The database cannot be read: whether journal or copies have steps, and the person wants those. */
export async function isPuttingBackWanted(
  problem: Problem,
  journal: JournalFiles,
  copies: CopiesPlace,
): Promise<boolean> {
  const ends = await readEnds(journal);
  const isInJournal = ends.ok && hasSteps(ends.value);
  const listed = isInJournal ? undefined : await copies.list();
  if (listed && (!listed.ok || listed.value.length === 0)) return false;
  const where = isInJournal ? t`the journal` : t`the newest copy`;
  const kept = t`${isInJournal ? t`The journal has your steps` : t`There are copies of your collection`}. What cannot be read stays where it is.`;
  const todo = t`Put the cards back from ${where}; this takes a moment for a large collection.`;
  return new Promise((resolve) => {
    show(
      <StartProblem
        problem={{ ...problem, kept, todo }}
        way={{ name: t`Put the cards back`, go: () => resolve(true) }}
      />,
    );
  });
}

/**
 * What the database lacks is said, put back and reported, before any other screen; the program starts
 * anew from there. A single step was under way when the window closed: it is done, and Today tells.
 */
export async function putBackMissing(
  kept: Kept,
  missing: Missing,
): Promise<'yes' | 'last step put back' | 'no'> {
  const { store, journal } = kept;
  if (missing.operations === 1 && !missing.isFromCopies) {
    // What fails here fails again below, where it is said.
    const outcome = await recover(store, journal, missing).catch(() => undefined);
    // Of a first start that was cut short, when the deck of Rounds was loaded, there is nothing to tell.
    const isTold = !missing.isAll;
    if (outcome?.ok && outcome.value.lost.length === 0)
      return isTold ? 'last step put back' : 'yes';
  }
  show(
    <Recovery
      missing={missing}
      putBack={(watch) => putBack(kept, missing, watch)}
      onGoOn={() => void letBeLost(store, missing).finally(startAnew)}
      onTryAgain={startAnew}
    />,
  );
  return 'no';
}

/**
 * The database has no cards, and the journal, which may have all of them, cannot be read: never a first
 * start without a word. Whether the person begins without it.
 */
export function isBegunWithout(problem: Problem): Promise<boolean> {
  const kept = t`There are no cards in the database. What is in the journal stays as it is.`;
  const todo = t`Try again; where that does not help, start the computer anew. If you begin without it, what it has is put back as soon as it can be read.`;
  return new Promise((resolve) => {
    show(
      <StartProblem
        problem={{ ...problem, kept, todo }}
        way={{ name: t`Begin without it`, go: () => resolve(true), isLast: true }}
      />,
    );
  });
}

/** The tables anew from the operations, while the screen says how far that is. */
export function workOut(place: DatabasePlace, watch: Watch): Promise<Result<number>> {
  return workOutBeside(place, () => started(recoveryWorker), watch);
}

/** In a worker where that reaches the journal: main's files are reached from the page alone. */
export async function putBack(
  { store, journal, copies, folder }: Kept,
  missing: Missing,
  watch: Watch = () => true,
): Promise<Result<Recovered>> {
  const shippedText = await shippedDeck().catch(() => undefined);
  const elsewhere = { place: copies, folder, shippedText };
  if (window.desktop) return recoverHere(store, journal, missing, watch, elsewhere);
  // The worker works the tables out: of a step that was done here meanwhile it would not know.
  return inTurn(store, () =>
    recoverBeside(store.place, missing, () => started(recoveryWorker), watch, shippedText),
  );
}
