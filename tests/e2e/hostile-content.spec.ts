import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { SHORT_ATTACKS } from '../support/attack-strings.ts';
import { test as base, expect, makeProfile, type Profile } from './app.ts';
import { profiles } from './kept-browser.ts';
import { fillWithAttacks, PAIRS, type Watch, WIDE_NOTES, watch } from './hostile-collection.ts';

const NOW = '2026-03-02T08:00:00Z';
const today = (page: Page) => page.getByRole('heading', { level: 1, name: /^Today/ });

/** The collection is filled once a worker; every test has a copy of its own. */
const test = base.extend<object, { filled: Profile }>({
  filled: [
    async ({ shell }, use) => {
      const folder = await mkdtemp(join(profiles, 'rounds-hostile-'));
      await use(
        await makeProfile(shell, folder, NOW, async (page) => {
          await expect(today(page)).toBeVisible();
          const filling = await watch(page.context(), page);
          await fillWithAttacks(page);
          await expect(
            page.getByRole('button', { name: 'Study 0 Attacks to answer' }),
          ).toBeVisible();
          expect(await filling.happened()).toEqual([]);
        }),
      );
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 600_000 },
  ],
  profile: ({ filled }, use) => use(filled),
});

test.use({
  startAt: NOW,
});
/** Each is read by itself; then all of them are drawn, previewed and touched. */
const PASTED_AT_ONCE = 15;
/** In the library's table so many more are there at once at least. */
const ROWS_AT_ONCE = 10;

let watched: Watch;
let page: Page;

test.beforeEach(async ({ app }) => {
  ({ page } = app);
  watched = await watch(app.context, page);
  // Once more, under the watch from its first moment.
  await page.reload();
  await expect(today(page)).toBeVisible();
});

test.afterEach(async () => {
  expect(await watched.happened()).toEqual([]);
});

test('[SAFE-8] in review: questions and answers; on Today: decks and sections', async () => {
  await page.getByRole('button', { name: 'Study 0 Attacks to answer' }).click();
  let answers = 0;
  while ((await comes(/^Show answer/, /^(Done|Nothing due here)$/)) === 'focused') {
    await page.keyboard.press('Space');
    await comes(/^Good/);
    await page.keyboard.press('4');
    answers++;
  }
  expect(answers).toBe(PAIRS);
});

test('[SAFE-8] in the library: rows, tooltips, the side tree and the preview', async () => {
  await library('deck:"0 Attacks to answer" or deck:"1 Attacks to look at"', 2 * PAIRS);
  const last = page.locator(`[role=row][aria-rowindex="${2 * PAIRS + 1}"]`);
  await touchAll();
  while ((await last.count()) === 0) {
    await page.keyboard.press('PageDown');
    await touchAll();
  }
  await library('deck:"1 Attacks to look at"', PAIRS);
  // Each note has a frame of its own; what is drawn only while keys rest has to be waited for.
  const unseen = page.locator('article.preview iframe:not([data-seen])');
  for (let row = 0; row < PAIRS; row++) {
    await expect(unseen).toBeVisible();
    await unseen.evaluate((frame) => frame.setAttribute('data-seen', ''));
    if (row % ROWS_AT_ONCE === 0) await touchAll();
    await page.keyboard.press('ArrowDown');
  }
});

test('[SAFE-8] in the editor: fields, their source, and the previews beside them', async () => {
  await library('note:Wide', WIDE_NOTES);
  for (let row = 0; row < WIDE_NOTES; row++) {
    await page.keyboard.press('e');
    const dialog = page.getByRole('dialog', { name: 'Edit the note' });
    await expect(dialog.getByRole('textbox').first()).toBeVisible();
    await touchAll();
    await dialog.getByRole('button', { name: 'Question', exact: true }).press('Enter');
    await touchAll();
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await page.keyboard.press('ArrowDown');
  }
});

