import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import type { DayPlan } from '../../../src/domain/exam/day/day-plan.ts';
import type { CardId } from '../../../src/kernel/ids.ts';
import { PlanHero } from '../../../src/renderer/today/plan-hero.tsx';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';

afterEach(cleanup);

const DONE: DayPlan = {
  studyDay: 20_514,
  cards: [],
  learning: { cards: 0, seconds: 0 },
  budget: undefined,
  exams: [],
  forecasts: [],
  break: undefined,
  catchUp: undefined,
};

test('[WORDS-3] what a planned day asks for is counted alike, new cards as reviews', async () => {
  const cards = (kind: 'new' | 'due') =>
    Array.from({ length: 1200 }, (_, at): DayPlan['cards'][number] => ({
      cardId: `${kind}-${at}/1` as CardId,
      seconds: 10,
      isNew: kind === 'new',
      why: { kind, gain: 0 },
    }));
  const learning = { cards: 1001, seconds: 10 };
  await render(
    <PlanHero plan={{ ...DONE, cards: [...cards('due'), ...cards('new')], learning }} />,
  );
  const counted = '1,200 to review · 1,001 in learning · 1,200 new';
  await expect.element(page.getByText(counted)).toBeVisible();
});

test('[EXAM-27] a planned day that is done says why', async () => {
  const { rerender } = await render(<PlanHero plan={DONE} />);
  const says = async (plan: Partial<DayPlan>, figure: string, why: string) => {
    await rerender(<PlanHero plan={{ ...DONE, ...plan }} />);
    await expect.element(page.getByRole('heading')).toHaveTextContent(`Today: ${figure}`);
    await expect.element(page.getByRole('paragraph')).toHaveTextContent(why);
  };
  const worthNothing = 'Nothing more today would be worth its time.';
  await says({ budget: { minutes: 20, spentMinutes: 3 } }, 'All done', worthNothing);
  // Five minutes of one’s own do not make a day of study of it.
  const off = 'No minutes are planned for today; the plan for the other days allows for it.';
  await says({ budget: { minutes: 0, spentMinutes: 5 } }, 'A day off', off);
  const studied = 'Today’s 20 minutes are studied. Tomorrow’s plan takes in what is left.';
  await says({ budget: { minutes: 20, spentMinutes: 35 } }, 'All done', studied);
  const catchUp = { name: 'Catch up', day: 2, days: 5, left: 0 };
  const share = 'Catching up, day 2 of 5: today’s share is done.';
  await says({ catchUp }, 'All done', share);
  await says({ catchUp, budget: { minutes: 20, spentMinutes: 3 } }, 'All done', share);
});
