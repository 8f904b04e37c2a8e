import { afterEach, expect, test } from 'vitest';
import { answerCard } from '../../../src/engine/commands/study/answer.ts';
import { suspendCards } from '../../../src/engine/commands/study/cards.ts';
import { PLANNER } from '../../../src/engine/queries/planner.ts';
import { PlanService } from '../../../src/engine/workers/plan-service.ts';
import { accepted, cardOf, type TestDeps, withSampleDeck } from '../../support/deps.ts';
import { sampleExam } from '../../support/exams.ts';

let deps: TestDeps;
afterEach(() => deps.close());

test('[EXAM-25][EXAM-10] what was read serves on; of what operations name it is read again', async () => {
  deps = await withSampleDeck(10);
  const planner = new PlanService(deps.store.place);
  const request = { exam: sampleExam(deps, 9), found: {}, isRough: true };
  const look = async () =>
    accepted(await PLANNER.examOutlook({ planner, now: deps.clock(), watch: () => true }, request));
  expect((await look()).unseen).toBe(20);
  const card = await cardOf(deps, 'sample:fact-0000/1');
  // Past the log, to see that the cards are not read again.
  await deps.store.cards.update(card.id, { suspended: true });
  expect((await look()).cards).toBe(20);
  accepted(await answerCard(deps, await cardOf(deps, 'sample:fact-0001/1'), 3, 5000));
  expect(await look()).toMatchObject({ cards: 20, unseen: 19 });
  accepted(await suspendCards(deps, [card.id], true));
  expect((await look()).cards).toBe(19);
  deps.advance(24 * 60);
  expect((await look()).daysLeft).toBe(8);
});
