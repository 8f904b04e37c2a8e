import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { DEFAULT_KEYMAP } from '../../../src/renderer/actions/keymap.ts';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { preferences, setPreferences } from '../../../src/renderer/preferences.ts';
import { KeySettings } from '../../../src/renderer/settings/key-settings.tsx';

beforeEach(async () => {
  setPreferences({ keymap: DEFAULT_KEYMAP });
  await render(
    <Announcer>
      <KeySettings />
    </Announcer>,
  );
});
afterEach(async () => {
  await cleanup();
  setPreferences({ keymap: DEFAULT_KEYMAP });
});

const keyOf = (action: string) =>
  page.getByRole('listitem').filter({ hasText: action }).first().getByRole('button');

test('[KEYS-1] a key that is held down to press the button is not the new key', async () => {
  const button = keyOf('Undo');
  (button.element() as HTMLElement).focus();
  // Enter held down comes again before it is let go.
  await userEvent.keyboard('{Enter>3}{/Enter}');
  expect(preferences().keymap).toEqual(DEFAULT_KEYMAP);
  await expect.element(button).toHaveTextContent('Press a key');
  await userEvent.keyboard('q');
  await expect.element(button).toHaveTextContent('Q');
  expect(preferences().keymap.reveal).toEqual(DEFAULT_KEYMAP.reveal);
});
