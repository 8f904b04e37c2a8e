import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { unzipSync, zipSync } from 'fflate';
import { expect, test } from './app.ts';
import { storedRows } from './stored.ts';
import { accessibilityProblems, answer, begin } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', newBrowser: true });

const bytes = (text: string) => new TextEncoder().encode(text);
const NOTHING_TAKEN = 'Nothing was taken from it, and your cards are as they were.';

/** Files that are none, or not whole: what each is called, and what must be said of it. */
function badFiles(whole: Uint8Array): readonly (readonly [string, Uint8Array, RegExp, RegExp])[] {
  const files = unzipSync(whole);
  const segment = Object.keys(files).find((path) => path.startsWith('journal/')) as string;
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as object;
  const newer = { ...files, 'manifest.json': bytes(JSON.stringify({ ...manifest, format: 2 })) };
  const again = /^Copy it once more from where it came/;
  const another = /^Choose a file that Rounds has saved/;
  return [
    [
      'cut.rounds',
      whole.slice(0, whole.length * 0.6),
      /end of the file is missing/,
      /^Copy or download it once more/,
    ],
    [
      'flipped.rounds',
      flipped(whole),
      /“journal\/.*” in the file is (damaged|not what was)/,
      again,
    ],
    ['newer.rounds', zipSync(newer), /saved by a newer version of Rounds/, /^Update Rounds/],
    [
      'thesis.rounds',
      zipSync({ 'word/document.xml': bytes('<w/>') }),
      /of another program/,
      another,
    ],
    [
      'deck.rounds',
      zipSync({ 'collection.anki21b': bytes('x'), media: bytes('{}') }),
      /file of Anki/,
      another,
    ],
    ['photos.rounds', zipSync({ 'a.jpg': bytes('x') }), /of another program/, another],
    ['notes.rounds', bytes('# A deck'), /no collection file/, /ends in \.rounds/],
    ['empty.rounds', bytes(''), /no collection file/, /ends in \.rounds/],
    [
      'bomb.rounds',
      zipSync({ ...files, [segment]: new Uint8Array(30_000_000) }),
      /unpacks to more than it may hold/,
      /^Do not trust this file/,
    ],
    [
      'names.rounds',
      zipSync({ ...files, '../evil': bytes('x') }),
      /holds “\.\.\/evil”/,
      /do not trust one that came otherwise/,
    ],
  ];
}

/** One bit of what stands in the middle of its first file. */
function flipped(whole: Uint8Array): Uint8Array {
  const view = new DataView(whole.buffer, whole.byteOffset);
  const from = 30 + view.getUint16(26, true) + view.getUint16(28, true);
  const changed = whole.slice();
  const at = from + Math.floor(view.getUint32(18, true) / 2);
  changed[at] = (changed[at] ?? 0) ^ 4;
  return changed;
}

