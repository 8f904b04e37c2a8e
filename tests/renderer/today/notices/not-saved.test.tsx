import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { saveCollection } from '../../../../src/engine/commands/copies/copies.ts';
import { mergeFile, replaceByFile } from '../../../../src/engine/commands/copies/restore.ts';
import { MILLIS_PER_DAY } from '../../../../src/kernel/time.ts';
import { createWebCopies } from '../../../../src/platform/copies/web-copies.ts';
import { readStudyDay } from '../../../../src/store/reads/settings.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { Notices } from '../../../../src/renderer/today/notices/notices.tsx';
import { createWebPlatform } from '../../../../src/platform/web.ts';
import {
  accepted,
  answerFirst,
  engineOf,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

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
  await cleanup();
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
  await expect
    .element(
      page.getByText(
        /^Your collection was never saved as a file; 7 days of study are in this browser alone\./,
      ),
    )
    .toBeVisible();
  await expect.element(line()).toHaveAttribute('href', '/settings?at=copies');
});

test('[COPY-14] a file that was saved ends it until seven more days were studied', async () => {
  await study(8);
  await show();
  await expect.element(line()).toBeVisible();
  await save();
  await expect.poll(() => line().elements()).toEqual([]);
  deps.advance(3 * 24 * 60);
  await study(7);
  await show();
  await expect.element(page.getByText('last saved as a file 10 days ago.')).toBeVisible();
});

test('[COPY-14] a clock that was set back makes up no age, and does not silence the line', async () => {
  await study(7);
  deps.advance(3000 * 24 * 60);
  await save();
  deps.advance(-3000 * 24 * 60);
  await show();
  await expect.element(page.getByText('is still to come')).toBeVisible();
  await expect.element(line()).toBeVisible();
  await save();
  await expect.poll(() => line().elements()).toEqual([]);
});

test('[COPY-14] saved in one time zone and studied in another, days are those of the person', async () => {
  await study(1);
  deps.utcOffsetMinutes = 12 * 60;
  deps.nowMillis = Date.parse('2026-03-03T20:00:00Z');
  await save();
  deps.utcOffsetMinutes = -10 * 60;
  // There it is the day before; with a clock that is right.
  const saved = await told();
  expect(saved).toEqual({ days: 0, savedDay: dayOf('2026-03-04') });
  deps.advance(24 * 60);
  await study(8);
  expect((await told()).days).toBe(7);
  await show();
  await expect.element(page.getByText('last saved as a file 8 days ago.')).toBeVisible();
});

test('[COPY-14] what came from a file is outside; what is studied after it is not', async () => {
  await study(9);
  const file = await save();
  const other = await testDeps(undefined, 'device-b');
  other.advance(10 * 24 * 60);
  const copies = createWebCopies(copiesWorker);
  Object.assign(other, { platform: createWebPlatform(undefined, copies) });
  deps.close();
  deps = other;
  accepted(await mergeFile(deps, file));
  expect(await told()).toEqual({ days: 0, savedDay: dayOf('2026-03-10') });
  await study(7);
  expect((await told()).days).toBe(7);
  accepted(await replaceByFile(deps, file));
  expect(await told()).toEqual({ days: 0, savedDay: dayOf('2026-03-10') });
});

const dayOf = (date: string) => Date.parse(date) / MILLIS_PER_DAY;

async function told() {
  const today = await readStudyDay(deps.store, deps.clock());
  return accepted(await engineOf(deps).ask('daysNotSaved', { today }));
}

/** What was saved as a file. */
async function save(): Promise<Blob> {
  const saved: Blob[] = [];
  const copies = {
    save: async (_name: string, content: Blob) => {
      saved.push(content);
      return { ok: true, value: true };
    },
  } as never;
  Object.assign(deps, { platform: createWebPlatform(undefined, copies) });
  accepted(await saveCollection(deps));
  return saved[0] as Blob;
}

function copiesWorker(): Worker {
  return new Worker(new URL('../../../../src/platform/copies/copies-worker.ts', import.meta.url), {
    type: 'module',
  });
}
