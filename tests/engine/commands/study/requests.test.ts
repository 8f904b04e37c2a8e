import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { chosenDaysOf } from '../../../../src/domain/balance/balanced.ts';
import { nextAfter, prepareNext } from '../../../../src/engine/commands/study/ahead.ts';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { beginStudy, nextInStudy } from '../../../../src/engine/commands/study/study.ts';
import { accepted, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { requestsFromNow } from '../../../support/requests.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(14, 2);
});
afterEach(() => {
  vi.restoreAllMocks();
  deps.close();
});

test('[REVIEW-14][BALANCE-6] from the second answer on, what is known already is not asked again', async () => {
  accepted(await beginStudy(deps, {}));
  let next = accepted(await nextInStudy(deps));
  for (let answer = 1; answer <= 5; answer++) {
    if (next.kind !== 'card') throw new Error('no card is left');
    const { card, daysAhead } = next.showing;
    expect(daysAhead).toBeDefined();
    const asked = requestsFromNow();
    const { 3: chosenDays } = chosenDaysOf(next.showing, deps.clock());
    const ahead = accepted(await prepareNext(deps, card));
    const reads = asked.splice(0);
    const saved = accepted(await answerCard(deps, card, 3, 1000, ahead?.foreseen, chosenDays));
    const writes = asked.splice(0);
    next = accepted(await nextAfter(deps, saved.operation, ahead));
    vi.restoreAllMocks();
    // Of what the answer before did not tell: the device's row, cards of two notes, the next of them
    // with its type, and the counts of a section that was not studied yet. At first also the rows of a
    // lane that last for the answers to come: a first card does not wait for them (LARGE-9).
    const tables = new Set(reads.map((request) => request.split(' ')[1]));
    for (const known of ['settings', 'presets', 'decks', 'graves']) {
      expect([...tables]).not.toContain(known);
    }
    if (answer > 1) expect([...tables]).not.toContain('days');
    expect(reads.length).toBeLessThanOrEqual(answer > 1 ? 6 : 10);
    expect(writes.length).toBeLessThanOrEqual(10);
  }
});
