import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { ok } from '../../kernel/problem.ts';
import { askIn } from '../dialogs.ts';
import { handle } from '../ipc.ts';
import { enter, leave } from './clean-exit.ts';
import { folderFilesIn } from './folder-files.ts';
import { folderJournalIn } from './folder-journal.ts';
import { journalFilesIn } from './journal-files.ts';

/** What main keeps of the cards outside Chromium, and what it knows of their disk. Before any window. */
export async function setupData(): Promise<void> {
  const folder = app.getPath('userData');
  const journal = journalFilesIn(join(folder, 'second-copy'));
  handle('journalList', (folder) => journal.list(folder));
  handle('journalRead', (path, from) => journal.read(path, from));
  handle('journalAppend', (path, at, bytes) => journal.append(path, at, bytes));
  handle('journalPut', (path, bytes) => journal.put(path, bytes));
  handle('freeBytes', async () => {
    const { bavail, bsize } = await statfs(folder);
    return ok(bavail * bsize);
  });
  const record = join(folder, 'folder-of-copies.json');
  const chosen = folderFilesIn(record);
  handle('folderKnown', () => chosen.known());
  handle('folderChoose', async () => {
    const { canceled, filePaths } = await askIn((window) =>
      dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'] }),
    );
    const path = filePaths[0];
    return canceled || path === undefined ? ok(null) : chosen.choose(path);
  });
  handle('folderForget', () => chosen.forget());
  handle('folderList', () => chosen.list());
  handle('folderWrite', (name, at, bytes) => chosen.write(name, at, bytes));
  handle('folderRead', (name, from, length) => chosen.read(name, from, length));
  handle('folderOpen', (name, from, length) => chosen.open(name, from, length));
  handle('folderKeep', (name) => chosen.keep(name));
  handle('folderDrop', (name) => chosen.drop(name));
  handle('folderRemove', (name) => chosen.remove(name));
  const outside = folderJournalIn(record);
  handle('folderJournalList', (name) => outside.list(name));
  handle('folderJournalRead', (path, from) => outside.read(path, from));
  handle('folderJournalAppend', (path, at, bytes) => outside.append(path, at, bytes));
  handle('folderJournalPut', (path, bytes) => outside.put(path, bytes));
  await enter(folder);
  app.on('quit', () => leave(folder));
}
