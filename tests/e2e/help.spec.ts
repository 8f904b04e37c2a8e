import { expect, test } from './app.ts';

test('[HELP-1] help is opened by its key, the palette, the list of keys and the settings', async ({
  app: { page },
}) => {
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  const title = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });
  await page.keyboard.press('x');
  await expect(page.getByRole('heading', { level: 1, name: 'Exams' })).toBeVisible();
  await page.keyboard.press('F1');
  await expect(page.getByRole('article').getByText('Tell Rounds when the exam is')).toBeVisible();
  await expect(title('Exams')).toBeFocused();
  await page.getByRole('link', { name: 'Back to where you were' }).click();
  await expect(page.getByRole('link', { name: 'New exam' })).toBeVisible();

  await page.keyboard.press('Control+K');
  await page.getByRole('combobox', { name: 'What to do' }).fill('help');
  await expect(page.getByRole('option', { name: /^Help/ })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(title('Exams')).toBeFocused();

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: 'Keys' }).getByRole('link', { name: 'help' }).click();
  await expect(title('Keys')).toBeFocused();

  await page.getByRole('link', { name: 'All pages' }).click();
  await expect(title('Help')).toBeVisible();
  const field = page.getByRole('combobox', { name: 'Search the help' });
  await expect(field).toBeFocused();
  await field.fill('pull plug');
  await expect(page.getByRole('option').first()).toContainText('When an answer is safe');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^When an answer is safe/ })).toBeFocused();

  await page.evaluate(() => {
    location.hash = '/settings?at=about';
  });
  await page.getByRole('main').getByRole('link', { name: 'help', exact: true }).click();
  await expect(title('Help')).toBeVisible();
});
