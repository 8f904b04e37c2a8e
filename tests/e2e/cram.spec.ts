import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { storedRows, storedState } from './stored.ts';
import { answer, answerAll, begin, question } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', timezoneId: 'Europe/Zurich' });

/** What an operation of any kind writes besides its effects, and the ledger itself. */
const LOG = [
  'operations',
  'changeParts',
  'undone',
  'device',
  'sessions',
  'cramAnswers',
  'forecasts',
  // The library's index, which is kept in a quiet moment after it was opened.
  'kept',
];

/** From anywhere to the first card of a round over the section, by keyboard alone. */
async function cram(page: Page, section: RegExp): Promise<void> {
  // No key is heard before there is a screen.
  await expect(page.locator('main:not([aria-busy="true"]) h1')).toBeVisible();
  await page.keyboard.press('b');
  const node = page.getByRole('treeitem', { name: section });
  await expect(node).toBeVisible();
  for (let presses = 0; presses < 20; presses++) {
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'treeitem'))
      break;
    await page.keyboard.press('Tab');
  }
  for (let presses = 0; presses < 40; presses++) {
    if (await node.evaluate((element) => element === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  await expect(node).toBeFocused();
  await page.keyboard.press('Shift+F10');
  await page.keyboard.press('c');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
}

const progress = (page: Page) => page.getByText(/^\d+ of \d+ recalled$/);

test('[CRAM-3] a section is crammed by keyboard; killed in the middle it goes on at the same card', async ({
  app,
}) => {
  let { page } = app;
  await begin(page);
  await answer(page, 4);
  await answer(page, 4);
  await page.keyboard.press('Escape');
  const before = await storedState(page, LOG);

  await cram(page, /^MS therapy/);
  await expect(page.getByText('Cramming MS therapy', { exact: true }).last()).toBeVisible();
  await expect(page.getByText('Your schedule stays as it is', { exact: false })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('group', { name: 'How well did you know it?' })).toMatchAriaSnapshot(`
    - group "How well did you know it?":
      - text: How well did you know it?
      - button "Again soon again"
      - button "Hard once more"
      - button "Good done"
      - button "Easy done"
  `);
  await page.keyboard.press('1');
  await expect(page.getByRole('button', { name: /^Show answer/ })).toBeFocused();
  await answer(page, 3);
  await answer(page, 2);
  const onScreen = await question(page);
  await expect(progress(page)).toHaveText(/^1 of \d+ recalled$/);

  page = await app.kill();
  await expect(page.getByRole('button', { name: 'Continue cramming MS therapy' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect.poll(() => question(page)).toBe(onScreen);
  await expect(progress(page)).toHaveText(/^1 of \d+ recalled$/);

  await page.keyboard.press('u');
  await expect(page.getByText(/^Undid: answer \(/)).toBeVisible();
  await expect.poll(() => question(page)).not.toBe(onScreen);
  await answer(page, 2);
  await answerAll(page, 3);
  await expect(page.getByRole('heading', { name: 'All recalled' })).toBeFocused();
  await expect(page.getByText(/^\d+ of \d+ cards, \d+ %$/)).toBeVisible();
  // All that time nothing but the ledger has changed.
  expect(await storedState(page, LOG)).toBe(before);
});

test('[CRAM-1] what moves dates is not to be had while cramming, by key or by menu', async ({
  app,
}) => {
  const { page } = app;
  await cram(page, /^MS therapy/);
  const first = await question(page);
  for (const key of ['-', '=', 'Control+Shift+D', 'Control+Alt+n']) await page.keyboard.press(key);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'This card' });
  await expect(dialog.getByRole('button', { name: /Suspend the card/ })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /Bury|due date|Forget/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  expect(await question(page)).toBe(first);
  expect(await storedRows(page, 'operations')).toBe(1);
});

test('[CRAM-5] crammed answers are looked at, counted as study, and taken back with one key', async ({
  app,
}) => {
  const { page } = app;
  await cram(page, /^MS therapy/);
  await answer(page, 1);
  const answers = 1 + (await answerAll(page, 3));
  const before = await storedState(page, LOG);
  await page.getByRole('button', { name: 'Count as study…' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Count as study' });
  await expect(dialog.getByText(/learnt for the first time\.$/)).toBeVisible();
  await expect(dialog.getByText(`${answers} answers to ${answers - 1} cards`)).toBeVisible();
  await expect(dialog.getByRole('row')).toHaveCount(answers);
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Count them as study' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(`${answers} crammed answers counted as study.`)).toBeVisible();
  await expect(
    page.getByText('Counted as study: the cards come at their new dates.'),
  ).toBeVisible();
  expect(await storedState(page, LOG)).not.toBe(before);
  await page.keyboard.press('u');
  await expect(page.getByRole('button', { name: 'Count as study…' })).toBeVisible();
  expect(await storedState(page, LOG)).toBe(before);
});

test('[CRAM-5] an accepted answer stands in its card’s history', async ({ app }) => {
  const { page } = app;
  await cram(page, /^MS therapy/);
  await answerAll(page, 4);
  await page.getByRole('button', { name: 'Count as study…' }).click();
  await page.getByRole('button', { name: 'Count them as study' }).click();
  await expect(page.getByText('Counted as study: the cards')).toBeVisible();
  await cram(page, /^MS therapy/);
  await page.keyboard.press('i');
  const info = page.getByRole('dialog', { name: 'Card info' });
  await expect(info.getByRole('row', { name: /2 Mar 2026 Easy \d+ days/ })).toBeVisible();
  await expect(info.getByText('1 answer, 0 lapses')).toBeVisible();
});

test('[CRAM-6] answers left for later wait under Exams and can be dropped there, and got back', async ({
  app,
}) => {
  const { page } = app;
  await cram(page, /^MS therapy/);
  await answer(page, 1);
  await answer(page, 3);
  await page.keyboard.press('Escape');
  await page.keyboard.press('x');
  await expect(page.getByText('2 crammed answers wait for a decision.')).toBeVisible();
  await expect(page.getByText('Recalled at the last try: 1 of 2 cards.')).toBeVisible();
  await page.getByRole('button', { name: 'Decide…' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Drop them' }).press('Enter');
  await expect(page.getByText('2 crammed answers dropped.')).toBeVisible();
  await expect(page.getByText(/wait for a decision/)).toHaveCount(0);
  await page.keyboard.press('u');
  await expect(page.getByText('2 crammed answers wait for a decision.')).toBeVisible();
});

test('[CRAM-3] those that were hard can be crammed again at once', async ({ app }) => {
  const { page } = app;
  await cram(page, /^MS therapy/);
  const first = await question(page);
  await answer(page, 1);
  await answer(page, 2);
  await answerAll(page, 4);
  await page.getByRole('button', { name: 'Cram the 2 hard ones again' }).press('Enter');
  await expect(progress(page)).toHaveText('0 of 2 recalled');
  expect(await question(page)).toBe(first);
  await answerAll(page, 3);
  await expect(page.getByRole('heading', { name: 'All recalled' })).toBeVisible();
  await expect(page.getByText('2 of 2 cards, 100 %')).toBeVisible();
});

test('[EXAM-20] a break is planned by keyboard, weighed before it is saved, changed, switched off and deleted', async ({
  app,
}) => {
  const { page } = app;
  await begin(page);
  await answerAll(page, 4);
  await page.keyboard.press('Escape');
  const before = await storedState(page, [...LOG, 'overlays']);
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Plan a break' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Plan a break' });
  await expect(dialog.getByLabel('First day')).toBeFocused();
  await expect(dialog.getByLabel('First day')).toHaveValue('2026-03-03');
  await expect(dialog.getByLabel('Spread afterwards over, days')).toHaveValue('4');
  await dialog.getByLabel('Last day').fill('2026-03-02');
  await expect(dialog.getByText('The break ends before it begins.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('The break ends before it begins.');
  await expect(dialog.getByLabel('First day')).toHaveValue('2026-03-03');
  await dialog.getByLabel('Last day').fill('2026-03-14');
  await expect(dialog.getByLabel('Spread afterwards over, days')).toHaveValue('6');
  await expect(dialog.getByText(/^The heaviest day (goes from|stays)/)).toBeVisible();
  await dialog.getByText('As a table').press('Enter');
  await expect(dialog.getByRole('row').nth(20)).toBeVisible();
  await dialog.getByLabel('Name').fill('Mountains');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Tue 3 Mar to Sat 14 Mar, then spread over 6 days')).toBeVisible();

  await page.getByRole('button', { name: 'Edit Mountains' }).press('Enter');
  await page.getByLabel('Spread afterwards over, days').fill('2');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Tue 3 Mar to Sat 14 Mar, then spread over 2 days')).toBeVisible();
  await page.getByRole('switch', { name: 'Mountains on' }).press('Space');
  await expect(page.getByText('switched off', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Delete Mountains' }).press('Enter');
  await expect(page.getByText('“Mountains” deleted.')).toBeVisible();
  await page.keyboard.press('u');
  await expect(page.getByRole('switch', { name: 'Mountains on' })).not.toBeChecked();
  expect(await storedState(page, [...LOG, 'overlays'])).toBe(before);
});

test('[EXAM-20] a backlog of weeks is counted, and spread so that its days are bearable', async ({
  app,
}) => {
  let { page } = app;
  await begin(page);
  await answerAll(page, 4);
  await app.setClock('2026-05-20T08:00:00Z');
  page = await app.restart();
  await expect(page.locator('main:not([aria-busy="true"]) h1')).toBeVisible();
  await page.keyboard.press('x');
  await page.getByRole('button', { name: 'Catch up on a backlog' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Catch up on a backlog' });
  await expect(
    dialog.getByText(/^20 reviews have waited since an earlier day, about/),
  ).toBeVisible();
  await expect(dialog.getByLabel('Spread over, days')).toBeFocused();
  await expect(dialog.getByLabel('Spread over, days')).toHaveValue('2');
  await expect(
    dialog.getByText(/^The heaviest day goes from \d+ minutes? to \d+ minutes?\.$/),
  ).toBeVisible();
  await dialog.getByLabel('Spread over, days').fill('0');
  await expect(dialog.getByText(/a whole number from 1 to 400/)).toBeVisible();
  await dialog.getByLabel('Spread over, days').fill('5');
  await page.keyboard.press('Enter');
  await expect(page.getByText('catching up, day 1 of 5')).toBeVisible();
});
