import type { Page } from '@playwright/test';
import { WEBM_SOUND } from '../support/media-files.ts';
import { expect, test } from './app.ts';
import { cardSide } from './studying.ts';
import {
  addNow,
  chooseType,
  drawnPng,
  fieldNamed,
  intoNewDeck,
  openAdd,
  pasteFile,
  pastePicture,
  pictureIn,
  study,
  tabTo,
} from './writing.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

/** How wide the first picture on the side is in its own pixels: 0 while there is none to be seen. */
const pictureWidth = (page: Page, side: 'Question' | 'Answer') =>
  cardSide(page, side)
    .locator('img')
    .first()
    .evaluate((picture) => (picture as HTMLImageElement).naturalWidth);

test('[TEMPLATE-16][TEMPLATE-17][KEYS-4] a typed answer is studied by keyboard: type, Enter compares, 3 grades', async ({
  app,
}) => {
  const { page } = app;
  await openAdd(page);
  await intoNewDeck(page, 'Own');
  await chooseType(page, 'Typed answer', 'Front');
  await page.keyboard.type('Which infection is feared?');
  await page.keyboard.press('Tab');
  await page.keyboard.type('encephalopathy');
  await addNow(page, 'Front');
  await page.getByRole('link', { name: 'Today' }).click();
  await page.getByRole('button', { name: 'Study Own' }).click();
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused();
  // Keys of the review are letters and digits here.
  await page.keyboard.type('encefalopathy u3');
  await page.keyboard.press('Enter');
  const comparison = cardSide(page, 'Answer').locator('.typed-answer');
  await expect(comparison).toContainText('You typed: encefalopathy u3');
  await expect(comparison.locator('.typed-bad').first()).toBeVisible();
  await expect(comparison.locator('.typed-missed')).toHaveText('ph');
  await expect(page.getByRole('button', { name: /^Good/ })).toBeFocused();
  await page.keyboard.press('3');

  // Ten minutes on, the field is empty again, and the right answer is all good.
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toBeFocused();
  await expect(page.getByRole('textbox', { name: 'Your answer' })).toHaveValue('');
  await page.keyboard.type('encephalopathy');
  await page.keyboard.press('Enter');
  await expect(comparison).toHaveText('Right: encephalopathy');
  await expect(comparison.locator('.typed-bad, .typed-missed')).toHaveCount(0);
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
});

test('[MASK-12][TEMPLATE-23] masks are put on a picture by keyboard alone, and each is asked on its card', async ({
  app,
}) => {
  const { page } = app;
  const buffer = await drawnPng(page);
  await openAdd(page);
  await intoNewDeck(page, 'Own');
  await chooseType(page, 'Image occlusion', 'Header');
  const chooser = page.waitForEvent('filechooser');
  await tabTo(page, page.getByRole('button', { name: 'Choose a picture' }), 'Shift+Tab');
  await page.keyboard.press('Enter');
  await (await chooser).setFiles({ name: 'heart.png', mimeType: 'image/png', buffer });

  const surface = page.getByRole('application', { name: 'Masks on heart.png' });
  await expect(surface).toBeVisible();
  await tabTo(page, surface, 'Shift+Tab');
  await page.keyboard.press('n');
  await page.keyboard.press('Enter');
  await page.keyboard.type('left atrium');
  await page.keyboard.press('Enter');
  await page.keyboard.press('n');
  for (let step = 0; step < 5; step++) await page.keyboard.press('Shift+Alt+ArrowRight');
  for (let step = 0; step < 25; step++) await page.keyboard.press('ArrowDown');
  await expect(
    surface.getByRole('button', { name: 'Card 1, rectangle, left atrium' }),
  ).toBeVisible();
  await expect(surface.getByRole('button', { name: 'Card 2, rectangle' })).toBeVisible();
  await expect(page.getByText('Card 1 of 2 cards')).toBeVisible();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Added.').first()).toBeVisible();

  await study(page, 'Own');
  const masks = (side: 'Question' | 'Answer') =>
    cardSide(page, side).getByRole('img', { name: /^Mask/ });
  await expect(masks('Question')).toHaveCount(2);
  await expect.poll(() => pictureWidth(page, 'Question')).toBe(640);
  expect(await names(masks('Question'))).toEqual(['Mask 1 of 2, asked for', 'Mask 2 of 2, hidden']);
  await page.keyboard.press('Space');
  await expect(masks('Answer')).toHaveCount(2);
  expect(await names(masks('Answer'))).toEqual([
    'Mask 1 of 2, revealed: left atrium',
    'Mask 2 of 2, hidden',
  ]);
  await page.keyboard.press('4');
  // The other mask is a sibling, and waits until tomorrow.
  await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ allowedErrors: [/ERR_CONNECTION_REFUSED/], newBrowser: true, loadsAll: true });

  test('[MEDIA-14][SHELL-21] a picture and a sound pasted into a note are shown and played when its card is studied, and offline', async ({
    app,
  }) => {
    let { page } = app;
    await openAdd(page);
    await intoNewDeck(page, 'Own');
    await chooseType(page, 'Basic', 'Front');
    await page.keyboard.type('What is this? ');
    await pastePicture(page, await drawnPng(page));
    await expect(pictureIn(fieldNamed(page, 'Front'))).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.type('The heart');
    await pasteFile(page, { bytes: WEBM_SOUND, name: 'beat.weba', type: 'audio/webm' });
    await expect(fieldNamed(page, 'Back')).toContainText('beat.weba');
    await addNow(page, 'Front');
    await study(page, 'Own');
    await expect(cardSide(page, 'Question')).toContainText('What is this?');
    await expect.poll(() => pictureWidth(page, 'Question')).toBe(640);

    if (app.shell === 'web') {
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await app.stopServer();
    }
    page = await app.restart();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect.poll(() => pictureWidth(page, 'Question')).toBe(640);
    await page.keyboard.press('Space');
    await expect(page.getByRole('button', { name: /^Good/ })).toBeVisible();
    const sound = cardSide(page, 'Answer').locator('audio');
    await expect.poll(() => sound.evaluate(lengthOf)).toBeGreaterThan(0);
    await page.keyboard.press('4');
    await expect(page.getByRole('heading', { name: 'Done' })).toBeVisible();
    await page.keyboard.press('Escape');
    // Screens that are loaded only when they are opened.
    for (const [link, heading] of [
      ['Add', 'Add notes'],
      ['Library', 'Library'],
    ] as const) {
      await page.getByRole('link', { name: link, exact: true }).click();
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible();
    }
    await page.goto(page.url().replace(/#.*/, '#/media'));
    await expect(page.getByText(/^2 files, /)).toBeVisible();
    await page.goto(page.url().replace(/#.*/, '#/types'));
    await expect(page.getByRole('heading', { level: 1, name: 'Note types' })).toBeVisible();
  });
});

/** In seconds, of a sound that can be played. */
const lengthOf = (player: Element) => (player as HTMLMediaElement).duration || 0;

function names(masks: ReturnType<Page['locator']>): Promise<(string | null)[]> {
  return masks.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
}
