import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { rendererIn } from '../../renderer.config.ts';
import { chromiumArguments, findChromium, findHeadlessShell } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';
import { expect, test } from './app.ts';
import { profiles } from './kept-browser.ts';
import { greekDeck, PSEUDO } from './pseudo-language.ts';

const PLACES = [
  '',
  'review',
  'add',
  'library',
  'exams',
  'exams/new',
  'deck',
  'import',
  'types',
  'media',
  'advice',
  'insights',
  'insights/simulator',
  'settings',
  'nowhere',
];

/** What the types that come with Rounds call their cards: content, and the same in any language. */
const OF_STOCK_TYPES = /^(?:Cloze \d+|Card \d+|Front to back|Back to front)$/;

test('[WORDS-8] in a language that is none, every text is in it, and longer words fit a phone', async ({
  shell,
}) => {
  test.skip(shell !== 'web', 'one build of the page is enough');
  test.setTimeout(600_000);
  const folder = await mkdtemp(join(profiles, 'rounds-language-'));
  const config = rendererIn(PSEUDO, join(folder, 'renderer'));
  await build({
    ...config,
    configFile: false,
    logLevel: 'error',
    plugins: [greekDeck(), ...(config.plugins ?? [])],
  });
  const server = await serve({ root: join(folder, 'renderer') });
  const executablePath = (findHeadlessShell() ?? findChromium())?.path;
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(executablePath === undefined ? {} : { executablePath }),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumArguments,
    viewport: { width: 390, height: 844 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.address);
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
  for (const place of PLACES) {
    await page.goto(`${server.address}#/${place}`);
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeAttached();
    await settled(page);
    expect
      .soft(
        (await past(page)).filter((text) => !OF_STOCK_TYPES.test(text)),
        place,
      )
      .toEqual([]);
    expect.soft(await sideways(page), `${place}: sideways`).toBe(0);
  }
  await context.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** Until nothing is being worked out any more, and the page stays as it is. */
async function settled(page: Page): Promise<void> {
  let before = '';
  await expect
    .poll(
      async () => {
        const now = await page.locator('body').innerText();
        const isSame = now === before;
        before = now;
        return isSame;
      },
      { intervals: [400] },
    )
    .toBe(true);
}

/** Latin words that are shown or spoken outside of the brackets, names of keys and what is typed left out. */
function past(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const LATIN = /[A-Za-zÀ-ɏ]{2,}/;
    const outside: string[] = [];
    let depth = 0;
    const look = (text: string): void => {
      let rest = '';
      for (const sign of text) {
        if (sign === '⟦') depth += 1;
        else if (sign === '⟧') depth -= 1;
        else if (depth === 0) rest += sign;
      }
      if (LATIN.test(rest.replaceAll('Rounds', ''))) outside.push(rest.trim());
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const within = walker.currentNode.parentElement;
      if (
        within?.checkVisibility() &&
        !within.closest('script, style, noscript, kbd, code, textarea, .key, .key-list button')
      ) {
        look(walker.currentNode.textContent ?? '');
      }
    }
    const spoken = [
      'aria-label',
      'title',
      'placeholder',
      'alt',
      'aria-description',
      'aria-valuetext',
    ];
    for (const element of document.body.querySelectorAll('*')) {
      if (!element.checkVisibility()) continue;
      for (const name of spoken) {
        depth = 0;
        look(element.getAttribute(name) ?? '');
      }
    }
    return [...new Set(outside)];
  });
}

function sideways(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
