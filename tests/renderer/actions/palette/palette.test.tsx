import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import type { AtHand } from '../../../../src/renderer/actions/action.ts';
import { DEFAULT_KEYMAP } from '../../../../src/renderer/actions/keymap.ts';
import { FindSheet } from '../../../../src/renderer/actions/sheet/find-sheet.tsx';
import { useAtHand } from '../../../../src/renderer/actions/use-at-hand.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { useToggle } from '../../../../src/renderer/kit/hooks/use-toggle.ts';
import { Announcer } from '../../../../src/renderer/kit/page/announcer.tsx';
import { setPreferences } from '../../../../src/renderer/preferences.ts';
import { problemsInLightAndDark } from '../../../support/accessible.ts';
import { accepted, engineOf, type TestDeps, testDeps } from '../../../support/deps.ts';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';
import '../../../../src/renderer/kit/form/forms.css';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
  setPreferences({ keymap: DEFAULT_KEYMAP, textSize: 'normal' });
  await page.viewport(1200, 800);
});
afterEach(async () => {
  await cleanup();
  document.documentElement.style.fontSize = '';
  deps.close();
});

const palette = () => page.getByRole('dialog', { name: 'Do anything' });
const field = () => palette().getByRole('combobox', { name: 'What to do' });
const options = () =>
  [...document.querySelectorAll('.palette .option-name')].map(({ textContent }) => textContent);
const chosen = () => document.querySelector('.palette [aria-selected="true"] .option-name');

/** A screen with a field, and one that has Ctrl+K for itself; what was done there. */
async function show(at: AtHand = {}) {
  const did: string[] = [];
  const { hook, history } = memoryLocation({ path: '/', record: true });
  function Screen() {
    const toggle = useToggle();
    useAtHand({
      showPalette: toggle.open,
      undo: () => did.push(`undone in ${document.activeElement?.getAttribute('aria-label')}`),
      edit: () => did.push('edited'),
      ...at,
    });
    return (
      <>
        <input aria-label="A field" />
        <input
          aria-label="Links"
          onKeyDown={(event) => {
            if (event.key !== 'k' || !event.ctrlKey) return;
            event.preventDefault();
            did.push('linked');
          }}
        />
        {toggle.isOpen && <FindSheet of="palette" onClose={toggle.close} />}
      </>
    );
  }
  await render(
    <Router hook={hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <Screen />
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return { did, history };
}

const open = () => userEvent.keyboard('{Control>}k{/Control}');

test('[KEYS-8] Ctrl+K, a few letters and Enter do it, with the focus where it was', async () => {
  const { did } = await show();
  await page.getByLabelText('A field').click();
  await open();
  await expect.element(field()).toHaveFocus();
  await expect.poll(options).toContain('Edit the note');
  await userEvent.keyboard('undo{Enter}');
  await expect.poll(() => did).toEqual(['undone in A field']);
  await expect.element(palette()).not.toBeInTheDocument();
});

test('[KEYS-8] arrow keys move what would be done, typing begins at the first again, Escape does nothing', async () => {
  const { did } = await show();
  await open();
  await expect.poll(() => chosen()?.textContent).toBe('Edit the note');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}');
  await expect.poll(() => chosen()?.textContent).toBe('Undo');
  await userEvent.keyboard('t');
  await expect.poll(() => chosen()).toBe(document.querySelector('.palette .option-name'));
  await userEvent.keyboard('{Escape}');
  await expect.element(palette()).not.toBeInTheDocument();
  expect(did).toEqual([]);
});

test('[KEYS-8] a deck is studied by its name', async () => {
  accepted(await createDeck(deps, 'Medicine::Neurology'));
  const { history } = await show();
  await open();
  await field().fill('study neuro');
  await expect.poll(options).toContain('Study Medicine::Neurology');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => history.at(-1)).toBe('/review');
});

test('[KEYS-8] a card at hand gives way to the deck that was begun', async () => {
  accepted(await createDeck(deps, 'Neurology'));
  const shown: string[] = [];
  const { history } = await show({ showBegun: () => shown.push('anew') });
  await open();
  await field().fill('neurology');
  await expect.poll(options).toContain('Study Neurology');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => shown).toEqual(['anew']);
  expect(history).toEqual(['/']);
});

test('[KEYS-8] where nothing is called so that is said, and the library is one key away', async () => {
  const { history } = await show();
  await open();
  await field().fill('optic chiasm');
  const said = palette().getByRole('status');
  await expect.element(said).toHaveTextContent('Nothing is called “optic chiasm”. Try fewer');
  expect(options()).toEqual(['Search the library for “optic chiasm”']);
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => history.at(-1)).toBe('/library?search=optic%20chiasm');
});

test('[KEYS-9] a field that has Ctrl+K for itself keeps it, and so does one where it is no chord', async () => {
  const { did } = await show();
  await page.getByLabelText('Links').click();
  await open();
  expect(did).toEqual(['linked']);
  await expect.element(palette()).not.toBeInTheDocument();
  setPreferences({ keymap: { ...DEFAULT_KEYMAP, palette: ['p'] } });
  await page.getByLabelText('A field').click();
  await userEvent.keyboard('p');
  await expect.element(page.getByLabelText('A field')).toHaveValue('p');
  await expect.element(palette()).not.toBeInTheDocument();
});

test('[KEYS-9] the same key closes the palette', async () => {
  await show();
  await open();
  await expect.element(field()).toHaveFocus();
  await expect.poll(options).toContain('Undo');
  await open();
  await expect.element(palette()).not.toBeInTheDocument();
});

test('[KEYS-8] it fits 320 px with words twice as large and names of 3,000 letters, and can be read by all', async () => {
  await page.viewport(320, 640);
  document.documentElement.style.fontSize = '200%';
  accepted(await createDeck(deps, 'x'.repeat(3000)));
  accepted(await createDeck(deps, 'שלום'.repeat(200)));
  await show();
  await open();
  await field().fill('study');
  await expect.poll(() => options().length).toBeGreaterThan(2);
  const dialog = palette().element();
  expect(dialog.scrollWidth).toBeLessThanOrEqual(dialog.clientWidth);
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(320);
  for (const name of options()) expect(name?.length).toBeLessThan(120);
  expect(await problemsInLightAndDark(dialog)).toEqual([]);
});

test('[KEYS-8] of thousands of decks a hundred lines are drawn, and letters find the others', async () => {
  await deps.store.decks.bulkAdd(
    Array.from({ length: 3000 }, (_, place) => ({
      id: `deck-${place}` as never,
      name: `Deck ${String(place).padStart(4, '0')}`,
      source: '',
      presetId: 'default',
      sections: [],
    })),
  );
  await show();
  await open();
  await expect
    .element(palette().getByRole('status'))
    .toHaveTextContent(/^The first 100 of 3,\d\d\d: a few letters find the others\.$/);
  expect(options()).toHaveLength(100);
  await field().fill('2999');
  await expect.poll(options).toEqual(['Study Deck 2999', 'Search the library for “2999”']);
});
