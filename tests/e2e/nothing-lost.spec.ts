import { expect, test } from './app.ts';
import { answer, begin, left, question } from './studying.ts';
import type { Buckets } from './stored.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

test('[REVIEW-2] killed in mid-session, Rounds has every accepted grade and the same card', async ({
  app,
}) => {
  let { page } = app;
  await begin(page);
  for (let round = 1; round <= 4; round++) {
    await answer(page, 4);
    await answer(page, 4);
    const onScreen = await question(page);
    const remaining = await left(page);
    page = await app.kill();
    await begin(page);
    expect(await question(page)).toBe(onScreen);
    expect(await left(page)).toEqual(remaining);
    expect(remaining.new).toBe(20 - 2 * round);
  }
});

test('[REVIEW-2] killed the moment a grade is given, it is either kept whole or not taken at all', async ({
  app,
}) => {
  let { page } = app;
  await begin(page);
  for (let round = 0; round < 3; round++) {
    const before = (await left(page)).new;
    await page.keyboard.press('Space');
    await page.keyboard.press('4');
    page = await app.kill();
    await begin(page);
    const after = (await left(page)).new;
    expect([before, before - 1]).toContain(after);
    await page.goto(page.url().replace(/#.*/, '#/settings'));
    await page.getByRole('button', { name: 'Check the collection' }).click();
    await expect(page.getByText('every card is as it should be')).toBeVisible();
    await page.getByRole('link', { name: 'Today' }).click();
    await begin(page);
  }
});

test('[REVIEW-1] with a full disk the grade is not accepted, the card stays, and nothing is lost', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  await answer(page, 4);
  const onScreen = await question(page);
  // The operating system's part: writes fail as they do on a full disk.
  await page.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    Object.assign(globalThis, {
      restoreDisk: () => Object.assign(IDBObjectStore.prototype, { add }),
    });
    IDBObjectStore.prototype.add = () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    };
  });
  await page.keyboard.press('Space');
  await page.keyboard.press('3');
  await expect(page.getByRole('alert')).toContainText('The disk is full');
  await expect(page.getByRole('alert')).toContainText('Everything saved before is kept');
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible();
  await page.evaluate(() => (globalThis as unknown as { restoreDisk(): void }).restoreDisk());
  await page.keyboard.press('4');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();
  expect(await question(page)).not.toBe(onScreen);
  expect((await left(page)).new).toBe(18);
});

test('[STORE-3] with a full disk when beginning, the person is told, and can begin once there is space', async ({
  app,
}) => {
  const { page } = app;
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await page.evaluate(() => {
    const put = IDBObjectStore.prototype.put;
    Object.assign(globalThis, {
      restoreDisk: () => Object.assign(IDBObjectStore.prototype, { put }),
    });
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('disk full', 'QuotaExceededError');
    };
  });
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByRole('alert')).toContainText('The disk is full');
  await page.evaluate(() => (globalThis as unknown as { restoreDisk(): void }).restoreDisk());
  await begin(page);
  await expect(page.getByRole('alert')).toBeHidden();
});

test.describe('with a page of the origin to stand on', () => {
  test.use({ allowedErrors: [/favicon\.ico/] });

  test('[STORE-2] cards of a newer Rounds are refused and left as they are', async ({ app }) => {
    test.skip(app.shell !== 'web', 'the page needs another file of its origin to stand on');
    const { page } = app;
    await begin(page);
    await answer(page, 4);
    const address = page.url().replace(/#.*/, '');
    await page.goto(`${address}icon.svg`);
    await page.evaluate(async () => {
      const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
      return new Promise<void>((resolve, reject) => {
        const opening = bucket.indexedDB.open('rounds', 9990);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          opening.result.close();
          resolve();
        };
      });
    });
    await page.goto(address);
    await expect(page.getByRole('alert')).toContainText('saved by a newer version of Rounds');
    await page.goto(`${address}icon.svg`);
    const kept = await page.evaluate(async () => {
      const bucket = await (navigator as unknown as Buckets).storageBuckets.open('rounds-cards');
      return new Promise<number>((resolve, reject) => {
        const opening = bucket.indexedDB.open('rounds');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counted = opening.result.transaction('reviews').objectStore('reviews').count();
          counted.onsuccess = () => resolve(counted.result);
        };
      });
    });
    expect(kept).toBe(1);
  });
});

test('[JOURNAL-24] a journal that cannot be written is said above every screen until it is complete', async ({
  app,
}) => {
  const { page } = app;
  await page.addInitScript(() => {
    const own = Worker.prototype.postMessage as (this: Worker, ...all: unknown[]) => void;
    // The place of the next line is another than the file's end: its writer refuses, as with a damaged file.
    Worker.prototype.postMessage = function (this: Worker, ...[order, ...more]: unknown[]) {
      const isLine = (order as { readonly is?: string } | null)?.is === 'append';
      const isWrong = isLine && sessionStorage.getItem('wrong') !== null;
      own.call(this, isWrong ? { ...(order as object), at: 999_999 } : order, ...more);
    };
  });
  await page.reload();
  await begin(page);
  await answer(page, 3);
  await page.evaluate(() => sessionStorage.setItem('wrong', 'yes'));
  await answer(page, 3);
  await answer(page, 3);
  const line = page.getByText('is in the card database, and not in the journal');
  await expect(line).toBeVisible({ timeout: 20_000 });
  await expect(line).toContainText('and not 999999');
  await expect(page.getByRole('link', { name: 'Make a copy meanwhile' })).toBeVisible();
  await page.evaluate(() => sessionStorage.removeItem('wrong'));
  await answer(page, 3);
  await expect(line).toBeHidden();
  // All four are in the journal: with the database gone, they come from there.
  await page.evaluate(() =>
    (
      navigator as unknown as { storageBuckets: { delete(name: string): Promise<void> } }
    ).storageBuckets.delete('rounds-cards'),
  );
  await page.goto(page.url().replace(/#.*/, ''));
  await page.reload();
  await expect(page.getByText(/the journal had 5 steps/)).toBeVisible();
});

test('[STORE-3] without IndexedDB the person is told what to do', async ({ app }) => {
  await app.context.addInitScript(() => {
    Object.defineProperty(globalThis, 'indexedDB', { value: undefined });
  });
  await app.page.reload();
  await expect(app.page.getByRole('alert')).toContainText('does not let Rounds keep cards');
});

test('[CARD-7] a clock that ran ahead is noticed, put right on request, and that can be undone', async ({
  app,
}) => {
  await app.setClock('2036-03-02T08:00:00Z');
  await begin(app.page);
  await answer(app.page, 4);
  await app.setClock('2026-03-02T08:00:00Z');
  const page = await app.restart();
  await expect(page.getByText(/1 card was answered up to 3,?653 days in the future/)).toBeVisible();
  await page.getByRole('button', { name: 'Count them as today’s' }).click();
  await expect(page.getByText(/in the future/)).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByText(/in the future/)).toBeVisible();
});
