import { afterEach, expect, test } from 'vitest';
import { type Locator, page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { ok } from '../../../src/kernel/problem.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { InsightsScreen } from '../../../src/renderer/insights/insights-screen.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Steps } from '../../../src/renderer/steps/steps.tsx';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import {
  answerFirst,
  engineOf,
  studyUntilDone,
  type TestDeps,
  testDeps,
  withSampleDeck,
} from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

let deps: TestDeps;
afterEach(() => deps.close());

const DAY_MINUTES = 24 * 60;
const PARTS = [
  'Today and this week',
  'Calendar',
  'What is coming',
  'What you know',
  'True retention',
  'How you answer',
  'Calibration',
];

/** Sixty cards in two sections, studied on so many days, today among them. */
async function studied(days: number): Promise<TestDeps> {
  const made = await withSampleDeck(30);
  for (let day = 0; day < days; day++) {
    if (day > 0) made.advance(DAY_MINUTES);
    await studyUntilDone(made, (answer) => (answer % 5 === 4 ? 1 : 3));
  }
  return made;
}

/** The page as the program shows it; where it leads, and the files that were saved. */
async function showInsights(path = '/insights', width = 1200) {
  await page.viewport(width, 900);
  const saved: { name: string; text: string }[] = [];
  const platform: Platform = {
    ...deps.platform,
    saveTextFile: async (name, text) => {
      saved.push({ name, text });
      return ok(true);
    },
  };
  const { hook, history, searchHook } = memoryLocation({ path, record: true });
  await render(
    <Router hook={hook} searchHook={searchHook}>
      <EngineProvider engine={engineOf({ ...deps, platform })}>
        <Announcer>
          <Steps>
            <InsightsScreen />
          </Steps>
        </Announcer>
      </EngineProvider>
    </Router>,
  );
  return { places: history, saved };
}

const heading = (name: string) => page.getByRole('heading', { name, level: 2, exact: true });
const slider = (name: string) => page.getByRole('slider', { name, exact: true });
const said = (locator: Locator) => locator.element().getAttribute('aria-valuetext');
const article = (name: string) => page.getByRole('article', { name, exact: true });
/** What reaches beyond a window of that width. */
const wideAt = (width: number) =>
  [...document.querySelectorAll('.insights *')]
    .filter((each) => each.closest('.chart-table-scroll, details:not([open])') === null)
    .filter((each) => each.getBoundingClientRect().right > width + 0.5)
    .map((each) => `${each.tagName} ${each.textContent?.slice(0, 40)}`);
const figures = () =>
  expect
    .poll(() => document.querySelector('.insights-parts')?.getAttribute('aria-busy'))
    .toBe('false');

test('[INSIGHT-9] on a page that stays open what was today is no longer, when the next study day begins', async () => {
  deps = await studied(1);
  await showInsights();
  await figures();
  await expect.element(page.getByText(/^Today \d+ answers? in /)).toBeVisible();
  deps.advance(DAY_MINUTES);
  window.dispatchEvent(new Event('focus'));
  await expect.element(page.getByText(/^Nothing answered yet today; /)).toBeVisible();
});

test('[INSIGHT-1][INSIGHT-4] a few days of study: seven parts, each picture with its sentence and table', async () => {
  deps = await studied(5);
  const { saved } = await showInsights();
  await figures();
  for (const part of PARTS) await expect.element(heading(part)).toBeVisible();
  await expect.element(page.getByText(/^Today \d+ answers? in /)).toBeVisible();
  await expect.element(page.getByText(/^You remembered /)).toBeVisible();
  await expect.element(page.getByText(/^Asked now, you would recall about /)).toBeVisible();
  const pictures = [...document.querySelectorAll('article.picture')];
  expect(pictures.length).toBeGreaterThan(10);
  for (const picture of pictures) {
    const sentence = picture.querySelector('.picture-sentence')?.textContent ?? '';
    expect(sentence, picture.querySelector('h3')?.textContent ?? '').toMatch(/^[A-Z\d“].*\.$/);
    expect(sentence).not.toMatch(/NaN|undefined|Infinity/);
    expect(picture.querySelector('.chart-table table')).not.toBeNull();
  }
  expect(document.body.textContent).not.toMatch(/NaN|Infinity/);
  for (const fold of document.querySelectorAll<HTMLDetailsElement>('details')) fold.open = true;
  expect(await problemsInLightAndDark()).toEqual([]);

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('menuitem', { name: 'All tables (CSV)' }).click();
  await expect.poll(() => saved.length).toBe(1);
  expect(saved[0]?.name).toBe('Rounds – Insights.csv');
  for (const picture of pictures) {
    expect(saved[0]?.text).toContain(picture.querySelector('h3')?.textContent);
  }
});

test('[INSIGHT-4][INSIGHT-5] arrow keys go through the values, which are said; Enter opens the cards', async () => {
  deps = await studied(3);
  const { places } = await showInsights();
  await figures();
  const days = slider('Days of the year');
  (days.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}{End}');
  await expect.poll(() => said(days)).toMatch(/: \d+ due$/);
  await userEvent.keyboard('{Escape}');
  const coming = slider('Minutes of each coming day');
  (coming.element() as HTMLElement).focus();
  await expect.poll(() => said(coming)).toMatch(/^Today: /);
  await userEvent.keyboard('{Home}{ArrowRight}');
  await expect.poll(() => said(coming)).toMatch(/^Thu 5 Mar: /);
  await userEvent.keyboard('{Enter}');
  expect(decodeURIComponent(places.at(-1) ?? '')).toBe('/library?search=due:1 -due:today');
});

