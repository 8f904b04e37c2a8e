import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answer, begin } from './studying.ts';
import { allRows, putRows, storedRows } from './stored.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', newBrowser: true });

async function studied(page: Page, answers: number): Promise<void> {
  await begin(page);
  for (let given = 0; given < answers; given++) await answer(page, 3);
}

async function expectPutBack(page: Page, reviews: number): Promise<void> {
  await expect(page.getByRole('status')).toContainText('put back from the journal');
  await expect(page.getByRole('button', { name: 'Go on' })).toBeFocused();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(reviews);
}

test('[JOURNAL-5] a database that the browser deleted under the program is put back at the next start', async ({
  app,
}) => {
  const { page } = app;
  await studied(page, 4);
  await deleteDatabase(page);
  await page.reload();
  await expectPutBack(page, 4);
  await begin(page);
  await answer(page, 3);
  expect(await storedRows(page, 'reviews')).toBe(5);
});

test('[JOURNAL-5] a step that was under way when the window closed is done at the next start', async ({
  app,
}) => {
  const { page } = app;
  await studied(page, 2);
  const before = await allRows(page);
  await answer(page, 3);
  expect(await storedRows(page, 'reviews')).toBe(3);
  await putRows(page, before);
  expect(await storedRows(page, 'reviews')).toBe(2);
  await page.goto(page.url().replace(/#.*/, '#/'));
  await page.reload();
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await expect(page.getByText('It was put back from the journal.')).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(3);
  await page.reload();
  await expect(page.getByRole('button', { name: /^(Begin|Continue)/ })).toBeVisible();
  await expect(page.getByText('It was put back from the journal.')).toHaveCount(0);
});

test('[JOURNAL-5] a first start that was cut short is gone on with, and says nothing of a loss', async ({
  app,
}) => {
  const { page } = app;
  await expect(page.getByRole('button', { name: 'Begin' }).first()).toBeVisible();
  await expect.poll(() => journalled(page)).toBeGreaterThan(0);
  await deleteDatabase(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Begin' }).first()).toBeVisible();
  await expect(page.getByText('journal')).toHaveCount(0);
  expect(await storedRows(page, 'operations')).toBe(1);
});

test('[JOURNAL-6] what the journal cannot give back is said once, and the program opens', async ({
  app,
}) => {
  test.skip(app.shell !== 'web', 'the desktop shell asks for the file through the native dialog');
  const { page } = app;
  await page.getByRole('link', { name: 'Decks' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add from a file…' }).click();
  const file = { name: 'large.md', mimeType: 'text/plain', buffer: Buffer.from(largeDeck()) };
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: 'Add the deck' }).click();
  await expect(page.getByRole('button', { name: 'Study Large' })).toBeVisible();
  // What the last step brought stands beside the journal.
  await expect.poll(() => takeAwayPayloads(page)).toBeGreaterThan(0);
  await deleteDatabase(page);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Most of your cards are back' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('could not be put back');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await studied(page, 2);
  await page.reload();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(2);
});

test('[JOURNAL-19] a journal that cannot be read, with a database that is gone, is no first start', async ({
  app,
}) => {
  test.skip(app.shell !== 'web', 'main keeps the journal there');
  const { page } = app;
  await studied(page, 3);
  await page.addInitScript(() => {
    if (localStorage.getItem('broken') === null) return;
    const { StorageBucket } = globalThis as unknown as { StorageBucket: { prototype: object } };
    Object.assign(StorageBucket.prototype, {
      getDirectory: () =>
        Promise.reject(new DOMException('it cannot be read', 'InvalidStateError')),
    });
  });
  await page.evaluate(() => localStorage.setItem('broken', 'yes'));
  await deleteDatabase(page);
  await page.reload();
  await expect(page.getByRole('alert')).toContainText('The journal could not be reached');
  await expect(page.getByRole('alert')).toContainText('What is in the journal stays as it is');
  await expect(page.getByRole('button', { name: 'Begin without it' })).toBeVisible();
  await page.evaluate(() => localStorage.removeItem('broken'));
  await page.getByRole('button', { name: 'Try again' }).click();
  await expectPutBack(page, 3);
});

function largeDeck(): string {
  const facts = Array.from({ length: 600 }, (_, at) => {
    return `### fact-${at}\nQ: Which is number ${at} of the facts?\nA: The one after ${at - 1}\n`;
  });
  return `# Large\n- deck: large\n- source: Own notes\n## All\n${facts.join('')}`;
}

function deleteDatabase(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { delete(name: string): Promise<void> };
    };
    await storageBuckets.delete('rounds-cards');
  });
}

/** How many bytes the journal of the only device has. */
function journalled(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: {
        open(name: string): Promise<{ getDirectory(): Promise<FileSystemDirectoryHandle> }>;
      };
    };
    const root = await (await storageBuckets.open('rounds-journal')).getDirectory();
    const folder = await root.getDirectoryHandle('journal', { create: true });
    const devices = folder as unknown as { values(): AsyncIterable<FileSystemDirectoryHandle> };
    let bytes = 0;
    for await (const device of devices.values()) {
      const files = device as unknown as { values(): AsyncIterable<FileSystemFileHandle> };
      for await (const file of files.values()) bytes += (await file.getFile()).size;
    }
    return bytes;
  });
}

/** How many large bodies were beside the journal. */
function takeAwayPayloads(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: {
        open(name: string): Promise<{ getDirectory(): Promise<FileSystemDirectoryHandle> }>;
      };
    };
    const bucket = await storageBuckets.open('rounds-journal');
    const root = await bucket.getDirectory();
    const folder = await root.getDirectoryHandle('payloads', { create: true });
    const names: string[] = [];
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
      names.push(name);
    for (const name of names) await folder.removeEntry(name);
    return names.length;
  });
}

test('[JOURNAL-9] database and journal are gone: the newest copy is put back, and no first run shown', async ({
  app,
}) => {
  const { page } = app;
  await studied(page, 3);
  await page.goto(page.url().replace(/#.*|$/, '#/settings'));
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await expect(page.getByText(/^A copy of \d+ cards was made\.$/)).toBeVisible();
  const program = page.url();
  // Of the same address, and without the program, which has the journal's last file open.
  await page.goto(new URL('about.json', program).href);
  await page.evaluate(async () => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: {
        open(name: string): Promise<{ getDirectory(): Promise<FileSystemDirectoryHandle> }>;
      };
    };
    const root = await (await storageBuckets.open('rounds-journal')).getDirectory();
    await root.removeEntry('journal', { recursive: true });
  });
  await deleteDatabase(page);
  await page.goto(program.replace(/#.*/, '#/'));
  await expect(page.getByRole('heading', { name: 'Your cards are back' })).toBeVisible();
  await expect(page.getByRole('status')).toContainText('from the copy of');
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  expect(await storedRows(page, 'reviews')).toBe(3);
});

test('[STORE-16] where site data is cleared under the program, nothing is said to be in the journal', async ({
  app,
}) => {
  test.skip(app.shell !== 'web', 'on the desktop the journal is no site data');
  const { page } = app;
  await begin(page);
  await answer(page, 4);
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  const said = page.getByRole('alert');
  await expect(said).toContainText('the card database and the journal are gone');
  await expect(said).not.toContainText('is in the journal as well');
  await expect(page.getByRole('button', { name: 'Put the cards back' })).toBeHidden();
});
