import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', reducedMotion: 'reduce' });

const PLACES = 'add,library,exams,exams/new,deck,import,types,media,advice,settings,help,nowhere';

test('[LOOK-1] the header stands at the same pixels on every screen, in one line at 400 px too', async ({
  app: { page },
}) => {
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  for (const width of [1200, 400]) {
    await page.setViewportSize({ width, height: 800 });
    await go(page, '');
    const asOnToday = await header(page);
    expect(asOnToday.map(({ name }) => name)).toContain('Keys');
    const middles = asOnToday.map(({ top, bottom }) => Math.round((top + bottom) / 2));
    expect(new Set(middles).size, `lines at ${width} px`).toBe(1);
    for (const place of PLACES.split(',')) {
      await go(page, place);
      expect.soft(await header(page), `${place}, ${width} px`).toEqual(asOnToday);
    }
  }
});

test('[LOOK-1] at 320 px, and with words twice as large, the header wraps and does not scroll sideways', async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  expect(await sideways(page)).toBe(0);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '187.5%';
  });
  for (const { name, left, right } of await header(page)) {
    expect.soft(left, name).toBeGreaterThanOrEqual(0);
    expect.soft(right, name).toBeLessThanOrEqual(320);
  }
});

test('[KEYS-10] S begins what Today asks for from any screen, and the way back does not begin again', async ({
  app: { page },
}) => {
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Your decks' })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('button', { name: 'Continue' })).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/');
});

test('[LOOK-2] an address that names no screen says so, and leads on', async ({
  app: { page },
}) => {
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await go(page, `no%20such/${'long'.repeat(750)}`);
  const heading = page.getByRole('heading', { level: 1, name: 'There is no such place here' });
  await expect(heading).toBeVisible();
  await expect(page.getByText('“/no such/longlong')).toBeVisible();
  await expect(page).toHaveTitle('No such place – Rounds');
  await expect(page.getByRole('link', { name: 'Today', exact: true })).not.toHaveAttribute(
    'aria-current',
  );
  await page.getByRole('link', { name: 'Go to Today' }).click();
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
});

test('[LOOK-4] the settings begin with what is changed every day, and each part has an address', async ({
  app: { page },
}) => {
  await page.setViewportSize({ width: 1200, height: 800 });
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await go(page, 'settings');
  for (const [role, name] of [
    ['radio', 'Dark'],
    ['radio', 'Larger'],
    ['textbox', 'New cards a day'],
  ] as const) {
    await expect(page.getByRole(role, { name })).toBeInViewport();
  }
  await expect(page.getByLabel('Learning steps', { exact: true })).toBeHidden();
  await page.getByText('More options', { exact: true }).click();
  await expect(page.getByLabel('Learning steps', { exact: true })).toBeVisible();
  const parts = page.getByRole('navigation', { name: 'Parts of the settings' });
  await parts.getByRole('link', { name: 'Keys' }).click();
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeInViewport();
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeFocused();
  await expect(parts.getByRole('link', { name: 'Keys' })).toBeInViewport();
});

test('[LOOK-3][TOUCH-4] a touch screen is told to tap, and of no key; its settings have swipes in their place', async ({
  app: { page, context },
}) => {
  await expect(page.getByText('or press')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keys' })).toBeVisible();
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await expect(page.getByText('or press')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Keys' })).toBeHidden();
  await expect(page.getByText('tap the card')).toBeVisible();
  await expect(page.getByText('Space').first()).toBeHidden();
  await go(page, 'settings');
  await expect(page.getByRole('checkbox', { name: /^Swipe to grade/ })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Keys' })).toBeHidden();
  await expect(page.getByRole('link', { name: 'Keys' })).toBeHidden();
});

test('[REVIEW-16] a tap on the card, or beside it, shows the answer', async ({
  app: { page, context },
}) => {
  const devTools = await context.newCDPSession(page);
  await devTools.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  const tap = async (x: number, y: number): Promise<void> => {
    await devTools.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x, y }],
    });
    await devTools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  await go(page, 'review');
  const good = page.getByRole('button', { name: /^Good/ });
  for (const where of ['on the card', 'beside it']) {
    await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
    const box = await page.locator('iframe[title="Question"]').boundingBox();
    if (!box) throw new Error(`There is no card to tap ${where}.`);
    const y = where === 'on the card' ? box.y + box.height / 2 : box.y + box.height + 60;
    await tap(box.x + box.width / 2, y);
    await expect(good).toBeVisible();
    await good.click();
  }
});

async function go(page: Page, place: string): Promise<void> {
  await page.goto(page.url().replace(/#.*|$/, `#/${place}`));
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
}

/** Where each thing of the header is, in pixels from the window's corner. */
function header(page: Page) {
  return page.locator('.top-bar').evaluate((bar) =>
    [...bar.querySelectorAll('a, button')]
      .filter((each) => each.checkVisibility())
      .map((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        return { name: each.textContent, left, right, top, bottom };
      }),
  );
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
