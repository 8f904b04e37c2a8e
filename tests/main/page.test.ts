import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type {} from '../../src/platform/electron.ts';
import { pageOf, startMain, temporaryFolder, windowOf } from './start-main.ts';
import { waitFor, waitUntil } from '../support/wait-for.ts';

/** Starts main with a page in a real Chromium: the built renderer over the built preload. */
async function startWithPage() {
  const standIn = await startMain({ pages: true });
  const { page, navigations, opened } = pageOf(standIn);
  return { standIn, page, navigations, opened };
}

test('[SHELL-1] the built page runs in the window, over the bridge', async () => {
  const { page } = await startWithPage();
  await page.getByRole('main').getByRole('button', { name: 'Begin' }).waitFor();
});

test('[SHELL-13] saving goes from the page through preload and main to the disk', async () => {
  const { standIn, page } = await startWithPage();
  const filePath = join(await temporaryFolder(), 'deck.md');
  standIn.dialogAnswers.push({ canceled: false, filePath });
  const answer = await page.evaluate(() => window.desktop?.saveTextFile('deck.md', 'α4β1'));
  expect(answer).toEqual({ ok: true, value: true });
  expect(await readFile(filePath, 'utf8')).toBe('α4β1');
});

test('[SHELL-11] what cannot be cloned does not cross, and malformed calls are refused', async () => {
  const { page } = await startWithPage();
  const call = (text: unknown) =>
    page.evaluate((value) => {
      const { saveTextFile } = window.desktop as unknown as {
        saveTextFile(name: unknown, text: unknown): Promise<unknown>;
      };
      return saveTextFile('a.txt', value === 'function' ? () => {} : value).catch(
        (error: Error) => error.name,
      );
    }, text);
  expect(await call('function')).toBe('DataCloneError');
  expect(await call(5)).toMatchObject({ ok: false });
});

test('[SHELL-17] a command of the menu reaches the page, and no part of Electron with it', async () => {
  const { standIn, page } = await startWithPage();
  await page.evaluate(() => {
    const received: unknown[] = [];
    Object.assign(window, { received });
    const stop = window.desktop?.onCommand((...args) => received.push(...args));
    Object.assign(window, { stop });
  });
  const received = () => page.evaluate(() => (window as unknown as { received: unknown }).received);
  const study = standIn.menu.find(({ label }) => label === '&Study');
  const undo = study?.submenu?.find(({ label }) => label === 'Undo Last Change');
  undo?.click?.();
  await waitFor(async () => expect(await received()).toEqual(['undo']));
  await page.evaluate(() => (window as unknown as { stop(): void }).stop());
  undo?.click?.();
  await windowOf(standIn).webContents.page?.deliver('rounds:command', ['today']);
  expect(await received()).toEqual(['undo']);
});

test('[SHELL-7] inline scripts, eval, foreign scripts and foreign connections are blocked', async () => {
  const { page } = await startWithPage();
  const tried = await page.evaluate(async () => {
    const attempt = async (act: () => unknown) => {
      // A turn later: the debugger, through which this runs, may eval; the page may not.
      await new Promise((resolve) => setTimeout(resolve));
      try {
        await act();
        return 'ran';
      } catch {
        return 'blocked';
      }
    };
    const script = document.createElement('script');
    const inline = await attempt(() => {
      script.textContent = 'window.ran = 1';
      document.body.append(script);
      if (!('ran' in window)) throw new Error('blocked');
    });
    return {
      inline,
      html: await attempt(() => {
        const place = document.createElement('div');
        place.innerHTML = '<b onclick="1">kept</b><script>1</script>';
        if (place.innerHTML === '<b>kept</b>') throw new Error('sanitised');
      }),
      evaluated: await attempt(() => Function('return 1')()),
      foreign: await attempt(() => {
        document.createElement('script').src = 'https://example.org/x.js';
      }),
      policy: await attempt(() => {
        const { trustedTypes } = window as unknown as {
          trustedTypes: { createPolicy(name: string, rules: object): unknown };
        };
        trustedTypes.createPolicy('mine', {});
      }),
      connection: await attempt(() => fetch('https://example.org/')),
    };
  });
  expect(new Set(Object.entries(tried))).toEqual(
    new Set(Object.keys(tried).map((name) => [name, 'blocked'])),
  );
});

test('[SHELL-8] the page cannot be led away, and nothing leads out by itself', async () => {
  const { standIn, page, navigations } = await startWithPage();
  const leave = (url: string) =>
    page.evaluate((to) => {
      location.href = to;
    }, url);
  await leave('https://example.invalid/away');
  await waitUntil(() => navigations.length === 1);
  await leave('http://example.invalid/away');
  await waitUntil(() => navigations.length === 2);
  expect(navigations.map(({ prevented }) => prevented)).toEqual([true, true]);
  expect(standIn.openedOutside).toEqual([]);
  expect(page.url()).toContain('/index.html');
});

test('[SHELL-8] no new window opens, and nothing leads out by itself', async () => {
  const { standIn, page, opened } = await startWithPage();
  await page.evaluate(() => {
    window.open('https://example.invalid/x');
    window.open('http://example.invalid/y');
  });
  await waitUntil(() => opened.length === 2);
  expect(opened.map(({ action }) => action)).toEqual(['deny', 'deny']);
  expect(standIn.openedOutside).toEqual([]);
});
