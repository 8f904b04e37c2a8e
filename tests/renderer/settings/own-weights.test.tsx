import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Review } from '../../../src/domain/collection/review.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_PRESET_ID,
  DEFAULT_STUDY_SETTINGS,
} from '../../../src/domain/collection/deck.ts';
import { DEFAULT_WEIGHTS } from '../../../src/domain/memory/weights.ts';
import type { CardId, OperationId } from '../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Settings } from '../../../src/renderer/settings/settings.tsx';
import { answersOf } from '../../../bench/minds.ts';
import { problemsInLightAndDark } from '../../support/accessible.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

/** Forgets as the usual weights do not expect. */
const SHORT_MEMORY = DEFAULT_WEIGHTS.map((weight, index) => (index < 4 ? weight / 3 : weight))
  .with(8, 0.9)
  .with(20, 0.6);

let deps: TestDeps | undefined;
afterEach(async () => {
  await deps?.close();
  // What the tests before have learnt or put off is kept on the device.
  localStorage.removeItem('rounds.training');
});

/** Settings over `cards` cards that were answered for a year by whoever forgets so. */
async function settingsAfter(cards: number, onlyGood = false): Promise<TestDeps> {
  deps = await withSampleDeck(3, 1);
  const [deck] = await deps.store.decks.toArray();
  const begin = Math.floor(deps.nowMillis / MILLIS_PER_DAY) - 400;
  const mind = { weights: SHORT_MEMORY, seed: 1, cards, days: 400 };
  const rows = answersOf(mind).flatMap((answers, card) => {
    let day = begin;
    return answers.map(({ grade, days, atMillis }, nth): Review => {
      day = nth === 0 ? begin + Math.floor(atMillis / MILLIS_PER_DAY) : day + days;
      return {
        operationId: `test ${card} ${nth}` as OperationId,
        cardId: `studied-${card}/1` as CardId,
        deckId: deck?.id ?? ('' as Review['deckId']),
        atMillis: begin * MILLIS_PER_DAY + atMillis,
        studyDay: day,
        grade: onlyGood ? 3 : grade,
        durationMillis: 6000,
        kind: nth === 0 ? 'new' : 'review',
        elapsedDays: days,
        intervalDays: 1,
        memory: { stability: 1, difficulty: 5 },
      };
    });
  });
  await deps.store.reviews.bulkAdd(rows);
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Settings />
      </Announcer>
    </EngineProvider>,
  );
  return deps;
}

const learn = () => page.getByRole('button', { name: 'Learn from my answers' }).click();

test('[TRAIN-13] without answers it says how many are needed, and offers nothing', async () => {
  await settingsAfter(0);
  await learn();
  await expect.element(page.getByText('There are too few answers to learn from')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Use them' })).not.toBeInTheDocument();
});

test('[TRAIN-14] better weights are taken as one step, and no date moves', async () => {
  const { store } = await settingsAfter(700);
  const cards = await store.cards.toArray();
  await learn();
  await expect
    .element(page.getByText('weights of your own would have been wrong about'))
    .toBeVisible();
  expect(await problemsInLightAndDark(document.body)).toEqual([]);
  const operations = await store.operations.count();
  await page.getByRole('button', { name: 'Use them' }).click();
  await expect.element(page.getByText('Your own weights are in use.')).toBeInTheDocument();
  expect(await store.operations.count()).toBe(operations + 1);
  const settings = await store.settings.get('study');
  expect(settings?.weights).not.toEqual(DEFAULT_WEIGHTS);
  expect(await store.cards.toArray()).toEqual(cards);
});

test('[TRAIN-14] the usual weights can be had back', async () => {
  const { store } = await settingsAfter(0);
  await store.settings.put({ ...DEFAULT_STUDY_SETTINGS, weights: SHORT_MEMORY });
  await page.getByRole('button', { name: 'Back to the usual weights' }).click();
  await expect.element(page.getByText('The usual weights are in use again.')).toBeInTheDocument();
  const settings = await store.settings.get('study');
  expect(settings?.weights).toEqual(DEFAULT_WEIGHTS);
});

test('[TRAIN-15] options with weights of their own keep what is learnt', async () => {
  const { store } = await settingsAfter(0);
  const before = await store.settings.get('study');
  await store.presets.put({ ...DEFAULT_PRESET, weights: SHORT_MEMORY });
  await page.getByRole('button', { name: 'Back to the usual weights' }).click();
  await expect.element(page.getByText('The usual weights are in use again.')).toBeInTheDocument();
  expect((await store.presets.get(DEFAULT_PRESET_ID))?.weights).toEqual(DEFAULT_WEIGHTS);
  expect(await store.settings.get('study')).toEqual(before);
});

test('[TRAIN-17][TRAIN-18] enough to learn from is said in a line, until it is put off or not wanted', async () => {
  await settingsAfter(700);
  const line = page.getByText(/answers that Rounds can learn from/);
  await expect.element(line, { timeout: 20_000 }).toBeVisible();
  await page.getByRole('button', { name: 'Do not suggest it again' }).click();
  await expect.element(line).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Suggest it again' }).click();
  await expect.element(line).toBeVisible();
  await page.getByRole('button', { name: 'Not now' }).click();
  await expect.element(line).not.toBeInTheDocument();
  await expect
    .element(page.getByRole('button', { name: 'Suggest it again' }))
    .not.toBeInTheDocument();
});

test('[TRAIN-19] who never pressed Again is offered no weights', async () => {
  await settingsAfter(120, true);
  await learn();
  await expect
    .element(page.getByText(/^None of [\d,]+ answers was Again\./), { timeout: 20_000 })
    .toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Use them' })).not.toBeInTheDocument();
});
