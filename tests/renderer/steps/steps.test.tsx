import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-react';
import type { CardId } from '../../../src/kernel/ids.ts';
import { flagCards } from '../../../src/engine/commands/study/cards.ts';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { Steps, useTurnStep } from '../../../src/renderer/steps/steps.tsx';
import { accepted, cardOf, engineOf, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

const ONE = 'sample:fact-0000/1' as CardId;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3);
});
afterEach(() => deps.close());

function Buttons() {
  const turn = useTurnStep();
  return (
    <>
      <button type="button" onClick={() => void turn('undo')}>
        Undo
      </button>
      <button type="button" onClick={() => void turn('redo')}>
        Redo
      </button>
    </>
  );
}

const show = () =>
  render(
    <EngineProvider engine={engineOf(deps)}>
      <Announcer>
        <Steps>
          <Buttons />
        </Steps>
      </Announcer>
    </EngineProvider>,
  );
const press = (name: string) => userEvent.click(page.getByRole('button', { name, exact: true }));
const flagOf = async () => (await deps.store.cards.get(ONE))?.flag;

test('[LOG-22] undo and redo say which step, of which card and deck', async () => {
  accepted(await answerCard(deps, await cardOf(deps, ONE), 1, 4000));
  await show();
  await press('Undo');
  const said = 'answer (Again) – “[…] beside hidden 0.1” (Sample).';
  await expect.element(page.getByText(`Undid: ${said}`)).toBeVisible();
  await press('Redo');
  await expect.element(page.getByText(`Did again: ${said}`)).toBeVisible();
  await press('Redo');
  await expect.element(page.getByText('There is nothing to do again.')).toBeVisible();
  expect(await deps.store.undone.count()).toBe(0);
});

test('[LOG-29] a second press while the first is on its way to the disk takes one more step back', async () => {
  accepted(await flagCards(deps, [ONE], 1));
  accepted(await flagCards(deps, [ONE], 2));
  accepted(await flagCards(deps, [ONE], 3));
  await show();
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).element() as HTMLElement;
  undo.click();
  undo.click();
  await expect.poll(() => deps.store.undone.count()).toBe(2);
  expect(await flagOf()).toBe(1);
});

test('[LOG-29] what was pressed before a question came is not meant by its answer', async () => {
  accepted(await flagCards(deps, [ONE], 1));
  accepted(await flagCards(deps, [ONE], 2));
  deps.advance(60 * 24);
  await show();
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).element() as HTMLElement;
  undo.click();
  undo.click();
  const question = page.getByRole('dialog', { name: 'Take back what was done yesterday?' });
  await userEvent.click(question.getByRole('button', { name: 'Take it back' }));
  await expect.poll(flagOf).toBe(1);
  await expect.element(page.getByText(/^Undid: flag/)).toBeVisible();
  await expect.element(question).not.toBeInTheDocument();
  expect(await flagOf()).toBe(1);
});

test('[LOG-22] before a step of another day is taken back, the person is asked, each time', async () => {
  accepted(await flagCards(deps, [ONE], 1));
  accepted(await flagCards(deps, [ONE], 2));
  deps.advance(60 * 24);
  await show();
  await press('Undo');
  const question = page.getByRole('dialog', { name: 'Take back what was done yesterday?' });
  await expect.element(question).toBeVisible();
  await expect.element(question.getByText(/This takes back: flag \(Orange\)/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(question).not.toBeInTheDocument();
  expect(await flagOf()).toBe(2);
  await press('Undo');
  await userEvent.click(question.getByRole('button', { name: 'Take it back' }));
  await expect.poll(flagOf).toBe(1);
  await press('Undo');
  await expect.element(question.getByText(/flag \(Red\)/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.poll(flagOf).toBe(0);
});
