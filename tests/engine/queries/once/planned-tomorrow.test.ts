import { afterEach, expect, test } from 'vitest';
import { askedOf } from '../../../../src/domain/exam/day/day-asked.ts';
import type { StudyBreak } from '../../../../src/domain/overlay/overlay.ts';
import { saveOverlay } from '../../../../src/engine/commands/exams/overlays.ts';
import { planDay } from '../../../../src/engine/commands/exams/plan-day.ts';
import { openStudy } from '../../../../src/engine/commands/study/study.ts';
import { today } from '../../../../src/engine/queries/live/today.ts';
import { plannedTomorrow } from '../../../../src/engine/queries/once/exams.ts';
import type { OverlayId } from '../../../../src/kernel/ids.ts';
import { accepted, studyUntilDone, type TestDeps, withSampleDeck } from '../../../support/deps.ts';
import { sampleExam } from '../../../support/exams.ts';

const DAY = 24 * 60;
let deps: TestDeps;
afterEach(() => deps.close());

test('[TODAY-8] where an exam plans the days, tomorrow promises what its plan will ask', async () => {
  deps = await withSampleDeck(40, 2);
  accepted(await saveOverlay(deps, sampleExam(deps, 9, { minutes: Array<number>(7).fill(4) })));
  for (let day = 0; day < 3; day++) {
    accepted(await openStudy(deps));
    await studyUntilDone(deps, (answer) => (answer % 4 === 0 ? 1 : 3));
    const promised = accepted(await plannedTomorrow(deps));
    deps.advance(DAY);
    const next = askedOf(accepted(await planDay(deps)));
    expect(promised.studyDay).toBe(next.studyDay);
    expect(promised.left).toEqual(next.left);
    expect(promised.minutes).toBeCloseTo(next.minutes, 6);
    expect(promised.left.new + promised.left.review).toBeGreaterThan(0);
  }
});

test('[TODAY-8] before a break, and on its last day, tomorrow says so', async () => {
  deps = await withSampleDeck(10, 1);
  const now = await today({ store: deps.store } as never, { now: deps.clock() });
  const first = now.view.studyDay + 1;
  const pause: StudyBreak = {
    kind: 'break',
    id: 'break' as OverlayId,
    name: 'Away',
    isOn: true,
    fromDay: first,
    toDay: first + 1,
    spreadDays: 1,
  };
  accepted(await saveOverlay(deps, pause));
  const live = await today({ store: deps.store } as never, { now: deps.clock() });
  expect(live).toMatchObject({ isPlanned: false, isPlannedTomorrow: true });
  expect(accepted(await plannedTomorrow(deps))).toMatchObject({
    break: { toDay: first + 1 },
    left: { new: 0, learning: 0, review: 0 },
    minutes: 0,
  });
  deps.advance(2 * DAY);
  const promised = accepted(await plannedTomorrow(deps));
  deps.advance(DAY);
  const next = askedOf(accepted(await planDay(deps)));
  expect(promised).toEqual(next);
});

test('[EXAM-7] [TODAY-1] what the exam page says of today is what Today asks, until it is done', async () => {
  deps = await withSampleDeck(40, 5);
  const exam = sampleExam(deps, 9, { minutes: Array<number>(7).fill(1) });
  accepted(await saveOverlay(deps, exam));
  const ofToday = async () => {
    const plan = accepted(await planDay(deps));
    return { page: plan.exams[0]?.today, asked: askedOf(plan) };
  };
  const before = await ofToday();
  expect(before.asked.left.new).toBeGreaterThan(0);
  expect(before.page?.new).toBe(before.asked.left.new);
  expect(before.page?.minutes).toBeCloseTo(before.asked.minutes, 9);
  accepted(await openStudy(deps));
  await studyUntilDone(deps, () => 4);
  const after = await ofToday();
  expect(after).toMatchObject({ page: { minutes: 0, new: 0 }, asked: { minutes: 0 } });
});
