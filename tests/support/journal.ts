import type { JournalFile, JournalFiles } from '../../src/platform/journal/journal-files.ts';
import { createWebJournal } from '../../src/platform/journal/web-journal.ts';

/** The browser's own journal, in which each test's devices have names of their own. */
export function realJournal(): JournalFiles {
  return createWebJournal(
    () =>
      new Worker(new URL('../../src/platform/journal/journal-worker.ts', import.meta.url), {
        type: 'module',
      }),
  );
}

/** `files` as one device sees it that has only `deviceIds` beside it; other tests' files left out. */
export function onlyOf(files: JournalFiles, deviceIds: readonly string[]): JournalFiles {
  const isOwn = ({ path }: JournalFile) =>
    !path.startsWith('journal/') || deviceIds.some((id) => path.startsWith(`journal/${id}/`));
  return {
    ...files,
    async list(folder) {
      const listed = await files.list(folder);
      return listed.ok ? { ok: true, value: listed.value.filter(isOwn) } : listed;
    },
  };
}
