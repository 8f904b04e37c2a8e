import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { tabTo } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', viewport: { width: 1200, height: 800 } });

const search = (page: Page) => page.getByRole('combobox', { name: 'Search the library' });
const node = (page: Page, name: string | RegExp) => page.getByRole('treeitem', { name });
const rows = (page: Page) => page.locator('.grid-body [role="row"]');

/** From wherever one is to the library, by its key; its whole listing is there. */
async function openLibrary(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  await page.keyboard.press('b');
  await expect(search(page)).toBeFocused();
  await expect(page.getByText(/^All cards: \d+/)).toBeVisible();
}

test('[LIBRARY-3][LIBRARY-5][LIBRARY-9][LIBRARY-18] by keyboard alone: found, chosen, suspended, tagged, taken back', async ({
  app,
}) => {
  const { page } = app;
  await openLibrary(page);
  await page.keyboard.type('tag:saf');
  await expect(page.getByRole('option', { name: /^tag:Safety/ }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Tab');
  await expect(search(page)).toHaveValue('tag:Safety ');
  await page.keyboard.type('-is:suspended');
  await expect(
    page.getByText(/tagged “Safety” or below it and that are not suspended: /),
  ).toBeVisible();
  const before = await rows(page).count();
  await page.keyboard.press('Enter');
  await expect(rows(page).first()).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Control+j');
  await expect(page.getByText('2 cards suspended.')).toBeVisible();
  // They stay where they are until the search is asked for again.
  await expect(rows(page)).toHaveCount(before);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('tag:Safety is:suspended');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Later');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 tag added to \d notes?\./)).toBeVisible();
  await expect(node(page, /^Later 2|^Later \d/)).toBeVisible();
  await page.keyboard.press('u');
  await expect(node(page, /^Later/)).toBeHidden();
  await page.keyboard.press('u');
  await expect(page.getByText(/^Undid: suspend /)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Nothing found' })).toBeVisible();
});

test('[LIBRARY-13][LIBRARY-15][LIBRARY-16] sections are found, renamed and dragged in the side tree', async ({
  app,
}) => {
  const { page } = app;
  await openLibrary(page);
  await node(page, /^Trials/).click();
  await expect(search(page)).toHaveValue('tag:Trials');
  await node(page, /^Trials/).dragTo(node(page, /^Safety/));
  await expect(page.getByText('“Trials” is now “Safety::Trials”.')).toBeVisible();
  await expect(node(page, /^Trials/)).toBeHidden();
  await node(page, /^Safety/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(node(page, /^Trials/)).toHaveAttribute('aria-level', '3');
  await page.keyboard.press('F2');
  await page.getByRole('dialog').getByLabel('Name').fill('Risks');
  await page.keyboard.press('Enter');
  await expect(node(page, /^Risks/)).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(node(page, /^Trials/)).toHaveAttribute('aria-level', '2');
});

test('[LIBRARY-6][LIBRARY-8] columns, order and saved searches are there again after a restart', async ({
  app,
}) => {
  const { page } = app;
  await openLibrary(page);
  await page.keyboard.type('natalizumab');
  await page.getByRole('button', { name: 'Searches' }).click();
  await page.getByRole('menuitem', { name: 'Save this search…' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('The drug');
  await page.keyboard.press('Enter');
  await expect(node(page, 'The drug')).toBeVisible();
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Tags' }).first().click();
  await page.getByRole('columnheader', { name: 'Note' }).getByRole('button').click();
  const again = await app.restart();
  await openLibrary(again);
  await expect(again.getByRole('columnheader', { name: 'Tags' })).toBeVisible();
  await expect(again.getByRole('columnheader', { name: 'Note' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await node(again, 'The drug').click();
  await expect(search(again)).toHaveValue('natalizumab');
});

test('[LIBRARY-17] what a search finds is studied, and nothing else', async ({ app }) => {
  const { page } = app;
  await openLibrary(page);
  await page.keyboard.type('tag:Mechanism card:1');
  await expect(page.getByText(/tagged “Mechanism”/)).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Searches' }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.locator('.card-section')).toHaveText('Mechanism');
});

test('[LIBRARY-24] in a narrow window the tree and the preview come when asked', async ({
  app,
}) => {
  const page = await app.restart({ viewport: { width: 400, height: 700 } });
  await openLibrary(page);
  await page.getByRole('button', { name: 'Sidebar' }).click();
  await page
    .getByRole('dialog')
    .getByRole('treeitem', { name: /^Safety/ })
    .click();
  await expect(search(page)).toHaveValue('tag:Safety');
  await rows(page).first().click();
  await page.getByRole('button', { name: 'Preview' }).click();
  await expect(page.getByRole('dialog').getByRole('article', { name: 'Preview' })).toBeVisible();
});
