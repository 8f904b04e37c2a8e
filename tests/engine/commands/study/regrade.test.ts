import { afterEach, beforeEach, expect, test } from 'vitest';
import { answerCard } from '../../../../src/engine/commands/study/answer.ts';
import { regradeHard } from '../../../../src/engine/commands/study/regrade.ts';
import { redoLast, undoLast } from '../../../../src/engine/commands/study/undo.ts';
import { previewRegrade } from '../../../../src/engine/queries/once/study/regrade.ts';
import { hashOf } from '../../../../src/store/log/rebuild/hashes.ts';
import { rebuild } from '../../../../src/store/log/rebuild/rebuild.ts';
import { readHistory } from '../../../../src/store/reads/answers/history.ts';
import type { CardId } from '../../../../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../../../../src/kernel/time.ts';
import {
  accepted,
  cardOf,
  everyRow,
  problemOf,
  type TestDeps,
  withSampleDeck,
} from '../../../support/deps.ts';

const ONE = 'sample:fact-0000/1' as CardId;
const TWO = 'sample:fact-0001/1' as CardId;
const DAY = 20_514;
let deps: TestDeps;
beforeEach(async () => {
  deps = await withSampleDeck(3, 1);
});
afterEach(() => deps.close());

/** Easy, ten days later Hard, ten days later Good. */
async function study(): Promise<void> {
  for (const grade of [4, 2, 3] as const) {
    for (const id of [ONE, TWO]) {
      accepted(await answerCard(deps, await cardOf(deps, id), grade, 4000));
    }
    deps.nowMillis += 10 * MILLIS_PER_DAY;
  }
}
const asked = (which: 'all' | 'not-recalled-next' = 'all', from = DAY) =>
  ({ scope: { kind: 'all' }, span: { from, to: DAY + 40 }, which }) as const;

test('[INSIGHT-12] what was Hard counts as Again, by one step that undo takes back exactly', async () => {
  await study();
  const was = (await cardOf(deps, ONE)).schedule;
  const [before, hash] = [await everyRow(deps), await hashOf(deps.store)];
  const preview = accepted(await previewRegrade(deps, asked()));
  expect(preview).toMatchObject({ answers: 2, cards: 2, past: 0, leftOut: 0 });
  expect(preview.known.after).toBeLessThan(preview.known.before);
  const done = accepted(await regradeHard(deps, asked(), false));
  expect(done.body).toMatchObject({ kind: 'regrade', cards: [{ cardId: ONE }, { cardId: TWO }] });
  const now = await cardOf(deps, ONE);
  if (was.state !== 'review') throw new Error('not in review');
  expect(now.schedule).toMatchObject({ state: 'review', lapses: 1, dueDay: was.dueDay });
  expect((await readHistory(deps.store, ONE)).map(({ grade }) => grade)).toEqual([4, 1, 3]);
  const recalledOn = async (day: number) =>
    (await deps.store.days.get(['', day]))?.byKind.review.recalled;
  expect([await recalledOn(DAY + 10), await recalledOn(DAY + 20)]).toEqual([0, 2]);
  const corrected = await hashOf(deps.store);
  expect(await rebuild(deps.store)).toMatchObject({ hashBefore: corrected, hashAfter: corrected });
  expect(accepted(await previewRegrade(deps, asked()))).toMatchObject({ answers: 0, leftOut: 0 });

  expect(accepted(await undoLast(deps)).operation.id).toBe(done.id);
  const after = await everyRow(deps);
  for (const table of ['cards', 'reviews', 'days', 'pastLogs', 'undone']) {
    const rows = after[table]?.filter((row) => (row as { target?: string }).target !== done.id);
    expect([table, rows]).toEqual([table, before[table]]);
  }
  expect(await hashOf(deps.store)).toBe(hash);
  expect(await rebuild(deps.store)).toMatchObject({ hashBefore: hash, hashAfter: hash });
  accepted(await redoLast(deps));
  expect(await hashOf(deps.store)).toBe(corrected);
});

test('[INSIGHT-11] only what is meant is counted otherwise, and nothing where there is nothing', async () => {
  await study();
  expect(problemOf(await regradeHard(deps, asked('not-recalled-next'), false)).what).toMatch(
    /No answer graded Hard/,
  );
  expect(problemOf(await regradeHard(deps, asked('all', DAY + 11), false)).kept).toBe(
    'Nothing was changed.',
  );
  const inOne = {
    ...asked(),
    scope: { kind: 'search', text: `nid:${ONE.split('/')[0]}` },
  } as const;
  expect(accepted(await previewRegrade(deps, inOne))).toMatchObject({ cards: 1 });
});

test('[INSIGHT-12] dates follow where that is asked for', async () => {
  await study();
  const { dates } = accepted(await previewRegrade(deps, asked()));
  expect(dates).toMatchObject({ sooner: 2, later: 0 });
  const before = await cardOf(deps, ONE);
  accepted(await regradeHard(deps, asked(), true));
  const after = await cardOf(deps, ONE);
  if (before.schedule.state !== 'review' || after.schedule.state !== 'review')
    throw new Error('not in review');
  expect(after.schedule.dueDay).toBeLessThan(before.schedule.dueDay);
});