async function toSettingsAfterTwo(page: Page): Promise<void> {
  await begin(page);
  for (let given = 0; given < 2; given++) await answer(page, 3);
  await page.goto(page.url().replace(/#.*|$/, '#/settings'));
  await expect(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
}

async function said(page: Page, what: RegExp, kept: string, todo: RegExp): Promise<void> {
  const lines = page.getByRole('alert').getByRole('paragraph');
  await expect(lines).toHaveCount(3);
  await expect(lines.nth(0)).toHaveText(what);
  await expect(lines.nth(1)).toHaveText(kept);
  await expect(lines.nth(2)).toHaveText(todo);
  await expect(page.getByRole('alert')).toBeInViewport();
}

test('[COPY-2] whatever a chosen file is, what is wrong with it is said, and nothing changes', async ({
  app,
}) => {
  const { page } = app;
  await toSettingsAfterTwo(page);
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  const whole = new Uint8Array(await readFile(await (await downloading).path()));
  const operations = await storedRows(page, 'operations');
  for (const [name, file, what, todo] of badFiles(whole)) {
    await test.step(name, async () => {
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Load a collection file…' }).click();
      const buffer = Buffer.from(file);
      await (await choosing).setFiles({ name, mimeType: 'application/zip', buffer });
      await said(page, what, NOTHING_TAKEN, todo);
      await expect(page.getByRole('dialog')).toBeHidden();
    });
  }
  expect(await storedRows(page, 'operations')).toBe(operations);
  expect(await storedRows(page, 'reviews')).toBe(2);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Load a collection file…' }).click();
  const buffer = Buffer.from(whole);
  await (await choosing).setFiles({ name: 'whole.rounds', mimeType: 'application/zip', buffer });
  await page.getByRole('button', { name: 'Look at it first' }).click();
  await expect(page.getByRole('heading', { name: 'The file whole.rounds' })).toBeFocused();
  await page.getByRole('button', { name: 'Close the copy' }).click();
  await expect(page.getByRole('alert')).toBeHidden();
});

/** Puts other bytes in the place of the copies that are kept, newest first; null: it stays. */
function damageCopies(page: Page, by: readonly ('flip' | 'cut' | null)[]): Promise<void> {
  return page.evaluate(async (ways) => {
    interface Folders {
      readonly storageBuckets: {
        open(name: string): Promise<{ getDirectory(): Promise<FileSystemDirectoryHandle> }>;
      };
    }
    const { storageBuckets } = navigator as unknown as Folders;
    const bucket = await storageBuckets.open('rounds-journal');
    const folder = await (await bucket.getDirectory()).getDirectoryHandle('copies');
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    names.sort().reverse();
    for (const [index, way] of ways.entries()) {
      if (way === null) continue;
      const handle = await folder.getFileHandle(names[index] as string);
      const all = new Uint8Array(await (await handle.getFile()).arrayBuffer());
      // Within the packed lines of the first file, well before the table of contents.
      if (way === 'flip') all[400] = (all[400] ?? 0) ^ 4;
      const writing = await handle.createWritable();
      await writing.write(way === 'cut' ? all.slice(0, all.length * 0.7) : all);
      await writing.close();
    }
  }, by);
}

test('[COPY-9] a copy that was damaged since it was made is neither shown nor restored, and is said as that', async ({
  app,
}) => {
  const { page } = app;
  await toSettingsAfterTwo(page);
  const rows = page.getByRole('list', { name: 'Copies', exact: true }).getByRole('listitem');
  for (const [made, time] of ['08:10', '08:20', '08:30'].entries()) {
    await app.setClock(`2026-03-02T${time}:00Z`);
    await page.getByRole('button', { name: 'Make a copy now' }).click();
    await expect(rows).toHaveCount(made + 1);
  }
  const operations = await storedRows(page, 'operations');
  await damageCopies(page, ['flip', 'cut', null]);
  await page.reload();
  await expect(rows.nth(1)).toContainText(
    'This copy cannot be read. The end of this copy is missing.',
  );
  await expect(page.getByText(/^A copy that cannot be read stays where it is/)).toBeVisible();
  for (const name of [/^Look/, /^Restore/]) {
    await expect(rows.nth(1).getByRole('button', { name })).toBeDisabled();
  }
  expect(await accessibilityProblems(page)).toEqual([]);
  const kept = 'Nothing was changed: your cards and the other copies are as they were.';
  const what =
    /^This copy cannot be read\. “journal\/.*” in the file (is damaged|is not what was saved|unpacks to more than it may hold)\.$/;
  await rows.nth(0).getByRole('button', { name: /^Look/ }).click();
  await said(page, what, kept, /^Take another copy/);
  await page.reload();
  await rows
    .nth(0)
    .getByRole('button', { name: /^Restore/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await said(page, what, kept, /^Take another copy/);
  expect(await storedRows(page, 'operations')).toBe(operations);
  await expect(rows).toHaveCount(3);
  await rows
    .nth(2)
    .getByRole('button', { name: /^Restore/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore' }).click();
  await expect(page.getByText('Done: everything is as it was then.')).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(2);
});
