import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { ok } from '../../../src/kernel/problem.ts';
import { dropWaiting, handIn } from '../../../src/renderer/door/waiting-files.ts';
import { accepted, engineOf, type TestDeps, testDeps } from '../../support/deps.ts';
import { aReport, showImport, withImport } from './show-import.tsx';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  dropWaiting();
  await cleanup();
  deps.close();
});

test('[LOG-22] the report’s Undo goes once the import was taken back by key: it would take back the step before', async () => {
  accepted(await createDeck(deps, 'Mine'));
  // Stands for what a file brings: one step.
  const run = async () => {
    accepted(await createDeck(deps, 'Imported'));
    return ok(aReport());
  };
  const { engine } = withImport(engineOf(deps), { run });
  handIn([new File(['a'], 'Step 1.apkg')]);
  await showImport(engine);
  await page.getByRole('button', { name: /^Import \d/ }).click();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await expect.element(undo).toBeVisible();
  accepted(await undoLast(deps));
  await expect.element(undo).not.toBeInTheDocument();
  expect((await deps.store.decks.toArray()).map(({ name }) => name)).toEqual(['Mine']);
});
