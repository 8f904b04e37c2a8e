import type { Page } from '@playwright/test';
import { expect } from '../expect.ts';
import { drawnPng, fieldNamed, openAdd, pastePicture, pictureIn } from '../writing.ts';
import { closeDialog, inDialogIfNarrow, type Walk } from './walk.ts';

export const COLLECTION: Walk = [
  [
    'a file that no note uses',
    async (page) => {
      await openAdd(page);
      await pastePicture(page, await drawnPng(page));
      await expect(pictureIn(fieldNamed(page, 'Front'))).toBeVisible();
      await page.keyboard.press('Control+a');
      await page.keyboard.press('Delete');
      await expect(pictureIn(fieldNamed(page, 'Front'))).toBeHidden();
    },
  ],
  [
    'library',
    async (page) => {
      await page.getByRole('link', { name: 'Library' }).click();
      await expect(page.getByRole('row').nth(3)).toBeVisible();
    },
  ],
  ['the library’s side tree', (page) => inDialogIfNarrow(page, 'Sidebar', 'tree')],
  ['the library’s preview', (page) => inDialogIfNarrow(page, 'Preview', 'article')],
  [
    'a search being completed',
    async (page) => {
      await closeDialog(page);
      await search(page).pressSequentially('is:');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  ],
  [
    'a search that cannot be read',
    async (page) => {
      await page.keyboard.press('Escape');
      await search(page).fill('(is:new');
      await expect(search(page)).toHaveAttribute('aria-invalid', 'true');
    },
  ],
  [
    'a search that finds nothing',
    async (page) => {
      await search(page).fill('is:suspended');
      await expect(page.getByRole('row').nth(1)).toBeHidden();
    },
  ],
  [
    'chosen rows',
    async (page) => {
      await search(page).fill('is:new');
      await expect(page.getByRole('row').nth(3)).toBeVisible();
      await page.getByRole('row').nth(2).click();
      await page.keyboard.press('Control+a');
      await expect(page.getByText(/ chosen$/)).toBeVisible();
    },
  ],
  ['the menu of studying', (page) => openMenu(page, 'Study')],
  [
    'the menu of editing',
    async (page) => {
      await page.keyboard.press('Escape');
      await openMenu(page, 'Edit');
    },
  ],
  ['add tags', (page) => page.getByRole('menuitem', { name: 'Add tags…' }).click()],
  ['move to a deck', (page) => bulkDialog(page, 'Edit', 'Move to a deck…')],
  ['change the type', (page) => bulkDialog(page, 'Edit', 'Change the type…')],
  ['find and replace', (page) => bulkDialog(page, 'Edit', 'Find and replace…')],
  ['find duplicates', (page) => bulkDialog(page, 'Edit', 'Find duplicates…')],
  ['set due, for many', (page) => bulkDialog(page, 'Study', 'Set due date…')],
  ['delete', (page) => bulkDialog(page, 'Edit', 'Delete')],
  [
    'save a search',
    async (page) => {
      await closeDialog(page);
      await openMenu(page, 'Searches');
      await page.getByRole('menuitem', { name: 'Save this search…' }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
    },
  ],
  [
    'media',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('link', { name: 'Check pictures, sounds and films' }).click();
      await expect(page.getByRole('heading', { name: /Unused/ })).toBeVisible();
    },
  ],
  [
    'note types',
    async (page) => {
      await page.goto(page.url().replace(/#.*/, '#/types'));
      await expect(page.getByRole('heading', { level: 1, name: 'Note types' })).toBeVisible();
    },
  ],
  [
    'a note type with errors',
    async (page) => {
      await page.getByRole('textbox', { name: 'Question', exact: true }).fill('{{Nowhere}}');
      await page.getByRole('textbox', { name: 'Name of field 1' }).fill('');
      await expect(page.getByText(/There is no field called Nowhere/)).toBeVisible();
    },
  ],
  [
    'settings with a change weighed',
    async (page) => {
      await page.getByRole('link', { name: 'Settings' }).click();
      await page.getByRole('textbox', { name: 'Desired retention, %' }).fill('98');
      await expect(page.getByText(/more than now\.$/)).toBeVisible();
      await page.getByText('As a table').click();
      await page.getByRole('heading', { name: 'Advice on cards' }).click();
    },
  ],
  ['new study options', (page) => page.getByRole('button', { name: 'New options …' }).click()],
  [
    'study options of one’s own',
    async (page) => {
      await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Exam');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('button', { name: 'Delete “Exam”' })).toBeVisible();
    },
  ],
  ['delete study options', (page) => page.getByRole('button', { name: 'Delete “Exam”' }).click()],
  [
    'decks',
    async (page) => {
      await closeDialog(page);
      await page.getByRole('link', { name: 'Decks' }).click();
      await expect(page.getByRole('heading', { level: 1, name: /Deck/ })).toBeVisible();
    },
  ],
  [
    'import',
    async (page) => {
      await page.keyboard.press('Control+Shift+I');
      await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeFocused();
    },
  ],
  [
    'import of a table',
    async (page) => {
      await page.getByRole('textbox', { name: 'Paste a table' }).fill('cor\theart\npulmo\tlung');
      await page.getByRole('button', { name: 'See what it makes' }).click();
      await expect(page.getByRole('button', { name: 'Import 2 notes' })).toBeVisible();
    },
  ],
];

async function openMenu(page: Page, name: string): Promise<void> {
  await page.locator('button[aria-haspopup=menu]', { hasText: name }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

async function bulkDialog(page: Page, menu: string, item: string): Promise<void> {
  await closeDialog(page);
  await openMenu(page, menu);
  await page.getByRole('menuitem', { name: item }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

const search = (page: Page) => page.getByRole('combobox', { name: 'Search the library' });
