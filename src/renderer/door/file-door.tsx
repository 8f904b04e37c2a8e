import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { t, thousands } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { useAnnounce } from '../kit/page/announcer.tsx';
import { named } from '../../kernel/named.ts';
import { useLatest } from '../kit/hooks/use-latest.ts';
import { handIn } from './waiting-files.ts';
import './door.css';

/**
 * The one door for all files, whatever screen there is: dropped on the window, pasted, or opened
 * from the system's file manager, they come to the import, which finds out what they are (ANKI-35).
 */
export function FileDoor() {
  const { platform } = useEngine();
  const announce = useAnnounce();
  const [, goTo] = useLocation();
  const [isDragged, setDragged] = useState(false);
  const letIn = useLatest((files: readonly File[]): void => {
    const decks = files.filter((file) => !isMedia(file.type));
    if (decks.length > 0) {
      handIn(decks);
      goTo('/import');
    }
    if (decks.length < files.length) announce(MEDIA_GO_ELSEWHERE);
  });
  const letFoldersIn = useLatest(async (entries: readonly FileSystemEntry[]): Promise<void> => {
    const [{ name = '' } = {}] = entries.filter(({ isDirectory }) => isDirectory);
    try {
      const folder = await import('./dropped-folder.ts');
      const outcome = await folder.letFoldersIn(entries);
      if (outcome === 'taken') goTo('/import');
      else if (outcome === 'nothing')
        announce(t`Nothing in “${named(name)}” is a file that Rounds can take.`);
      else {
        const most = thousands(folder.MOST_FILES);
        announce(
          t`“${named(name)}” holds more than ${most} files, and nothing was taken from it. Drop the folder or the files that are decks.`,
        );
      }
    } catch {
      announce(t`“${named(name)}” could not be read. Nothing was taken from it.`);
    }
  });

  useEffect(
    () =>
      platform.onFilesOpened((opened) => {
        if (opened.ok) letIn.current(opened.value);
        else announce(opened.problem.what);
      }),
    [platform, letIn, announce],
  );
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let forgotten: ReturnType<typeof setTimeout> | undefined;
    // What a field or a list takes by itself is marked as taken by the time it comes here.
    const isOurs = (event: DragEvent): boolean =>
      !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true;
    addEventListener(
      'dragover',
      (event) => {
        if (!isOurs(event)) {
          setDragged(false);
          return;
        }
        event.preventDefault();
        const items = [...(event.dataTransfer?.items ?? [])];
        setDragged(items.length === 0 || items.some(({ type }) => !isMedia(type)));
        clearTimeout(forgotten);
        forgotten = setTimeout(() => setDragged(false), FORGOTTEN_MILLIS);
      },
      { signal },
    );
    addEventListener(
      'dragleave',
      // Out of the window, and not from one thing in it to another.
      ({ relatedTarget }) => relatedTarget === null && setDragged(false),
      { signal },
    );
    // Within a field that would write its name down, too: a deck is no part of a note.
    addEventListener(
      'drop',
      (event) => {
        setDragged(false);
        const folders = withFolders(event.dataTransfer);
        if (folders.length > 0) {
          event.preventDefault();
          event.stopPropagation();
          void letFoldersIn.current(folders);
          return;
        }
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length === 0 || files.every(({ type }) => isMedia(type))) return;
        event.preventDefault();
        event.stopPropagation();
        letIn.current(files);
      },
      { signal, capture: true },
    );
    addEventListener(
      'drop',
      (event) => {
        if (!isOurs(event)) return;
        // The browser would show the picture in place of the program.
        event.preventDefault();
        letIn.current([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    addEventListener(
      'paste',
      (event) => {
        const files = [...(event.clipboardData?.files ?? [])];
        if (event.defaultPrevented || !files.some(({ type }) => !isMedia(type))) return;
        event.preventDefault();
        letIn.current(files);
      },
      { signal },
    );
    return () => {
      clearTimeout(forgotten);
      stop.abort();
    };
  }, [letIn, letFoldersIn]);

  return (
    isDragged && (
      <div className="drop-veil" aria-hidden="true">
        <div>
          <p className="drop-veil-what">{t`Drop it to see what is in it`}</p>
          <p>{t`An Anki package (.apkg, .colpkg), a table (.csv, .txt), a Mnemosyne database (.db, or its folder), a deck file (.md) or a collection of Rounds (.rounds). Nothing is added before you say so.`}</p>
        </div>
      </div>
    )
  );
}

/** All that is dropped, where a folder is among it: it is handed out as long as the event lasts. */
function withFolders(transfer: DataTransfer | null): readonly FileSystemEntry[] {
  const entries = [...(transfer?.items ?? [])].flatMap((item) => item.webkitGetAsEntry() ?? []);
  return entries.some(({ isDirectory }) => isDirectory) ? entries : [];
}

/** A drag that ended where no event came from: while one goes on, browsers tell of it without a pause. */
const FORGOTTEN_MILLIS = 3000;

/** What belongs into the field of a note. */
function isMedia(type: string): boolean {
  return /^(image|audio|video)\//.test(type);
}

const MEDIA_GO_ELSEWHERE = t`Pictures, sounds and films go into a note: drop them on the field that is to have them.`;
