import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { addNow, chooseType, fieldNamed, openAdd } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const sides = (page: Page, side: 'Question' | 'Answer') =>
  page.getByRole('textbox', { name: side, exact: true });
const preview = (page: Page, side: 'question' | 'answer') =>
  page.frameLocator(`iframe[title="Preview of the ${side}"]`).locator('body');

/** From the Add window to the note types. */
async function openTypes(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Change note types' }).click();
  await expect(page.getByRole('heading', { name: 'Note types', level: 1 })).toBeVisible();
}

async function addBasic(page: Page, front: string, back: string): Promise<void> {
  await page.keyboard.type(front);
  await page.keyboard.press('Tab');
  await page.keyboard.type(back);
  await addNow(page, 'Front');
}

test('[WRITE-11] a copied type is renamed in field and template, gets a second card, and its notes follow', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await openTypes(page);
  await page.getByRole('button', { name: 'Copy as a new type' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of the type' })).toHaveValue('Basic (own)');

  await page.getByRole('link', { name: 'Add', exact: true }).click();
  await chooseType(page, 'Basic (own)', 'Front');
  await addBasic(page, 'Natalizumab', 'blocks alpha-4 integrin');
  await openTypes(page);
  await page
    .getByRole('combobox', { name: 'Type', exact: true })
    .selectOption('Basic (own) – 1 note');
  await page.getByRole('textbox', { name: 'Name of field 1' }).fill('Drug');
  await expect(sides(page, 'Question')).toHaveValue(/\{\{Drug\}\}/);
  await expect(preview(page, 'question')).toContainText('Natalizumab');
  await page.getByRole('button', { name: 'Add a card' }).click();
  await sides(page, 'Question').nth(1).fill('Which drug {{Back}}?');
  await expect(preview(page, 'question')).toContainText('Which drug blocks alpha-4 integrin?');
  await save(page).click();
  await expect(page.getByText('The note type is saved.', { exact: false })).toBeVisible();

  await page.getByRole('link', { name: 'Add', exact: true }).click();
  await page.getByRole('button', { name: 'Edit: Natalizumab' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit the note' });
  await expect(dialog.getByText('Card 1 of 2 cards')).toBeVisible();
  await expect(fieldNamed(page, 'Drug')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  // Back to one card and the old name, in one step.
  await openTypes(page);
  await page.keyboard.press('Control+z');
  await expect(page.getByText(/^Undid: note type/)).toBeVisible();
  await page
    .getByRole('combobox', { name: 'Type', exact: true })
    .selectOption('Basic (own) – 1 note');
  await expect(page.getByRole('textbox', { name: 'Name of field 1' })).toHaveValue('Front');
  await expect(sides(page, 'Question')).toHaveCount(1);
});

test('[WRITE-11][TEMPLATE-27] a template with an error cannot be saved and says where; put right, it can', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await openTypes(page);
  const front = sides(page, 'Question').first();
  await front.fill('{{Front}} {{Nowhere}}');
  await expect(front).toHaveAccessibleDescription(/There is no field called Nowhere\./);
  await expect(front).toHaveAttribute('aria-invalid', 'true');
  await expect(save(page)).toBeDisabled();
  await front.fill('{{#Front}}{{Front}}');
  await expect(front).toHaveAccessibleDescription(/Front/);
  await expect(save(page)).toBeDisabled();
  await front.fill('Think: {{Front}}');
  await expect(front).toHaveAccessibleDescription('');
  await save(page).click();
  await expect(page.getByText('The note type is saved.', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Back to how it came' }).click();
  await expect(front).toHaveValue('{{Front}}');
});
