import type { StudyDay } from '../../../kernel/study-day.ts';
import type { StudentModel } from '../../planner/input.ts';
import type { ComingReviews } from '../ahead/flow.ts';
import { flowsOf } from '../ahead/flows-of-cards.ts';
import { DAYS_AHEAD, isNew, newCardsADay, newCardsByDay } from '../ahead/new-cards.ts';
import { minutesOfReviews, paceOfAnswers } from '../ahead/pace.ts';
import { nextDay, REVIEW_STATE } from '../columns/card-columns.ts';
import type { DayTable } from '../columns/day-table.ts';
import type { Scoped } from '../columns/scoped.ts';
import { dueCounts } from './calendar.ts';

/** What is coming, if each day's work is done. Answers and minutes are expected values. */
export interface Coming {
  /** 365 days, today first. */
  readonly days: readonly ComingDay[];
  /** Means over the first 30, 90 and 365 days. */
  readonly means: readonly ComingMean[];
  readonly backlog: ReviewsBehind;
  /** New cards a day at the present rate: the mean of the last 30 days, of those with the first new card. */
  readonly newPerDay: number;
  /** New cards still there, and for how many days they last at that rate; undefined: none a day. */
  readonly newLeft: number;
  readonly newLastDays: number | undefined;
  /** One more new card a day: what it adds to a day in the course of a year. */
  readonly oneMoreNew: {
    readonly answersPerDay: number;
    readonly minutesPerDay: number;
  };
  /** Expected seconds with what follows in steps on the same day (PLAN-9). */
  readonly seconds: {
    readonly newCard: number;
    readonly recalled: number;
    readonly forgotten: number;
  };
}

export interface ComingDay {
  readonly studyDay: StudyDay;
  /** Cards in review whose date it is now, before any of them is answered again. */
  readonly scheduled: number;
  /** With new cards at the present rate. */
  readonly withNew: ComingLoad;
  readonly withoutNew: ComingLoad;
}

export interface ComingLoad {
  /** Cards reviewed. */
  readonly reviews: number;
  readonly newCards: number;
  readonly minutes: number;
}

export interface ComingMean {
  readonly days: 30 | 90 | 365;
  readonly withNew: ComingLoad;
  readonly withoutNew: ComingLoad;
  /** The longest day, with new cards. */
  readonly longestMinutes: number;
}

/** Reviews whose day was before today. */
export interface ReviewsBehind {
  readonly cards: number;
  readonly minutes: number;
  /** How long the one waits that waits longest; 0 without any. */
  readonly longestDays: number;
}

/** What the coming year asks for (STATS-31 to STATS-34). */
export function comingOf(scoped: Scoped, days: DayTable): Coming {
  const { inColumns: cards, to: today } = scoped;
  const student = paceOfAnswers(scoped);
  let newLeft = 0;
  for (let at = 0; at < cards.length; at++) if (isNew(cards, at)) newLeft++;
  const newPerDay = newCardsADay(days);
  const { existing, ofNewCard } = flowsOf(scoped, student, newLeft);
  const shown = newCardsByDay(newPerDay, newLeft);
  const scheduled = dueCounts(cards, today, DAYS_AHEAD);
  const all: ComingDay[] = [];
  for (let day = 0; day < DAYS_AHEAD; day++) {
    const [reviews, recalled] = [existing.reviews[day] ?? 0, existing.recalled[day] ?? 0];
    let [moreReviews, moreRecalled] = [0, 0];
    for (let since = 0; since < day; since++) {
      const fresh = shown[since] ?? 0;
      moreReviews += fresh * (ofNewCard.reviews[day - since] ?? 0);
      moreRecalled += fresh * (ofNewCard.recalled[day - since] ?? 0);
    }
    const load = (answered: number, right: number, newCards: number): ComingLoad => ({
      reviews: answered,
      newCards,
      minutes: minutesOfReviews(student, answered, right, newCards),
    });
    all.push({
      studyDay: today + day,
      scheduled: scheduled[day] ?? 0,
      withNew: load(reviews + moreReviews, recalled + moreRecalled, shown[day] ?? 0),
      withoutNew: load(reviews, recalled, 0),
    });
  }
  const { passSeconds, failSeconds, newSeconds } = student;
  return {
    days: all,
    means: ([30, 90, 365] as const).map((length) => meanOf(all, length)),
    backlog: backlogOf(scoped, student),
    newPerDay,
    newLeft,
    newLastDays: newPerDay > 0 ? Math.ceil(newLeft / newPerDay) : undefined,
    oneMoreNew: oneMoreOf(ofNewCard, student),
    seconds: { newCard: newSeconds, recalled: passSeconds, forgotten: failSeconds },
  };
}

function meanOf(days: readonly ComingDay[], length: 30 | 90 | 365): ComingMean {
  const some = days.slice(0, length);
  const mean = (of: (day: ComingDay) => ComingLoad): ComingLoad => {
    const sum = { reviews: 0, newCards: 0, minutes: 0 };
    for (const day of some) {
      const load = of(day);
      sum.reviews += load.reviews;
      sum.newCards += load.newCards;
      sum.minutes += load.minutes;
    }
    return {
      reviews: sum.reviews / length,
      newCards: sum.newCards / length,
      minutes: sum.minutes / length,
    };
  };
  return {
    days: length,
    withNew: mean(({ withNew }) => withNew),
    withoutNew: mean(({ withoutNew }) => withoutNew),
    longestMinutes: Math.max(...some.map(({ withNew }) => withNew.minutes)),
  };
}

/** A new card every day for a year, spread over its days. */
function oneMoreOf(
  { reviews, recalled }: ComingReviews,
  student: StudentModel,
): Coming['oneMoreNew'] {
  let answers = 0;
  let minutes = 0;
  for (let day = 0; day < DAYS_AHEAD; day++) {
    // So many of the cards shown in a year are that old within it.
    const cards = DAYS_AHEAD - day;
    const fresh = day === 0 ? 1 : 0;
    answers += cards * ((reviews[day] ?? 0) + fresh);
    minutes += cards * minutesOfReviews(student, reviews[day] ?? 0, recalled[day] ?? 0, fresh);
  }
  return { answersPerDay: answers / DAYS_AHEAD, minutesPerDay: minutes / DAYS_AHEAD };
}

function backlogOf(
  { inColumns: cards, to: today, modelOf }: Scoped,
  student: StudentModel,
): ReviewsBehind {
  const models = cards.options.map(({ weights }) => modelOf(weights));
  let behind = 0;
  let minutes = 0;
  let longestDays = 0;
  for (let at = 0; at < cards.length; at++) {
    if (cards.state[at] !== REVIEW_STATE || nextDay(cards, at, today) !== today) continue;
    const waits = today - (cards.dueDay[at] ?? 0);
    if (waits <= 0) continue;
    const elapsed = Math.max(0, today - (cards.lastDay[at] ?? 0));
    const recall = models[cards.option[at] ?? 0]?.recall(elapsed, cards.stability[at] ?? 1) ?? 0;
    behind++;
    minutes += minutesOfReviews(student, 1, recall, 0);
    longestDays = Math.max(longestDays, waits);
  }
  return { cards: behind, minutes, longestDays };
}
