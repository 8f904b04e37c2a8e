import type { Page } from '@playwright/test';
import { expect } from '../expect.ts';
import type { Walk } from './walk.ts';

export const EXAMS: Walk = [
  [
    'no exams yet',
    async (page) => {
      await page.getByRole('link', { name: 'Exams', exact: true }).click();
      await expect(page.getByText(/^Tell Rounds when your exam is/)).toBeVisible();
    },
  ],
  [
    'a new exam about nothing',
    async (page) => {
      await page.getByRole('link', { name: 'New exam' }).click();
      await expect(page.getByText('The exam is about no cards.')).toBeVisible();
    },
  ],
  [
    'a new exam with its outlook',
    async (page) => {
      await page.getByRole('textbox', { name: 'Name' }).fill('Finals');
      await page.getByRole('checkbox', { name: /^MS therapy/ }).check();
      await page.getByRole('textbox', { name: 'Minutes a day' }).fill('1');
      await curveDrawn(page);
      await openTables(page);
    },
  ],
  [
    'weights, weekdays and days off',
    async (page) => {
      await page.getByText('Weights by section').click();
      await page.getByRole('textbox', { name: 'Paste a table' }).fill('Safety,2\nSurgery,1');
      await page.getByRole('button', { name: 'Take these weights' }).click();
      await page.getByRole('checkbox', { name: 'different by weekday' }).check();
      await page.getByLabel('Days off').fill('2026-03-08');
      await page.getByRole('button', { name: 'Add day off' }).click();
      await page.getByText('More', { exact: true }).click();
      await curveDrawn(page);
    },
  ],
  [
    'a search that cannot be read, of an exam',
    async (page) => {
      await page.getByText('And what a search finds').click();
      const field = page.getByRole('combobox', { name: 'Search for more cards' });
      await field.fill('(is:new');
      await expect(field).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  [
    'an exam in the past',
    async (page) => {
      await page.getByRole('combobox', { name: 'Search for more cards' }).fill('');
      await page.getByLabel('Date', { exact: true }).fill('2026-02-20');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'exams',
    async (page) => {
      await page.getByLabel('Date', { exact: true }).fill('2026-03-12');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByText(/ predicted$/)).toBeVisible();
    },
  ],
  [
    'an exam',
    async (page) => {
      await page.getByRole('link', { name: 'Finals' }).click();
      await curveDrawn(page);
      await openTables(page);
    },
  ],
  ['delete an exam', (page) => page.getByRole('button', { name: 'Delete' }).click()],
  [
    'a deleted exam',
    async (page) => {
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: '“Finals” is deleted' })).toBeVisible();
    },
  ],
  [
    'an exam switched off',
    async (page) => {
      await page.getByRole('button', { name: 'Bring it back' }).click();
      // The figures that come in above move it: a pointer could press it and let go beside it.
      await page.getByRole('button', { name: 'Switch off' }).press('Enter');
      await expect(page.getByText(/^This exam is switched off/)).toBeVisible();
    },
  ],
  [
    'an exam that is over',
    async (page) => {
      await page.getByRole('button', { name: 'Switch on' }).click();
      await page.clock.setFixedTime(new Date('2026-03-13T08:00:00Z'));
      await page.reload();
      await page.getByRole('button', { name: 'Enter the mark' }).click();
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'an exam with its mark',
    async (page) => {
      await page.getByRole('textbox', { name: /^Your mark/ }).fill('88');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Change the mark' })).toBeVisible();
    },
  ],
  [
    'exams that are over',
    async (page) => {
      await page.getByRole('link', { name: 'Exams', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Over' })).toBeVisible();
    },
  ],
];

/** The curve is there, and nothing more is being worked out. */
async function curveDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('img', { name: /^Minutes a day against/ })).toBeVisible();
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0);
}

/** Opens every chart's table, also those of charts that are drawn anew in the meantime. */
async function openTables(page: Page): Promise<void> {
  const closed = page.locator('details.chart-table:not([open]) > summary');
  await expect(page.locator('details.chart-table').first()).toBeVisible();
  await expect
    .poll(async () => {
      // None is waited for: where one is gone since it was counted, that would be for ever.
      await closed.evaluateAll((all) => {
        for (const each of all) (each as HTMLElement).click();
      });
      return closed.count();
    })
    .toBe(0);
}
