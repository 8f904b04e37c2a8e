import { ok } from '../../kernel/problem.ts';
import { createWebCopies } from '../../platform/copies/web-copies.ts';
import { webFolder } from '../../platform/folder/web-folder.ts';
import { createWebJournal } from '../../platform/journal/web-journal.ts';
import { rebuild } from '../../store/log/rebuild/rebuild.ts';
import { openBeside } from '../../store/log/beside.ts';
import { recover } from '../journal/recovery/recover.ts';
import { type Port, serve } from '../rpc.ts';
import { notPutBack, type RecoveryAsked } from './connect-recovery.ts';

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
