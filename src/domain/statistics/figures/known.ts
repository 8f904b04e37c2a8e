import type { StudyDay } from '../../../kernel/study-day.ts';
import type { DaySpan } from '../period.ts';
import { MATURE_DAYS } from '../columns/day-table.ts';
import {
  type ToldCards,
  NEW_STATE,
  REVIEW_STATE,
  SCHEDULE_STATES,
} from '../columns/card-columns.ts';
import type { Scoped } from '../columns/scoped.ts';
import { MILLIS_PER_DAY } from '../../../kernel/time.ts';
import { studyDayOf } from '../../../kernel/study-day.ts';
import { type Distribution, distributionOf } from './distribution.ts';

/** What is known. */
export interface Known {
  readonly byState: CardsByState;
  /** Expected number of cards that would be recalled now: the sum of retrievability. */
  readonly expected: number;
  /** Cards that have been learned: those the sum is of. */
  readonly learned: number;
  /** expected / learned, 0 to 1. */
  readonly meanRecall: number;
  /** How it grew over the period, oldest first, at most 61 points; the last is today. */
  readonly overTime: readonly KnownThen[];
  /** 0 to 1, in twenty bins. */
  readonly recall: Distribution;
  /** Days, as are intervals; bins grow by powers. */
  readonly stability: Distribution;
  /** 1 to 10, in nine bins. */
  readonly difficulty: Distribution;
  /** Of cards in review. */
  readonly interval: Distribution;
  /** Cards added in the period, by stretches without gaps. */
  readonly added: readonly (DaySpan & { readonly cards: number })[];
}

/** Each card of the scope counts once; out of study comes before its state. */
export interface CardsByState {
  readonly new: number;
  readonly learning: number;
  readonly relearning: number;
  /** In review, interval below 21 days. */
  readonly young: number;
  readonly mature: number;
  readonly suspended: number;
  readonly buried: number;
}

export interface KnownThen {
  readonly studyDay: StudyDay;
  readonly expected: number;
  readonly learned: number;
}

/** Points of the course over time, today's among them. */
const MOST_POINTS = 61;
/** Stretches in which added cards are counted. */
const MOST_STRETCHES = 52;

const RECALL_ENDS = Array.from({ length: 21 }, (_, index) => index / 20);
const DIFFICULTY_ENDS = Array.from({ length: 10 }, (_, index) => 1 + index);
/** Days: a day, some days, weeks, months, years. */
export const DAY_ENDS = [0, 1, 2, 4, 7, 14, 21, 30, 60, 90, 180, 365, 730, 1825, 36_501];

/** What the cards say is known (STATS-15 to STATS-19). `rolloverHour`: when a day begins. */
export function knownOf(scoped: Scoped, rolloverHour: number): Known {
  const { inColumns: cards, to: today } = scoped;
  const models = cards.options.map(({ weights }) => scoped.modelOf(weights));
  const recalls = new Float64Array(cards.length);
  const stabilities = new Float64Array(cards.length);
  const difficulties = new Float64Array(cards.length);
  const intervals = new Float64Array(cards.length);
  let count = 0;
  let reviews = 0;
  for (let at = 0; at < cards.length; at++) {
    if (cards.state[at] === NEW_STATE) continue;
    const days = Math.max(0, today - (cards.lastDay[at] ?? 0));
    const stability = cards.stability[at] ?? 1;
    recalls[count] = models[cards.option[at] ?? 0]?.recall(days, stability) ?? 0;
    stabilities[count] = stability;
    difficulties[count] = cards.difficulty[at] ?? 1;
    count++;
    if (cards.state[at] === REVIEW_STATE) intervals[reviews++] = cards.interval[at] ?? 0;
  }
  const recall = distributionOf(recalls.subarray(0, count), RECALL_ENDS);
  const learned = recall.cards;
  const expected = recall.mean * learned;
  return {
    byState: byStateOf(cards, today),
    expected,
    learned,
    meanRecall: recall.mean,
    overTime: [...knownBefore(scoped), { studyDay: today, expected, learned }],
    recall,
    stability: distributionOf(stabilities.subarray(0, count), DAY_ENDS),
    difficulty: distributionOf(difficulties.subarray(0, count), DIFFICULTY_ENDS),
    interval: distributionOf(intervals.subarray(0, reviews), DAY_ENDS),
    added: addedIn(scoped, rolloverHour),
  };
}

function byStateOf(cards: ToldCards, today: StudyDay): CardsByState {
  const counts = {
    new: 0,
    learning: 0,
    relearning: 0,
    young: 0,
    mature: 0,
    suspended: 0,
    buried: 0,
  };
  for (let at = 0; at < cards.length; at++) {
    const state = SCHEDULE_STATES[cards.state[at] ?? 0] ?? 'new';
    if (cards.isSuspended[at] === 1) counts.suspended++;
    else if ((cards.buriedUntil[at] ?? 0) > today) counts.buried++;
    else if (state !== 'review') counts[state]++;
    else if ((cards.interval[at] ?? 0) < MATURE_DAYS) counts.young++;
    else counts.mature++;
  }
  return counts;
}

/** What was known on days before today, by the answers given until then to cards that are still here. */
function knownBefore({ arrays, histories, cardOf, from, to, modelOf }: Scoped): KnownThen[] {
  const { day, stability } = arrays;
  const length = to - from;
  const points = Math.min(length, MOST_POINTS - 1);
  const days = Array.from(
    { length: points },
    (_, index) => from + Math.floor((index * length) / points),
  );
  const expected = new Float64Array(points);
  const learned = new Int32Array(points);
  for (const [index, { start, count }] of histories.entries()) {
    const card = cardOf[index];
    if (!card) continue;
    const model = modelOf(card.deck.options.weights);
    let point = 0;
    for (let at = start; at < start + count; at++) {
      const answered = day[at] ?? 0;
      const isLast = at + 1 === start + count;
      const until = isLast ? to : Math.min(to, day[at + 1] ?? to);
      while (point < points && (days[point] ?? 0) < answered) point++;
      for (; point < points && (days[point] ?? 0) < until; point++) {
        const since = (days[point] ?? 0) - answered;
        expected[point] = (expected[point] ?? 0) + model.recall(since, stability[at] ?? 1);
        learned[point] = (learned[point] ?? 0) + 1;
      }
    }
  }
  return days.map((studyDay, index) => ({
    studyDay,
    expected: expected[index] ?? 0,
    learned: learned[index] ?? 0,
  }));
}

function addedIn(
  { inColumns: cards, from, to, now }: Scoped,
  rolloverHour: number,
): Known['added'] {
  const days = to - from + 1;
  const each = Math.ceil(days / MOST_STRETCHES);
  const stretches = Array.from({ length: Math.ceil(days / each) }, (_, index) => ({
    from: from + index * each,
    to: Math.min(to, from + (index + 1) * each - 1),
    cards: 0,
  }));
  const { utcOffsetMinutes } = now;
  const earliest = (from - 1) * MILLIS_PER_DAY;
  for (const atMillis of cards.addedAtMillis) {
    if (atMillis < earliest) continue;
    const added = studyDayOf({ atMillis, utcOffsetMinutes }, rolloverHour);
    const stretch = stretches[Math.floor((added - from) / each)];
    if (stretch && added <= to) stretch.cards++;
  }
  return stretches;
}