test('[SAFE-8] pasted into the editor, as HTML and as text', async () => {
  await page.keyboard.press('a');
  const front = page.getByRole('textbox', { name: /^Front/ }).first();
  const preview = page.locator('section.previews iframe').first();
  await expect(front).toBeFocused();
  for (let from = 0; from < SHORT_ATTACKS.length; from += PASTED_AT_ONCE) {
    const texts = SHORT_ATTACKS.slice(from, from + PASTED_AT_ONCE).map(({ text }) => text);
    await front.evaluate((field, all) => {
      for (const text of all) {
        for (const format of ['text/html', 'text/plain']) {
          const clipboardData = new DataTransfer();
          clipboardData.setData(format, text);
          field.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
          );
        }
      }
    }, texts);
    await expect(preview).toBeVisible();
    await touchAll();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
    // Without a question there is no card to show.
    await expect(preview).toBeHidden();
  }
});

test('[SAFE-8] in note types: names, fields, templates and styling', async () => {
  await open('types');
  const types = page.getByRole('combobox', { name: 'Type' });
  await expect(types).toBeVisible();
  await types.click();
  const options = page.getByRole('option');
  // The types that every collection has are there before those that are read.
  await expect(options.nth(20)).toBeAttached();
  // Before the types of one card each, which the library and the review show.
  const hostile = (await options.allInnerTexts()).flatMap((name, place) =>
    /^\d+ /.test(name) ? [place] : [],
  );
  expect(hostile.length).toBeGreaterThan(10);
  for (const [index, place] of hostile.entries()) {
    if (index > 0) await types.click();
    await options.nth(place).click();
    await expect(options).toHaveCount(0);
    await expect(page.locator('iframe').first()).toBeVisible();
    await touchAll();
  }
});

test('[SAFE-8] in the media check: names of files; in what is said of a card: decks, settings and tags', async () => {
  await open('media');
  await expect(page.getByRole('heading', { level: 1, name: 'Media' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check again' })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('<script>top.__hacked=1');
  await touchAll();
  for (const place of ['deck', 'settings', 'add']) {
    await open(place);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await touchAll();
  }
});

/**
 * Until a button called `name` has the focus, or a heading called `end` is there. A locator would
 * work out the name of every button, for each of several hundred steps.
 */
async function comes(name: RegExp, end?: RegExp): Promise<'focused' | 'ended'> {
  const come = await page.waitForFunction(
    ([button, heading]) => {
      const { activeElement: active } = document;
      if (active?.matches('button') && new RegExp(button).test(active.textContent))
        return 'focused';
      const headings = heading === undefined ? [] : [...document.querySelectorAll('h1, h2')];
      return headings.some((each) => new RegExp(heading ?? '').test(each.textContent)) && 'ended';
    },
    [name.source, end?.source] as const,
  );
  return (await come.jsonValue()) as 'focused' | 'ended';
}

async function open(place: string): Promise<void> {
  await page.goto(`${page.url().split('#')[0]}#/${place}`);
}

/** The library's table with the rows that `search` finds, the first of them focused. */
async function library(search: string, expected: number): Promise<void> {
  await open('library');
  await page.getByRole('combobox', { name: 'Search the library' }).fill(search);
  await page.keyboard.press('Escape');
  const rows = page.getByRole('grid');
  await expect(rows).toHaveAttribute('aria-rowcount', String(expected + 1));
  await rows.getByRole('row').nth(1).click();
}

/** Moves over everything there is without seeing what it is, as a pointer and a focus might. */
async function touchAll(): Promise<void> {
  await page.evaluate(async () => {
    // What a key scrolled to is drawn by then.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
    const documents = [
      document,
      ...[...document.querySelectorAll('iframe')].map((f) => f.contentDocument),
    ];
    for (const each of documents) {
      for (const element of each?.querySelectorAll('body *') ?? []) {
        for (const type of [
          'mouseover',
          'pointerenter',
          'load',
          'error',
          'toggle',
          'animationend',
        ]) {
          element.dispatchEvent(new Event(type));
        }
      }
    }
  });
}
