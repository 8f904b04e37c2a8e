import { useSyncExternalStore } from 'react';

/** A screen that takes files in: the import, which finds out what one is, and those it hands on to. */
export type Taker = 'import' | 'decks' | 'copies';

/** A file that came in and that no screen has taken yet. */
export interface WaitingFile {
  readonly file: File;
  readonly taker: Taker;
}

/** What lies in the folder of media beside a file; `path` is from that folder on. */
export interface BesideFile {
  readonly path: string;
  readonly content: Blob;
}
const beside = new WeakMap<File, readonly BesideFile[]>();

/** There is one window, so there is one row of files before its door. */
let waiting: readonly WaitingFile[] = [];
const listeners = new Set<() => void>();

/** Files that came in, by whatever way; they are taken one after the other, and collections last. */
export function handIn(files: readonly File[]): void {
  const added = files.map((file) => ({ file, taker: 'import' as const }));
  // One that takes the place of all cards begins the page anew, and what still waited would be gone.
  const isCollection = ({ file }: WaitingFile): boolean => /\.rounds$/i.test(file.name);
  const all = [...waiting, ...added];
  set([...all.filter((each) => !isCollection(each)), ...all.filter(isCollection)]);
}

/** A file out of a folder that was given whole, with what belongs to it. */
export function handInWith(file: File, files: readonly BesideFile[]): void {
  beside.set(file, files);
  handIn([file]);
}

export function besideOf(file: File): readonly BesideFile[] {
  return beside.get(file) ?? [];
}

/** What a file is has been found out, and another screen is to take it next. */
export function handOn(file: File, taker: Taker): void {
  set([{ file, taker }, ...waiting]);
}

/** The next file, where it is `taker`'s; it waits no longer. */
export function takeNext(taker: Taker): File | undefined {
  const [next, ...rest] = waiting;
  if (next?.taker !== taker) return undefined;
  set(rest);
  return next.file;
}

/** The files that wait, in the order in which they will be taken. */
export function useWaitingFiles(): readonly WaitingFile[] {
  return useSyncExternalStore(listen, () => waiting);
}

/** None waits any more: the person does not want them. */
export function dropWaiting(): void {
  set([]);
}

export function areFilesWaiting(): boolean {
  return waiting.length > 0;
}

function set(next: readonly WaitingFile[]): void {
  waiting = next;
  for (const listener of listeners) listener();
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
