import type { StudyDay } from '../../kernel/study-day.ts';
import type { SchedulerOptions } from '../memory/schedule.ts';
import { memoryModel } from '../planner/model/memory-model.ts';
import { absent, type Figure, there } from '../statistics/absence.ts';
import { type FirstReview, ReviewFlow } from '../statistics/ahead/flow.ts';
import { firstReview } from '../statistics/ahead/flows-of-cards.ts';
import { DAYS_AHEAD, isNew, newCardsADay, newCardsByDay } from '../statistics/ahead/new-cards.ts';
import { minutesOfReviews, paceOfAnswers } from '../statistics/ahead/pace.ts';
import type { AnswerColumns } from '../statistics/columns/answer-columns.ts';
import { cardColumnsOf } from '../statistics/columns/card-columns.ts';
import { DayTable } from '../statistics/columns/day-table.ts';
import { type CardToTell, historiesOf } from '../statistics/columns/scoped.ts';

/** What each desired retention would take and lead to within a year (OPTIONS-6 to OPTIONS-8). */
export interface RetentionCurve {
  /** One a percent, the lowest first. */
  readonly points: readonly RetentionPoint[];
  readonly suggestion: RetentionSuggestion;
  /** Cards in study that will have been learned within the year. */
  readonly cards: number;
  readonly newPerDay: number;
}

/** Up to `percent` another minute a day brings more than it does on average from `from` to `to`; beyond it less. */
export interface RetentionSuggestion {
  readonly percent: number;
  readonly from: number;
  readonly to: number;
}

export interface RetentionPoint {
  readonly percent: number;
  /** The mean of the coming year. */
  readonly minutesPerDay: number;
  /** Expected number of cards known a year from today, as the mean of the weeks around that day. */
  readonly known: number;
}

export interface CurveInput {
  readonly columns: AnswerColumns;
  /** The cards of decks that share study options. */
  readonly cards: readonly CardToTell[];
  readonly today: StudyDay;
}

/**
 * Cards that are learned together come back together: on one day it would count for much whether
 * they have just been asked or are about to be.
 */
const KNOWN_ON = Array.from({ length: 19 }, (_, index) => DAYS_AHEAD + (index - 9) * 10);
const DAYS_PLAYED = DAYS_AHEAD + 91;

const LOWEST = 70;
const HIGHEST = 97;
/** Less than this is suggested to nobody who has not asked for less already. */
const LOWEST_SUGGESTED = 80;
/** Of each point, twice. Each is within a few thousandths of what many more come to. */
const COURSES = 10_000;

/** Yields which share of the work is done, after each point. */
export function* retentionCurve(input: CurveInput): Generator<number, Figure<RetentionCurve>> {
  const { columns, cards, today } = input;
  const options = cards[0]?.deck.options;
  if (!options) return absent({ reason: 'no-cards' });
  const { arrays } = columns;
  const histories = historiesOf(columns, cards).map(({ history }) => history);
  const answers = { arrays, histories, to: today };
  const days = new DayTable(answers);
  if (days.ever === 0) return absent({ reason: 'no-answers' });
  const { reviews, newLeft } = studied(cards, today);
  const newPerDay = newCardsADay(days);
  const shown = newCardsByDay(newPerDay, newLeft, DAYS_PLAYED);
  const newCards = shown.subarray(0, DAYS_AHEAD).reduce((sum, each) => sum + each, 0);
  if (reviews.length + newCards === 0) return absent({ reason: 'nothing-learned' });

  const student = paceOfAnswers(answers);
  const model = memoryModel(options.weights);
  const percents = percentsAround(options);
  const points: RetentionPoint[] = [];
  for (const percent of percents) {
    const asked = { ...options, desiredRetention: percent / 100 };
    const flow = new ReviewFlow(
      { today, days: DAYS_PLAYED },
      asked,
      model,
      student,
      COURSES,
      KNOWN_ON,
    );
    let [answered, recalled, known] = [0, 0, 0];
    for (const coming of [flow.ofReviews(reviews), flow.ofNewCards(shown)]) {
      known += coming.known;
      for (let day = 0; day < DAYS_AHEAD; day++) {
        answered += coming.reviews[day] ?? 0;
        recalled += coming.recalled[day] ?? 0;
      }
    }
    const minutes = minutesOfReviews(student, answered, recalled, newCards);
    points.push({ percent, minutesPerDay: minutes / DAYS_AHEAD, known });
    yield points.length / percents.length;
  }
  const suggestion = suggestionFrom(points, Math.min(LOWEST_SUGGESTED, percentOf(options)));
  return there({ points, suggestion, cards: reviews.length + newCards, newPerDay });
}

/** Desired retention as forms have it: a whole number. */
function percentOf({ desiredRetention }: Pick<SchedulerOptions, 'desiredRetention'>): number {
  return Math.round(desiredRetention * 100);
}

function studied(
  cards: readonly CardToTell[],
  today: StudyDay,
): { readonly reviews: readonly FirstReview[]; readonly newLeft: number } {
  const columns = cardColumnsOf(cards);
  const reviews: FirstReview[] = [];
  let newLeft = 0;
  for (let at = 0; at < columns.length; at++) {
    if (isNew(columns, at)) newLeft++;
    const first = firstReview(columns, at, today);
    if (first) reviews.push(first);
  }
  return { reviews, newLeft };
}

/** All that are drawn, the present one among them. */
function percentsAround(options: SchedulerOptions): readonly number[] {
  const first = Math.min(LOWEST, percentOf(options));
  const last = Math.max(HIGHEST, percentOf(options));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Where the curve of cards known over minutes lies farthest from the line between its ends. */
function suggestionFrom(points: readonly RetentionPoint[], from: number): RetentionSuggestion {
  const some = points.filter(({ percent }) => percent >= from && percent <= HIGHEST);
  const [low, high] = [some[0], some.at(-1)];
  const suggestion = { percent: from, from, to: HIGHEST };
  if (!low || !high) return suggestion;
  const perMinute = (high.known - low.known) / (high.minutesPerDay - low.minutesPerDay);
  let most = 0;
  for (const { percent, minutesPerDay, known } of some) {
    const above = known - low.known - perMinute * (minutesPerDay - low.minutesPerDay);
    if (above > most) {
      most = above;
      suggestion.percent = percent;
    }
  }
  return suggestion;
}
