import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { saveOverlay } from '../../../src/engine/commands/exams/overlays.ts';
import { setCardsDue } from '../../../src/engine/commands/study/cards.ts';
import type { CardId, OverlayId } from '../../../src/kernel/ids.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Today } from '../../../src/renderer/today/today.tsx';
import {
  accepted,
  answerFirst,
  changePreset,
  engineOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
/** All is done today; the next card comes in three days. */
beforeEach(async () => {
  deps = await withSampleDeck(1, 1);
  await changePreset(deps, { learningStepsMinutes: [] });
  await answerFirst(deps, 3);
  accepted(await setCardsDue(deps, ['sample:fact-0000/1' as CardId], 3));
});
afterEach(async () => {
  await cleanup();
  deps.close();
});
const today = () => Math.floor(deps.nowMillis / 86_400_000);

const NOTES = {
  isLastStepPutBack: false,
  removedFacts: 0,
  deckProblem: undefined,
  isStorageKept: true,
};

async function show(): Promise<void> {
  const { hook, searchHook } = memoryLocation({ path: '/', record: true });
  await render(
    <Router hook={hook} searchHook={searchHook}>
      <EngineProvider engine={engineOf(deps)}>
        <Today notes={NOTES} />
      </EngineProvider>
    </Router>,
  );
}

test('[TODAY-5] the next cards are named with their day', async () => {
  await show();
  await expect.element(page.getByText(/^Thursday.*: 1 card, /).first()).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'The week from today' })).toBeVisible();
});

test('[TODAY-12] a break that begins on a later day of the week is no day of cards', async () => {
  const pause = { kind: 'break', id: 'b' as OverlayId, name: 'Ski', isOn: true } as const;
  const days = { fromDay: today() + 2, toDay: today() + 5, spreadDays: 1 };
  accepted(await saveOverlay(deps, { ...pause, ...days }));
  await show();
  const week = 'The week from today, by your ordinary dates';
  await expect.element(page.getByRole('heading', { name: week })).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'All done' })).toBeVisible();
  const header = document.querySelector('header.hero')?.textContent ?? '';
  expect(header).not.toMatch(/1 card|Nothing is due/);
});
