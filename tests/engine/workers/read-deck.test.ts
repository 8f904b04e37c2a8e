import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseDeck, parsingDeck } from '../../../src/domain/deck-text/parse-deck.ts';
import { loadDeck } from '../../../src/engine/commands/decks/load-deck.ts';
import {
  accepted,
  engineOf,
  everyRow,
  problemOf,
  type TestDeps,
  testDeps,
} from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(() => deps.close());

/** A deck file of so many facts, 70 characters each. */
function deckOf(facts: number): string {
  const fact = (_: unknown, n: number) =>
    `### fact-${n}\nQ: What is the number of this fact, ${n}?\nA: Number ${n}\n`;
  return `# Many\n- deck: many\n- source: B\n## S\n${Array.from({ length: facts }, fact).join('')}`;
}

/** How often a worker is asked to read a deck while `work` is done. */
function countedReads(work: () => Promise<unknown>): Promise<{ asked: number }> {
  const posted = Worker.prototype.postMessage;
  let reads = 0;
  Worker.prototype.postMessage = function (this: Worker, ...args: [never]) {
    if ((args[0] as { readonly name?: string } | undefined)?.name === 'read-deck') reads++;
    return posted.apply(this, args);
  };
  return work()
    .then(() => ({ asked: reads }))
    .finally(() => {
      Worker.prototype.postMessage = posted;
    });
}

test('[LARGE-3] a long deck file is read beside the page, which hears how far it is', async () => {
  const text = deckOf(1_200);
  accepted(await loadDeck(deps, parseDeck(deckOf(700))));
  const told: string[] = [];
  const { asked } = await countedReads(async () => {
    const { parsed, comparison, stored } = accepted(
      await engineOf(deps).ask('readDeckText', { text }, (done, total) => {
        told.push(`${done} of ${total}`);
        return true;
      }),
    );
    expect(parsed).toEqual(parseDeck(text));
    expect(comparison.added).toHaveLength(500);
    expect(stored?.name).toBe('Many');
  });
  expect(asked).toBe(1);
  // What is soon after another report is not told: how many there are depends on the machine.
  const all = ['0 of 1200', '500 of 1200', '1000 of 1200'];
  expect(told[0]).toBe(all[0]);
  expect(all.filter((each) => told.includes(each))).toEqual(told);
});

test('[LARGE-3] a short one is read at once, without a worker', async () => {
  const { asked } = await countedReads(async () => {
    const text = deckOf(100);
    const { parsed } = accepted(await engineOf(deps).ask('readDeckText', { text }));
    expect(parsed.drafts).toHaveLength(100);
  });
  expect(asked).toBe(0);
});

test('[LARGE-4] reading that is stopped says so, and nothing was changed', async () => {
  const before = await everyRow(deps);
  const stopped = await engineOf(deps).ask('readDeckText', { text: deckOf(1_200) }, () => false);
  expect(problemOf(stopped).what).toBe('Stopped before it was done.');
  expect(await everyRow(deps)).toEqual(before);
  expect([...parsingDeck(deckOf(1_200))]).toHaveLength(3);
});
