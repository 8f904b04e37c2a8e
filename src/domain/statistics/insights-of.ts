import type { ClockReading, StudyDay } from '../../kernel/study-day.ts';
import type { Forecast } from '../exam/outlook/forecast.ts';
import { daysKept } from '../overlay/days-kept.ts';
import type { Overlay } from '../overlay/overlay.ts';
import { absent, type Figure, there } from './absence.ts';
import type { AnswerColumns, AnswerHistory } from './columns/answer-columns.ts';
import { cardColumnsOf, NEW_STATE } from './columns/card-columns.ts';
import { DayTable } from './columns/day-table.ts';
import { predict } from './columns/predict.ts';
import { type CardToTell, historiesOf, modelsByWeights, type Scoped } from './columns/scoped.ts';
import { sectionsOf } from './columns/sections.ts';
import { answeringOf } from './figures/answering.ts';
import { calendarOf } from './figures/calendar.ts';
import {
  type Calibration,
  calibrationOf,
  examCalibrations,
  FEWEST_PREDICTED,
} from './figures/calibration.ts';
import { comingOf } from './figures/coming.ts';
import { knownOf } from './figures/known.ts';
import { recentOf } from './figures/recent.ts';
import { type Retention, retentionOf } from './figures/retention.ts';
import type { Insights, InsightsAsked, NotCounted } from './insights.ts';
import { firstDayOf } from './period.ts';
import { searchOfScope } from './scope.ts';

/** What insights are worked out from. */
export interface InsightsInput {
  readonly asked: InsightsAsked;
  readonly columns: AnswerColumns;
  /** The cards of the scope that are in sight. */
  readonly cards: readonly CardToTell[];
  readonly now: ClockReading;
  readonly today: StudyDay;
  readonly rolloverHour: number;
  readonly overlays: readonly Overlay[];
  /** Answers given while cramming that count for nothing, by card. */
  readonly crammed: ReadonlyMap<string, number>;
  readonly forecasts: readonly Forecast[];
}

/** Every figure of the page (docs/rules/insights.md). */
export function insightsOf(input: InsightsInput): Insights {
  const { asked, now, today, cards, overlays } = input;
  const all = scopedOf(input);
  const days = new DayTable(all);
  const from = firstDayOf(asked.period, today, days.ever > 0 ? days.first : undefined);
  const scoped = { ...all, from };
  const sections = sectionsOf(scoped);
  const inPeriod = answersSince(days, from);
  const noCards = cards.length === 0 && all.histories.length === 0;
  const leftOut = notCountedOf(all, days, input.crammed);
  const whyNone = whyNoAnswers(noCards, days, inPeriod, leftOut);
  const figure = <Value>(why: Figure<never> | undefined, make: () => Value): Figure<Value> =>
    why ?? there(make());
  const whyNever = days.ever > 0 ? undefined : whyNone;
  const hasLearned = all.inColumns.state.some((state) => state !== NEW_STATE);
  const whyNoCards = cards.length === 0 ? absent({ reason: 'no-cards' }) : undefined;
  const exams = examCalibrations(overlays, input.forecasts);
  const retention = whyNone ?? withReviews(retentionOf(scoped, days, sections));
  return {
    asked,
    search: searchOfScope(asked.scope),
    asOf: now,
    today,
    from,
    cards: cards.length,
    notes: all.inColumns.notes,
    answers: { inPeriod, ever: days.ever },
    leftOut,
    recent: figure(whyNever, () => recentOf(days)),
    calendar: figure(noCards ? absent({ reason: 'no-cards' }) : undefined, () =>
      calendarOf(days, all.inColumns, asked.period, daysKept(overlays)),
    ),
    coming: figure(whyNoCards, () => comingOf(scoped, days)),
    known: figure(
      whyNoCards ?? (hasLearned ? undefined : absent({ reason: 'nothing-learned' })),
      () => knownOf(scoped, input.rolloverHour),
    ),
    retention,
    answering: figure(whyNone, () => answeringOf(scoped, sections)),
    // An exam's mark counts whatever the period has.
    calibration:
      (exams.length === 0 ? whyNone : undefined) ??
      withPredictions(calibrationOf(scoped, sections, exams)),
  };
}

/** The answers of the scope, with what was predicted before each: of all cards, those gone too. */
function scopedOf({ asked, columns, cards, now, today }: InsightsInput): Scoped {
  const modelOf = modelsByWeights();
  const histories: AnswerHistory[] = [];
  const cardOf: (CardToTell | undefined)[] = [];
  const known = new Set<number>();
  for (const { card, index, history } of historiesOf(columns, cards)) {
    known.add(index);
    histories.push(history);
    cardOf.push(card);
    const { weights } = card.deck.options;
    predict(columns.arrays, history, weights, modelOf(weights));
  }
  if (asked.scope.kind === 'all') {
    for (const [index, history] of columns.histories.entries()) {
      if (known.has(index)) continue;
      histories.push(history);
      cardOf.push(undefined);
    }
  }
  const { arrays } = columns;
  const inColumns = cardColumnsOf(cards);
  return { arrays, histories, cardOf, cards, inColumns, now, from: today, to: today, modelOf };
}

function answersSince(days: DayTable, from: StudyDay): number {
  let answers = 0;
  for (let day = Math.max(from, days.first); day <= days.today; day++) answers += days.answers(day);
  return answers;
}

function whyNoAnswers(
  noCards: boolean,
  days: DayTable,
  inPeriod: number,
  { ahead, broken }: NotCounted,
): Figure<never> | undefined {
  if (inPeriod > 0) return undefined;
  if (noCards) return absent({ reason: 'no-cards' });
  const last = days.lastAnswered();
  if (last === undefined) {
    return absent(
      ahead + broken > 0 ? { reason: 'none-counts', ahead, broken } : { reason: 'no-answers' },
    );
  }
  return absent({ reason: 'no-answers-in-period', daysAgo: days.today - last });
}

function withReviews(retention: Retention): Figure<Retention> {
  return retention.inPeriod.all.of > 0 ? there(retention) : absent({ reason: 'no-reviews' });
}

function withPredictions(calibration: Calibration): Figure<Calibration> {
  const { reviews, exams } = calibration;
  if (reviews === 0 && exams.length === 0) return absent({ reason: 'no-reviews' });
  if (reviews < FEWEST_PREDICTED && exams.length === 0) {
    return absent({ reason: 'too-few-answers', there: reviews, needed: FEWEST_PREDICTED });
  }
  return there(calibration);
}

function notCountedOf(
  { histories, cards }: Scoped,
  { ahead }: DayTable,
  crammed: InsightsInput['crammed'],
): NotCounted {
  const sum = { crammed: 0, byHand: 0, ahead, broken: 0 };
  if (crammed.size > 0) {
    for (const { card } of cards) sum.crammed += crammed.get(card.id) ?? 0;
  }
  for (const { others } of histories) {
    sum.crammed += others.crammed;
    sum.byHand += others.byHand;
    sum.broken += others.broken;
  }
  return sum;
}
