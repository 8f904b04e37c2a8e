import type { Locator, Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { accessibilityProblems } from './studying.ts';
import { tabTo } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', viewport: { width: 1200, height: 800 } });

const verdict = (page: Page) => page.getByText(/^Predicted: 20 minutes a day is enough for about/);
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** By Tab to `target`, then Space or Enter on it. */
async function press(page: Page, target: Locator, key: 'Space' | 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

test('[EXAM-2][EXAM-7][EXAM-11] by keyboard alone: an exam is made, seen through, saved, changed, deleted, undone', async ({
  app,
}) => {
  const { page } = app;
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { level: 1, name: 'Exams' })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'New exam' }), 'Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'New exam' })).toBeVisible();
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.type('Neurology');
  await press(page, page.getByRole('checkbox', { name: /^MS therapy/ }), 'Space');
  await expect(verdict(page)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Exams' })).toBeVisible();
  await expect(page.getByText('14 days')).toBeVisible();
  await expect(page.getByText(/^\d+ to \d+ % predicted$/)).toBeVisible();

  await press(page, page.getByRole('link', { name: 'Neurology' }), 'Enter');
  await expect(page.getByRole('img', { name: /^Minutes a day against/ })).toBeVisible();
  await press(page, page.getByRole('link', { name: 'Edit' }), 'Enter');
  await tabTo(page, page.getByRole('textbox', { name: 'Name' }));
  await page.keyboard.press('End');
  await page.keyboard.type(' finals');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Neurology finals' })).toBeVisible();

  await press(page, button(page, 'Delete'), 'Enter');
  await expect(page.getByRole('dialog', { name: /^Delete the exam/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '“Neurology finals” is deleted' })).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('heading', { level: 1, name: 'Neurology finals' })).toBeVisible();
});

test('[EXAM-14] one click from Today leads to an exam about a section, with nothing else to fill in', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Plan an exam about MS therapy' }).click();
  await expect(page).toHaveURL(/#\/exams\/new\?section=MS%20therapy$/);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('MS therapy');
  await expect(verdict(page)).toBeVisible();
  await button(page, 'Save').click();
  await expect(page).toHaveURL(/\/#\/exams$/);
  await expect(page.getByRole('link', { name: 'MS therapy' })).toBeVisible();
});

test('[EXAM-6] a date in the past is refused in words, and all that was entered stays', async ({
  app,
}) => {
  const { page } = app;
  await page.goto(page.url().replace(/#.*|$/, '#/exams/new?section=Safety'));
  await page.getByLabel('Date', { exact: true }).fill('2026-02-20');
  await expect(page.getByText('That date is in the past, so there is nothing left')).toBeVisible();
  await button(page, 'Save').click();
  await expect(page.getByRole('alert')).toContainText('what you entered is still here');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Safety');
  await expect(page.getByLabel('Date', { exact: true })).toHaveValue('2026-02-20');
  await page.getByLabel('Date', { exact: true }).fill('2026-03-20');
  await expect(verdict(page)).toBeVisible();
});

test('[EXAM-2] weights pasted from a spreadsheet are taken, what they do not fit is named', async ({
  app,
}) => {
  const { page } = app;
  await page.goto(page.url().replace(/#.*|$/, '#/exams/new?deck=natalizumab-ms'));
  await page.getByText('Weights by section').click();
  const paste = page.getByRole('textbox', { name: 'Paste a table' });
  await paste.fill('\uFEFFTopic\tWeight\r\nSafety\t2\r\nCardiology\t1\r\ntrials\t0,5 %\r\n');
  await button(page, 'Take these weights').click();
  await expect(page.getByText('2 weights taken.')).toBeVisible();
  await expect(page.getByText('Cardiology')).toHaveCount(2);
  await expect(page.getByText('names no section')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Weight of Trials' })).toHaveValue('0.5');
  await button(page, 'Save').click();
  await page.getByRole('link', { name: /^Natalizumab/ }).click();
  await expect(page.getByText('11 cards, counts 2×')).toBeVisible();
});

test('[EXAM-5] after its day an exam shows the mark beside what was predicted', async ({ app }) => {
  const { page } = app;
  await page.goto(page.url().replace(/#.*|$/, '#/exams/new?section=Safety'));
  await page.getByLabel('Date', { exact: true }).fill('2026-03-04');
  await button(page, 'Save').click();
  await expect(page.getByText(/^\d+ to \d+ % predicted$/)).toBeVisible();
  await app.setClock('2026-03-05T08:00:00Z');
  await page.reload();
  await page.getByRole('link', { name: 'Enter the mark of Safety' }).click();
  await expect(page.getByText(/^On Monday,? 2 March \d+ % was predicted/)).toBeVisible();
  await page.getByRole('textbox', { name: /^Your mark/ }).fill('9 of 10');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Predicted', { exact: true })).toBeVisible();
  await expect(page.getByText('90 %', { exact: true })).toBeVisible();
});

test.describe('[EXAM-13] in forced colours and with text twice as large', () => {
  test.use({ viewport: { width: 400, height: 800 } });
  test('the exam page holds', async ({ app }) => {
    const { page } = app;
    await page.goto(page.url().replace(/#.*|$/, '#/exams/new?section=Safety'));
    await button(page, 'Save').click();
    await page.getByRole('link', { name: 'Safety' }).click();
    await expect(page.getByRole('img', { name: /^Minutes a day against/ })).toBeVisible();
    await page.emulateMedia({ forcedColors: 'active' });
    // Contrast is the system's own then.
    const problems = await accessibilityProblems(page);
    expect(problems.filter((each) => !each.startsWith('color-contrast'))).toEqual([]);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '187.5%';
    });
    const sideways = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(sideways).toBe(0);
  });
});
