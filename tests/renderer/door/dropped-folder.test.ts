import { expect, test } from 'vitest';
import { takenOf } from '../../../src/renderer/door/dropped-folder.ts';

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
