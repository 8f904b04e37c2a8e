import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { readHistory } from '../../../src/store/reads/answers/history.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { dayField } from '../../../src/renderer/kit/form/day-field.tsx';
import { RegradeDialog } from '../../../src/renderer/insights/sections/answering/regrade-dialog.tsx';
import type { CardId } from '../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import { accepted, cardOf, engineOf, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import '../../../src/renderer/insights/insights.css';

const ONE = 'sample:fact-0000/1' as CardId;
const DAY = 20_514;
let deps: TestDeps;
afterEach(() => deps.close());

test('[INSIGHT-11][INSIGHT-12] the dialog says what would count as Again, and then it does', async () => {
  deps = await withSampleDeck(3, 1);
  for (const grade of [4, 2, 2, 3] as const) {
    accepted(await answerCard(deps, await cardOf(deps, ONE), grade, 4000));
    deps.nowMillis += 10 * MILLIS_PER_DAY;
  }
  const said: string[] = [];
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <RegradeDialog
        note={(work) => work()}
        scope={{ kind: 'all' }}
        span={{ from: DAY, to: DAY + 40 }}
        onClose={() => {}}
        onDone={(done) => said.push(done)}
      />
    </EngineProvider>,
  );
  await expect
    .element(page.getByText('2 answers to 1 card would count as Again instead of Hard.'))
    .toBeVisible();
  await page.getByRole('radio', { name: /^Only where the next review failed too/ }).click();
  await expect
    .element(page.getByText('1 answer to 1 card would count as Again instead of Hard.'))
    .toBeVisible();
  await expect.element(page.getByText('1 card would come sooner.')).toBeVisible();
  const from = page.getByLabelText('From');
  await from.fill('2199-01-01');
  await expect.element(page.getByText('The last day is before the first.')).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Count as Again' })).toBeDisabled();
  await from.fill(dayField(DAY));
  await page.getByRole('button', { name: 'Count 1 answer as Again' }).click();
  await expect.poll(() => said).toEqual(['1 answer counts as Again now.']);
  expect((await readHistory(deps.store, ONE)).map(({ grade }) => grade)).toEqual([4, 1, 2, 3]);
});
