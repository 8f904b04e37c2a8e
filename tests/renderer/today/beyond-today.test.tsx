import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { saveOverlay } from '../../../src/engine/commands/exams/overlays.ts';
import type { OverlayId } from '../../../src/kernel/ids.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Today } from '../../../src/renderer/today/today.tsx';
import { readSession } from '../../../src/store/device/session.ts';
import { readStudyDay } from '../../../src/store/reads/settings.ts';
import {
  accepted,
  answerFirst,
  changePreset,
  engineOf,
  studyUntilDone,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(8, 1);
  await changePreset(deps, { newPerDay: 3, learningStepsMinutes: [] });
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const NOTES = {
  isLastStepPutBack: false,
  removedFacts: 0,
  deckProblem: undefined,
  isStorageKept: true,
};

async function show() {
  const at = memoryLocation({ path: '/', record: true });
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Router hook={at.hook} searchHook={at.searchHook}>
        <Today notes={NOTES} />
      </Router>
    </EngineProvider>,
  );
  return at;
}
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('[TODAY-15] before the day is done a menu lets more through', async () => {
  await answerFirst(deps, 4);
  await show();
  await page.getByRole('button', { name: /^More/ }).click();
  await page.getByRole('menuitem', { name: '5 more new cards' }).click();
  await expect.element(page.getByText('7 new', { exact: true })).toBeVisible();
});

test('[TODAY-15][TODAY-14] where the day is done, both are buttons; how far ahead is asked, and what it does said', async () => {
  await studyUntilDone(deps, () => 4);
  const [card] = await deps.store.cards.where('lane').equals('review').sortBy('readyAt');
  const today = await readStudyDay(deps.store, deps.clock());
  // The day before the first is due; new cards are done with.
  await changePreset(deps, { newPerDay: 0 });
  deps.nowMillis += (Math.floor(card?.readyAt ?? 0) - 1 - today) * 86_400_000;
  const at = await show();
  await expect.element(button('5 more new cards')).toBeVisible();
  await button('Study ahead…').click();
  await expect.element(page.getByText(/dates move/)).toBeVisible();
  await page.getByRole('button', { name: /^Due tomorrow/ }).click();
  await expect.poll(() => at.history.at(-1)).toBe('/review');
  const session = await readSession(deps.store, deps.clock());
  expect(session?.plan).toMatchObject({ isAhead: true });
  await expect.element(button('Continue studying ahead')).toBeVisible();
});

test('[TODAY-14] where nothing can be asked ahead, that is what is said', async () => {
  await studyUntilDone(deps, () => 4);
  await show();
  // What comes in a week is the first return of tomorrow’s new cards.
  await button('Study ahead…').click();
  await expect
    .element(page.getByText('No card is due in the coming 7 days that today has not seen.'))
    .toBeVisible();
});

test('[TODAY-15] where a break plans the day, neither is offered', async () => {
  await studyUntilDone(deps, () => 4);
  const today = await readStudyDay(deps.store, deps.clock());
  accepted(
    await saveOverlay(deps, {
      id: 'pause' as OverlayId,
      kind: 'break',
      name: 'Away',
      isOn: true,
      fromDay: today,
      toDay: today + 2,
      spreadDays: 2,
    }),
  );
  await show();
  await expect.element(button('Study all the same')).toBeVisible();
  expect(page.getByRole('button', { name: /more new|ahead|^More/ }).elements()).toEqual([]);
});

test('[TODAY-15] on a first run neither is offered', async () => {
  await show();
  await expect.element(button('Begin')).toBeVisible();
  expect(page.getByRole('button', { name: /^More/ }).elements()).toEqual([]);
});
