import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { saveCollection } from '../../../src/engine/commands/copies/copies.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Notices } from '../../../src/renderer/today/notices.tsx';
import { createWebPlatform } from '../../../src/platform/web.ts';
import {
  accepted,
  answerFirst,
  engineOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(30);
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

async function study(days: number): Promise<void> {
  for (let day = 0; day < days; day++) {
    await answerFirst(deps);
    deps.advance(24 * 60);
  }
}

async function show(): Promise<void> {
  const { hook } = memoryLocation({ path: '/' });
  const notes = {
    isStorageKept: true,
    removedFacts: 0,
    deckProblem: undefined,
    isLastStepPutBack: false,
  };
  const engine = engineOf(deps);
  const today = accepted(await engine.ask('today', { now: deps.clock() }));
  await render(
    <EngineProvider engine={engine}>
      <Router hook={hook}>
        <p>Shown</p>
        <Notices today={today} notes={notes} />
      </Router>
    </EngineProvider>,
  );
  await expect.element(page.getByText('Shown')).toBeVisible();
}

const line = () => page.getByRole('link', { name: 'Save the collection as a file' });

test('[COPY-14] seven days of study without a file are said, and six are not', async () => {
  await study(6);
  await show();
  await expect.element(page.getByText('Shown')).toBeVisible();
  expect(line().elements()).toEqual([]);
  await study(1);
  await expect.element(page.getByText(/^7 days of study are in this place alone/)).toBeVisible();
  await expect.element(line()).toHaveAttribute('href', '/settings');
});

test('[COPY-14] a file that was saved ends it until seven more days were studied', async () => {
  await study(8);
  await show();
  await expect.element(line()).toBeVisible();
  const copies = { save: async () => ({ ok: true, value: true }) } as never;
  Object.assign(deps, { platform: createWebPlatform(undefined, copies) });
  accepted(await saveCollection(deps));
  await expect.poll(() => line().elements()).toEqual([]);
});
