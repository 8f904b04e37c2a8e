import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { LoadDeck } from '../../../src/renderer/decks/load-deck.tsx';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { engineOf, type TestDeps } from '../../support/deps.ts';
import { sampleLibrary } from '../library/show-library.tsx';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

let deps: TestDeps;
beforeEach(async () => {
  await page.viewport(1200, 800);
  ({ deps } = await sampleLibrary());
  const { hook } = memoryLocation({ path: '/deck' });
  await render(
    <Router hook={hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Steps>
            <LoadDeck />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
});
afterEach(cleanup);

const dialog = () => page.getByRole('dialog');
const names = (): string[] =>
  [...document.querySelectorAll('.deck-rows li p:first-child')].map((each) => each.textContent);

async function choose(deck: string, action: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${deck}`, exact: true }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('[DECK-34] a deck is made, renamed and taken back on the page of decks', async () => {
  const before = ['Anatomy', 'Medicine › Cardiology', 'Medicine › Neurology'];
  await expect.poll(names).toEqual(before);
  await page.getByRole('button', { name: 'New deck…' }).click();
  await userEvent.fill(dialog().getByRole('textbox'), 'Botany');
  await userEvent.keyboard('{Enter}');
  await expect.poll(names).toEqual(['Anatomy', 'Botany', ...before.slice(1)]);
  await choose('Botany', 'Rename…');
  await userEvent.fill(dialog().getByRole('textbox'), 'Plants');
  await userEvent.keyboard('{Enter}');
  await expect.poll(names).toEqual([...before, 'Plants']);
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect.poll(names).toContain('Botany');
});

test('[DECK-34] a deck is deleted after its cards are said, in the warning hue', async () => {
  await choose('Anatomy', 'Delete…');
  await expect.element(dialog().getByText(/^2 cards are in it/)).toBeVisible();
  await dialog().getByText('are deleted too; undo brings them back').click();
  const doIt = dialog().getByRole('button', { name: 'Delete' });
  await expect.element(doIt).toHaveClass('destructive');
  await doIt.click();
  await expect.poll(names).toEqual(['Medicine › Cardiology', 'Medicine › Neurology']);
  expect(await deps.store.cards.count()).toBe(3);
});

test('[LOOK-6] what deletes is in the warning hue in a menu, and what does not is not', async () => {
  await page.getByRole('button', { name: 'Actions for Anatomy', exact: true }).click();
  const items = page.getByRole('menuitem').elements();
  const hued = items.filter((each) => each.classList.contains('destructive'));
  expect(hued.map((each) => each.textContent)).toEqual(['Delete…']);
  const colours = new Set(items.map((each) => getComputedStyle(each).color));
  expect(colours.size).toBe(2);
});

test('[DECK-34] options and export are beside each deck', async () => {
  await choose('Anatomy', 'Options…');
  await expect
    .element(dialog().getByRole('heading', { name: 'Options of “Anatomy”' }))
    .toBeVisible();
  await userEvent.keyboard('{Escape}');
  await choose('Anatomy', 'Export…');
  await expect.element(dialog().getByRole('heading', { name: 'Export' })).toBeVisible();
});

test('[DECK-35] the format of a deck file is folded, and tells what each line means', async () => {
  const fold = page.getByText('What a deck file looks like');
  await expect.element(page.getByText('### mitral').first()).not.toBeVisible();
  await fold.click();
  await expect.element(page.getByText(/^A fact and its id/)).toBeVisible();
  expect(document.body.textContent).not.toContain('deck-format.md');
});
