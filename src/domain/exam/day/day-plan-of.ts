import { isActive } from '../../collection/card.ts';
import type { DayTotals } from '../../collection/review.ts';
import type { Overlay } from '../../overlay/overlay.ts';
import type { Plan } from '../../planner/plan.ts';
import { plan } from '../../planner/plan.ts';
import type { StudyDay } from '../../../kernel/study-day.ts';
import { expectedSeconds } from '../../memory/time-estimate.ts';
import type { DayPlan, PlannedCard } from './day-plan.ts';
import { DayPicker } from './picker.ts';
import { type Scene, type SceneInput, sceneOf } from '../scene.ts';
import { breakOn, type Spread, shareOfPile, spreadOn, type Waiting } from '../spread.ts';
import { isReviewDue, isFresh, learningCards } from './today-cards.ts';
import { mostValuableFirst, type Valued } from './value.ts';

/** A day's plan is made from the scene and what the day has seen so far. */
export interface DayPlanInput extends Omit<SceneInput, 'exams' | 'breaks'> {
  readonly overlays: readonly Overlay[];
  /** Today's totals by deck id. */
  readonly doneToday: ReadonlyMap<string, DayTotals>;
  /** Cards in steps whose time comes after that are not today's; absent: all are. */
  readonly dayEndsAtMillis?: number;
  /** The best of so many minutes, in place of the day's own. */
  readonly minutes?: number;
  /** Prices of a plan made before, to start from. */
  readonly warm?: Float64Array;
}

/** The plan without its lines on each exam, which need an outlook each. */
export interface DayPlanned {
  readonly day: Omit<DayPlan, 'exams' | 'forecasts'>;
  readonly scene: Scene;
  /** The planner's own, where an exam is ahead. */
  readonly plan: Plan | undefined;
}

/** What today asks for (EXAM-15, EXAM-17 to EXAM-19): the exams' cards among the reviews, within the time. */
export function dayPlanOf(input: DayPlanInput): DayPlanned {
  const { overlays, today, minutes } = input;
  const exams = overlays.filter((each) => each.kind === 'exam');
  const breaks = overlays.filter((each) => each.kind === 'break');
  const scene = withMinutes(sceneOf({ ...input, exams, breaks }), minutes);
  const pause = minutes === undefined ? breakOn(overlays, today) : undefined;
  // Whoever asks for so many minutes gets them, whatever the day asks for.
  const spread = minutes === undefined ? spreadOn(overlays, today) : undefined;
  const hasExam = scene.exams.length > 0;
  const found = hasExam && scene.cards.length > 0 ? plan(scene.input, input.warm) : undefined;
  const picker = new DayPicker(input);
  const limitSeconds =
    hasExam || minutes !== undefined ? (scene.daySeconds[0] ?? 60 * (minutes ?? 0)) : undefined;
  const learning = learningOf(input);
  const free = limitSeconds && Math.max(0, limitSeconds - learning.seconds);
  const cards = pause ? [] : cardsOf(input, scene, found, spread, picker, free);
  return {
    day: {
      studyDay: today,
      cards,
      learning: pause ? { cards: 0, seconds: 0 } : learning,
      budget: hasExam || minutes !== undefined ? budgetOf(input, scene) : undefined,
      break: pause && { name: pause.name, toDay: pause.toDay },
      catchUp: spread && { ...spread, left: cards.filter(({ why }) => why.kind === 'due').length },
    },
    scene,
    plan: found,
  };
}

/** Minutes asked for are there whatever was studied before; the day's own are those that were given it. */
function budgetOf({ minutes, spentSeconds }: DayPlanInput, scene: Scene): DayPlan['budget'] {
  if (minutes !== undefined) return { minutes, spentMinutes: 0 };
  return { minutes: (scene.givenSeconds[0] ?? 0) / 60, spentMinutes: spentSeconds / 60 };
}

