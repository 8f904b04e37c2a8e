import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import { AboutRounds } from '../../../src/renderer/settings/about.tsx';
import { useHashPath } from '../../../src/renderer/use-hash-path.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/settings/settings.css';

// What the build would have written.
const TOLD = {
  version: '0.2.0',
  licence: 'MIT',
  text: 'MIT License',
  parts: [{ name: 'dexie', version: '4.4.7', licence: 'Apache-2.0', text: 'Its words.' }],
  news: [
    {
      version: '0.2.0',
      parts: [{ heading: 'Keyboard', items: ['Help inside the program.'] }],
    },
    { version: '0.1.0', parts: [{ items: ['The foundation.'] }] },
  ],
};
beforeEach(() => {
  vi.spyOn(window, 'fetch').mockResolvedValue(new Response(JSON.stringify(TOLD)));
});
afterEach(() => {
  vi.restoreAllMocks();
  history.replaceState(null, '', '#/');
});

test('[HELP-11] version, licences and what is new are told, and the newest is open where it is asked for', async () => {
  history.replaceState(null, '', '#/settings?at=about');
  await render(
    <Router hook={useHashPath}>
      <AboutRounds />
    </Router>,
  );
  await expect.element(page.getByText('Rounds 0.2.0, under the MIT licence.')).toBeVisible();
  await expect.element(page.getByText('Work of others in Rounds: 1 package')).toBeVisible();
  const newest = page.getByText('Help inside the program.');
  await expect.element(newest).not.toBeVisible();
  location.hash = '/settings?at=about&news';
  await expect.element(newest).toBeVisible();
  await expect.element(page.getByRole('heading', { name: 'Keyboard', level: 3 })).toBeVisible();
  await expect.element(page.getByText('The foundation.')).not.toBeVisible();
  await expect.element(page.getByText('What is new in 0.1.0')).toBeVisible();
});

test('[HELP-11] a long licence is scrolled by keyboard, too', async () => {
  const parts = [{ ...TOLD.parts[0], text: 'Its words.\n'.repeat(200) }];
  vi.mocked(window.fetch).mockResolvedValue(new Response(JSON.stringify({ ...TOLD, parts })));
  await render(
    <Router hook={useHashPath}>
      <AboutRounds />
    </Router>,
  );
  await page.getByText('Work of others in Rounds: 1 package').click();
  await page.getByText('dexie 4.4.7, Apache-2.0').click();
  await expect.element(page.getByText(/^Its words\./)).toBeVisible();
  const licence = document.querySelector('.licence-text') ?? document;
  expect(await problemsInLightAndDark(licence, ['region'])).toEqual([]);
  await expect
    .element(page.getByRole('region', { name: 'dexie 4.4.7, Apache-2.0' }))
    .toHaveAttribute('tabindex', '0');
});
