import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { card } from '../../../src/engine/queries/live/study.ts';
import { CardFacts } from '../../../src/renderer/card-info/card-facts.tsx';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import {
  answerFirst,
  changePreset,
  engineOf,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
afterEach(async () => {
  await cleanup();
  deps.close();
});

test('[REVIEW-7] a step that goes on past midnight ends on the next day', async () => {
  deps = await withSampleDeck(1, 1);
  await changePreset(deps, { learningStepsMinutes: [20] });
  deps.nowMillis = Date.parse('2026-03-02T23:55:00Z');
  const { id } = await answerFirst(deps, 1);
  const live = await card({ store: deps.store }, { cardId: id });
  if (!live) throw new Error('the card is there');
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <CardFacts live={live} />
    </EngineProvider>,
  );
  const due = page.getByText('Due', { exact: true }).element().nextElementSibling;
  expect(due?.textContent).toBe('3 Mar 2026, 00:15');
});
