import { cp, mkdir, mkdtemp, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkout, hashOfSources, SOURCES } from '../../scripts/build.mjs';

/** One for all: each change is told from the one before. */
let copy: string;
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'rounds-build-'));
  for (const path of SOURCES) await cp(join(checkout, path), join(copy, path), { recursive: true });
});
afterAll(() => rm(copy, { recursive: true, force: true }));

test('[SHELL-26] a copy of the sources counts as the same, whatever its place and times', async () => {
  const before = hashOfSources(copy);
  await utimes(join(copy, 'src/main/index.ts'), 0, 0);
  expect(hashOfSources(copy)).toBe(before);
  expect(hashOfSources()).toBe(before);
});

test.each([
  ['content', () => writeFile(join(copy, 'decks/natalizumab-ms.md'), '# Another')],
  ['name', () => rename(join(copy, 'src/main/menu.ts'), join(copy, 'src/main/menus.ts'))],
  ['presence', () => writeFile(join(copy, 'src/domain/new.ts'), '')],
  ['absence', () => rm(join(copy, 'src/main/atomic-file.ts'))],
])('[SHELL-26] a change of a source file’s %s makes the build stale', async (_what, change) => {
  const before = hashOfSources(copy);
  await change();
  expect(hashOfSources(copy)).not.toBe(before);
});

test('[SHELL-26] a build in another language is stale for this one, and when its texts change', async () => {
  const catalogue = join(copy, 'texts/xx.json');
  await mkdir(join(copy, 'texts'));
  const hashes = [hashOfSources(copy, 'en'), hashOfSources(copy, 'xx')];
  for (const words of ['{"texts":{}}', '{"texts":{"a":"b"}}']) {
    await writeFile(catalogue, words);
    hashes.push(hashOfSources(copy, 'xx'));
  }
  expect(new Set(hashes).size).toBe(4);
  expect(hashOfSources(copy, 'en')).toBe(hashes[0]);
});
