import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

test.use({ newBrowser: true, loadsAll: true });

/** With the service worker every part of the program is there without a network. */
async function withoutServiceWorker(page: Page): Promise<void> {
  // Let go before it has come, it would come afterwards, and stay.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new Error('not in this test'));
  });
  // The worker that is let go still serves a page that was opened under it.
  await expect
    .poll(async () => {
      await page.evaluate(async () => {
        for (const each of await navigator.serviceWorker.getRegistrations())
          await each.unregister();
      });
      await page.reload();
      return page.evaluate(() => navigator.serviceWorker.controller === null);
    })
    .toBe(true);
}

/** Today, with the shipped deck ready, on a day on which nothing was studied yet. */
const begin = (page: Page) => page.getByRole('main').getByRole('button', { name: 'Begin' });

test('[SHELL-1] Today opens, with the deck ready', async ({ app }) => {
  await expect(begin(app.page)).toBeVisible();
});

test('[STORE-1] what is stored is there after closing, and after SIGKILL', async ({ app }) => {
  await app.page.evaluate(() => localStorage.setItem('kept', 'closing'));
  const reopened = await app.restart();
  expect(await reopened.evaluate(() => localStorage.getItem('kept'))).toBe('closing');
  const revived = await app.kill();
  await expect(begin(revived)).toBeVisible();
});

test.describe('with another clock', () => {
  test.use({ startAt: '2030-01-02T03:04:05Z', timezoneId: 'America/Los_Angeles' });

  test('the page lives at the time and in the zone that the test says', async ({ app }) => {
    const now = () => app.page.evaluate(() => new Date().toISOString());
    expect(await now()).toBe('2030-01-02T03:04:05.000Z');
    await app.setClock('2030-01-03T00:00:00Z');
    expect(await now()).toBe('2030-01-03T00:00:00.000Z');
    await app.restart({ timezoneId: 'Asia/Kolkata' });
    expect(await now()).toBe('2030-01-03T00:00:00.000Z');
    expect(await app.page.evaluate(() => new Date().getTimezoneOffset())).toBe(-330);
  });
});

test('[SHELL-31] a start that takes long says what it is doing', async ({
  app: { page, shell },
}) => {
  test.skip(
    shell !== 'web',
    'the storage of Electron’s first window is there before a test can slow it',
  );
  await expect(begin(page)).toBeVisible();
  await page.addInitScript(() => {
    const { storageBuckets } = navigator as unknown as {
      storageBuckets: { open(name: string, options?: object): Promise<unknown> };
    };
    const opening = storageBuckets.open.bind(storageBuckets);
    const goOn = new Promise((resolve) => addEventListener('go-on', resolve));
    storageBuckets.open = (...of) => goOn.then(() => opening(...of));
  });
  await page.reload();
  await expect(page.getByRole('status')).toHaveText('Your cards are being opened…');
  await page.evaluate(() => dispatchEvent(new Event('go-on')));
  await expect(begin(page)).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ allowedErrors: [/ERR_CONNECTION_REFUSED/] });

  test('[SHELL-21] the web shell works offline after its first load', async ({ app }) => {
    test.skip(app.shell !== 'web', 'Electron has its files on disk');
    await app.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect(begin(app.page)).toBeVisible();
    await app.stopServer();
    await app.page.reload();
    await expect(begin(app.page)).toBeVisible();
    await app.restart();
    await expect(begin(app.page)).toBeVisible();
    // The card's own document is kept too.
    await begin(app.page).click();
    const card = app.page.frameLocator('iframe[title="Question"]').locator('#qa');
    await expect(card).toContainText(/\S/);
  });
});

test('[SHELL-27] nothing is loaded ahead before the first screen, and the first card, is painted', async ({
  app: { page, shell },
}) => {
  test.skip(shell !== 'web', 'Electron has its files on disk');
  await begin(page).waitFor();
  await page.addInitScript(() => {
    const isThere = () => {
      const card = document.querySelector('iframe');
      if (card) return card.contentDocument?.getElementById('qa')?.textContent?.trim() !== '';
      return document.querySelector('main:not([aria-busy="true"]) h1') !== null;
    };
    // In a frame's callback: what is there then is painted after it.
    const look = (): void => {
      if (isThere()) performance.mark('first screen');
      else requestAnimationFrame(look);
    };
    if (window === window.top) requestAnimationFrame(look);
  });
  for (const [address, screen] of [
    ['#/', 'today'],
    ['#/review', 'review'],
  ] as const) {
    await page.goto(new URL(address, page.url()).href);
    await page.reload();
    // All that is asked for next has begun.
    await expect.poll(() => scriptsSince(page, 'first screen')).toContain('soon');
    const before = (await scriptsSince(page, '')).filter(
      (name) => name !== 'index' && name !== 'rolldown-runtime' && name !== 'start',
    );
    expect(before, address).toEqual([screen]);
  }
});

