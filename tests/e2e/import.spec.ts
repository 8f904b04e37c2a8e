import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import init from '@sqlite.org/sqlite-wasm';
import { MNEMOSYNE_TABLES } from '../support/mnemosyne.ts';
import { expect, test } from './app.ts';
import { accessibilityProblems, cardSide, question } from './studying.ts';

const FIXTURES = new URL('../exchange/anki/fixtures/', import.meta.url);
const fixture = (name: string): string => fileURLToPath(new URL(name, FIXTURES));

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

/** Drops a file on the window, as a person does: over it first, then let go. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const base64 = bytes.toString('base64');
  const files = await page.evaluateHandle(
    ({ name, base64 }) => {
      const transfer = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
      return transfer;
    },
    { name, base64 },
  );
  await page.dispatchEvent('body', 'dragover', { dataTransfer: files });
  await expect(page.getByText('Drop it to see what is in it')).toBeVisible();
  await page.dispatchEvent('body', 'drop', { dataTransfer: files });
  await expect(page.getByText('Drop it to see what is in it')).toHaveCount(0);
}

/** The door is loaded in a quiet moment after the first screen. */
async function opened(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([''], 'a.apkg'));
        const event = new DragEvent('dragover', { dataTransfer, bubbles: true, cancelable: true });
        const isHeard = !document.body.dispatchEvent(event);
        window.dispatchEvent(new DragEvent('dragleave'));
        return isHeard;
      }),
    )
    .toBe(true);
}

async function choose(page: Page, path: string): Promise<void> {
  await page.getByRole('link', { name: 'Decks' }).click();
  await expect(button(page, 'Add from a file…')).toBeVisible();
  // What the button opens, by itself: the same in both shells.
  await page.getByLabel('Files to import').setInputFiles(path);
}

