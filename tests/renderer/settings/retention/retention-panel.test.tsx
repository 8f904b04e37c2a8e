import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { Review } from '../../../../src/domain/collection/review.ts';
import type { OperationId } from '../../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../../../../src/kernel/time.ts';
import { EngineProvider } from '../../../../src/renderer/engine.tsx';
import { Announcer } from '../../../../src/renderer/kit/page/announcer.tsx';
import { Settings } from '../../../../src/renderer/settings/settings.tsx';
import { problemsInLightAndDark } from '../../../support/accessible.ts';
import { inReview } from '../../../support/collection.ts';
import { engineOf, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import '../../../../src/renderer/kit/theme.css';
import '../../../../src/renderer/kit/base.css';

let deps: TestDeps | undefined;
afterEach(() => deps?.close());

/** Settings over a deck of whose cards so many were learned in the last month. */
async function settingsWith(learned: number): Promise<TestDeps> {
  deps = await withSampleDeck(60, 2);
  const today = Math.floor(deps.nowMillis / MILLIS_PER_DAY);
  const cards = (await deps.store.cards.toArray()).slice(0, learned);
  const reviews = cards.map((card, index): Review => {
    const studyDay = today - (index % 30);
    return {
      operationId: `test ${index}` as OperationId,
      cardId: card.id,
      deckId: card.deckId,
      atMillis: studyDay * MILLIS_PER_DAY,
      studyDay,
      grade: 3,
      durationMillis: 9000,
      kind: 'new',
      elapsedDays: 0,
      intervalDays: 3,
      memory: { stability: 3, difficulty: 5 },
    };
  });
  await deps.store.reviews.bulkAdd(reviews);
  await deps.store.cards.bulkPut(
    cards.map((card, index) => ({ ...card, schedule: inReview(today + (index % 12)) })),
  );
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Settings />
      </Announcer>
    </EngineProvider>,
  );
  return deps;
}

const ask = () => page.getByRole('button', { name: 'See what it costs' }).click();
const field = () => page.getByRole('textbox', { name: 'Desired retention, %' });
const curve = () => page.getByRole('slider', { name: 'Desired retention, from low to high' });

test('[OPTIONS-9] before any answer one sentence stands instead of a picture', async () => {
  await settingsWith(0);
  await ask();
  await expect.element(page.getByText('Nothing has been answered here yet.')).toBeVisible();
  await expect.element(curve()).not.toBeInTheDocument();
});

test('[OPTIONS-9] a value chosen by keys fills the field; nothing is saved before Save', async () => {
  const { store } = await settingsWith(90);
  const presets = await store.presets.toArray();
  const operations = await store.operations.count();
  await ask();
  await expect.element(curve()).toBeVisible();
  await expect.element(page.getByText('90 %, as it is now, would take')).toBeVisible();
  await expect.element(page.getByText(/^\d\d % is suggested/)).toBeVisible();
  (curve().element() as HTMLElement).focus();
  await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}');
  await expect
    .element(curve())
    .toHaveAttribute('aria-valuetext', expect.stringMatching(/^9[23] %: /));
  await userEvent.keyboard('{End}{Enter}');
  await expect.element(field()).toHaveValue('97');
  await expect.element(page.getByText(/^97 % would take .* more than now/)).toBeVisible();
  await page.getByText('As a table: what each desired retention costs').click();
  await expect.element(page.getByRole('rowheader', { name: /^90 % .now/ })).toBeVisible();
  expect(await problemsInLightAndDark(document.body)).toEqual([]);
  expect(await store.operations.count()).toBe(operations);
  expect(await store.presets.toArray()).toEqual(presets);

  await page.getByRole('form', { name: 'Studying' }).getByRole('button', { name: 'Save' }).click();
  await expect.element(page.getByText('Study options saved.')).toBeInTheDocument();
  expect((await store.presets.toArray()).map(({ desiredRetention }) => desiredRetention)).toEqual([
    0.97,
  ]);
});
