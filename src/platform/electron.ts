import type { Result } from '../kernel/problem.ts';
import type { DesktopApi } from './desktop-api.ts';
import type { CopiesPlace } from './copies/copies-place.ts';
import { type JournalFiles, journalInWords } from './journal/journal-files.ts';
import { PATIENCE, withPatience } from './files/patience.ts';
import { folderLater } from './folder/folder-later.ts';
import type { MenuCommand } from './native-menu.ts';
import type { Platform } from './platform.ts';
import { keepStorage } from './web.ts';

declare global {
  interface Window {
    /** Put there by the preload script; absent in a plain browser. */
    readonly desktop?: DesktopApi;
  }
}

/** The platform in Electron: everything goes through `window.desktop`, which main checks. */
export function createElectronPlatform(
  desktop: DesktopApi,
  journal?: JournalFiles,
  copies?: CopiesPlace,
): Platform {
  const commands = commandsOf(desktop);
  return {
    kind: 'desktop',
    journal,
    copies,
    onFilesOpened(listener) {
      const stop = new AbortController();
      void import('./files/opened-files.ts').then(
        ({ hearOpened }) => hearOpened(desktop, listener, stop.signal),
        () => {},
      );
      return () => stop.abort();
    },
    saveTextFile: (suggestedName, text) => desktop.saveTextFile(suggestedName, text),
    folder: folderLater(async () =>
      (await import('./folder/desktop-folder.ts')).desktopFolder(desktop),
    ),
    keepStorage,
    onCommand: commands,
    async openExternal(url) {
      await desktop.openExternal(url);
    },
  };
}

/** They take back what nobody sees yet: pressed before there is a screen, they are not done later. */
const NOT_LATER: ReadonlySet<MenuCommand> = new Set(['undo', 'redo']);

/** What is asked for while the program starts waits for its first screen: the last of it. */
function commandsOf(desktop: DesktopApi): Platform['onCommand'] {
  let early: MenuCommand | undefined;
  let stopKeeping: (() => void) | undefined = desktop.onCommand((command) => {
    if (!NOT_LATER.has(command)) early = command;
  });
  return (listener) => {
    stopKeeping?.();
    stopKeeping = undefined;
    const stop = desktop.onCommand(listener);
    if (early) listener(early);
    early = undefined;
    return stop;
  };
}

/** The journal that main keeps as files, outside Chromium. */
export function mainJournal(desktop: DesktopApi): JournalFiles {
  return {
    list: (folder) => answered(() => desktop.journalList(folder)),
    read: (path, from) => answered(() => desktop.journalRead(path, from)),
    append: (path, at, bytes) => answered(() => desktop.journalAppend(path, at, bytes)),
    put: (path, bytes) => answered(() => desktop.journalPut(path, bytes), bytes.length),
  };
}

/** A film takes a slow disk its time: a tick more for each of these. */
const BYTES_A_TICK = 1024 * 1024;

/** A home folder in a network may not answer: no answer to a card waits for it for ever. */
async function answered<Value>(
  ask: () => Promise<Result<Value>>,
  bytes = 0,
): Promise<Result<Value>> {
  const ticks = PATIENCE.ticks + Math.ceil(bytes / BYTES_A_TICK);
  const done = await journalInWords(() => withPatience(ask, { ...PATIENCE, ticks }));
  return done.ok ? done.value : done;
}

/** What is free on the disk with the cards; undefined where the system does not say. */
export function freeBytesOf(desktop: DesktopApi): () => Promise<number | undefined> {
  return async () => {
    const free = await desktop.freeBytes();
    return free.ok ? free.value : undefined;
  };
}
