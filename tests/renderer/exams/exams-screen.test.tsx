import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { enterMark } from '../../../src/engine/commands/exams/overlays.ts';
import { accepted, type TestDeps } from '../../support/deps.ts';
import { sampleDeps, savedExam, showExams } from './show-exams.tsx';

let deps: TestDeps;
beforeEach(async () => {
  deps = await sampleDeps();
});
afterEach(() => deps.close());

const link = (name: string | RegExp) => page.getByRole('link', { name, exact: true });

test('[EXAM-13] without an exam it says what one does, and leads to a new one', async () => {
  const { places } = await showExams(deps, '/exams');
  await expect.element(page.getByText(/^Tell Rounds when your exam is/)).toBeVisible();
  await link('New exam').click();
  expect(places.at(-1)).toBe('/exams/new');
});

test('[EXAM-5][EXAM-13] exams ahead count down with their range; those over show marks; those off are last', async () => {
  await savedExam(deps, 1, { name: 'Past' });
  const marked = await savedExam(deps, 2, { name: 'Marked' });
  accepted(await enterMark(deps, marked, 0.88, 0.9));
  deps.advance(3 * 24 * 60);
  await savedExam(deps, 30, { name: 'Later' });
  await savedExam(deps, 5, { name: 'Soon' });
  await savedExam(deps, 7, { name: 'Off', isOn: false });
  await showExams(deps, '/exams');
  await expect.element(page.getByText(/ predicted$/).first()).toBeVisible();
  const lines = page.getByRole('listitem').elements();
  const names = ['Soon', 'Later', 'Marked', 'Past', 'Off'];
  expect(lines.map((line) => names.find((name) => line.textContent?.includes(name)))).toEqual(
    names,
  );
  expect(lines[0]?.textContent).toMatch(/^5 days/);
  expect(lines[0]?.textContent).toMatch(/\d+ % predicted recall,.*\d+ to \d+ % predicted/);
  expect(lines[2]?.textContent).toMatch(/^yesterday.*88 %predicted 90 %$/);
  expect(lines[3]?.textContent).toMatch(/^2 days ago.*Enter the mark of Past$/);
  await link('Soon').click();
  await expect.element(page.getByRole('heading', { name: 'Soon' })).toBeVisible();
});
