import { type Card, isActive } from '../collection/card.ts';
import type { Deck, Preset, StudySettings } from '../collection/deck.ts';
import type { CardId, OverlayId } from '../../kernel/ids.ts';
import {
  type Exam,
  examDay,
  minutesOn,
  type OtherReviews,
  type StudyBreak,
} from '../overlay/overlay.ts';
import type { PlanGroup, PlanInput, StudentModel, Target } from '../planner/input.ts';
import { restingOf } from '../planner/resting.ts';
import { presetOf } from '../collection/presets.ts';
import { isLeech } from '../memory/leech.ts';
import type { StudyDay } from '../../kernel/study-day.ts';
import { isNamed, weightAmong } from './choice.ts';
import { fewerWeights } from './fewer-weights.ts';
import { columnsOf } from './plan-columns.ts';
import { type Ordinary, ordinaryFrom, ordinaryOf, ordinarySeconds } from './other-load.ts';
import { breakOn } from './spread.ts';

/** What plans are made from: the collection as the planner needs it. */
export interface SceneInput {
  readonly today: StudyDay;
  readonly exams: readonly Exam[];
  /** Days of theirs have no time. */
  readonly breaks: readonly StudyBreak[];
  /** The cards that each exam's search finds. */
  readonly found: Readonly<Record<OverlayId, readonly CardId[]>>;
  /** All cards; those out of study are passed over. */
  readonly cards: readonly Card[];
  readonly decks: readonly Deck[];
  readonly presets: readonly Preset[];
  readonly settings: StudySettings;
  readonly student: StudentModel;
  /** Seconds studied today so far. */
  readonly spentSeconds: number;
}

export interface LeechAway {
  readonly card: Card;
  /** As indexes into the scene's exams. */
  readonly exams: readonly number[];
}

/** The exams ahead, their cards in columns, and the days with their time. */
export interface Scene {
  readonly today: StudyDay;
  /** Exams that are on and ahead, the nearest first, each with the days left (1 or more). */
  readonly exams: readonly { readonly exam: Exam; readonly daysLeft: number }[];
  /** Cards of any of these exams; a row of the planner's columns each. */
  readonly cards: readonly Card[];
  /** By card: the exams it counts for, as indexes into `exams`, in the order of its targets. */
  readonly examsOf: readonly (readonly number[])[];
  /** Cards that the exams ask about and that were suspended as leeches: never planned. */
  readonly leeches: readonly LeechAway[];
  readonly input: PlanInput;
  /** By days from today: seconds that the exams give the day, studied already or not. */
  readonly givenSeconds: Float64Array;
  /** By days from today: seconds that the day has in all. */
  readonly daySeconds: Float64Array;
  /** By days from today: seconds of them for reviews that belong to no exam. */
  readonly otherSeconds: Float64Array;
}

/** What holds for cards of several exams: the highest of their floors; 0 without any. */
function floorOf(exams: readonly (Scene['exams'][number] | undefined)[]): number {
  return Math.max(0, ...exams.map((each) => each?.exam.retentionFloor ?? 0));
}

