import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright';
import { expect, test } from 'vitest';
import { chromiumArguments, findChromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/serve.mjs';

/** Stands before the web shell's server and counts what is asked of it. */
async function counting(address: string) {
  const asked = new Map<string, number>();
  const server = createServer(async ({ url = '/' }, response) => {
    asked.set(url, (asked.get(url) ?? 0) + 1);
    const answer = await fetch(new URL(url, address));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { asked, address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

test('[SHELL-28] fonts, scripts and styles are fetched once, by page, card and service worker', async () => {
  const web = await serve({ port: 0 });
  const counted = await counting(web.address);
  const found = findChromium();
  const browser = await chromium.launch({
    ...(found ? { executablePath: found.path } : {}),
    chromiumSandbox: process.getuid?.() !== 0,
    args: chromiumArguments,
  });
  try {
    const page = await browser.newPage();
    await page.goto(counted.address);
    await page.getByRole('main').getByRole('button', { name: 'Begin' }).click();
    const card = page.frameLocator('iframe[title="Question"]').locator('#qa');
    await card.getByText(/\S/).first().waitFor();
    const loaded = await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const frame = document.querySelector('iframe')?.contentDocument;
      await Promise.all([document.fonts.ready, frame?.fonts.ready]);
      return [...(frame?.fonts ?? [])].filter(({ status }) => status === 'loaded').length;
    });
    expect(loaded, 'fonts in the card').toBeGreaterThan(0);
    const assets = [...counted.asked].filter(([url]) => url.startsWith('/assets/'));
    expect(assets.filter(([url]) => url.endsWith('.woff2')).length).toBeGreaterThan(3);
    expect(assets.filter(([, times]) => times > 1)).toEqual([]);
  } finally {
    await browser.close();
    counted.close();
    await web.close();
  }
});
