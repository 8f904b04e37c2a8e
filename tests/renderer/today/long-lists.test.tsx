import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Deck } from '../../../src/domain/collection/deck.ts';
import type { DeckLine } from '../../../src/domain/study/today/today.ts';
import { StudyTable } from '../../../src/renderer/today/table/study-table.tsx';
import type { DeckId } from '../../../src/kernel/ids.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/today/today.css';

beforeEach(() => page.viewport(1200, 800));
afterEach(cleanup);

const left = { new: 3, learning: 0, review: 2 };

function deckLine(name: string, depth = 0, sections: readonly string[] = []): DeckLine {
  const deck = { id: name as DeckId, name, source: '', presetId: 'default', sections } as Deck;
  const lines = sections.map((section) => ({ name: section, left, minutes: 2 }));
  return { name, left, minutes: 4, deck, depth, sections: lines };
}

async function show(decks: readonly DeckLine[]) {
  const { hook } = memoryLocation({ path: '/' });
  const begun: unknown[] = [];
  await render(
    <Router hook={hook}>
      <div style={{ height: 300 }}>What stands above</div>
      <StudyTable decks={decks} isPlanned={false} onStudy={(scope) => begun.push(scope)} />
      <div style={{ height: 300 }}>What stands below</div>
    </Router>,
  );
  return { begun };
}

const nodes = (): number => document.querySelectorAll('*').length;
const numbered = (count: number, word: string): string[] =>
  Array.from({ length: count }, (_, index) => `${word} ${String(index).padStart(4, '0')}`);

test('[LARGE-1] 3,000 decks are drawn as they come into view, and the last can be reached', async () => {
  const names = numbered(3000, 'Deck');
  const { begun } = await show(names.map((name) => deckLine(name)));
  await expect.element(page.getByRole('button', { name: 'Study Deck 0000' })).toBeVisible();
  expect(nodes()).toBeLessThan(1500);
  const table = page.getByRole('table');
  await expect.element(table).toHaveAttribute('aria-rowcount', '3001');

  scrollTo(0, document.documentElement.scrollHeight);
  const last = page.getByRole('button', { name: 'Study Deck 2999' });
  await expect.element(last).toBeVisible();
  expect(last.element().closest('tr')?.getAttribute('aria-rowindex')).toBe('3001');
  expect(nodes()).toBeLessThan(1500);
  await last.click();
  expect(begun).toEqual([{ deckId: 'Deck 2999' }]);
});

test('[LARGE-1] 5,000 sections are drawn as they come into view', async () => {
  await show([deckLine('Medicine', 0, numbered(5000, 'Section'))]);
  await expect.element(page.getByRole('button', { name: 'Study Section 0000' })).toBeVisible();
  expect(nodes()).toBeLessThan(1500);
  scrollTo(0, document.documentElement.scrollHeight);
  await expect.element(page.getByRole('button', { name: 'Study Section 4999' })).toBeVisible();
  expect(nodes()).toBeLessThan(1500);
});

test('[LARGE-1] the focused row stays when it is scrolled out of view, and Tab goes on from it', async () => {
  await show(numbered(3000, 'Deck').map((name) => deckLine(name)));
  const button = page.getByRole('button', { name: 'Study Deck 0005' });
  (button.element() as HTMLElement).focus();
  scrollTo(0, document.documentElement.scrollHeight);
  await expect.element(page.getByRole('button', { name: 'Study Deck 2999' })).toBeVisible();
  expect(document.activeElement).toBe(button.element());
  await userEvent.keyboard('{Tab}');
  expect(document.activeElement?.closest('tr')?.dataset.id).toBe('deck:Deck 0005');
});

test('[LARGE-2] many decks and sections are folded at first, open where asked, and stay so', async () => {
  localStorage.removeItem('rounds.today');
  const decks = numbered(40, 'Deck').map((name) => deckLine(name, 0, ['Heart', 'Heart::Valves']));
  const { begun } = await show(decks);
  await expect.element(page.getByRole('button', { name: 'Study Heart' })).not.toBeInTheDocument();
  const twist = page.getByRole('button', { name: 'What is in Deck 0003' });
  await expect.element(twist).toHaveAttribute('aria-expanded', 'false');
  await twist.click();
  await expect.element(twist).toHaveAttribute('aria-expanded', 'true');
  await page.getByRole('button', { name: 'Study Heart' }).click();
  expect(begun).toEqual([{ deckId: 'Deck 0003', section: 'Heart' }]);
  await cleanup();
  await show(decks);
  await expect.element(page.getByRole('button', { name: 'Study Heart' })).toBeVisible();
});

test('[LARGE-2] a deck or section among many is found by its name', async () => {
  localStorage.removeItem('rounds.today');
  const decks = numbered(40, 'Deck').map((name) => deckLine(name, 0, ['Heart', 'Heart::Valves']));
  const { begun } = await show(decks);
  await page.getByRole('searchbox', { name: 'Find a deck or section' }).fill('0007 › heart › v');
  await page.getByRole('button', { name: 'Study Deck 0007 › Heart › Valves' }).click();
  expect(begun).toEqual([{ deckId: 'Deck 0007', section: 'Heart::Valves' }]);
});

test('[LARGE-2] few decks and sections are all there, without anything to open', async () => {
  await show([deckLine('Medicine', 0, ['Heart', 'Heart::Valves'])]);
  await expect.element(page.getByRole('button', { name: 'Study Valves' })).toBeVisible();
  await expect.element(page.getByRole('searchbox')).not.toBeInTheDocument();
  expect(document.querySelector('[aria-expanded]')).toBeNull();
});
