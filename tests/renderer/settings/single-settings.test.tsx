import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { SINGLE_SETTINGS } from '../../../src/renderer/actions/palette/single-settings.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Settings } from '../../../src/renderer/settings/settings.tsx';
import { useHashPath } from '../../../src/renderer/use-hash-path.ts';
import { engineOf, withSampleDeck } from '../../support/deps.ts';
import { waitFor } from '../../support/wait-for.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

afterEach(() => history.replaceState(null, '', '#/'));

async function showSettings(): Promise<void> {
  await render(
    <Router hook={useHashPath}>
      <EngineProvider engine={engineOf(await withSampleDeck(3, 1))}>
        <Announcer>
          <Settings />
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  await expect.element(page.getByRole('textbox', { name: 'New cards a day' })).toBeVisible();
}

/** The words at what has the focus: its label's, its own, or those of its group. */
function namesOfFocused(): readonly (string | undefined)[] {
  const focused = document.activeElement as HTMLInputElement;
  const group = focused.closest('fieldset')?.querySelector('legend');
  const found = [focused.labels?.[0], focused, group].map((each) => each?.textContent?.trim());
  return found;
}

test('[KEYS-8] each single setting that the palette finds has the keyboard at its address, folded or not', async () => {
  await showSettings();
  for (const { name, path } of SINGLE_SETTINGS) {
    location.hash = path;
    await waitFor(() => expect(namesOfFocused()).toContain(name));
    expect(document.activeElement?.checkVisibility(), name).toBe(true);
  }
  // Where the address leads already, too.
  (document.activeElement as HTMLElement).blur();
  dispatchEvent(new HashChangeEvent('hashchange'));
  await waitFor(() => expect(namesOfFocused()).toContain(SINGLE_SETTINGS.at(-1)?.name));
});

test('[KEYS-8] every study option is one of them', async () => {
  await showSettings();
  const names = SINGLE_SETTINGS.map(({ name }) => name);
  const labels = [...document.querySelectorAll('.field-grid label, .easy-days > legend')];
  expect(labels.length).toBeGreaterThan(20);
  for (const { textContent } of labels) expect(names).toContain(textContent?.trim());
});
