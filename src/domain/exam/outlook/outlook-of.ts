import type { Card } from '../../collection/card.ts';
import { type Exam, examDay, minutesOn } from '../../overlay/overlay.ts';
import { type Plan, type PlanForecast, plan, quickPlan } from '../../planner/plan.ts';
import { countedSections, type NamedSections, weightAmong } from '../choice.ts';
import type { ExamOutlook, PlannedDay, SectionOutlook, Unfitting } from './outlook.ts';
import { type Recall, rangeOf, recallsIn, type WeightOf, withoutStudyOf } from './recalls.ts';
import { type Scene, type SceneInput, sceneOf } from '../scene.ts';
import { dueSeconds } from '../seconds.ts';
import { breakOn } from '../spread.ts';
import { byName, keysWithAbove, Spellings } from '../../text/same-name.ts';

/** From this share on, a new card counts as one that the plan brings in. */
const FITS = 0.5;

/**
 * What `exam` gives among the others, with the real plan or (`isRough`) with the quick tier; its
 * curve is empty, see exam-curve.ts. `warm`: prices of a plan made before.
 */
export function outlookOf(
  exam: Exam,
  input: SceneInput,
  isRough: boolean,
  warm?: Float64Array,
): { readonly outlook: ExamOutlook; readonly plan: Plan | undefined; readonly scene: Scene } {
  const { scene, index } = sceneWith(exam, input);
  const daysLeft = examDay(exam) - input.today;
  if (index === -1 || scene.cards.length === 0) {
    return { outlook: emptyOutlook(exam, input, daysLeft), plan: undefined, scene };
  }
  const real = isRough ? undefined : plan(scene.input, warm);
  const found = real ?? quickPlan(scene.input);
  const recalls = recallsIn(found, scene, index);
  const weight = weightIn(exam, recalls);
  // Those that the plan goes by: of exams that share a day, the most (EXAM-4).
  const given = scene.givenSeconds.subarray(0, daysLeft);
  const isShared = given.some((seconds, day) => seconds > 60 * minutesOn(exam, input.today + day));
  const outlook: ExamOutlook = {
    today: input.today,
    examDay: input.today + daysLeft,
    daysLeft,
    cards: recalls.length,
    cardIds: recalls.filter(({ row }) => row >= 0).map(({ card }) => card.id),
    leeches: recalls.filter(({ row }) => row < 0).length,
    unseen: recalls.filter(({ card }) => card.schedule.state === 'new').length,
    predicted: rangeOf(recalls, weight),
    withoutStudy: withoutStudyOf(recalls, weight),
    sections: sectionsOf(exam, recalls, weight),
    uncovered: uncoveredOf(exam, recalls),
    lostDecks: lostDecksOf(exam, input),
    unfitting: unfittingOf(exam, scene, found, recalls),
    curve: [],
    minutesADay: given.reduce((sum, seconds) => sum + seconds, 0) / 60 / daysLeft,
    isUneven: new Set(given).size > 1,
    ...(isShared && { isShared }),
    days: daysOf(exam, scene, found, input, daysLeft),
    isRough,
  };
  return { outlook, plan: real, scene };
}

/** The scene with `exam` among the others, in place of itself; `index`: -1 where it is over. */
export function sceneWith(exam: Exam, input: SceneInput) {
  const exams = [...input.exams.filter(({ id }) => id !== exam.id), { ...exam, isOn: true }];
  const scene = sceneOf({ ...input, exams });
  return { scene, index: scene.exams.findIndex((each) => each.exam.id === exam.id) };
}

export function weightIn(exam: Exam, recalls: readonly Recall[]): WeightOf {
  return weightAmong(
    exam.weights,
    recalls.map(({ card }) => card),
  );
}

function namedSections(exam: Exam): NamedSections {
  return byName([...exam.cards.sections, ...exam.weights.map(({ section }) => section)]);
}

function sectionsOf(
  exam: Exam,
  recalls: readonly Recall[],
  weight: WeightOf,
): readonly SectionOutlook[] {
  const named = namedSections(exam);
  const bySection = new Map<string, Recall[]>();
  const spellings = new Spellings(named.values());
  for (const recall of recalls) {
    for (const counted of countedSections(recall.card, named)) {
      const section = spellings.of(counted);
      const own = bySection.get(section) ?? [];
      own.push(recall);
      bySection.set(section, own);
    }
  }
  return [...bySection]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([section, own]) => {
      // Within a section all cards count alike, also where it counts for nothing.
      const alike: WeightOf = () => 1;
      return {
        section,
        cards: own.length,
        unseen: own.filter(({ card }) => card.schedule.state === 'new').length,
        weight: own[0] ? weight({ ...own[0].card, sections: [section] }) : 1,
        predicted: rangeOf(own, alike),
        withoutStudy: withoutStudyOf(own, alike),
      };
    });
}

