import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { accessibilityProblems, begin, question } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

/** An exam about MS therapy in two weeks, from its line on Today; then Today again. */
async function planExam(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Plan an exam about MS therapy' }).click();
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('MS therapy');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Exams', level: 1 })).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByText(/\d+ for MS therapy/)).toBeVisible();
}

/** Answers so many cards Good. */
async function answer(page: Page, cards: number): Promise<void> {
  for (let card = 0; card < cards; card++) {
    const before = await question(page);
    await page.keyboard.press('Space');
    await page.keyboard.press('3');
    await expect.poll(() => question(page)).not.toBe(before);
  }
}

test('[EXAM-14][EXAM-15] one click from a section on Today to its exam, whose cards then make the day', async ({
  app,
}) => {
  const { page } = app;
  await planExam(page);
  await expect(page.getByRole('link', { name: /MS therapy.*in 14 days.*predicted/ })).toBeVisible();
  await expect(page.getByRole('heading', { name: /^Today/ })).toContainText('minutes');
  for (const width of [1200, 400]) {
    await page.setViewportSize({ width, height: 800 });
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await accessibilityProblems(page), `${width} ${colorScheme}`).toEqual([]);
    }
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBe(0);
  }
});

test('[EXAM-16][EXAM-17] each card says why on request, by key; a crash resumes at the same card', async ({
  app,
}) => {
  await planExam(app.page);
  await begin(app.page);
  await expect(app.page.getByText('20 min left')).toBeVisible();
  await app.page.keyboard.press('y');
  await expect(app.page.getByText(/^MS therapy: \+\d.* points of predicted recall/)).toBeVisible();
  await app.page.keyboard.press('y');
  await expect(app.page.getByText(/points of predicted recall/)).toBeHidden();
  await answer(app.page, 3);
  const asked = await question(app.page);
  const page = await app.kill();
  await begin(page);
  expect(await question(page)).toBe(asked);
});

test('[EXAM-18] so many minutes now: the best of them, and the bar counts them down', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  await answer(page, 1);
  await page.keyboard.press('Escape');
  const field = page.getByRole('textbox', { name: 'I have' });
  await field.fill('0');
  await expect(page.getByText('Give a number of minutes from 1 to 600.')).toBeVisible();
  await field.fill('5');
  await field.press('Enter');
  await expect(page.getByText('5 min left')).toBeVisible();
  await answer(page, 1);
});

test('[EXAM-19] in a break Today asks for nothing, and lets a person study all the same', async ({
  app,
}) => {
  const { page } = app;
  await page.getByRole('link', { name: 'Exams' }).click();
  await page.getByRole('button', { name: 'Plan a break' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('First day').fill('2026-03-02');
  await dialog.getByLabel('Last day').fill('2026-03-05');
  await dialog.getByRole('button', { name: /^(Save|Plan)/ }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Today' }).click();
  await expect(page.getByRole('heading', { name: /On a break/ })).toBeVisible();
  await expect(page.getByText(/Until Thursday,? 5 March/)).toBeVisible();
  expect(await accessibilityProblems(page)).toEqual([]);
  await page.getByRole('button', { name: 'Study all the same' }).click();
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
});
