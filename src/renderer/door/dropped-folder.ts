import { handIn, handInWith } from './waiting-files.ts';

/** A folder holds more files than are looked through. */
export class TooManyFiles extends Error {}

/** A file in what was dropped, and its path from there. */
export interface FoundFile {
  readonly path: string;
  readonly file: File;
}

/** What of a folder comes in: its files, and what belongs to one of them. */
export interface Taken {
  readonly files: readonly File[];
  readonly database?: { readonly file: File; readonly beside: readonly FoundFile[] };
}

const ENDINGS = /\.(apkg|colpkg|csv|tsv|txt|zip|md|markdown|rounds)$/i;
const DATABASE = /\.db$/i;
const IN_MEDIA = /(^|\/)[^/]+_media\//;
/** A folder of more is hardly one of decks. */
export const MOST_FILES = 100_000;
const MOST_DEEP = 20;

/** Brings in what folders hold, with files that were dropped beside them. */
export async function letFoldersIn(
  entries: readonly FileSystemEntry[],
): Promise<'taken' | 'nothing' | 'too-many'> {
  const found = await filesIn(entries).catch((error: unknown) => {
    if (error instanceof TooManyFiles) return undefined;
    throw error;
  });
  if (!found) return 'too-many';
  const { files, database } = takenOf(found);
  if (database) {
    const beside = database.beside.map(({ path, file }) => ({ path, content: file }));
    handInWith(database.file, beside);
  }
  if (files.length > 0) handIn(files);
  return database !== undefined || files.length > 0 ? 'taken' : 'nothing';
}

/**
 * Mnemosyne's database with its folder of media (`default.db`, `default.db_media`), the outermost
 * where there are copies of it; of other files those that an import takes, but none of what else
 * lies in that program's own folder.
 */
export function takenOf(found: readonly FoundFile[]): Taken {
  const outside = found.filter(({ path }) => !IN_MEDIA.test(path));
  const [database] = outside
    .filter(({ path }) => DATABASE.test(path))
    .sort((one, other) => depthOf(one.path) - depthOf(other.path));
  const folder = database?.path.replace(/[^/]*$/, '') ?? '';
  const files = outside
    .filter(({ path }) => ENDINGS.test(path))
    .filter(({ path }) => !database || !path.includes('/') || !path.startsWith(folder))
    .map(({ file }) => file);
  if (!database) return { files };
  const media = `${database.path}_media/`;
  const beside = found
    .filter(({ path }) => path.startsWith(media))
    .map(({ path, file }) => ({ path: path.slice(media.length), file }));
  return { files, database: { file: database.file, beside } };
}

/** All files in `entries`, hidden ones left out. Rejects where one cannot be read, and with TooManyFiles. */
export async function filesIn(entries: readonly FileSystemEntry[]): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  async function walk(entry: FileSystemEntry, path: string, deep: number): Promise<void> {
    if (entry.name.startsWith('.') || deep > MOST_DEEP) return;
    if (found.length >= MOST_FILES) throw new TooManyFiles();
    if (entry.isDirectory) {
      const reader = (entry as FileSystemDirectoryEntry).createReader();
      // A reader hands out some at a time, until it has none.
      for (;;) {
        const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
          reader.readEntries(resolve, reject),
        );
        if (some.length === 0) return;
        for (const each of some) await walk(each, `${path}${entry.name}/`, deep + 1);
      }
    }
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    found.push({ path: path + entry.name, file });
  }
  for (const entry of entries) await walk(entry, '', 0);
  return found;
}

function depthOf(path: string): number {
  return path.split('/').length;
}
