import { writeFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';

test.use({ startAt: '2026-03-02T08:00:00Z' });

const WORD = 'Pneumonoultramicroscopicsilicovolcanoconiosis'.repeat(4);
const TAGS = Array.from({ length: 40 }, (_, index) =>
  index % 7 === 0 ? `T${index}::${WORD.slice(0, 90)}` : `Tag${index}::Part`,
);
const DECK = `# ${WORD} deck
- deck: long
- source: https://example.org/${WORD}
## ${WORD}::${WORD}
${[1, 2, 3].map((number) => `### f${number}\nQ: ${WORD} ${number}\nA: ${WORD}\n- also: ${TAGS.join(', ')}\n`).join('\n')}`;

/** Other screens, by their address. */
const PLACES = ['library', 'exams', 'exams/new', 'types', 'media', 'settings', 'advice'];

for (const viewport of [
  { width: 1200, height: 800 },
  { width: 400, height: 700 },
  { width: 320, height: 640 },
]) {
  test.describe(`at ${viewport.width} px`, () => {
    test.use({ viewport, reducedMotion: 'reduce' });
    test.skip(({ shell }) => shell !== 'web', 'the desktop shell asks through the native dialog');

    test('[LARGE-7] no screen scrolls sideways with long words, long names and forty tags', async ({
      app,
    }, testInfo) => {
      test.setTimeout(180_000);
      const { page } = app;
      const at = (path: string) => page.goto(page.url().replace(/#.*|$/, `#/${path}`));
      const stays = async (screen: string) => {
        await page.evaluate(() => document.fonts.ready.then(() => undefined));
        expect.soft(await sideways(page), screen).toBe(0);
      };
      const file = testInfo.outputPath('long.md');
      await writeFile(file, DECK);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await at('deck');
      const chooser = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await chooser).setFiles(file);
      const add = page.getByRole('button', { name: 'Add the deck' });
      await expect(add).toBeVisible();
      await stays('a deck’s report');
      await add.click();
      await expect(page.getByRole('heading', { level: 1, name: /^Today/ })).toBeVisible();
      await stays('Today');

      await at('add');
      const front = page.getByRole('textbox', { name: /^Front/ }).first();
      await front.click();
      await page.keyboard.insertText(`https://example.org/${WORD} ${WORD}`);
      await page.keyboard.press('Tab');
      await page.keyboard.insertText(WORD);
      await page.getByRole('combobox', { name: 'Tags' }).fill(`${TAGS.join(' ')} `);
      await expect(page.getByRole('button', { name: /^Take off the tag/ })).toHaveCount(40);
      await stays('Add, written');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(page.getByText('Added.').first()).toBeVisible();
      await stays('Add, added');
      await page.locator('.added li button').first().click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await stays('the note’s editor');
      await page.keyboard.press('Escape');
      await at('deck');
      await expect(page.getByRole('heading', { name: 'Your decks' })).toBeVisible();
      await stays('Decks');
      for (const place of PLACES) {
        await at(place);
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
        await stays(place);
      }
    });
  });
}

/** By how many pixels the page, or an open dialog, can be scrolled sideways. */
function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const places = [document.documentElement, ...document.querySelectorAll('dialog:modal')];
    return Math.max(...places.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
  });
}
