import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { IN_LIBRARY } from '../../../src/engine/queries/table.ts';
import { accepted, type TestDeps } from '../../support/deps.ts';
import { button, picture, sampleDeps, savedExam, showExams, storedExams } from './show-exams.tsx';

/** A plan may have to be made first. */

let deps: TestDeps;
beforeEach(async () => {
  deps = await sampleDeps();
});
afterEach(() => deps.close());

const text = (name: string | RegExp) => page.getByRole('textbox', { name });
const box = (name: string | RegExp) => page.getByRole('checkbox', { name });
const reading = (minutes: number) =>
  expect.stringMatching(new RegExp(`^${minutes} min a day: predicted about \\d+ %$`));
const verdict = () => page.getByText(/^Predicted: .*minutes a day/);

test('[EXAM-7][EXAM-11] a section asked for in the address is an exam at once, with its outlook', async () => {
  const { places } = await showExams(deps, '/exams/new?section=Even');
  await expect.element(text('Name')).toHaveValue('Even');
  await expect.element(page.getByLabelText('Date', { exact: true })).toHaveValue('2026-03-16');
  await expect.element(page.getByLabelText('Time')).toHaveValue('09:00');
  await expect.element(text('Minutes a day')).toHaveValue('20');
  await expect.element(box(/^Even/)).toBeChecked();
  await expect.element(verdict()).toBeVisible();
  await expect.element(page.getByText(/without study 0\s%/)).toBeVisible();
  await expect.element(picture(/^Minutes a day against predicted recall/)).toBeVisible();
  await expect.element(picture(/^Predicted recall by section: Even/)).toBeVisible();
  await expect.element(picture(/^The coming 14 days/)).toBeVisible();
  await button('Save').click();
  await expect.poll(() => places.at(-1)).toBe('/exams');
  const [exam] = await storedExams(deps);
  expect(exam).toMatchObject({
    name: 'Even',
    cards: { deckIds: [], sections: ['Even'], search: '' },
    minutes: [20, 20, 20, 20, 20, 20, 20],
  });
});

test('[EXAM-8] in a narrow window the figure stays in sight, and leads to the verdict and Save', async () => {
  await showExams(deps, '/exams/new?section=Even');
  await expect.element(verdict()).toBeInViewport();
  await expect.element(button('See and save')).not.toBeInTheDocument();
  await page.viewport(400, 800);
  await expect.element(button('See and save')).toBeInViewport();
  await expect.element(page.getByText(/^predicted, \d/)).toBeInViewport();
  await button('See and save').click();
  await expect.element(button('Save')).toHaveFocus();
  await expect.element(verdict()).toBeInViewport();
});

test('[EXAM-2] decks and sections say how many cards they bring, and the library is asked for a search alone', async () => {
  const asked = new Set<string>();
  const library = { ...deps.library };
  for (const name of IN_LIBRARY) {
    Object.assign(library, { [name]: () => asked.add(name) && new Promise(() => {}) });
  }
  await showExams({ ...deps, library }, '/exams/new?deck=sample');
  await expect.element(box(/^Odd.*20 cards$/)).toBeVisible();
  await expect.element(box(/^Sample.*40 cards$/)).toBeVisible();
  await expect.element(picture(/^The coming 14 days/)).toBeVisible();
  expect([...asked]).toEqual([]);
  await page.getByText('And what a search finds').click();
  await expect.poll(() => [...asked].sort()).toEqual(['find', 'vocabulary']);
});

test('[LOOK-8] the seven weekdays stand in one row, or in two of which none has a day alone', async () => {
  await page.viewport(1200, 800);
  await showExams(deps, '/exams/new?deck=sample');
  await box('different by weekday').click();
  const inEachRow = () => {
    const tops = [...document.querySelectorAll('.weekdays input')].map(
      (field) => field.getBoundingClientRect().top,
    );
    return [...new Set(tops)].map((top) => tops.filter((each) => each === top).length);
  };
  await expect.poll(inEachRow).toEqual([7]);
  for (const width of [480, 400, 320]) {
    await page.viewport(width, 800);
    await expect.poll(() => inEachRow().length).toBeLessThan(3);
    expect(Math.min(...inEachRow())).toBeGreaterThan(1);
  }
  await page.viewport(1200, 800);
  await button('Cancel').click();
});

