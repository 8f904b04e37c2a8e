import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { enterMark } from '../../../src/engine/commands/exams/overlays.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { keepForecast } from '../../../src/store/reads/overlays.ts';
import { accepted, type TestDeps } from '../../support/deps.ts';
import { button, picture, sampleDeps, savedExam, showExams, storedExams } from './show-exams.tsx';

/** A plan may have to be made first. */

let deps: TestDeps;
beforeEach(async () => {
  deps = await sampleDeps();
});
afterEach(() => deps.close());

const heading = (name: string | RegExp) => page.getByRole('heading', { name });

async function keepForecasts(id: string, ...shares: readonly number[]): Promise<void> {
  const today = Math.floor(deps.nowMillis / 86_400_000);
  for (const [index, expected] of shares.entries()) {
    await keepForecast(deps.store, {
      overlayId: id as never,
      studyDay: today + index,
      predicted: { expected, low: expected - 0.05, high: expected + 0.05 },
      withoutStudy: 0.5,
      cards: 40,
      unseen: 0,
      daysLeft: 10 - index,
      minutesToday: 20,
      minutesAWeek: 140,
      weights: 0,
    });
  }
}

test('[EXAM-13] the page counts down and draws range, curve and days, each with words and a table', async () => {
  const off = Math.floor(deps.nowMillis / 86_400_000) + 3;
  const exam = await savedExam(deps, 12, { cards: SECTIONS, daysOff: [off] });
  await keepForecasts(exam.id, 0.8);
  await showExams(deps, `/exams/${exam.id}`);
  await expect.element(heading('Finals')).toBeVisible();
  await expect.element(page.getByText('12 days', { exact: true })).toBeVisible();
  await expect.element(page.getByText(/ in four of five cases$/)).toBeVisible();
  await expect.element(page.getByText(/^Predicted: .*without study 0\s%\.$/)).toBeVisible();
  await expect.element(picture(/^Minutes a day against .* as set/)).toBeVisible();
  await expect.element(picture(/^Predicted recall by section: .*Even \d+ % \(/)).toBeVisible();
  await expect.element(picture(/^The coming 12 days: .*one day is off/)).toBeVisible();
  await expect.element(page.getByText('1 section without a card:')).toBeVisible();
  const tables = page.getByText('As a table').all();
  expect(tables).toHaveLength(3);
  for (const table of tables) await table.click();
  await expect.element(page.getByRole('cell', { name: 'day off' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: 'Even' })).toBeVisible();
  await expect.element(page.getByRole('rowheader', { name: /\(as set\)/ })).toBeVisible();
});

const SECTIONS = { deckIds: [], sections: ['Even', 'Odd', 'Nowhere'], search: '' } as const;

test('[EXAM-10] a page that is left open is planned anew when the next study day begins', async () => {
  const exam = await savedExam(deps, 12);
  await showExams(deps, `/exams/${exam.id}`);
  await expect.element(picture(/^The coming 12 days: /)).toBeVisible();
  // All that was asked on the first day is answered.
  const curve = () => document.querySelector('.curve-block [aria-busy]');
  await expect.poll(() => curve()?.getAttribute('aria-busy')).toBe('false');
  deps.advance(24 * 60);
  window.dispatchEvent(new Event('focus'));
  await expect.element(page.getByText('11 days', { exact: true })).toBeVisible();
  await expect.element(picture(/^The coming 11 days: /)).toBeVisible();
});

test('[EXAM-7] new cards that will not fit are counted, and named when asked for', async () => {
  const exam = await savedExam(deps, 2, { minutes: Array<number>(7).fill(1) });
  await showExams(deps, `/exams/${exam.id}`);
  await expect.element(page.getByText(/^\d+ new cards will not fit/)).toBeVisible();
  await page.getByText('Which cards').click();
  await expect.element(page.getByText(/^hidden 3\.0 beside/)).toBeVisible();
  const link = page.getByRole('link', { name: 'All of them in the library' });
  expect(link.element().getAttribute('href')).toMatch(/\/library\?search=cid/);
});

test('[EXAM-1] switched off and on again; deleted after a question, and brought back', async () => {
  const exam = await savedExam(deps, 12);
  await showExams(deps, `/exams/${exam.id}`);
  await button('Switch off').click();
  await expect.element(page.getByText(/^This exam is switched off/)).toBeVisible();
  await expect.poll(() => document.activeElement?.localName).toBe('main');
  await button('Switch on').click();
  await expect.element(button('Study for it now')).toBeVisible();
  await button('Delete').click();
  await userEvent.keyboard('{Enter}');
  await expect.element(heading('“Finals” is deleted')).toBeVisible();
  await expect.poll(() => document.activeElement?.localName).toBe('main');
  expect(await storedExams(deps)).toEqual([]);
  await button('Bring it back').click();
  await expect.poll(() => storedExams(deps)).toEqual([exam]);
  await expect.element(button('Study for it now')).toBeVisible();
});

test('[EXAM-15] “Study for it now” begins the planned session', async () => {
  const exam = await savedExam(deps, 12);
  const { places } = await showExams(deps, `/exams/${exam.id}`);
  await button('Study for it now').click();
  await expect.poll(() => places.at(-1)).toBe('/review');
});

test('[EXAM-5] from its day on an exam asks for its mark only; predicted stands beside achieved', async () => {
  const exam = await savedExam(deps, 2);
  await keepForecasts(exam.id, 0.8, 0.9);
  deps.advance(2 * 24 * 60);
  await showExams(deps, `/exams/${exam.id}`);
  await expect.element(page.getByText('Today', { exact: true }).last()).toBeVisible();
  await expect.element(page.getByText(/^On the eve 90 % was predicted/)).toBeVisible();
  await expect.element(page.getByText(/back on the ordinary schedule/)).toBeVisible();
  expect(button('Study for it now').elements()).toHaveLength(0);
  const field = page.getByRole('textbox', { name: 'Your mark, if you like' });
  await field.fill('51 of 50');
  await button('Enter the mark').click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(/cannot be read.*still here/);
  await field.fill('44 of 50');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('About what was predicted.')).toBeVisible();
  await expect.element(page.getByText('88 %')).toBeVisible();
  expect((await storedExams(deps))[0]?.mark).toEqual({ achieved: 0.88, predicted: 0.9 });
  accepted(await undoLast(deps));
  await expect.element(field).toBeVisible();
});

