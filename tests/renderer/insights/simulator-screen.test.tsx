import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { DEFAULT_PRESET_ID } from '../../../src/domain/collection/deck.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { SimulatorScreen } from '../../../src/renderer/insights/simulator/simulator-screen.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import { accepted, engineOf, type TestDeps, testDeps, withSampleDeck } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

let deps: TestDeps;
afterEach(() => deps.close());

const LONG_MILLIS = 120_000;
const field = (name: string) => page.getByRole('textbox', { name });
const sentence = () => document.querySelector('.picture-sentence')?.textContent ?? '';
const settled = () =>
  expect
    .poll(() => document.querySelector('.simulator-found')?.getAttribute('aria-busy'))
    .toBe('false');

async function showSimulator(path = '/insights/simulator?days=90', width = 1200) {
  await page.viewport(width, 900);
  const { hook, history, searchHook } = memoryLocation({ path, record: true });
  await render(
    <Router hook={hook} searchHook={searchHook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <SimulatorScreen />
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return history;
}

test(
  '[SIM-5][SIM-6][SIM-8] a changed value is told and drawn beside today’s, and is saved in one step to undo',
  async () => {
    deps = await withSampleDeck(60);
    await showSimulator();
    await expect
      .poll(sentence)
      .toMatch(/^As it is, about \d+ minutes? a day over the next 90 days/);
    const save = page.getByRole('button', { name: 'Save to “Default”' });
    await expect.element(save).toHaveAttribute('aria-disabled', 'true');

    await field('New cards a day').fill('1');
    await expect.poll(sentence).toMatch(/ fewer cards known in 90 days: .* in place of /);
    await settled();
    for (const name of ['Minutes of each day', 'Cards known on each day']) {
      const values = page.getByRole('slider', { name, exact: true });
      (values.element() as HTMLElement).focus();
      await userEvent.keyboard('{Home}{ArrowRight}');
      await expect
        .poll(() => values.element().getAttribute('aria-valuetext'))
        .toMatch(/^Wed 4 Mar: .*, .* as it is$/);
    }
    expect(document.querySelectorAll('.chart-table table')).toHaveLength(2);
    expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
    expect(await problemsInLightAndDark()).toEqual([]);

    (save.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect
      .poll(async () => (await deps.store.presets.get(DEFAULT_PRESET_ID))?.newPerDay)
      .toBe(1);
    await expect.poll(sentence).toMatch(/^As it is, /);
    await expect.element(field('New cards a day')).toHaveValue('1');
    // Who works by keys is still there.
    await expect.element(save).toHaveFocus();
    accepted(await undoLast(deps));
    await expect.element(field('New cards a day')).toHaveValue('20');
  },
  LONG_MILLIS,
);

test('[SIM-9] a wrong value is named, and the days of before stay', async () => {
  deps = await withSampleDeck(10);
  await showSimulator();
  await expect.poll(sentence).toMatch(/^As it is, /);
  const before = sentence();
  await field('Desired retention, %').fill('120');
  await expect.element(page.getByRole('alert')).toHaveTextContent('from 70 to 99');
  await settled();
  expect(sentence()).toBe(before);
  await expect
    .element(page.getByRole('button', { name: /^Save to/ }))
    .toHaveAttribute('aria-disabled', 'true');
  await page.getByRole('button', { name: 'Back to how it is' }).click();
  await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
});

test('[SIM-9][SIM-3] with all seven weekdays off nothing is studied, and it says so', async () => {
  deps = await withSampleDeck(10);
  await showSimulator();
  await expect.poll(sentence).toMatch(/^As it is, /);
  for (const day of ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']) {
    await page.getByRole('button', { name: day, exact: true }).click();
  }
  await expect
    .poll(sentence)
    .toMatch(/^Nothing would be studied: in 90 days \d+ reviews would wait/);
  await expect.element(page.getByText(/Days off are only tried out/)).toBeVisible();
  // Nothing of the study options is other.
  await expect
    .element(page.getByRole('button', { name: /^Save to/ }))
    .toHaveAttribute('aria-disabled', 'true');
});

test('[SIM-9] an empty collection has one sentence, and no picture', async () => {
  deps = await testDeps();
  await showSimulator('/insights/simulator', 400);
  await expect.element(page.getByText('No card is found here.')).toBeVisible();
  expect(document.querySelector('svg')).toBeNull();
});

test('[SIM-7][SIM-10] another deck or span is another address, and what is asked anew is what is shown', async () => {
  deps = await withSampleDeck(30);
  const places = await showSimulator('/insights/simulator?deck=Gone', 400);
  await expect.element(page.getByText('No card is found here.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Cards' }).selectOptions('All decks');
  await expect.poll(() => places.at(-1)).toBe('/insights/simulator');
  await page.getByRole('button', { name: '90 days' }).click();
  await expect.poll(() => places.at(-1)).toBe('/insights/simulator?days=90');
  await field('New cards a day').fill('1');
  await field('New cards a day').fill('3');
  await expect.poll(sentence).toMatch(/ known in 90 days: | with it as without/);
  await settled();
  await expect
    .element(page.getByText(/^All new cards are begun in \d+ days; as it is/))
    .toBeVisible();
  const wide = [...document.querySelectorAll('.insights *')]
    .filter((each) => each.closest('.chart-table-scroll, details:not([open])') === null)
    .filter((each) => each.getBoundingClientRect().right > 400.5);
  expect(wide.map((each) => each.className)).toEqual([]);
});
