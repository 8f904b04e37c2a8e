import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { showCard, until } from './show-card.tsx';

const CELLS = Array.from({ length: 60 }, (_, column) => `<td>column${column}</td>`).join('');

test.each([
  ['a table', `<table><tr>${CELLS}</tr></table>`, '.table-box'],
  ['lines of code', `<pre>${'word '.repeat(400)}</pre>`, 'pre'],
])(
  '[SAFE-12][KEYS-4] %s wider than the card is scrolled by keyboard',
  async (_, html, selector) => {
    const card = await showCard(html);
    const box = card.document.querySelector(selector) as HTMLElement;
    expect(box.scrollWidth).toBeGreaterThan(box.clientWidth);
    // What is too wide is measured once it is drawn.
    await until(() => card.frame.tabIndex === 0);
    // From a place before it: where the focus was is left by the test before.
    const before = document.body.insertBefore(
      document.createElement('button'),
      document.body.firstChild,
    );
    before.focus();
    await userEvent.tab();
    before.remove();
    expect(document.activeElement).toBe(card.frame);
    expect(card.document.activeElement).toBe(box);
    await userEvent.keyboard('{ArrowRight}');
    await until(() => box.scrollLeft > 0);
    await card.change({ html: 'All fits.' });
    expect(card.frame.tabIndex).toBe(-1);
  },
);

test('[SAFE-12] what becomes too wide for a narrower window is a stop for Tab from then on', async () => {
  await page.viewport(1200, 700);
  const card = await showCard(
    '<table><tr><td>a narrow</td><td>table of two columns</td></tr></table>',
  );
  expect(card.frame.tabIndex).toBe(-1);
  await page.viewport(120, 700);
  await until(() => card.frame.tabIndex === 0);
});
