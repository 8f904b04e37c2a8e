import { expect } from '../expect.ts';
import { answerAll, begin } from '../studying.ts';
import { fieldNamed } from '../writing.ts';
import type { Walk } from './walk.ts';

export const STUDYING: Walk = [
  ['Today', (page) => expect(page.locator('main:not([aria-busy="true"]) h1')).toBeVisible()],
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
  [
    'more',
    async (page) => {
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'This card' })).toBeVisible();
    },
  ],
  [
    'edit',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('e');
      await expect(fieldNamed(page, 'Text')).toBeFocused();
    },
  ],
  [
    'set due',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('Control+Shift+D');
      await expect(page.getByRole('dialog', { name: 'Set the due date' })).toBeVisible();
    },
  ],
  [
    'card info',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('4');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await page.keyboard.press('i');
      await expect(page.getByRole('dialog', { name: 'Card info' })).toBeVisible();
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
  [
    'insights',
    async (page) => {
      await page.keyboard.press('t');
      await expect(page.getByText(/^Today \d+ answers in /)).toBeVisible();
      await expect(page.locator('.insights-parts')).toHaveAttribute('aria-busy', 'false');
    },
  ],
  [
    'insights, unfolded',
    async (page) => {
      for (const fold of await page.locator('.insights summary').all()) await fold.click();
      await expect(page.getByRole('heading', { name: 'Intervals' })).toBeVisible();
    },
  ],
];