test('[EXAM-2] a deck in the address; other minutes by weekday, days off, floor and share', async () => {
  await showExams(deps, '/exams/new?deck=sample');
  await expect.element(box(/^Sample/)).toBeChecked();
  await box('different by weekday').click();
  await text(/^Sunday/).fill('0');
  await text(/^Monday/).fill('7,5');
  await page.getByLabelText('Days off').fill('2026-03-10');
  await button('Add day off').click();
  await expect.element(button(/^No longer off: Tue,? 10 Mar/)).toBeVisible();
  await page.getByText('More', { exact: true }).click();
  await page.getByRole('combobox', { name: 'Floor for recall' }).selectOptions('80');
  await page.getByRole('combobox', { name: /^Reviews that/ }).selectOptions('first');
  await button('Save').click();
  await expect.poll(() => storedExams(deps)).toHaveLength(1);
  const [exam] = await storedExams(deps);
  expect(exam).toMatchObject({
    name: 'Sample',
    cards: { deckIds: ['sample'] },
    minutes: [7.5, 20, 20, 20, 20, 20, 0],
    daysOff: [Date.UTC(2026, 2, 10) / 86_400_000],
    retentionFloor: 0.8,
    otherReviews: 'first',
  });
});

test('[EXAM-2] weights are pasted; what is no section or no weight is named with its line', async () => {
  await showExams(deps, '/exams/new?deck=sample');
  await page.getByText('Weights by section').click();
  await text('Paste a table').fill('Topic;Weight\neven;1,5\nSurgery;3\nOdd;lots');
  await button('Take these weights').click();
  await expect.element(page.getByText('1 weight taken.')).toBeVisible();
  await expect.element(page.getByText(/^Line 3 Surgery;3 names no section\.$/)).toBeVisible();
  await expect.element(page.getByText(/^Line 4 Odd;lots has no weight/)).toBeVisible();
  await expect.element(text('Weight of Even')).toHaveValue('1.5');
  await text('Weight of Odd').fill('2');
  await button('Save').click();
  await expect.poll(() => storedExams(deps)).toHaveLength(1);
  expect((await storedExams(deps))[0]?.weights).toEqual([
    { section: 'Even', weight: 1.5 },
    { section: 'Odd', weight: 2 },
  ]);
});

test('[EXAM-2] a search takes part, with what it means or where it is wrong', async () => {
  await showExams(deps, '/exams/new');
  await page.getByText('And what a search finds').click();
  const field = page.getByRole('combobox', { name: 'Search for more cards' });
  await field.fill('(tag:Odd');
  await expect.element(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('tag:Odd');
  await expect.element(page.getByText(/tagged “Odd”.*: 20, of 10 notes/)).toBeVisible();
  await text('Name').fill('Odd ones');
  await expect.element(verdict()).toBeVisible();
  await button('Save').click();
  await expect.poll(() => storedExams(deps)).toHaveLength(1);
  expect((await storedExams(deps))[0]?.cards.search).toBe('tag:Odd');
});

test('[EXAM-6] a date in the past, no minutes, no cards, no name: said, and what was entered stays', async () => {
  await showExams(deps, '/exams/new?section=Even');
  await expect.element(verdict()).toBeVisible();
  await page.getByLabelText('Date', { exact: true }).fill('2026-02-27');
  await expect.element(page.getByText(/^That date is in the past/)).toBeVisible();
  await button('Save').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/in the past.*still here.*later/);
  await expect.element(page.getByLabelText('Date', { exact: true })).toHaveValue('2026-02-27');
  await page.getByLabelText('Date', { exact: true }).fill('2026-03-20');
  await text('Minutes a day').fill('0');
  await expect.element(page.getByText(/no minutes on any day/)).toBeVisible();
  await text('Minutes a day').fill('a few');
  await expect.element(page.getByText(/^Minutes a day are numbers/)).toBeVisible();
  await text('Minutes a day').fill('20');
  await box(/^Even/).click();
  await expect.element(page.getByText('The exam is about no cards.')).toBeVisible();
  await box(/^Even/).click();
  await text('Name').fill(' ');
  await button('Save').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent('It has no name.');
  expect(await storedExams(deps)).toHaveLength(0);
  await text('Name').fill('Finals');
  await button('Save').click();
  await expect.poll(() => storedExams(deps)).toHaveLength(1);
});

