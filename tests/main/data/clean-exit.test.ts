import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { enter, leave } from '../../../src/main/data/clean-exit.ts';
import { temporaryFolder } from '../start-main.ts';

async function withDatabase(): Promise<string> {
  const userData = await temporaryFolder();
  await mkdir(join(userData, 'WebStorage', '3', 'IndexedDB'), { recursive: true });
  await writeFile(join(userData, 'WebStorage', '3', 'IndexedDB', '000003.log'), 'rows');
  return userData;
}

const copiesIn = (userData: string) =>
  readdir(join(userData, 'after-a-crash')).catch(() => [] as string[]);

test('[JOURNAL-8] after an end in good order nothing is copied', async () => {
  const userData = await withDatabase();
  expect(await enter(userData)).toEqual({ wasClean: true });
  leave(userData);
  expect(await enter(userData)).toEqual({ wasClean: true });
  expect(await copiesIn(userData)).toEqual([]);
});

test('[JOURNAL-8] after a kill the databases are copied aside as they lie there; two copies stay', async () => {
  const userData = await withDatabase();
  await enter(userData);
  for (let kills = 1; kills <= 3; kills++) {
    await writeFile(join(userData, 'WebStorage', '3', 'IndexedDB', '000003.log'), `kill ${kills}`);
    expect(await enter(userData)).toEqual({ wasClean: false });
  }
  const copies = (await copiesIn(userData)).sort();
  expect(copies).toHaveLength(2);
  const rows = copies.map((name) =>
    readFile(
      join(userData, 'after-a-crash', name, 'WebStorage', '3', 'IndexedDB', '000003.log'),
      'utf8',
    ),
  );
  expect(await Promise.all(rows)).toEqual(['kill 2', 'kill 3']);
});

test('[JOURNAL-8] copies that a clock years ahead has dated do not push out those that are made after it', async () => {
  const userData = await withDatabase();
  for (const ahead of ['2041-01-01T00-00-00.000Z', '2041-01-02T00-00-00.000Z']) {
    await mkdir(join(userData, 'after-a-crash', ahead), { recursive: true });
  }
  await enter(userData);
  await enter(userData);
  expect((await copiesIn(userData)).filter((name) => !name.startsWith('2041'))).toHaveLength(1);
  await enter(userData);
  expect((await copiesIn(userData)).filter((name) => !name.startsWith('2041'))).toHaveLength(2);
  expect(await copiesIn(userData)).toHaveLength(2);
});

test.skipIf(process.platform === 'win32')(
  '[JOURNAL-8] a copy that fails in its middle leaves nothing of itself on the disk',
  async () => {
    const userData = await withDatabase();
    // No copy can be made of a pipe.
    execFileSync('mkfifo', [join(userData, 'WebStorage', '3', 'IndexedDB', 'pipe')]);
    await enter(userData);
    expect(await enter(userData)).toEqual({ wasClean: false });
    expect(await copiesIn(userData)).toEqual([]);
  },
);

test('[JOURNAL-8] a copy that cannot be made keeps nobody from starting', async () => {
  const userData = await withDatabase();
  await enter(userData);
  await writeFile(join(userData, 'after-a-crash'), 'a file in its place');
  expect(await enter(userData)).toEqual({ wasClean: false });
});
