import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { accessibilityProblems, begin, cardSide } from './studying.ts';
import { COLLECTION } from './walks/collection.ts';
import { CRAMMING } from './walks/cramming.ts';
import { EXAMS } from './walks/exams.ts';
import { STUDYING } from './walks/studying.ts';
import type { Walk } from './walks/walk.ts';
import { WRITING } from './walks/writing.ts';
import { openAdd } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

const WALKS: Readonly<Record<string, Walk>> = {
  studying: STUDYING,
  writing: WRITING,
  'looking after the collection': COLLECTION,
  exams: EXAMS,
  'cramming and taking a break': CRAMMING,
};

/** Every screen is reached where there is least room, and judged there and where there is room. */
const NARROW = { width: 400, height: 700 };
const WIDE = { width: 1200, height: 800 };

test.describe('at 400 and 1200 px, in light and dark', () => {
  test.use({ viewport: NARROW, reducedMotion: 'reduce' });

  for (const [name, walk] of Object.entries(WALKS)) {
    test(`${name}: axe-core finds nothing on any screen, and nothing is cut off sideways`, async ({
      app,
    }) => {
      const { page } = app;
      for (const [screen, goThere] of walk) {
        await test.step(screen, () => goThere(page));
        await judge(page, `${screen}, 400 px`, ['light', 'dark']);
        const before = await opened(page);
        await page.setViewportSize(WIDE);
        await settled(page);
        expect.soft(await opened(page), `${screen}, made wide`).toEqual(before);
        await judge(page, `${screen}, 1200 px`, ['dark', 'light']);
        await page.setViewportSize(NARROW);
      }
    });
  }
});

test('at 400 % zoom (a window of 320 by 256) a card can be read and graded', async ({ app }) => {
  const page = await app.restart({ viewport: { width: 320, height: 256 } });
  await begin(page);
  expect(await sideways(page)).toBe(0);
  await page.keyboard.press('Space');
  const good = page.getByRole('button', { name: /^Good/ });
  await expect(good).toBeFocused();
  await good.scrollIntoViewIfNeeded();
  const text = cardSide(page, 'Answer').getByText('1992').first();
  await text.scrollIntoViewIfNeeded();
  await expect(text).toBeInViewport();
  await page.keyboard.press('3');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
});

test('at 400 % zoom a note can be written, found again and looked after', async ({ app }) => {
  const page = await app.restart({ viewport: { width: 320, height: 256 } });
  await openAdd(page);
  await page.keyboard.type('Which infection is feared?');
  await expect(page.getByRole('textbox', { name: /^Front/ }).first()).toBeInViewport();
  await page.keyboard.press('Tab');
  await page.keyboard.type('PML');
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByText('Added.').first()).toBeVisible();
  expect(await sideways(page), 'Add').toBe(0);
  for (const [path, target] of [
    ['library', page.getByRole('combobox', { name: 'Search the library' })],
    ['types', page.getByRole('textbox', { name: 'Question', exact: true })],
    ['media', page.getByRole('button', { name: 'Check again' })],
    ['settings', page.getByRole('textbox', { name: 'Desired retention, %' })],
  ] as const) {
    await page.goto(page.url().replace(/#.*/, `#/${path}`));
    await target.click();
    await expect(target).toBeInViewport({ ratio: 0.9 });
    expect(await sideways(page), path).toBe(0);
  }
  await page.goto(page.url().replace(/#.*/, '#/library'));
  await page.getByRole('combobox', { name: 'Search the library' }).fill('feared infection');
  const row = page.getByRole('row', { name: /Which infection is feared/ });
  await row.scrollIntoViewIfNeeded();
  await expect(row).toBeInViewport();
});

test('[KEYS-4] Tab alone reaches every control of Today and of a card, and its focus shows', async ({
  app,
}) => {
  const { page } = app;
  await expect(page.locator('main:not([aria-busy="true"]) h1')).toBeVisible();
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

test('[REVIEW-9] a screen reader hears the question, the answer, and what each grade leads to', async ({
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
  await page.keyboard.press('4');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
});

async function judge(
  page: Page,
  where: string,
  themes: readonly ('light' | 'dark')[],
): Promise<void> {
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await settled(page);
    // What is there is the same in dark; its colours are not.
    const rules = colorScheme === 'light' ? 'all' : 'colours';
    expect.soft(await accessibilityProblems(page, rules), `${where}, ${colorScheme}`).toEqual([]);
  }
  expect.soft(await sideways(page), `${where} scrolls sideways`).toBe(0);
}

/** What lies over the screen, or says that something is wrong: it should be judged at both widths. */
function opened(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('dialog:modal, [role=menu], [role=listbox], [role=alert]')].map(
      (each) => each.getAttribute('aria-label') ?? each.tagName,
    ),
  );
}

async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await Promise.all(document.getAnimations().map((each) => each.finished));
    await document.fonts.ready;
    // Twice, because a frame's height follows its content in the next frame.
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  });
}

/** By how many pixels the page, or an open dialog, can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const places = [document.documentElement, ...document.querySelectorAll('dialog:modal')];
    return Math.max(...places.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
}
