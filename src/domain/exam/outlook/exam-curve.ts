import type { Exam } from '../../overlay/overlay.ts';
import { curveOf, type OnCurve, plan } from '../../planner/plan.ts';
import type { Scene, SceneInput } from '../scene.ts';
import { sceneWith, weightIn } from './outlook-of.ts';
import { recallsIn, rangeOf } from './recalls.ts';

/** Predicted recall of an exam, 0 to 1, with so many times each day's minutes. */
export type ExamCurve = (factor: number) => number;

/**
 * The curve of `exam` over its minutes. It goes through the real plan of the minutes as they are;
 * beside that point it changes as the sample of the cards does, so that a point costs the same
 * however many cards there are. `warm`: prices of that plan, if known, and what it predicts.
 */
export function examCurve(
  exam: Exam,
  input: SceneInput,
  known?: { readonly prices: Float64Array; readonly recall: number },
): ExamCurve {
  const { scene, index } = sceneWith(exam, input);
  if (index === -1 || scene.cards.length === 0) return () => 0;
  const real = known ?? realPlan(exam, scene, index);
  const at = curveOf(scene.input, real.prices);
  const weighed = weighedBy(exam, scene, index);
  const here = weighed(at(1));
  return (factor) => {
    // Nothing is studied in no time: as the sample says, which is close enough for nothing.
    const point = at(Math.max(LEAST_FACTOR, factor));
    return Math.min(1, Math.max(0, real.recall + weighed(point) - here));
  };
}

/** Hundredths of a second a day. */
const LEAST_FACTOR = 1e-5;

function realPlan(exam: Exam, scene: Scene, index: number) {
  const found = plan(scene.input);
  const recalls = recallsIn(found, scene, index);
  return { prices: found.prices, recall: rangeOf(recalls, weightIn(exam, recalls)).expected };
}

/** The exam's mean over its own cards, leeches among them, which study does not change. */
function weighedBy(exam: Exam, scene: Scene, index: number): (point: OnCurve) => number {
  const { group } = scene.input.cards;
  const weightOf = weightIn(
    exam,
    scene.cards.flatMap((card, row) =>
      scene.examsOf[row]?.includes(index) ? [{ card, row, with: 0, without: 0 }] : [],
    ),
  );
  const groups = new Map<number, { weight: number; target: number }>();
  let total = 0;
  scene.cards.forEach((card, row) => {
    const target = scene.examsOf[row]?.indexOf(index) ?? -1;
    if (target === -1) return;
    const own = groups.get(group[row] ?? 0) ?? { weight: 0, target };
    own.weight += weightOf(card);
    total += weightOf(card);
    groups.set(group[row] ?? 0, own);
  });
  for (const { card, exams } of scene.leeches) {
    if (exams.includes(index) && card.schedule.state !== 'new') total += weightOf(card);
  }
  return ({ recall }) => {
    let sum = 0;
    for (const [at, { weight, target }] of groups) sum += weight * (recall[at]?.[target] ?? 0);
    return total > 0 ? sum / total : 0;
  };
}
