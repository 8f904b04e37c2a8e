import { expect, test } from 'vitest';
import {
  filesIn,
  MOST_FILES,
  takenOf,
  TooManyFiles,
} from '../../../src/renderer/door/dropped-folder.ts';

const found = (...paths: string[]) =>
  paths.map((path) => ({ path, file: new File([''], path.replace(/.*\//, '')) }));
const taken = (...paths: string[]) => {
  const { files, database } = takenOf(found(...paths));
  return {
    files: files.map(({ name }) => name),
    database: database?.file.name,
    beside: database?.beside.map(({ path }) => path),
  };
};

test('[ANKI-62] of Mnemosyne’s own folder its database and media come, and neither copies nor logs', () => {
  const own = 'mnemosyne/';
  const folder = taken(
    ...[`${own}backups/default-2026.db`, `${own}config.py`, `${own}log.txt`, `${own}default.db`],
    ...[`${own}default.db_media/heart.png`, `${own}default.db_media/sub/lung.png`],
    ...[`${own}default.db_media/list.csv`, `${own}plugins/words.csv`],
  );
  expect(folder).toEqual({
    files: [],
    database: 'default.db',
    beside: ['heart.png', 'sub/lung.png', 'list.csv'],
  });
});

test('[ANKI-62] database and folder of media dropped together are that, too, and others come beside them', () => {
  expect(taken('default.db_media/heart.png', 'default.db', 'words.csv')).toEqual({
    files: ['words.csv'],
    database: 'default.db',
    beside: ['heart.png'],
  });
});

test('[ANKI-62] of another folder those files come that an import takes', () => {
  expect(
    taken('decks/heart.apkg', 'decks/old/lung.colpkg', 'decks/heart.png', 'decks/a.md'),
  ).toEqual({
    files: ['heart.apkg', 'lung.colpkg', 'a.md'],
    database: undefined,
    beside: undefined,
  });
  expect(taken('pictures/heart.png').files).toEqual([]);
});

/** A folder as the browser hands it out, some entries at a time. */
function folderOf(name: string, files: number): FileSystemEntry {
  const file = { name: 'a.png', isDirectory: false, file: (then: FileCallback) => then(PICTURE) };
  const createReader = () => {
    let left = files;
    const readEntries = (then: (some: unknown[]) => void) => {
      const some = Math.min(left, 100);
      left -= some;
      then(Array.from({ length: some }, () => file));
    };
    return { readEntries };
  };
  return { name, isDirectory: true, createReader } as unknown as FileSystemEntry;
}

const PICTURE = new File([''], 'a.png');

test('[ANKI-62] a folder of more files than are looked through is refused for that reason', async () => {
  expect(await filesIn([folderOf('some', 250)])).toHaveLength(250);
  await expect(filesIn([folderOf('all', MOST_FILES + 1)])).rejects.toBeInstanceOf(TooManyFiles);
});