/** Puts exams, cards and days together for the planner; several exams share each day (EXAM-4). */
export function sceneOf(input: SceneInput): Scene {
  const { today } = input;
  const exams = input.exams
    .map((exam) => ({ exam, daysLeft: examDay(exam) - today }))
    .filter(({ exam, daysLeft }) => exam.isOn && daysLeft >= 1)
    .sort((a, b) => a.daysLeft - b.daysLeft || (a.exam.id < b.exam.id ? -1 : 1));
  const drawn = fewerWeights(
    exams.flatMap(({ exam }) => [1, ...exam.weights.map(({ weight }) => weight)]),
  );
  const picks = exams.map(({ exam, daysLeft }) => {
    const isAbout = isNamed(exam.cards, input.decks, new Set(input.found[exam.id]));
    const weights = exam.weights.map(({ section, weight }) => ({ section, weight: drawn(weight) }));
    const weightOf = weightAmong(
      weights,
      weights.length === 0 ? [] : input.cards.filter((card) => isActive(card) && isAbout(card)),
    );
    return { daysLeft, isAbout, weightOf };
  });
  const days = exams.at(-1)?.daysLeft ?? 0;
  const isLeechAway = leechesAway(input);
  const leeches: LeechAway[] = [];
  const cards: Card[] = [];
  const examsOf: number[][] = [];
  const groups: PlanGroup[] = [];
  const groupOf: number[] = [];
  const groupByKey = new Map<string, number>();
  const ordinary: Ordinary[] = [];
  const factorOf = intervalFactors(input);
  // Cards that are worth the same keep this order: new ones come in the order of their deck.
  const inDeckOrder = [...input.cards].sort((a, b) => a.position - b.position);
  for (const card of inDeckOrder) {
    if (!isActive(card)) {
      if (isLeechAway(card)) {
        leeches.push({ card, exams: [...picks.keys()].filter((at) => picks[at]?.isAbout(card)) });
      }
      continue;
    }
    const own: number[] = [];
    const targets: Target[] = [];
    picks.forEach((pick, index) => {
      if (!pick.isAbout(card)) return;
      own.push(index);
      targets.push({ day: pick.daysLeft, weight: pick.weightOf(card) });
    });
    if (targets.length === 0) {
      const own = ordinaryOf(card, today, factorOf(card));
      if (own) ordinary.push(own);
      continue;
    }
    const key = targets.map(({ day, weight }, at) => `${own[at]}@${day}*${weight}`).join(' ');
    let group = groupByKey.get(key);
    if (group === undefined) {
      const retentionFloor = floorOf(own.map((at) => exams[at]));
      group = groups.push({ targets, ...(retentionFloor > 0 && { retentionFloor }) }) - 1;
      groupByKey.set(key, group);
    }
    cards.push(card);
    examsOf.push(own);
    groupOf.push(group);
  }
  const givenSeconds = Float64Array.from({ length: days }, (_, day) => {
    const minutes = exams
      .filter(({ daysLeft }) => daysLeft > day)
      .map(({ exam }) => minutesOn(exam, today + day));
    return breakOn(input.breaks, today + day) ? 0 : 60 * Math.max(0, ...minutes);
  });
  const daySeconds = givenSeconds.map((seconds, day) =>
    day === 0 ? Math.max(0, seconds - input.spentSeconds) : seconds,
  );
  const mostOther = mostForOthers(daySeconds, exams[0]?.exam.otherReviews ?? 'up-to-half');
  const over = overTheDay(cards, daySeconds, input.student);
  const left = (otherSeconds: Float64Array): Float64Array =>
    daySeconds.map((seconds, day) => {
      const own = seconds - (otherSeconds[day] ?? 0);
      return own > 0 ? own + (over * own) / seconds : 0;
    });
  const planned: PlanInput = {
    ...columnsOf(cards, groupOf, today),
    groups,
    budgetSeconds: daySeconds,
    student: input.student,
  };
  let otherSeconds = ordinarySeconds(ordinary, mostOther, input.student);
  const lastDays = groups.map(({ targets }) => targets.at(-1)?.day ?? days);
  if (lastDays.some((last) => mostOther.some((most, day) => day >= last && most > 0))) {
    // What was for an exam is ordinary after it, and takes its share of the days of those that follow.
    const first = { ...planned, budgetSeconds: left(otherSeconds) };
    const mean = cards.reduce((sum, card) => sum + factorOf(card), 0) / cards.length;
    const resting = restingOf(first, (group) => (lastDays[group] ?? days) < days);
    const after = resting.map((each) => ordinaryFrom(each, lastDays[each.group] ?? days, mean));
    otherSeconds = ordinarySeconds([...ordinary, ...after], mostOther, input.student);
  }
  return {
    today,
    exams,
    cards,
    examsOf,
    leeches,
    givenSeconds,
    daySeconds,
    otherSeconds,
    input: { ...planned, budgetSeconds: left(otherSeconds) },
  };
}

/** A day has so many cards, at few minutes: it is of new ones alone where these all are. */
const CARDS_OF_A_SHORT_DAY = 4;

/**
 * Seconds that a day goes over its time on average. A day of new cards alone ends with one begun in
 * its time: half of that card's is beyond it. Seen cards, recalled or not, end a day early as often.
 */
function overTheDay(
  cards: readonly Card[],
  daySeconds: Float64Array,
  { newSeconds }: StudentModel,
): number {
  const total = daySeconds.reduce((sum, seconds) => sum + seconds, 0);
  if (total === 0) return 0;
  const fresh = cards.filter(({ schedule }) => schedule.state === 'new').length;
  const share = Math.min(1, (fresh * newSeconds) / total);
  return (share ** CARDS_OF_A_SHORT_DAY * newSeconds) / 2;
}

/** Days of interval for a day of stability, by a card's options. */
function intervalFactors({ decks, presets, student }: SceneInput): (card: Card) => number {
  const decay = -(student.weights[20] ?? 0.1542);
  const factor = (retention: number): number => {
    return (retention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1);
  };
  const byDeck = new Map(
    decks.map((deck) => [deck.id, factor(presetOf(deck, presets).desiredRetention)]),
  );
  return ({ deckId }) => byDeck.get(deckId) ?? 1;
}

/** Whether a card was suspended because it became a leech: its lapses are just so many. */
function leechesAway({ decks, presets }: SceneInput): (card: Card) => boolean {
  const presetOfDeck = new Map(decks.map((deck) => [deck.id, presetOf(deck, presets)]));
  return ({ suspended, absent, deckId, schedule }) => {
    const preset = presetOfDeck.get(deckId);
    if (!suspended || absent || preset?.leechAction !== 'suspend') return false;
    return schedule.state !== 'new' && isLeech(schedule.lapses, preset.leechThreshold);
  };
}

/** What of each day other reviews may take. */
function mostForOthers(daySeconds: Float64Array, policy: OtherReviews): Float64Array {
  const share = { first: 1, 'up-to-half': 0.5, 'when-time-is-left': 0 }[policy];
  return daySeconds.map((seconds) => seconds * share);
}
