import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expect } from './expect.ts';

const axeSource = readFileSync(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

/** From Today to the first card. */
export async function begin(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await page.getByRole('button', { name: /^(Begin|Continue)/ }).click();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
}

/** The question on screen, as text; waits until its frame, which loads beside the screen, has some. */
export async function question(page: Page): Promise<string> {
  const card = cardSide(page, 'Question');
  await expect(card).toHaveText(/\S/);
  return (await card.innerText()).trim();
}

/** What the card's frame shows. */
export function cardSide(page: Page, side: 'Question' | 'Answer'): Locator {
  return page.frameLocator(`iframe[title="${side}"]`).locator('body');
}

/** What is left, by kind, as the review screen says. */
export async function left(page: Page): Promise<{ new: number; learning: number; review: number }> {
  const text = await page.getByRole('list', { name: 'Cards left' }).innerText();
  const [fresh = 0, learning = 0, review = 0] = text.match(/\d+/g)?.map(Number) ?? [];
  return { new: fresh, learning, review };
}

/** Shows the answer and grades it by keyboard; resolves when the next card, or the end, is there. */
export async function answer(page: Page, grade: 1 | 2 | 3 | 4): Promise<void> {
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible();
  await page.keyboard.press(String(grade));
  const end = page.getByRole('heading', { name: /^(Done|Nothing due here|All recalled)$/ });
  await expect(page.getByRole('button', { name: /^Show answer/ }).or(end)).toBeVisible();
}

/** Grades every card of the session alike, until its end; the number of answers. */
export async function answerAll(page: Page, grade: 1 | 2 | 3 | 4): Promise<number> {
  let answers = 0;
  while ((await page.getByRole('button', { name: /^Show answer/ }).count()) > 0) {
    await answer(page, grade);
    answers++;
    if (answers > 200) throw new Error('the session does not end');
  }
  return answers;
}

/**
 * What axe-core finds on the page as it is: rule and place, one line each. Under an open dialog all
 * else is inert; axe-core does not see that where a card's frame lies under the dialog's corner.
 * `colours`: only by the rules that judge colours, where the same page was judged by all in others.
 */
export async function accessibilityProblems(
  page: Page,
  which: 'all' | 'colours' = 'all',
): Promise<string[]> {
  // Half a megabyte: once a document is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  return page.evaluate(async (asked) => {
    const place = [...document.querySelectorAll('dialog:modal')].at(-1) ?? document;
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window
    const { axe } = globalThis as any;
    const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    const rules: { ruleId: string; tags: string[] }[] = axe.getRules(standards);
    const ofColours = rules.filter(({ tags }) => tags.includes('cat.color'));
    if (ofColours.length === 0) throw new Error('axe-core names no rules of colours');
    const { violations } = await axe.run(place, {
      runOnly: asked === 'all' ? standards : ofColours.map(({ ruleId }) => ruleId),
      // No script runs in a card's frame, axe-core's neither.
      iframes: false,
      // Nothing is told of what is right.
      resultTypes: ['violations'],
    });
    const found: string[] = [];
    for (const { id, nodes } of violations as { id: string; nodes: { target: string[] }[] }[]) {
      for (const { target } of nodes) {
        if (id === 'target-size' && (await isLargeInTheMiddle(target))) continue;
        found.push(`${id}: ${target.join(' ')}`);
      }
    }
    return found;

    /** What lies half under a row that stays in sight can be scrolled out from under it. */
    async function isLargeInTheMiddle([selector = '']: string[]): Promise<boolean> {
      const element = document.querySelector(selector);
      if (!element) return false;
      const { scrollX, scrollY } = window;
      element.scrollIntoView({ block: 'center', behavior: 'instant' });
      const again = await axe.run(element, { runOnly: ['target-size'], iframes: false });
      window.scrollTo({ left: scrollX, top: scrollY, behavior: 'instant' });
      return again.violations.length === 0;
    }
  }, which);
}
