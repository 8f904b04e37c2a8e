import { afterEach, expect, test } from 'vitest';
import type { DeckId, OverlayId } from '../../src/domain/ids.ts';
import { type Exam, NO_CARDS } from '../../src/domain/overlay/overlay.ts';
import { answerCard } from '../../src/operations/answer.ts';
import { suspendCards } from '../../src/operations/cards.ts';
import { PlanService } from '../../src/worker/plan-service.ts';
import { accepted, cardOf, type TestDeps, withSampleDeck } from '../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

function anExam(): Exam {
  return {
    kind: 'exam',
    id: 'e' as OverlayId,
    name: 'Finals',
    isOn: true,
    at: { atMillis: deps.nowMillis + 9 * 86_400_000, utcOffsetMinutes: 0 },
    cards: { ...NO_CARDS, deckIds: ['sample' as DeckId] },
    weights: [],
    minutes: Array<number>(7).fill(20),
    daysOff: [],
    otherReviews: 'up-to-half',
  };
}

test('[Y5] what was read serves until an operation or a study day comes in between', async () => {
  deps = await withSampleDeck(10);
  const plans = new PlanService(deps.store.name);
  const request = { exam: anExam(), found: {}, isRough: true };
  const look = async () => accepted(await plans.outlook(request, deps.clock()));
  expect((await look()).unseen).toBe(20);
  const card = await cardOf(deps, 'sample:fact-0000/1');
  // Past the log, to see that the cards are not read again.
  await deps.store.cards.update(card.id, { suspended: true });
  expect((await look()).cards).toBe(20);
  accepted(await answerCard(deps, await cardOf(deps, 'sample:fact-0001/1'), 3, 5000));
  expect(await look()).toMatchObject({ cards: 19, unseen: 18 });
  accepted(await suspendCards(deps, [card.id], false));
  expect((await look()).cards).toBe(20);
  deps.advance(24 * 60);
  expect((await look()).daysLeft).toBe(8);
});
