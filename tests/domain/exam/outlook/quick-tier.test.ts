import { expect, test } from 'vitest';
import { weightIn } from '../../../../src/domain/exam/outlook/outlook-of.ts';
import { rangeOf, recallsIn } from '../../../../src/domain/exam/outlook/recalls.ts';
import { sceneOf } from '../../../../src/domain/exam/scene.ts';
import { type PlanForecast, plan, quickPlan } from '../../../../src/domain/planner/plan.ts';
import { anExam, everyDay, newCards, reviewCards, sceneInput } from '../exams.ts';

const SECTIONS = ['A', 'B', 'C', 'A B', 'B C', 'A B C'];
const CARDS = SECTIONS.flatMap((name, at) => {
  const sections = name.split(' ');
  return [
    ...reviewCards(30, 5 - 10 * at, { sections }, name),
    ...newCards(12, { sections }, `new ${name}`),
  ];
});

/** The first so many of the days, each with an exam: about A, about B, about C. */
function sceneWith(days: readonly number[], minutes: number, retentionFloor: number | undefined) {
  const exams = days.map((day, at) =>
    anExam(day, {
      id: `exam-${at}` as never,
      minutes: everyDay(minutes),
      cards: { deckIds: [], sections: ['A', 'B', 'C'].slice(at, at + 1), search: '' },
      ...(retentionFloor === undefined ? {} : { retentionFloor }),
    }),
  );
  return sceneOf(sceneInput(CARDS, exams));
}

/** Of one exam each floor; of several, whose plans take longer, the usual one and a high one. */
const FLOORS = [undefined, 0.85, 0.9, 0.95];
const FEW_FLOORS = [undefined, 0.95];

test.each([
  ['one exam', [30]],
  ['two exams', [6, 16]],
  ['three exams', [4, 9, 14]],
])('[EXAM-9] the first figure is within 2 points of the real one: %s', (_, days) => {
  for (const floor of days.length === 1 ? FLOORS : FEW_FLOORS) {
    for (const minutes of [5, 12, 60]) {
      const scene = sceneWith(days, minutes, floor);
      const points = (found: PlanForecast) =>
        scene.exams.map(({ exam }, at) => {
          const recalls = recallsIn(found, scene, at);
          return 100 * rangeOf(recalls, weightIn(exam, recalls)).expected;
        });
      const real = points(plan(scene.input));
      points(quickPlan(scene.input)).forEach((quick, at) => {
        const gap = Math.abs(quick - (real[at] ?? 0));
        expect.soft(gap, `exam ${at}, floor ${floor}, ${minutes} min`).toBeLessThan(2);
      });
    }
  }
});
