import { afterEach, expect, test } from 'vitest';
import type { Figure } from '../../../src/domain/statistics/absence.ts';
import { buryCards } from '../../../src/engine/commands/study/cards.ts';
import { MILLIS_PER_DAY } from '../../../src/kernel/time.ts';
import {
  answeredTerm,
  BACKLOG_TERM,
  binTerm,
  reviewsDueTerm,
} from '../../../src/renderer/insights/cards-behind.ts';
import {
  accepted,
  answerFirst,
  engineOf,
  studyUntilDone,
  type TestDeps,
  withSampleDeck,
} from '../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

function figureIn<Value>(figure: Figure<Value>): Value {
  if (figure.is === 'absent') throw new Error(figure.because.reason);
  return figure.value;
}

const insights = async () =>
  accepted(await engineOf(deps).ask('insights', { scope: { kind: 'all' }, period: 'month' }));

const found = async (text: string) =>
  accepted(await engineOf(deps).ask('idsOfSearch', { text, mode: 'cards' })).length;

/** Cards in review that are due on days to come, some of them buried, one left in its steps. */
async function someCards(): Promise<void> {
  deps = await withSampleDeck(8, 2);
  for (let day = 0; day < 2; day++) {
    await studyUntilDone(deps, (answer) => (answer % 3 === 0 ? 4 : 3));
    deps.nowMillis += MILLIS_PER_DAY;
  }
  deps.nowMillis += MILLIS_PER_DAY;
  await answerFirst(deps, 1);
  deps.nowMillis += MILLIS_PER_DAY;
  const due = accepted(
    await engineOf(deps).ask('idsOfSearch', { text: 'is:review -is:learn', mode: 'cards' }),
  );
  accepted(await buryCards(deps, due.slice(0, 4) as never));
}

test('[INSIGHT-5] the search for what is due on a day finds as many cards as the calendar says, buried ones too', async () => {
  await someCards();
  const { today, calendar } = await insights();
  const ahead = figureIn(calendar).days.filter(({ studyDay }) => studyDay > today);
  const some = ahead.filter(({ due }) => due > 0).slice(0, 6);
  expect(some[0]?.studyDay).toBe(today + 1);
  for (const { studyDay, due } of some) {
    expect(
      await found(reviewsDueTerm({ from: studyDay, to: studyDay }, today)),
      String(studyDay - today),
    ).toBe(due);
  }
  const week = ahead.slice(0, 7).reduce((sum, { due }) => sum + due, 0);
  expect(await found(reviewsDueTerm({ from: today + 1, to: today + 7 }, today))).toBe(week);
});

test('[INSIGHT-5] the search for the backlog finds the reviews that it counts, and no steps', async () => {
  await someCards();
  const { coming } = await insights();
  const { backlog } = figureIn(coming);
  expect(backlog.cards).toBeGreaterThan(0);
  expect(await found(BACKLOG_TERM)).toBe(backlog.cards);
});

test('[INSIGHT-5] the searches for steps of a value and for days answered find what they count', async () => {
  await someCards();
  const { today, known, calendar } = await insights();
  const { interval, stability, difficulty } = figureIn(known);
  const shares = difficulty.bins.map(({ from, to, cards }) => ({
    from: (from - 1) / 9,
    to: (to - 1) / 9,
    cards,
  }));
  const all = { ivl: interval.bins, s: stability.bins, d: shares } as const;
  for (const [property, bins] of Object.entries(all)) {
    for (const bin of bins.filter(({ cards }) => cards > 0)) {
      const term = binTerm(property as keyof typeof all, bin, bin === bins.at(-1));
      expect(await found(term), term).toBe(bin.cards);
    }
  }
  const answered = figureIn(calendar).days.filter(({ answers }) => answers > 0);
  for (const { studyDay, answers } of answered) {
    const term = answeredTerm({ from: studyDay, to: studyDay }, today) ?? '';
    expect(await found(term)).toBeGreaterThan(0);
    expect(await found(term)).toBeLessThanOrEqual(answers);
  }
});
