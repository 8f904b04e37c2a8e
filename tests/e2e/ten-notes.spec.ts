import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { storedRows } from './stored.ts';
import { addNow, chooseType, drawnPng, fieldNamed, openAdd, tabTo } from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', viewport: { width: 1200, height: 800 } });

test('[KEYS-4][LOG-17][NOTE-4] ten notes of every type by keyboard alone, found, changed, everything undone: the state of the start', async ({
  app,
}) => {
  const { page } = app;
  const png = await drawnPng(page);
  const start = await stateHash(page);
  const done = await storedRows(page, 'operations');
  await writeTenNotes(page, png);
  expect(await storedRows(page, 'notes')).toBe(26 + 10);
  await toToday(page);
  const written = await stateHash(page);
  expect(written).not.toBe(start);

  await changeThem(page);
  await toToday(page);
  expect(await stateHash(page)).not.toBe(written);

  // Notes, the picture, the note type, the edit, marks, tags and suspensions.
  const steps = (await storedRows(page, 'operations')) - done;
  expect(steps).toBe(10 + 1 + 1 + 4);
  for (let undone = 1; undone <= steps; undone++) {
    await page.keyboard.press('u');
    await expect.poll(() => storedRows(page, 'operations')).toBe(done + steps + undone);
  }
  expect(await stateHash(page)).toBe(start);
  expect(await storedRows(page, 'notes')).toBe(26);
});

/** Two basic notes, three clozes, and one of each other type that comes with Rounds or is made. */
async function writeTenNotes(page: Page, png: Buffer): Promise<void> {
  await openAdd(page);
  for (const round of [1, 2]) {
    await twoSides(page, `Basic ${round}?`, `Answer ${round}`);
    await addNow(page, 'Front');
  }
  for (const name of ['Basic and reversed', 'Typed answer', 'Basic, reversed if asked']) {
    await chooseType(page, name, 'Front');
    await twoSides(page, `${name}?`, `${name}!`);
    if (name.includes('if asked')) {
      await page.keyboard.press('Tab');
      await page.keyboard.type('y');
    }
    await addNow(page, 'Front');
  }
  await chooseType(page, 'Cloze', 'Text');
  for (const [first, second] of [['receptor'], ['integrin', 'Control+Shift+C'], ['antibody']]) {
    await page.keyboard.type('It binds the ');
    await page.keyboard.press('Control+Shift+C');
    await page.keyboard.type(first ?? '');
    if (second) {
      await page.keyboard.press('End');
      await page.keyboard.type(' of the ');
      await page.keyboard.press(second);
      await page.keyboard.type('cell');
    }
    await addNow(page, 'Text');
  }
  await occlusion(page, png);
  await ownType(page);
}

async function twoSides(page: Page, front: string, back: string): Promise<void> {
  await page.keyboard.type(front);
  await page.keyboard.press('Tab');
  await page.keyboard.type(back);
}

/** Two masks on a picture; which one is the operating system's to ask. */
async function occlusion(page: Page, buffer: Buffer): Promise<void> {
  await chooseType(page, 'Image occlusion', 'Header');
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Choose a picture' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'heart.png', mimeType: 'image/png', buffer });
  await tabTo(page, page.getByRole('application', { name: 'Masks on heart.png' }), 'Shift+Tab');
  await page.keyboard.press('n');
  await page.keyboard.press('n');
  await expect(page.getByText('Card 1 of 2 cards')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect.poll(() => storedRows(page, 'notes')).toBe(26 + 9);
}

async function ownType(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Change note types' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Note types', level: 1 })).toBeVisible();
  await tabTo(page, page.getByRole('button', { name: 'Copy as a new type' }));
  await page.keyboard.press('Enter');
  await expect.poll(() => storedRows(page, 'noteTypes')).toBe(1);
  await tabTo(page, page.getByRole('link', { name: 'Add', exact: true }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  const type = page.getByRole('combobox', { name: 'Type' });
  await tabTo(page, type, 'Shift+Tab');
  await page.keyboard.type('(own)');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(type).toHaveValue(/\(own\)$/);
  const first = (await type.inputValue()).startsWith('Basic') ? 'Front' : 'Text';
  await tabTo(page, fieldNamed(page, first));
  await twoSides(page, 'Own?', 'Own!');
  await addNow(page, first);
}

/** Found by a search, one is edited; all are marked, tagged and suspended. */
async function changeThem(page: Page): Promise<void> {
  await page.keyboard.press('b');
  await expect(page.getByRole('combobox', { name: /search/i })).toBeFocused();
  await page.keyboard.type('added:1 tag:none ');
  await expect(page.getByText(/: 14, of 10 notes/)).toBeVisible();
  await page.keyboard.type('"typed answer?" ');
  await expect(page.getByText(/: 1$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await page.keyboard.press('e');
  await expect(fieldNamed(page.getByRole('dialog'), 'Front')).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(' Indeed.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('row', { name: /Typed answer\? Indeed\./ })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('added:1 tag:none ');
  await expect(page.getByText(/: 14, of 10 notes/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Enter');
  await expect(page.locator('.grid-body [role="row"]').first()).toBeFocused();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('*');
  await expect(page.getByText(/10 notes marked/)).toBeVisible();
  await page.keyboard.press('Control+Shift+A');
  await page.keyboard.type('Later');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/1 tag added to 10 notes?\./)).toBeVisible();
  await page.keyboard.press('Control+j');
  await expect(page.getByRole('treeitem', { name: /^Suspended 14/ })).toBeVisible();
}

async function toToday(page: Page): Promise<void> {
  await tabTo(page, page.getByRole('link', { name: 'Today' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
}

/** The fingerprint of the whole collection, as Settings tells it; from Today and back, by keyboard. */
async function stateHash(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
  await tabTo(page, page.getByRole('link', { name: 'Settings' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Check the collection' }));
  await page.keyboard.press('Enter');
  const line = page.getByText(/^State [0-9a-f]{16}$/);
  await expect(line).toBeVisible();
  const text = (await line.innerText()).trim();
  await toToday(page);
  return text;
}
