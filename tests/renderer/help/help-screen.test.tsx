import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Route, Router } from 'wouter';
import { DEFAULT_KEYMAP } from '../../../src/renderer/actions/keymap.ts';
import { HelpScreen } from '../../../src/renderer/help/help-screen.tsx';
import { setPreferences } from '../../../src/renderer/preferences.ts';
import { useHashPath } from '../../../src/renderer/use-hash-path.ts';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

beforeEach(async () => {
  await page.viewport(1200, 800);
  setPreferences({ keymap: DEFAULT_KEYMAP });
});
afterEach(() => {
  setPreferences({ keymap: DEFAULT_KEYMAP });
  history.replaceState(null, '', '#/');
});

function show(path: string) {
  history.replaceState(null, '', `#${path}`);
  return render(
    <Router hook={useHashPath}>
      <Route path="/help/:slug?">{({ slug }) => <HelpScreen slug={slug} />}</Route>
    </Router>,
  );
}

const title = (name: string) => page.getByRole('heading', { level: 1, name });
const field = () => page.getByRole('combobox', { name: 'Search the help' });
const options = () => page.getByRole('option').elements();
const pages = () => page.getByRole('navigation', { name: 'Pages of the help' });

test('[HELP-1] F1 on a screen shows the page about it, and elsewhere all pages', async () => {
  await show('/help?about=/exams/new');
  await expect.element(title('Exams')).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'Back to where you were' }))
    .toHaveAttribute('href', '#/exams/new');
  location.hash = '/help?about=/';
  await expect.element(title('Help')).toBeVisible();
  await expect.element(field()).toHaveFocus();
});

test('[HELP-3] words are found at the beginning of words, and Enter goes where they stand', async () => {
  await show('/help');
  await expect.element(field()).toHaveFocus();
  await userEvent.keyboard('RETENTI desired');
  await expect.poll(options).not.toEqual([]);
  const first = page.getByRole('option').first();
  await expect.element(first).toHaveTextContent(/› Desired retention/);
  await expect.element(first).toHaveAttribute('aria-selected', 'true');
  const marks = [...document.querySelectorAll('[aria-selected="true"] mark')];
  expect(marks.map(({ textContent }) => textContent)).toEqual(['desired', 'retenti']);
  await userEvent.keyboard('{Enter}');
  await expect.element(title('When a card comes back')).toBeVisible();
  await expect
    .element(page.getByRole('heading', { level: 2, name: 'Desired retention' }))
    .toHaveFocus();
  expect(location.hash).toBe('#/help/dates?at=desired-retention');
  expect(options()).toEqual([]);
});

test('[HELP-3] arrows choose, Escape closes and then empties, and what is nowhere is said', async () => {
  await show('/help');
  await expect.element(field()).toHaveFocus();
  await field().fill('cram');
  await expect.poll(() => options().length).toBeGreaterThan(1);
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true');
  await userEvent.keyboard('{Escape}');
  await expect.poll(options).toEqual([]);
  await expect.element(field()).toHaveValue('cram');
  await userEvent.keyboard('{Escape}');
  await expect.element(field()).toHaveValue('');
  await field().fill('zebrafish');
  await expect.element(page.getByText('Nothing in the help has “zebrafish”.')).toBeVisible();
});

test('[HELP-4] a heading in the address is where the page begins', async () => {
  await show('/help/exams?at=a-floor');
  const heading = page.getByRole('heading', { level: 2, name: 'A floor' });
  await expect.element(heading).toHaveFocus();
  await expect.element(heading).toBeInViewport();
  await page.getByRole('link', { name: 'Address of “Weights”' }).click();
  expect(location.hash).toBe('#/help/exams?at=weights');
  await expect.element(page.getByRole('heading', { level: 2, name: 'Weights' })).toHaveFocus();
});

test('[HELP-5] a key is named as the person has set it', async () => {
  await show('/help/first-steps');
  await expect.element(title('First steps')).toBeVisible();
  const keys = () => [...document.querySelectorAll('kbd')].map(({ textContent }) => textContent);
  expect(keys()).toEqual(expect.arrayContaining(['Space', 'Ctrl+K', 'U']));
  setPreferences({ keymap: { ...DEFAULT_KEYMAP, undo: ['q', 'mod+z'], palette: [] } });
  await expect.poll(keys).toContain('Q');
  expect(keys()).not.toContain('Ctrl+K');
  await expect.element(page.getByText('no key', { exact: true })).toBeVisible();
});

test('[HELP-8] pages stand beside the page in a wide window, and are a page of their own in a narrow one', async () => {
  await show('/help/reviewing');
  await expect.element(title('Reviewing and grades')).toBeVisible();
  const listed = () => pages().getByRole('link').elements().length;
  expect(listed()).toBeGreaterThan(14);
  const article = () => document.querySelector('article')?.getBoundingClientRect();
  const nav = () => document.querySelector('.help-pages')?.getBoundingClientRect();
  expect(nav()?.right).toBeLessThan(article()?.left ?? 0);
  await page.viewport(400, 800);
  await expect.poll(listed).toBe(1);
  expect(document.documentElement.scrollWidth).toBe(400);
  await page.getByRole('link', { name: 'All pages' }).click();
  await expect.element(title('Help')).toBeVisible();
  await page.getByRole('article').getByRole('link', { name: 'Privacy' }).click();
  await expect.element(title('Privacy')).toBeVisible();
});

test.each([1200, 400])(
  '[HELP-8] axe-core finds nothing at %i px, light and dark',
  async (width) => {
    await page.viewport(width, 800);
    const { container } = await show('/help/search');
    await expect.element(title('Every search word')).toBeVisible();
    expect(await problemsInLightAndDark(container)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBe(width);
  },
);
