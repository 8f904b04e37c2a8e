import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { NoteId } from '../../src/kernel/ids.ts';
import { suspendCards } from '../../src/engine/commands/study/cards.ts';
import { undoLast } from '../../src/engine/commands/study/undo.ts';
import { EngineProvider } from '../../src/renderer/engine.tsx';
import { useQuery } from '../../src/renderer/live.ts';
import { useNow } from '../../src/renderer/use-now.ts';
import { accepted, type TestDeps, withSampleDeck, engineOf } from '../support/deps.ts';

let deps: TestDeps;
afterEach(async () => {
  await cleanup();
  deps.close();
});

function Shown() {
  const today = useQuery('today', { now: useNow() });
  const lastOperation = useQuery('lastOperation');
  const types = useQuery('noteTypes');
  return (
    <p>
      {today?.view.total.left.new} new, {types?.length} types, last {lastOperation}
    </p>
  );
}

test('[STORE-7] queries that read at the same time each follow every write', async () => {
  deps = await withSampleDeck(12, 1);
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Shown />
    </EngineProvider>,
  );
  const cards = await deps.store.cards.limit(6).toArray();
  const shown = page.getByText('new,');
  await expect.element(shown).toHaveTextContent('12 new');
  for (const [index, { id }] of cards.entries()) {
    const { id: operation } = accepted(await suspendCards(deps, [id], true));
    await expect.element(shown).toHaveTextContent(`${11 - index} new`);
    await expect.element(shown).toHaveTextContent(`last ${operation}`);
  }
  for (let left = 7; left <= 12; left++) {
    accepted(await undoLast(deps));
    await expect.element(shown).toHaveTextContent(`${left} new`);
  }
});

function Leafing() {
  const [at, setAt] = useState(0);
  const found = useQuery('noteForEditing', { noteId: `sample:fact-000${at}` as NoteId });
  return (
    <>
      <button type="button" onClick={() => setAt(at + 1)}>
        Next
      </button>
      <p>{found?.note.id}</p>
    </>
  );
}

test('[STORE-9] a live query that fails says so above the screen, which goes on with what it has', async () => {
  deps = await withSampleDeck(4, 1);
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Leafing />
    </EngineProvider>,
  );
  const problem = page.getByRole('alert');
  await expect.element(page.getByText('sample:fact-0000')).toBeVisible();
  await expect.element(problem).not.toBeInTheDocument();
  deps.store.close();
  await page.getByRole('button').click();
  await expect.element(problem).toHaveTextContent('What is stored could not be read');
  await expect.element(page.getByText('sample:fact-0000')).toBeVisible();
  await deps.store.open();
  await page.getByRole('button').click();
  await expect.element(page.getByText('sample:fact-0002')).toBeVisible();
  await expect.element(problem).not.toBeInTheDocument();
});
