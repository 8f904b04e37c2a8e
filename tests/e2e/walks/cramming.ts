import { expect } from '../expect.ts';
import { answerAll } from '../studying.ts';
import { inDialogIfNarrow, type Walk } from './walk.ts';

export const CRAMMING: Walk = [
  [
    'the menu of a section',
    async (page) => {
      await page.getByRole('link', { name: 'Library' }).click();
      await inDialogIfNarrow(page, 'Sidebar', 'tree');
      await page.getByRole('treeitem', { name: /^MS therapy/ }).click({ button: 'right' });
      await expect(page.getByRole('menuitem', { name: 'Cram' })).toBeVisible();
    },
  ],
  [
    'a card to cram',
    async (page) => {
      await page.getByRole('menuitem', { name: 'Cram' }).click();
      await expect(page.getByText('Your schedule stays as it is', { exact: false })).toBeVisible();
    },
  ],
  [
    'its answer',
    async (page) => {
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: /^Good/ })).toBeFocused();
    },
  ],
  [
    'what can be done to it',
    async (page) => {
      await page.keyboard.press('m');
      await expect(page.getByRole('dialog', { name: 'This card' })).toBeVisible();
    },
  ],
  [
    'Today with a round to go on with',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('1');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('button', { name: /^Continue cramming/ })).toBeVisible();
    },
  ],
  [
    'the end of a round',
    async (page) => {
      await page.keyboard.press('Space');
      await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
      await answerAll(page, 3);
      await expect(page.getByRole('heading', { name: 'All recalled' })).toBeVisible();
      await expect(page.getByText('Count as study…')).toBeVisible();
    },
  ],
  [
    'what counting would change',
    async (page) => {
      await page.getByRole('button', { name: 'Count as study…' }).click();
      await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
    },
  ],
  [
    'exams with answers to decide on',
    async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('x');
      await expect(page.getByText(/wait for a decision/)).toBeVisible();
    },
  ],
  [
    'a break being planned',
    async (page) => {
      await page.getByRole('button', { name: 'Plan a break' }).click();
      await expect(page.getByText(/heaviest day|No reviews/)).toBeVisible();
    },
  ],
  [
    'a break that ends before it begins',
    async (page) => {
      await page.getByLabel('Last day').fill('2026-03-01');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('alert')).toBeVisible();
    },
  ],
  [
    'a catch-up being planned',
    async (page) => {
      await page.getByLabel('Last day').fill('2026-03-09');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.getByRole('button', { name: 'Catch up on a backlog' }).click();
      await expect(page.getByText(/heaviest day|No reviews/)).toBeVisible();
    },
  ],
  [
    'breaks and catch-ups',
    async (page) => {
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      await expect(page.getByRole('switch', { name: 'Catch-up on' })).toBeVisible();
    },
  ],
];