test('[INSIGHT-14] Shift and Enter ask how to study the cards behind a value, and cram them', async () => {
  deps = await studied(3);
  const { places } = await showInsights();
  await figures();
  const coming = slider('Minutes of each coming day');
  (coming.element() as HTMLElement).focus();
  await userEvent.keyboard('{Home}{ArrowRight}');
  await expect.poll(() => said(coming)).toMatch(/^Thu 5 Mar: /);
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
  const dialog = page.getByRole('dialog', { name: 'Study these cards' });
  await expect
    .element(dialog.getByText(/^\d+ cards?\. None of them is due or new today\.$/))
    .toBeVisible();
  await dialog.getByRole('button', { name: /^Cram/ }).click();
  await expect.poll(() => places.at(-1)).toBe('/review');
});

test('[INSIGHT-14] what is due or new of a row’s cards is studied as the queue has it', async () => {
  deps = await studied(1);
  deps.advance(DAY_MINUTES);
  const { places } = await showInsights();
  await figures();
  await page.getByRole('button', { name: 'New', exact: true }).click({ modifiers: ['Shift'] });
  const dialog = page.getByRole('dialog', { name: 'Study these cards' });
  await expect.element(dialog.getByText(/All of them are due or new\.$/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Study what is due' }).click();
  await expect.poll(() => places.at(-1)).toBe('/review');
});

test('[INSIGHT-5] a click on a day, and a row’s name, open the cards within the scope', async () => {
  deps = await studied(2);
  const { places } = await showInsights('/insights?section=Even');
  await figures();
  await page
    .getByRole('button', { name: 'Mature' })
    .or(page.getByRole('button', { name: 'Young' }))
    .first()
    .click();
  const opened = decodeURIComponent(places.at(-1) ?? '');
  expect(opened).toMatch(/^\/library\?search=tag:Even is:review /);
});

test('[INSIGHT-2] the cards and the time are chosen, and stand in the address', async () => {
  deps = await studied(2);
  const { places } = await showInsights('/insights?period=week');
  await figures();
  await expect
    .element(page.getByRole('button', { name: '7 days' }).first())
    .toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'All', exact: true }).first().click();
  expect(places.at(-1)).toBe('/insights?period=all');
  await page.getByRole('combobox', { name: 'Cards' }).selectOptions('Odd (section)');
  expect(places.at(-1)).toBe('/insights?section=Odd&period=all');
  await expect.element(page.getByText(/^Odd: 30 cards of 15 notes; /)).toBeVisible();
  await page.getByRole('combobox', { name: 'Cards' }).selectOptions('What a search finds…');
  await page
    .getByRole('combobox', { name: 'Search for the cards to tell of' })
    .fill('nothing-has-this');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('No card is found here.').first()).toBeVisible();
});

test('[INSIGHT-9] nothing answered: each part says so, draws nothing, and what is there is told', async () => {
  deps = await withSampleDeck(5);
  await showInsights();
  await figures();
  await expect.element(page.getByText('Nothing has been answered here yet.').first()).toBeVisible();
  await expect.element(page.getByText('No card here has been learned yet.')).toBeVisible();
  expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
  expect(await problemsInLightAndDark()).toEqual([]);
});

test('[INSIGHT-9] an empty collection, and one answer: sentences, no misleading picture', async () => {
  deps = await testDeps();
  await showInsights();
  await figures();
  await expect.element(page.getByText('No card is found here.').first()).toBeVisible();
  expect(document.querySelector('.insights svg')).toBeNull();
  deps.close();
  deps = await withSampleDeck(5);
  await answerFirst(deps);
  await showInsights();
  await expect.element(page.getByText(/^Today 1 answer in /)).toBeVisible();
  expect(document.body.textContent).not.toMatch(/NaN|Infinity|undefined/);
});

test('[INSIGHT-8] a picture is saved with its sentence and as it stands, without style sheets', async () => {
  deps = await studied(3);
  const { saved } = await showInsights();
  await figures();
  const picture = article('Cards by state');
  await picture.getByRole('button', { name: 'Save: Cards by state' }).click();
  await page.getByRole('menuitem', { name: 'As a drawing (SVG)' }).click();
  await expect.poll(() => saved.length).toBe(1);
  expect(saved[0]?.name).toBe('Rounds – Cards by state.svg');
  const svg = new DOMParser().parseFromString(saved[0]?.text ?? '', 'image/svg+xml');
  expect(svg.querySelector('parsererror')).toBeNull();
  const words = [...svg.querySelectorAll('text')].map((text) => text.textContent).join(' ');
  expect(words).toMatch(/Of 60 cards, \d+ are in review/);
  expect(words).toContain('Cards by state');
  expect(words).not.toContain('As a table');
  expect(svg.querySelectorAll('rect').length).toBeGreaterThan(2);
  expect(saved[0]?.text).not.toMatch(/oklch|var\(|class=/);
});

test('[INSIGHT-10] at 400 px nothing is cut off, and the weeks of the year go on in a second row', async () => {
  deps = await studied(2);
  await showInsights('/insights', 400);
  await figures();
  await expect.poll(() => wideAt(400)).toEqual([]);
  expect(document.documentElement.scrollWidth).toBe(400);
  const year = article('Answers by day, and what is due').element();
  const rows = [...year.querySelectorAll('.chart-text')].filter(
    (text) => text.textContent === 'Mon',
  );
  expect(rows).toHaveLength(2);
});