/** The scene of a day with so many minutes, whatever was studied before. */
function withMinutes(scene: Scene, minutes: number | undefined): Scene {
  if (minutes === undefined || scene.exams.length === 0) return scene;
  const seconds = minutes * 60;
  const share = scene.daySeconds[0] ? (scene.otherSeconds[0] ?? 0) / scene.daySeconds[0] : 0;
  return {
    ...scene,
    daySeconds: scene.daySeconds.with(0, seconds),
    otherSeconds: scene.otherSeconds.with(0, seconds * share),
    input: {
      ...scene.input,
      budgetSeconds: scene.input.budgetSeconds.with(0, seconds * (1 - share)),
    },
  };
}

function cardsOf(
  input: DayPlanInput,
  scene: Scene,
  found: Plan | undefined,
  spread: Spread | undefined,
  picker: DayPicker,
  limitSeconds: number | undefined,
): PlannedCard[] {
  const limit = limitSeconds ?? Number.POSITIVE_INFINITY;
  const ownSeconds = (scene.daySeconds[0] ?? 0) - (scene.otherSeconds[0] ?? 0);
  const examSeconds = found ? Math.min(limit, ownSeconds) : 0;
  const picked = found ? picker.exam(scene, found, examSeconds) : [];
  const inExam = new Set(scene.cards.map(({ id }) => id));
  const others = input.cards.filter((card) => isActive(card) && !inExam.has(card.id));
  const valued = mostValuableFirst(
    others.filter((card) => isReviewDue(card, input.today) || isFresh(card, input.today)),
    input.today,
    input.student,
  );
  const due = valued.filter(({ card }) => card.schedule.state === 'review');
  const left = spread
    ? shareOfPile(waitingOf(due, input.today), otherReviewsToday(input, scene), spread)
    : Number.POSITIVE_INFINITY;
  const reviews = picker.due(due, limit - secondsOf(picked), left);
  const cards = interleaved(picked, reviews);
  // What is new waits while a pile is worked off.
  if (spread) return cards;
  const fresh = valued.filter(({ card }) => card.schedule.state === 'new');
  return [...cards, ...picker.fresh(fresh, limit - secondsOf(cards))];
}

/** Both lists in their orders, evenly mixed, so that what is cut off in the end is some of each. */
function interleaved(a: readonly PlannedCard[], b: readonly PlannedCard[]): PlannedCard[] {
  const cards: PlannedCard[] = [];
  let atA = 0;
  let atB = 0;
  while (atA < a.length || atB < b.length) {
    const isNextA =
      atB >= b.length || (atA < a.length && (atA + 0.5) / a.length <= (atB + 0.5) / b.length);
    const card = isNextA ? a[atA++] : b[atB++];
    if (card) cards.push(card);
  }
  return cards;
}

/** An answer to a card in steps takes about so long (memory/time-estimate.ts). */
function learningOf({ cards, today, dayEndsAtMillis }: DayPlanInput): DayPlan['learning'] {
  const waiting = learningCards(cards, today, dayEndsAtMillis).length;
  return { cards: waiting, seconds: waiting * expectedSeconds('learning') };
}

function secondsOf(cards: readonly PlannedCard[]): number {
  return cards.reduce((sum, card) => sum + card.seconds, 0);
}

function waitingOf(due: readonly Valued[], today: StudyDay): Waiting {
  const own = due.filter(({ card: { schedule } }) => {
    return schedule.state === 'review' && schedule.dueDay === today;
  }).length;
  return { pile: due.length - own, own };
}

/** Reviews answered today to cards of no exam: a pile is made of those. */
function otherReviewsToday({ doneToday, today }: DayPlanInput, scene: Scene): number {
  const answers = doneToday.get('')?.byKind.review.answers ?? 0;
  const ofExams = scene.cards.filter(
    ({ schedule }) => schedule.state === 'review' && schedule.lastReview.studyDay === today,
  ).length;
  return Math.max(0, answers - ofExams);
}
