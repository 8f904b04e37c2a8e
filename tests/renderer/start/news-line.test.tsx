import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { NewsLine } from '../../../src/renderer/start/version/news-line.tsx';

beforeEach(() => localStorage.removeItem('rounds.version'));

const line = () => page.getByText('Rounds is now version 0.2.0.');

test('[HELP-12] a first start says nothing, and the first one after an update says it once', async () => {
  const first = await render(<NewsLine version="0.1.0" />);
  expect(first.container.textContent).toBe('');
  await first.unmount();
  const updated = await render(<NewsLine version="0.2.0" />);
  await expect.element(line()).toBeVisible();
  await expect
    .element(page.getByRole('link', { name: 'What is new' }))
    .toHaveAttribute('href', '#/settings?at=about&news');
  await page.getByRole('button', { name: 'Close' }).click();
  await expect.element(line()).not.toBeInTheDocument();
  await updated.unmount();
  const next = await render(<NewsLine version="0.2.0" />);
  expect(next.container.textContent).toBe('');
});
