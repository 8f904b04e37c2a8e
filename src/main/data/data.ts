import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { ok } from '../../kernel/problem.ts';
import { handle } from '../ipc.ts';
import { enter, leave } from './clean-exit.ts';
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
  await enter(folder);
  app.on('quit', () => leave(folder));
}
