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
  const at = curveOf(scene.input);
  const weighed = weighedBy(exam, scene, index);
  const found = new Map<number, OnCurve>([[1, at(1, real.prices)]]);
  const here = weighed(found.get(1) as OnCurve);
  return (factor) => {
    // Nothing is studied in no time: as the sample says, which is close enough for nothing.
    const wanted = Math.max(LEAST_FACTOR, factor);
    const point = found.get(wanted) ?? at(wanted, pricesNear(found, wanted));
    found.set(wanted, point);
    return Math.min(1, Math.max(0, real.recall + weighed(point) - here));
  };
}

/** Hundredths of a second a day. */
const LEAST_FACTOR = 1e-5;

function realPlan(exam: Exam, scene: Scene, index: number) {
  const { prices, ...found } = plan(scene.input);
  const recalls = recallsIn({ prices, ...found }, scene, index);
  return { prices, recall: rangeOf(recalls, weightIn(exam, recalls)).expected };
}

/** Prices to start from: between two points, between theirs; else those of the nearest. */
function pricesNear(found: ReadonlyMap<number, OnCurve>, factor: number): Float64Array | undefined {
  const distance = (other: number): number => Math.abs(Math.log(other / factor));
  const near = [...found].sort(([a], [b]) => distance(a) - distance(b));
  const [first] = near;
  if (!first) return undefined;
  const [from, { prices }] = first;
  const beyond = near.find(([other]) => other < factor !== from < factor);
  if (!beyond || from === factor) return prices;
  const [to, { prices: others }] = beyond;
  const share = Math.log(factor / from) / Math.log(to / from);
  return prices.map((price, day) => {
    const other = others[day] ?? 0;
    return price > 0 && other > 0 ? price * (other / price) ** share : price;
  });
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
