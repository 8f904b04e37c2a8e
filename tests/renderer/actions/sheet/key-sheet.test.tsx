import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { FindSheet } from '../../../../src/renderer/actions/sheet/find-sheet.tsx';
import { DEFAULT_KEYMAP } from '../../../../src/renderer/actions/keymap.ts';
import { setPreferences } from '../../../../src/renderer/preferences.ts';

beforeEach(() => setPreferences({ keymap: DEFAULT_KEYMAP }));

const sheet = () => page.getByRole('dialog', { name: 'Keys' });
const place = (name: string) => sheet().getByRole('region', { name });
const names = () => [...document.querySelectorAll('dt')].map(({ textContent }) => textContent);

test('[KEYS-7] keys are grouped by where they hold, and all flags are one row', async () => {
  await render(<FindSheet of="keys" onClose={() => {}} />);
  for (const name of ['While reviewing', 'Cards and notes', 'In the library', 'Anywhere']) {
    await expect.element(place(name)).toBeVisible();
  }
  const flags = names().filter((name) => name?.startsWith('Flag '));
  expect(flags).toEqual(['Flag red, orange, green, blue, pink, turquoise, purple']);
  await expect.element(place('Cards and notes')).toHaveTextContent('Ctrl+1… Ctrl+7');
});

test('[KEYS-7] flags whose keys are no row are shown one by one', async () => {
  setPreferences({ keymap: { ...DEFAULT_KEYMAP, 'flag-3': ['g'] } });
  await render(<FindSheet of="keys" onClose={() => {}} />);
  await expect.element(place('Cards and notes')).toHaveTextContent('Ctrl+2GCtrl+4');
});

test('[KEYS-7] typing finds by name and by key, and says where there is nothing', async () => {
  await render(<FindSheet of="keys" onClose={() => {}} />);
  await expect.element(place('Anywhere')).toBeVisible();
  await userEvent.keyboard('turquoise');
  await expect.poll(names).toEqual([expect.stringMatching(/^Flag red/)]);
  const field = sheet().getByRole('searchbox');
  await field.fill('ctrl+shift+d');
  await expect.poll(names).toEqual(['Set the due date']);
  await field.fill(' bury NOTE ');
  await expect.poll(names).toEqual(['Bury the note until tomorrow']);
  await field.fill('no such thing');
  await expect
    .element(sheet())
    .toHaveTextContent('No action and no key is called “no such thing”.');
});