test('[EXAM-6] an exam half written is still there after a look elsewhere; Cancel lets it go', async () => {
  const { goTo, places } = await showExams(deps, '/exams/new?section=Odd');
  await text('Name').fill('Half');
  await text('Minutes a day').fill('33');
  goTo('/exams');
  await expect.element(page.getByRole('heading', { name: 'Exams' })).toBeVisible();
  goTo('/exams/new?section=Odd');
  await expect.element(text('Name')).toHaveValue('Half');
  await expect.element(text('Minutes a day')).toHaveValue('33');
  await button('Cancel').click();
  await expect.poll(() => places.at(-1)).toBe('/exams');
  goTo('/exams/new?section=Odd');
  await expect.element(text('Name')).toHaveValue('Odd');
});

test('[EXAM-2] an exam is changed, and what its form does not touch is as it was', async () => {
  const exam = await savedExam(deps, 10, { weights: [{ section: 'Odd', weight: 3 }] });
  const { places } = await showExams(deps, `/exams/${exam.id}/edit`);
  await expect.element(text('Name')).toHaveValue('Finals');
  await text('Minutes a day').fill('30');
  await button('Save').click();
  await expect.poll(() => places.at(-1)).toBe(`/exams/${exam.id}`);
  expect((await storedExams(deps))[0]).toEqual({ ...exam, minutes: Array<number>(7).fill(30) });
});

test('[EXAM-11][EXAM-13] other minutes are read off the curve by keyboard, and taken over', async () => {
  await showExams(deps, '/exams/new?deck=sample');
  await expect.element(verdict()).toBeVisible();
  const slider = page.getByRole('slider', {
    name: 'Other minutes a day, to see what they would give',
  });
  await expect.element(slider).toHaveAttribute('aria-valuetext', reading(20));
  (slider.element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  await expect.element(slider).toHaveAttribute('aria-valuetext', reading(22));
  await button('Take 22 min a day').click();
  await expect.element(text('Minutes a day')).toHaveValue('22');
});

test('[CRAM-2] that there was nothing to cram is no longer said once cards are chosen', async () => {
  await showExams(deps, '/exams/new');
  await button('Cram these cards now').click();
  const said = page.getByText('There is no card to cram here.');
  await expect.element(said).toBeVisible();
  await text('Name').fill('Finals');
  await expect.element(said).not.toBeInTheDocument();
});

test('[EXAM-26] what the exam is about already stands first among many, and stays where it is ticked', async () => {
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) accepted(await createDeck(deps, name));
  await showExams(deps, '/exams/new?section=Odd');
  const labels = (): string[] =>
    [...document.querySelectorAll('.card-group .card-group-name')].map((each) => each.textContent);
  await expect.poll(() => labels().length).toBe(10);
  expect(labels()[0]).toBe('Odd');
  await page.getByRole('checkbox', { name: /^Even/ }).click();
  expect(labels().slice(-1)).toEqual(['Even']);
  await page.getByRole('checkbox', { name: /^Odd/ }).click();
  expect(labels()[0]).toBe('Odd');
});