test('[ANKI-35] [ANKI-36] [ANKI-41] a package dropped on Today is seen, imported by Enter, studied, and taken back in one step', async ({
  app,
}) => {
  const { page } = app;
  await opened(page);
  await drop(page, 'older.apkg', await readFile(fixture('older.apkg')));
  await expect(heading(page)).toHaveText('older.apkg');
  await expect(page.getByText(/^From Anki: \d+ notes with \d+ cards/)).toBeVisible();
  await expect(page.getByText('notes are new')).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('older.apkg is here');
  await expect(page.getByText(/^\d+ notes came, with \d+ cards/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await button(page, 'Study now').click();
  expect(await question(page)).not.toBe('');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await expect(page.getByText(/^Undid: .*older\.apkg/)).toBeVisible();
  await page.getByRole('link', { name: 'Decks' }).click();
  await expect(page.locator('.deck-rows li')).toHaveCount(1);
});

test('[ANKI-37] the same file again changes nothing, and says so', async ({ app }) => {
  const { page } = app;
  await choose(page, fixture('newest.apkg'));
  await button(page, /^Import \d+ notes/).click();
  await expect(heading(page)).toHaveText('newest.apkg is here');
  await choose(page, fixture('newest.apkg'));
  await expect(page.getByText('Everything in this file is here already.')).toBeVisible();
});

test('[ANKI-39] a CSV’s columns are mapped above its rows, and its cards are asked', async ({
  app,
}, testInfo) => {
  const { page } = app;
  const path = testInfo.outputPath('latin.csv');
  await writeFile(path, 'latin,cor,the heart\nlatin,pulmo,the lung\n');
  await choose(page, path);
  await expect(page.getByRole('cell', { name: 'pulmo' })).toBeVisible();
  const column = (place: number) => page.getByRole('combobox', { name: `Column ${place} becomes` });
  await column(1).selectOption('Tags');
  await column(2).selectOption('Front');
  await column(3).selectOption('Back');
  await button(page, 'Import 2 notes').click();
  await expect(page.getByText('2 notes came, with 2 cards.')).toBeVisible();
  await button(page, 'Study now').click();
  expect(await question(page)).toBe('cor');
});

test('[ANKI-40] a damaged file is told in words, and nothing of it is here', async ({
  app,
}, testInfo) => {
  const { page } = app;
  const whole = await readFile(fixture('older.apkg'));
  const path = testInfo.outputPath('cut.apkg');
  await writeFile(path, whole.subarray(0, whole.length / 2));
  await choose(page, path);
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('your cards are as they were');
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('link', { name: 'Decks' }).click();
  await expect(page.getByRole('heading', { name: 'Your decks' })).toBeVisible();
  await expect(page.locator('.deck-rows li')).toHaveCount(1);
});

test('[ANKI-40] [ANKI-41] cancelled, nothing has changed; what was pasted comes as a table, and goes by Undo', async ({
  app,
}) => {
  const { page } = app;
  await choose(page, fixture('older.apkg'));
  await expect(button(page, /^Import \d+ notes/)).toBeVisible();
  await button(page, 'Cancel').click();
  await page.getByRole('textbox', { name: 'Paste a table' }).fill('ren\tkidney');
  await button(page, 'See what it makes').click();
  await expect(page.getByRole('cell', { name: 'kidney' })).toBeVisible();
  await button(page, 'Import 1 note').click();
  await expect(page.getByText('1 note came, with 1 card.')).toBeVisible();
  await button(page, 'Undo').click();
  await expect(page.getByText(/^It was taken back/)).toBeVisible();
  await page.getByRole('link', { name: 'Decks' }).click();
  await expect(page.locator('.deck-rows li')).toHaveCount(1);
});

test('[ANKI-35] several files come one after the other; a collection comes last, and to its own question', async ({
  app,
}, testInfo) => {
  test.skip(app.shell !== 'web', 'what Electron saves goes through the system’s own dialog');
  const { page } = app;
  await page.getByRole('link', { name: 'Settings' }).click();
  const download = page.waitForEvent('download');
  await button(page, 'Save as a file…').click();
  const collection = testInfo.outputPath('mine.rounds');
  await (await download).saveAs(collection);
  const csv = testInfo.outputPath('words.csv');
  await writeFile(csv, 'cor,heart\n');
  await page.getByRole('link', { name: 'Decks' }).click();
  await page.getByLabel('Files to import').setInputFiles([collection, csv]);
  await expect(heading(page)).toHaveText('words.csv');
  await expect(page.getByText(/1 more file after this one: mine\.rounds/)).toBeVisible();
  await button(page, 'Import 1 note').click();
  await button(page, 'On to mine.rounds').click();
  const dialog = page.getByRole('dialog', { name: 'Load this collection?' });
  await expect(dialog).toContainText('mine.rounds');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(
    page.getByText(/steps? of the file were new|was here already|were here already/),
  ).toBeVisible();
});

test('[ANKI-62] Mnemosyne’s folder dropped on the window brings its cards with their pictures', async ({
  app,
}, testInfo) => {
  const { page } = app;
  await opened(page);
  const folder = testInfo.outputPath('mnemosyne');
  await mnemosyneIn(folder);
  // A real folder, as the system's file manager hands it over.
  const browser = await page.context().newCDPSession(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await browser.send('Input.dispatchDragEvent', { type, x: 200, y: 200, data });
  }
  await expect(heading(page)).toHaveText('default.db');
  await expect(heading(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(heading(page)).toHaveText('default.db is here');
  await expect(page.getByText(/^1 note came, with 1 card/)).toBeVisible();
  await button(page, 'Study now').click();
  const picture = cardSide(page, 'Question').locator('img');
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth))
    .toBeGreaterThan(0);
});

/** A folder as Mnemosyne 2 keeps it, with one card that shows a picture. */
async function mnemosyneIn(folder: string): Promise<void> {
  const { oo1, capi } = await init();
  const db = new oo1.DB(':memory:');
  db.exec(MNEMOSYNE_TABLES);
  db.exec(`insert into facts(_id, id) values (1, 'fact');
    insert into data_for_fact values (1, 'f', 'What is <img src="sub/heart.png">?');
    insert into data_for_fact values (1, 'b', 'the heart');
    insert into cards(_id, id, card_type_id, _fact_id, fact_view_id, grade, next_rep, last_rep,
      easiness, acq_reps, ret_reps, lapses, creation_time, modification_time)
      values (1, 'card', '1', 1, '1.1', -1, -1, -1, 2.5, 0, 0, 0, 1700000000, 1700000000);`);
  const picture = join(folder, 'default.db_media/sub/heart.png');
  await mkdir(dirname(picture), { recursive: true });
  await writeFile(join(folder, 'default.db'), capi.sqlite3_js_db_export(db));
  await writeFile(join(folder, 'config.py'), '');
  await writeFile(
    picture,
    await readFile(
      fileURLToPath(new URL('../../src/renderer/public/icon-192.png', import.meta.url)),
    ),
  );
  db.close();
}
