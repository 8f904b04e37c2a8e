import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Deck } from '../../../src/domain/collection/deck.ts';
import type { DeckLine, ForecastDay, TodayView } from '../../../src/domain/study/today/today.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { StudyTable } from '../../../src/renderer/today/table/study-table.tsx';
import { WeekStrip } from '../../../src/renderer/today/week-strip.tsx';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/today/today.css';

beforeEach(() => page.viewport(1200, 800));
afterEach(cleanup);

const NOTHING = { new: 0, learning: 0, review: 0 };
const SOME = { new: 3, learning: 0, review: 2 };

/** A deck whose sections ask for as many cards as is said of each. */
function deckLine(name: string, sections: Readonly<Record<string, number>>): DeckLine {
  const names = Object.keys(sections);
  const deck = { id: name as DeckId, name, source: '', presetId: 'default', sections: names };
  const lines = Object.entries(sections).map(([section, due]) => ({
    name: section,
    left: { ...NOTHING, review: due },
    minutes: due,
  }));
  const left = Object.values(sections).some((due) => due > 0) ? SOME : NOTHING;
  return {
    name,
    left,
    minutes: left.new,
    deck: deck as unknown as Deck,
    depth: 0,
    sections: lines,
  };
}

async function show(decks: readonly DeckLine[]): Promise<void> {
  const { hook } = memoryLocation({ path: '/' });
  await render(
    <Router hook={hook}>
      <StudyTable decks={decks} isPlanned={false} onStudy={() => undefined} />
    </Router>,
  );
}

const rows = (): string[] =>
  [...document.querySelectorAll('tbody tr:not([aria-hidden]) th')].map(
    (cell) => cell.textContent?.replace(/^Study /, '') ?? '',
  );
const button = (name: string) => page.getByRole('button', { name, exact: true });

test('[TODAY-11] sections with nothing today are one line, which opens them', async () => {
  await show([deckLine('Quiet A', { Heart: 0, Lung: 4, Liver: 0, 'Liver::Bile': 0 })]);
  expect(rows()).toEqual(['Quiet A', 'Lung', '3 sections have nothing today']);
  const fold = button('3 sections have nothing today');
  await expect.element(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.click();
  await expect.element(fold).toHaveAttribute('aria-expanded', 'true');
  expect(rows().slice(3)).toEqual(['Heart', 'Liver', 'Bile']);
  await fold.click();
  expect(rows()).toHaveLength(3);
});

test('[TODAY-11] a section with nothing of its own stays above one below it that has something', async () => {
  await show([deckLine('Quiet B', { Liver: 0, 'Liver::Bile': 2 })]);
  expect(rows()).toEqual(['Quiet B', 'Liver', 'Bile']);
});

test('[TODAY-11] one row alone is named; decks with nothing follow the others', async () => {
  await show([
    deckLine('Quiet C', { Heart: 0 }),
    deckLine('Busy', { Lung: 1, Liver: 0 }),
    deckLine('Quiet D', { Heart: 0 }),
  ]);
  expect(rows()).toEqual(['Busy', 'Lung', 'Liver has nothing today', '2 decks have nothing today']);
  await button('2 decks have nothing today').click();
  expect(rows().slice(4)).toEqual(['Quiet C', 'Heart', 'Quiet D', 'Heart']);
});

test('[TODAY-11] where nothing is left at all, no head stands over nothing', async () => {
  await show([deckLine('Quiet E', { Heart: 0 })]);
  expect(rows()).toEqual(['Quiet E has nothing today']);
  expect(document.querySelector('thead')).toBeNull();
  await button('Quiet E has nothing today').click();
  await expect.element(page.getByRole('columnheader', { name: 'Due' })).toBeVisible();
});

test('[TODAY-11] many rows with nothing are one line too, and are found by name', async () => {
  const many = Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`Topic ${index}`, 0]));
  await show([deckLine('Large', { Lung: 3, ...many })]);
  await expect.poll(rows).toEqual(['Large', 'Lung', '80 sections have nothing today']);
  await page.getByRole('searchbox').fill('topic 41');
  await expect.poll(rows).toEqual(['Large › Topic 41']);
});

test('[WORDS-3] large numbers stand in the table as they do above it', async () => {
  await show([deckLine('Large G', { Lung: 1234 })]);
  await expect.element(page.getByRole('cell', { name: '1,234', exact: true })).toBeVisible();
});

test('[TODAY-11] the word for the links to exams is not drawn over the table', async () => {
  await show([deckLine('Busy F', { Lung: 1 })]);
  const head = page.getByRole('columnheader', { name: 'Exam' }).element();
  const word = head.querySelector('.hidden-text')?.getBoundingClientRect();
  expect(head.textContent).toBe('Exam');
  expect(word?.width).toBe(1);
});

test('[TODAY-12] the week begins today, in the accent, with what is left of it', async () => {
  const coming = (studyDay: number, reviews: number): ForecastDay => {
    return { studyDay, reviews, new: 0, learning: 0, minutes: reviews };
  };
  const forecast = [1, 2, 3, 4, 5, 6, 7].map((day) => coming(20_000 + day, day));
  const total = { name: '', left: { new: 2, learning: 1, review: 5 }, minutes: 9 };
  const view = { studyDay: 20_000, total, forecast } as unknown as TodayView;
  await render(<WeekStrip view={view} isPlanned={false} />);
  const days = page.getByRole('listitem').elements();
  expect(days.map((day) => day.textContent?.replace(/.*: /, ''))).toEqual([
    '8 cards left, about 9 minutes.',
    ...['1 card, about 1 minute.', '2 cards, about 2 minutes.', '3 cards, about 3 minutes.'],
    ...['4 cards, about 4 minutes.', '5 cards, about 5 minutes.', '6 cards, about 6 minutes.'],
  ]);
  expect(days[0]?.textContent).toMatch(/^Today: /);
  await expect.poll(() => document.querySelectorAll('.chart-bar').length).toBe(7);
  const [first, second] = [...document.querySelectorAll('.chart-bar')];
  expect(first?.classList.contains('chart-bar-next')).toBe(true);
  expect(second?.classList.contains('chart-bar-next')).toBe(false);
});

test('[TODAY-16] a name of 3,000 letters is folded, and in a narrow window with large text all columns have room', async () => {
  await page.viewport(320, 640);
  document.documentElement.dataset.textSize = 'larger';
  await show([deckLine('W'.repeat(3000), { Heart: 4 })]);
  const [name] = rows();
  expect(name?.length).toBeLessThan(100);
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBe(clientWidth);
  expect(document.querySelector('table')?.getBoundingClientRect().right).toBeLessThanOrEqual(320);
  delete document.documentElement.dataset.textSize;
});
