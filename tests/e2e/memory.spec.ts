import type { Page } from '@playwright/test';
import { expect, test } from './app.ts';
import { answer, begin } from './studying.ts';

test.use({ startAt: '2026-03-02T08:00:00Z', timezoneId: 'Europe/Zurich' });

/** What a page holds, once its garbage is collected. */
interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
  readonly heapBytes: number;
}

/** So much may come and go between two moments; a leak of one a round is more than this. */
const SLACK: Held = { nodes: 15, listeners: 8, documents: 1, heapBytes: 4_000_000 };

async function heldBy(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let held: Held | undefined;
  // A screen that was just shown is still being filled: the same four times in a row is what it holds.
  for (let tries = 0, same = 0; tries < 30 && same < 3; tries++) {
    // What a finaliser lets go of is garbage of the next round.
    for (let round = 0; round < 3; round++) await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string): number => metrics.find((each) => each.name === name)?.value ?? 0;
    const now = {
      nodes: of('Nodes'),
      listeners: of('JSEventListeners'),
      documents: of('Documents'),
      heapBytes: of('JSHeapUsedSize'),
    };
    same = held?.nodes === now.nodes && held.listeners === now.listeners ? same + 1 : 0;
    held = now;
    await page.waitForTimeout(400);
  }
  await session.detach();
  if (!held) throw new Error('nothing was measured');
  return held;
}

/** Does `once` so often, after some rounds to warm up, and holds what is held to what was. */
async function expectNothingLeft(
  page: Page,
  rounds: number,
  once: (round: number) => Promise<void>,
): Promise<void> {
  const WARM_UP = 8;
  for (let round = 0; round < WARM_UP; round++) await once(round);
  const before = await heldBy(page);
  for (let round = 0; round < rounds; round++) await once(WARM_UP + round);
  const after = await heldBy(page);
  for (const [what, slack] of Object.entries(SLACK) as [keyof Held, number][]) {
    const told = `${what}: ${before[what]} before, ${after[what]} after ${rounds} rounds`;
    expect(after[what] - before[what], told).toBeLessThanOrEqual(slack);
  }
}

test('[LARGE-6] sixty reviews leave no node and no listener behind', async ({ app }) => {
  test.slow();
  const { page } = app;
  await begin(page);
  // Every new card once: from then on the same cards come again, in their first step.
  for (let card = 0; card < 20; card++) await answer(page, 1);
  await expectNothingLeft(page, 60, () => answer(page, 1));
});

test('[LARGE-6] twenty editors, opened and left, leave no node and no listener behind', async ({
  app,
}) => {
  test.slow();
  const { page } = app;
  await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  await expectNothingLeft(page, 20, async (round) => {
    await page.keyboard.press('a');
    const front = page.getByRole('textbox', { name: 'Front' });
    await expect(front).toBeVisible();
    await front.fill(round % 2 === 0 ? 'a question' : '');
    await front.fill('');
    await page.goto(`${new URL(page.url()).origin}/#/`);
    await expect(page.getByRole('heading', { name: /^Today/, level: 1 })).toBeVisible();
  });
});

test('[LARGE-6] twenty searches leave no node and no listener behind', async ({ app }) => {
  test.slow();
  const { page } = app;
  await page.goto(`${new URL(page.url()).origin}/#/library`);
  const search = page.getByRole('combobox', { name: 'Search the library' });
  await expect(search).toBeVisible();
  await expectNothingLeft(page, 20, async (round) => {
    await search.fill(round % 2 === 0 ? 'PML' : 'natalizumab is:new');
    await search.press('Enter');
    await expect(page.getByText(/\b\d+ cards?\b/).first()).toBeVisible();
  });
});
