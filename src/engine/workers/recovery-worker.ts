import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { createWebCopies } from '../../platform/copies/web-copies.ts';
import { webFolder } from '../../platform/folder/web-folder.ts';
import { createWebJournal } from '../../platform/journal/web-journal.ts';
import { rebuild } from '../../store/log/rebuild/rebuild.ts';
import { openBeside } from '../../store/log/beside.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import type { Missing } from '../journal/recovery/missing.ts';
import { recover } from '../journal/recovery/recover.ts';
import { type Port, serve } from '../rpc.ts';

/** What is to be put back, and into which database. */
export interface RecoveryAsked {
  readonly place: DatabasePlace;
  readonly missing: Missing;
  /** Of the deck that comes with Rounds. */
  readonly shippedText?: string;
}

/**
 * The entry of the worker that puts back what the database lacks. A hundred thousand steps are read
 * and worked out in half a minute of one thread: here the screen goes on saying how far it is.
 */
serve(globalThis as unknown as Port, {
  async answer(name, asked, watch) {
    const { place, missing, shippedText } = asked as RecoveryAsked;
    const opened = await openBeside(place);
    if (!opened.ok) return opened;
    try {
      if (name === 'work-out') return ok((await rebuild(opened.value, watch)).operations);
      const copies = createWebCopies(onlyRead);
      const journal = createWebJournal(onlyRead);
      const elsewhere = { place: copies, folder: webFolder(), shippedText };
      return await recover(opened.value, journal, missing, watch, elsewhere);
    } catch (error) {
      return notPutBack(error);
    } finally {
      opened.value.close();
    }
  },
  hear() {},
});

function onlyRead(): never {
  throw new Error('Putting back only reads the journal.');
}

/** A full disk, for instance: what was put back before it stays, and nothing else was touched. */
function notPutBack(error: unknown): Result<never> {
  return failed(
    t`Not everything could be put back (${error instanceof Error ? error.message : String(error)}).`,
    t`The journal and the copies have all that they had.`,
    t`Make room on the disk and try again.`,
  );
}
