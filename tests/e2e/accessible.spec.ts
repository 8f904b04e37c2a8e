import type { Page } from '@playwright/test';
import { type App, expect, test } from './app.ts';
import { accessibilityProblems, answer, answerAll, begin, cardSide } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

/** Every screen and dialog, by name, with the way there from Today. */
const SCREENS: readonly [string, (page: Page) => Promise<void>][] = [
  ['Today', (page) => expect(page.getByRole('heading', { level: 1 })).toBeVisible()],
  ['keys', (page) => page.keyboard.press('?')],
  [
    'question',
    async (page) => {
      await page.keyboard.press('Escape');
      await begin(page);
    },
  ],
  ['answer', (page) => page.keyboard.press('Space')],
  [
    'flagged and marked',
    async (page) => {
      await page.keyboard.press('Control+1');
      await expect(page.getByText('Red flag')).toBeVisible();
      await page.keyboard.press('*');
      await expect(page.getByText('Marked', { exact: true })).toBeVisible();
    },
  ],
  ['more', (page) => page.keyboard.press('m')],
  [
    'edit',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
    },
  ],
  [
    'set due',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+D');
    },
  ],
  [
    'card info',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('4');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await page.keyboard.press('i');
    },
  ],
  [
    'done',
    async (page) => {
      await page.keyboard.press('Escape');
      await answerAll(page, 4);
      await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
    },
  ],
  [
    'all done',
    async (page) => {
      await page.keyboard.press('Escape');
      await expect(page.getByRole('heading', { name: /All done/ })).toBeVisible();
    },
  ],
  ['settings', (page) => page.getByRole('link', { name: 'Settings' }).click()],
  ['decks', (page) => page.getByRole('link', { name: 'Decks' }).click()],
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 1200, height: 800 },
    { width: 400, height: 700 },
  ]) {
    test.describe(`${colorScheme}, ${viewport.width} px`, () => {
      test.use({ colorScheme, viewport, reducedMotion: 'reduce' });

      test('axe-core finds nothing on any screen, and nothing is cut off sideways', async ({
        app,
      }) => {
        test.setTimeout(120_000);
        for (const [name, goThere] of SCREENS) {
          await goThere(app.page);
          await settled(app);
          expect(await accessibilityProblems(app.page), name).toEqual([]);
          expect(await sideways(app.page), `${name} scrolls sideways`).toBe(0);
        }
      });
    });
  }
}

test('at 400 % zoom (a window of 320 by 256) a card can be read and graded', async ({ app }) => {
  const page = await app.restart({ viewport: { width: 320, height: 256 } });
  await begin(page);
  expect(await sideways(page)).toBe(0);
  await page.keyboard.press('Space');
  const good = page.getByRole('button', { name: /^Good/ });
  await expect(good).toBeFocused();
  await good.scrollIntoViewIfNeeded();
  await page.getByText('In 1992').scrollIntoViewIfNeeded();
  await expect(page.getByText('In 1992')).toBeInViewport();
  await page.keyboard.press('3');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('[K4] Tab alone reaches every control of Today and of a card, and its focus shows', async ({
  app,
}) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  for (const there of [async () => {}, begin]) {
    await there(page);
    const controls = await page.locator('a:visible, button:visible').count();
    const seen = new Set<string>();
    for (let i = 0; i < controls + 3; i++) {
      await page.keyboard.press('Tab');
      const focus = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return undefined;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return { text: element.textContent, outline: `${outlineStyle} ${outlineWidth}` };
      });
      if (!focus) continue;
      expect(focus.outline, focus.text ?? '').toBe('solid 2px');
      seen.add(focus.text ?? '');
    }
    expect(seen.size).toBe(controls);
  }
});

test('[R9] a screen reader hears the question, the answer, and what each grade leads to', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  await page.keyboard.press('Space');
  await expect(cardSide(page, 'Answer')).toContainText('1992');
  await expect(page.getByRole('group', { name: 'How well did you know it?' })).toMatchAriaSnapshot(`
    - group "How well did you know it?":
      - text: How well did you know it?
      - button "Again next in 1 min"
      - button "Hard next in 6 min"
      - button "Good next in 10 min"
      - button /Easy next in \\d+ days/
  `);
  await answer(page, 4);
});

async function settled({ page }: App): Promise<void> {
  await page.evaluate(() => Promise.all(document.getAnimations().map((each) => each.finished)));
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.waitForTimeout(50);
}

/** By how many pixels the page can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