/** The names of the scripts that were asked for after the mark; without one, those before the first. */
function scriptsSince(page: Page, mark: string): Promise<string[]> {
  return page.evaluate((since) => {
    const [first] = performance.getEntriesByType('mark');
    const at = first?.startTime ?? Number.POSITIVE_INFINITY;
    return performance
      .getEntriesByType('resource')
      .filter(({ startTime }) => startTime > at === (since !== ''))
      .flatMap(({ name }) => /\/assets\/([a-z-]+)-[^/]+[.]js$/.exec(name)?.[1] ?? []);
  }, mark);
}

/** The card on screen; beside it stands the next one, out of sight. */
const SHOWN = 'iframe:not([title="Next card"])';

test.describe('with no scripts but those of the start', () => {
  test.use({ allowedErrors: [/ERR_FAILED|dynamically imported module/] });

  test('[SHELL-27] a card is shown and revealed; with one more it is graded, taken back, flagged, buried and suspended', async ({
    app: { page, shell },
  }) => {
    test.skip(shell !== 'web', 'Electron has its files on disk');
    await begin(page).waitFor();
    await withoutServiceWorker(page);
    // As the page is served: later it names what it has loaded ahead, too.
    const served = await (await page.request.get(page.url())).text();
    const named = new Set([...served.matchAll(/assets\/[^"]+[.]js/g)].map(([file]) => file));
    const refused = new Set<string>();
    let isRevealed = (): void => {};
    const revealed = new Promise<void>((resolve) => {
      isRevealed = resolve;
    });
    await page.route(/[.]js$/, async (route) => {
      const address = route.request().url();
      const isOfScreen = /\/(today|review)-[^/]+[.]js$/.test(address);
      if (isOfScreen || [...named].some((file) => address.endsWith(file))) return route.continue();
      if (/\/soon-[^/]+[.]js$/.test(address)) {
        await revealed;
        return route.continue();
      }
      refused.add(address);
      return route.abort();
    });
    await page.reload();
    await begin(page).click();
    const card = page.frameLocator('iframe[title="Question"]').locator('#qa');
    await expect(card).toContainText(/\S/);
    const question = await card.textContent();
    await page.keyboard.press('Space');
    await expect(page.getByTitle('Answer')).toBeVisible();
    isRevealed();
    await page.keyboard.press('3');
    await expect(card).not.toHaveText(question ?? '');
    await page.keyboard.press('u');
    await expect(page.locator(SHOWN)).toBeVisible();
    await expect(page.frameLocator(SHOWN).locator('#qa')).toContainText(question ?? '');
    await page.keyboard.press('Control+1');
    await expect(page.getByText('Red flag')).toBeVisible();
    for (const key of ['-', '@']) {
      const before = await page.frameLocator(SHOWN).locator('#qa').textContent();
      await page.keyboard.press(key);
      await expect(page.frameLocator(SHOWN).locator('#qa')).not.toHaveText(before ?? '');
    }
    await expect(page.getByRole('alert')).toHaveCount(0);
    // The rest was asked for ahead of need, and its absence hurt nobody.
    await expect.poll(() => refused.size).toBeGreaterThan(3);
  });
});

test.describe('with a part of the program missing', () => {
  test.use({ allowedErrors: [/ERR_FAILED|dynamically imported module/] });

  test('[SHELL-2] the screen that needs it says so; the others are there, and it can be loaded again', async ({
    app: { page, shell },
  }) => {
    test.skip(shell !== 'web', 'Electron has its files on disk');
    await withoutServiceWorker(page);
    await expect(begin(page)).toBeVisible();
    // Loaded again, because the part is loaded ahead in a quiet moment.
    await page.route(/library-screen.*[.]js/, (route) => route.abort());
    await page.reload();
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page.getByRole('alert')).toContainText('Everything saved is kept');
    await page.getByRole('link', { name: 'Today' }).click();
    await expect(begin(page)).toBeVisible();
    await page.getByRole('link', { name: 'Library' }).click();
    await expect(page.getByRole('alert')).toBeVisible();
    await page.unroute(/library-screen.*[.]js/);
    await page.getByRole('button', { name: 'Load Rounds again' }).click();
    await expect(page.getByRole('searchbox').or(page.getByRole('combobox')).first()).toBeVisible();
  });
});