function uncoveredOf(exam: Exam, recalls: readonly Recall[]): readonly string[] {
  const covered = new Set(recalls.flatMap(({ card }) => keysWithAbove(card.sections)));
  return [...namedSections(exam)]
    .filter(([key]) => !covered.has(key))
    .map(([, section]) => section)
    .sort();
}

function lostDecksOf({ cards }: Exam, { decks }: SceneInput): number {
  const known = new Set(decks.map(({ id }) => id));
  return cards.deckIds.filter((id) => !known.has(id)).length;
}

/** New cards beyond those that the plan brings in: the last of the deck are the first to drop. */
function unfittingOf(
  exam: Exam,
  scene: Scene,
  found: PlanForecast,
  recalls: readonly Recall[],
): Unfitting {
  const fresh = new Map<number, Card[]>();
  for (const { card, row } of recalls) {
    if (card.schedule.state !== 'new') continue;
    const group = scene.input.cards.group[row] ?? 0;
    const own = fresh.get(group) ?? [];
    own.push(card);
    fresh.set(group, own);
  }
  const dropped: Card[] = [];
  for (const [group, own] of fresh) {
    // What counts for nothing is left out whatever the minutes: none of it fails to fit.
    if (!scene.input.groups[group]?.targets.some(({ weight }) => weight > 0)) continue;
    const share = found.introduced[group] ?? 1;
    const fitting = share >= 1 - 1e-6 ? own.length : Math.floor(own.length * share + FITS);
    // The scene has them in the deck's order.
    dropped.push(...own.slice(fitting));
  }
  const named = namedSections(exam);
  const counts = new Map<string, number>();
  const spellings = new Spellings(named.values());
  for (const card of dropped) {
    for (const counted of countedSections(card, named)) {
      const section = spellings.of(counted);
      counts.set(section, (counts.get(section) ?? 0) + 1);
    }
  }
  return {
    cardIds: dropped.map(({ id }) => id),
    sections: [...counts].map(([section, cards]) => ({ section, cards })),
  };
}

function daysOf(
  exam: Exam,
  scene: Scene,
  found: PlanForecast,
  input: SceneInput,
  daysLeft: number,
): readonly PlannedDay[] {
  const ordinary = dueSeconds(input.cards, input.today, daysLeft, input.student);
  return Array.from({ length: daysLeft }, (_, day) => {
    const budget = (scene.daySeconds[day] ?? 0) - (scene.otherSeconds[day] ?? 0);
    const studyDay = input.today + day;
    const dayMinutes = (scene.daySeconds[day] ?? 0) / 60;
    const ordinaryMinutes = (ordinary[day] ?? 0) / 60;
    const isOff = minutesOn(exam, studyDay) === 0 || breakOn(input.breaks, studyDay) !== undefined;
    return {
      studyDay,
      // The last card of a day is begun in its time.
      minutes: Math.min(found.loadSeconds[day] ?? 0, budget) / 60,
      budgetMinutes: budget / 60,
      ordinaryMinutes,
      newCards: found.newPerDay[day] ?? 0,
      isOff,
      isAtRisk: !isOff && ordinaryMinutes > dayMinutes,
    };
  });
}

/** Minutes as they are set for the days left, on average; none on days of a break. */
function meanMinutes(exam: Exam, { today, breaks }: SceneInput, daysLeft: number): number {
  const each = Array.from({ length: Math.max(0, daysLeft) }, (_, day) =>
    breakOn(breaks, today + day) ? 0 : minutesOn(exam, today + day),
  );
  return each.reduce((sum, minutes) => sum + minutes, 0) / Math.max(1, each.length);
}

function emptyOutlook(exam: Exam, input: SceneInput, daysLeft: number): ExamOutlook {
  return {
    today: input.today,
    examDay: input.today + daysLeft,
    daysLeft,
    cards: 0,
    cardIds: [],
    leeches: 0,
    unseen: 0,
    predicted: { expected: 0, low: 0, high: 0 },
    withoutStudy: 0,
    sections: [],
    uncovered: [...namedSections(exam).values()].sort(),
    lostDecks: lostDecksOf(exam, input),
    unfitting: { cardIds: [], sections: [] },
    curve: [],
    minutesADay: meanMinutes(exam, input, daysLeft),
    isUneven: false,
    days: [],
    isRough: false,
  };
}