test('[EXAM-5] on the day, before its time, it can be crammed and no mark is asked for', async () => {
  const exam = await savedExam(deps, 2);
  deps.advance(2 * 24 * 60 - 60);
  await showExams(deps, `/exams/${exam.id}`);
  await expect.element(page.getByText('All the best for today.')).toBeVisible();
  await expect.element(button('Cram')).toBeVisible();
  expect(page.getByRole('textbox').elements()).toHaveLength(0);
});

test('[EXAM-5] a mark can be changed, and what was predicted then is kept', async () => {
  const exam = await savedExam(deps, 1);
  accepted(await enterMark(deps, exam, 0.6, 0.9));
  deps.advance(3 * 24 * 60);
  await showExams(deps, `/exams/${exam.id}`);
  await expect
    .element(page.getByText(/^Less than was predicted\. A prediction knows/))
    .toBeVisible();
  await button('Change the mark').click();
  await page.getByRole('textbox', { name: /^Your mark/ }).fill('97 %');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('More than was predicted: well done.')).toBeVisible();
  expect((await storedExams(deps))[0]?.mark).toEqual({ achieved: 0.97, predicted: 0.9 });
});

test('[EXAM-12] what was predicted day by day is drawn from two forecasts on', async () => {
  const exam = await savedExam(deps, 12);
  await keepForecasts(exam.id, 0.5);
  deps.advance(24 * 60);
  await showExams(deps, `/exams/${exam.id}`);
  await expect
    .element(picture(/^Predicted recall went from 50 % on 2 Mar to \d+ % on 3 Mar/))
    .toBeVisible();
  await expect.element(page.getByText(/^Predicted recall went from 50 % to .*: /)).toBeVisible();
});

test('[EXAM-6] an address without its exam says so', async () => {
  await showExams(deps, '/exams/nothing');
  await expect.element(heading('There is no such exam here')).toBeVisible();
});

test('[EXAM-1] another exam in the address is another page: none is called deleted that is not', async () => {
  const exam = await savedExam(deps, 12);
  const { goTo } = await showExams(deps, `/exams/${exam.id}`);
  await expect.element(heading('Finals')).toBeVisible();
  goTo('/exams/unknown');
  await expect.element(heading('There is no such exam here')).toBeVisible();
  await expect.element(button('Bring it back')).not.toBeInTheDocument();
});
