import { readFile } from 'node:fs/promises';
import type { ConsoleMessage, Page } from '@playwright/test';
import { checkCollectionFile } from '../../src/exchange/collection-file/check-file.ts';
import { inMemory } from '../support/collection-file.ts';
import { expect, test } from './app.ts';
import { type Buckets, storedRows } from './stored.ts';
import { answer, begin } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', newBrowser: true });

async function toSettings(page: Page): Promise<void> {
  // By its link: a program that was killed may open on Today, whatever its address says (SAFE-22).
  await page.goto(page.url().replace(/#.*|$/, '#/'));
  await page.getByRole('link', { name: 'Settings', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
}

/** What the collection comes to, by the file that is saved of it. */
async function stateOf(page: Page): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file…' }).click();
  const path = await (await downloading).path();
  const { isSame, stateHash } = await checkCollectionFile(inMemory(await readFile(path)));
  expect(isSame).toBe(true);
  return stateHash;
}

/** How far a restoring is, by what is on the disk. */
type Place = 'noted' | 'emptied' | 'filled';

/** Said in the page when it is there, which is heard also where the page is loaded anew right after. */
const REACHED = 'the restoring is there';

/** Begins to look, in the page, for a restoring that is there: what it gives waits for it. */
async function lookFor(page: Page, place: Place): Promise<() => Promise<unknown>> {
  const isReached = (message: ConsoleMessage) => message.text() === REACHED;
  const heard = Promise.race([
    page.waitForEvent('console', { predicate: isReached, timeout: 0 }),
    page.waitForEvent('load', { timeout: 0 }),
  ]);
  await page.evaluate(
    async ({ wanted, reached }) => {
      const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
      const settled = <Value>(request: IDBRequest<Value>) =>
        new Promise<Value>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const db = await settled(bucket.indexedDB.open('rounds'));
      const look = async (): Promise<void> => {
        let wasEmpty = false;
        for (;;) {
          const stores = db.transaction(['device', 'cards']);
          const cards = await settled(stores.objectStore('cards').count());
          const device: { readonly replacing?: unknown } = await settled(
            stores.objectStore('device').get('device'),
          );
          if (device.replacing === undefined) continue;
          wasEmpty ||= cards === 0;
          if (wanted === 'noted') return;
          if (wanted === 'emptied' && cards === 0) return;
          if (wanted === 'filled' && cards > 0 && wasEmpty) return;
        }
      };
      void look().then(() => console.info(reached));
    },
    { wanted: place, reached: REACHED },
  );
  return () => heard;
}

/** Begins to wait for words on the screen, likewise. */
function appears(page: Page, words: string): () => Promise<void> {
  const there = page.getByText(words).waitFor();
  return () => there;
}

/** A deck that takes so long to restore that a kill can meet it. */
async function loadLargeDeck(page: Page): Promise<void> {
  const facts = Array.from(
    { length: 1500 },
    (_, at) => `### fact-${at}\nQ: What is ${at}?\nA: ${'long '.repeat(20)}${at}\n`,
  );
  const text = `# Large\n\n- deck: large\n- source: a test\n\n## All\n\n${facts.join('\n')}`;
  await page.goto(page.url().replace(/#.*|$/, '#/deck'));
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Add from a file…' }).click();
  const file = { name: 'large.md', mimeType: 'text/plain', buffer: Buffer.from(text) };
  await (await choosing).setFiles(file);
  await page.getByRole('button', { name: 'Add the deck' }).click();
  await expect(page.getByRole('button', { name: 'Study Large' })).toBeVisible();
  await page.goto(page.url().replace(/#.*/, '#/'));
}

const rows = (page: Page) =>
  page.getByRole('list', { name: 'Copies', exact: true }).getByRole('listitem');

async function showAll(page: Page): Promise<void> {
  await expect(rows(page).first()).toBeVisible();
  const all = page.getByRole('button', { name: /^Show all/ });
  if (await all.isVisible()) await all.click();
}

test('[COPY-9] killed anywhere in a restoring, Rounds has the copy or the present, whole, and the present as a copy', async ({
  app,
}) => {
  // Four restorings of a large deck, each killed, and five starts.
  test.setTimeout(300_000);
  let { page } = app;
  await loadLargeDeck(page);
  const states = new Map<string, number>();
  for (const reviews of [2, 5]) {
    await begin(page);
    while ((await storedRows(page, 'reviews')) < reviews) await answer(page, 3);
    await toSettings(page);
    await page.getByRole('button', { name: 'Make a copy now' }).click();
    await expect(page.getByText(/^A copy of [\d,]+ cards was made\.$/)).toBeVisible();
    states.set(await stateOf(page), reviews);
    await page.goto(page.url().replace(/#.*/, '#/'));
  }
  expect(states.size).toBe(2);
  let present = 5;
  for (const place of ['said', 'noted', 'emptied', 'filled'] as const) {
    await test.step(place, async () => {
      const wanted = present === 5 ? 2 : 5;
      await toSettings(page);
      await showAll(page);
      const copy = rows(page).filter({ hasText: 'made by you' });
      await copy
        .filter({ hasText: `, ${wanted} reviews` })
        .getByRole('button', { name: /^Restore/ })
        .click();
      const restore = page.getByRole('dialog').getByRole('button', { name: 'Restore' });
      const met = place === 'said' ? appears(page, 'Restoring…') : await lookFor(page, place);
      await restore.click();
      await met();
      page = await app.kill();
      await toSettings(page);
      await showAll(page);
      const state = states.get(await stateOf(page));
      // Once it is noted it is done, at the next start.
      expect(place === 'said' ? [present, wanted] : [wanted]).toContain(state);
      await expect(rows(page).filter({ hasText: 'cannot be read' })).toHaveCount(0);
      if (place !== 'said') {
        const kept = rows(page).filter({ hasText: 'before a restoring' });
        await expect(kept.filter({ hasText: `, ${present} reviews` }).first()).toBeVisible();
      }
      present = state ?? present;
    });
  }
});

for (const [what, instead, said] of [
  [
    'goes back to what was there',
    'the present',
    'your collection is the one that you had before it',
  ],
  [
    'finds neither of its copies',
    'gone',
    'What may be missing now is looked for in the journal next',
  ],
] as const) {
  test(`[COPY-9] a restoring that ends at the next start and ${what} says so`, async ({ app }) => {
    const { page } = app;
    await begin(page);
    await answer(page, 3);
    await toSettings(page);
    await page.getByRole('button', { name: 'Make a copy now' }).click();
    await expect(page.getByText(/^A copy of .* was made/)).toBeVisible();
    await page.evaluate(async (kept) => {
      const { storageBuckets } = navigator as unknown as Buckets;
      const beside = (await storageBuckets.open('rounds-journal')) as unknown as {
        getDirectory(): Promise<FileSystemDirectoryHandle>;
      };
      const names: string[] = [];
      while (names.length === 0) {
        const folder = await (await beside.getDirectory()).getDirectoryHandle('copies');
        for await (const name of folder.keys()) if (!name.endsWith('.part')) names.push(name);
      }
      const { indexedDB } = await storageBuckets.open('rounds-cards');
      await new Promise<void>((resolve) => {
        const opening = indexedDB.open('rounds');
        opening.onsuccess = () => {
          const rows = opening.result.transaction('device', 'readwrite');
          const device = rows.objectStore('device').get('device');
          device.onsuccess = () => {
            const copy = kept === 'gone' ? 'gone' : names[0];
            const replacing = { by: 'not there any more', instead: copy };
            rows.objectStore('device').put({ ...device.result, replacing });
          };
          rows.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      });
    }, instead);
    await page.reload();
    await expect(page.getByRole('alert')).toContainText('could not be restored', { timeout: 8000 });
    await expect(page.getByRole('alert')).toContainText(said);
    await page.getByRole('button', { name: 'Go on' }).click();
    await expect(page.getByRole('link', { name: 'Rounds' })).toBeVisible();
    expect(await storedRows(page, 'reviews')).toBe(1);
  });
}
