import { rmSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where Chromium keeps databases: of its common place, and of buckets. */
const DATABASES = ['IndexedDB', 'WebStorage'];
const MARK = 'running';
const COPIES = 'after-a-crash';
const MOST_COPIES = 2;
/** A copy may take so much of what is free, and is not worth a start of minutes. */
const MOST_PART_OF_FREE = 0.25;
const MOST_BYTES = 1024 ** 3;

/**
 * Marks that the program runs on the cards in `userData`; `leave` takes the mark away. Where an
 * earlier one is still there, the program was killed or the power failed: then the databases are
 * copied aside before anything opens them, because a browser may throw away what it finds torn.
 * Never rejects: nothing of this may keep a person from their cards.
 */
export async function enter(userData: string): Promise<{ readonly wasClean: boolean }> {
  const mark = join(userData, MARK);
  const wasClean = !(await isThere(mark));
  try {
    if (!wasClean) await copyAside(userData);
    await mkdir(userData, { recursive: true });
    await writeFile(mark, new Date().toISOString(), { mode: 0o600 });
  } catch (error) {
    console.error('Before the start:', error);
  }
  return { wasClean };
}

/** The program ends in good order: at once, because nothing is waited for then. */
export function leave(userData: string): void {
  rmSync(join(userData, MARK), { force: true });
}

async function copyAside(userData: string): Promise<void> {
  const copies = join(userData, COPIES);
  const bytes = await Promise.all(DATABASES.map((name) => bytesIn(join(userData, name))));
  const total = bytes.reduce((sum, each) => sum + each, 0);
  const { bavail, bsize } = await statfs(userData);
  if (total === 0 || total > Math.min(MOST_BYTES, bavail * bsize * MOST_PART_OF_FREE)) return;
  const draft = join(copies, '.draft');
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    for (const name of DATABASES) {
      const from = join(userData, name);
      if (await isThere(from)) await cp(from, join(draft, name), { recursive: true });
    }
  } catch (error) {
    // As on a disk that has run full meanwhile: what is half copied only takes more of it.
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
  const made = new Date().toISOString().replaceAll(':', '-');
  await rename(draft, join(copies, made));
  for (const name of (await readdir(copies)).sort(olderFirst(made)).slice(0, -MOST_COPIES)) {
    await rm(join(copies, name), { recursive: true, force: true });
  }
}

/** What is dated after the one just made was made under a wrong clock, before it: it goes first. */
function olderFirst(made: string): (a: string, b: string) => number {
  const known = (name: string): string => (name > made ? '' : name);
  return (a, b) => (known(a) < known(b) ? -1 : 1);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size),
  );
  return sizes.reduce((sum, each) => sum + each, 0);
}
