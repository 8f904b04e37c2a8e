import copiesWorker from '../../platform/copies/copies-worker.ts?worker&url';
import { copiesLater } from '../../platform/copies/copies-later.ts';
import journalWorker from '../../platform/journal/journal-worker.ts?worker&url';
import { createWebJournal } from '../../platform/journal/web-journal.ts';
import { createWebPlatform } from '../../platform/web.ts';
import { createWebWindows } from '../../platform/windows/web-windows.ts';
import { ONLY_WINDOW } from '../../platform/windows/windows.ts';
import { SCHEMA_VERSION } from '../../store/schema.ts';
import { started } from './started.ts';

export type Parts = Awaited<ReturnType<typeof chooseParts>>;

/** What differs between the shells, and the clock: chosen here and nowhere else. */
export async function chooseParts() {
  const { desktop } = window;
  // The browser's page does without it.
  const electron = desktop && (await import('../../platform/electron.ts'));
  const journal = electron
    ? electron.mainJournal(desktop)
    : createWebJournal(() => started(journalWorker));
  const copies = copiesLater(async () => {
    const { createWebCopies } = await import('../../platform/copies/web-copies.ts');
    return createWebCopies(() => started(copiesWorker));
  });
  const platform = electron
    ? electron.createElectronPlatform(desktop, journal, copies)
    : createWebPlatform(journal, copies);
  return {
    journal,
    copies,
    platform,
    windows: desktop ? ONLY_WINDOW : createWebWindows(SCHEMA_VERSION),
    freeBytes: electron ? electron.freeBytesOf(desktop) : undefined,
    clock: () => ({ atMillis: Date.now(), utcOffsetMinutes: -new Date().getTimezoneOffset() }),
    newId: () => crypto.randomUUID(),
  };
}
