import type { Card } from '../collection/card.ts';
import type { Review } from '../collection/review.ts';
import type { KeptPastLog } from '../import/past-log.ts';
import type { SchedulerOptions } from '../memory/schedule.ts';
import {
  type AnswerRow,
  oneHistoryOfRows,
  rowOfReview,
  rowsOfLog,
} from '../statistics/columns/answer.ts';
import { AnswerColumns, COUNTED } from '../statistics/columns/answer-columns.ts';
import type { DaySpan } from '../statistics/period.ts';
import { elapsedDays } from '../../kernel/study-day.ts';
import { isSameMemory, memoryLeftBy, type Regrade } from './regraded.ts';

/** Which answers graded Hard are meant (INSIGHT-11). */
export interface HardMeant {
  /** First reviews of these days. */
  readonly span: DaySpan;
  /** All of them, or those after which the card was not recalled at its next review either. */
  readonly which: 'all' | 'not-recalled-next';
}

/** A card with all that was ever answered on it. */
export interface CardAnswers {
  readonly card: Card;
  /** Those in force that were given here, oldest first. */
  readonly reviews: readonly Review[];
  /** Whether answers given while cramming were accepted among them. */
  readonly hasCrammed: boolean;
  readonly log: KeptPastLog | undefined;
}

/** The answers of a card that are meant: what can be counted otherwise, and how many cannot. */
export interface HardFound {
  readonly regrade?: Regrade;
  readonly answers: number;
  /** Of `answers`: those that an import brought. */
  readonly past: number;
  readonly leftOut: number;
}

const NONE: HardFound = { answers: 0, past: 0, leftOut: 0 };

/** Where an answer of a history stands. */
type Source = { readonly review: Review } | { readonly pastAtMillis: number };

/** The answers of one card that `meant` names, ready to be counted as Again. */
export function findHard(
  { card, reviews, hasCrammed, log }: CardAnswers,
  { span, which }: HardMeant,
  options: Pick<SchedulerOptions, 'weights'>,
): HardFound {
  const sources = new Map<AnswerRow, Source>();
  const own = reviews.map((review) => {
    const row = rowOfReview(review);
    sources.set(row, { review });
    return row;
  });
  const past = log ? rowsOfLog(log).rows : [];
  for (const row of past) sources.set(row, { pastAtMillis: row.atMillis });
  const rows = oneHistoryOfRows(own, past);
  const chosen = meantAmong(rows, span, which);
  if (chosen.length === 0) return NONE;
  const begin = rows.findLastIndex(({ isAnew }) => isAnew);
  // What came before the card was last forgotten on request moves no memory any more.
  const within = chosen.filter((at) => at > begin).map((at) => sources.get(rows[at] as AnswerRow));
  const hard = within.flatMap((each) => (each && 'review' in each ? [each.review] : []));
  const pastHard = within.flatMap((each) => (each && 'review' in each ? [] : each?.pastAtMillis));
  const instants = pastHard.filter((at) => at !== undefined);
  // What came back from elsewhere stands in both: the log alone is no beginning then.
  const isTwice = rows.length < own.length + past.length;
  const isKnown = !hasCrammed && within.length > 0 && isOneAfterOther(rows, sources, own.length);
  const regrade = isKnown
    ? regradeOf(card, { reviews, rows, log: isTwice ? undefined : log }, hard, instants, options)
    : undefined;
  if (!regrade) return { ...NONE, leftOut: chosen.length };
  return {
    regrade,
    answers: within.length,
    past: instants.length,
    leftOut: chosen.length - within.length,
  };
}

/** Places of the answers graded Hard at the first review of a day that are meant. */
function meantAmong(
  rows: readonly AnswerRow[],
  { from, to }: DaySpan,
  which: HardMeant['which'],
): number[] {
  // Which of them are reviews is what every figure says that they are.
  const columns = new AnswerColumns(rows.length);
  columns.put('', rows);
  const { flags } = columns.arrays;
  const places = rows.flatMap((_, at) => (((flags[at] ?? 0) & COUNTED) === COUNTED ? [at] : []));
  return places.filter((at, index) => {
    const { grade, studyDay } = rows[at] as AnswerRow;
    if (grade !== 2 || studyDay < from || studyDay > to) return false;
    const next = places[index + 1];
    return which === 'all' || (next !== undefined && (rows[next]?.grade ?? 3) <= 2);
  });
}

/** Whether what was answered elsewhere all came before what was answered here. */
function isOneAfterOther(
  rows: readonly AnswerRow[],
  sources: ReadonlyMap<AnswerRow, Source>,
  own: number,
): boolean {
  return rows
    .slice(rows.length - own)
    .every((row) => 'review' in (sources.get(row) ?? { pastAtMillis: 0 }));
}

/** undefined: something else than these answers has changed the card, so that none follows from them. */
function regradeOf(
  { id: cardId, schedule }: Card,
  {
    reviews,
    log,
    rows,
  }: Pick<CardAnswers, 'reviews' | 'log'> & { readonly rows: readonly AnswerRow[] },
  hard: readonly Review[],
  pastHard: readonly number[],
  options: Pick<SchedulerOptions, 'weights'>,
): Regrade | undefined {
  if (schedule.state === 'new' || !Number.isSafeInteger(schedule.reps)) return undefined;
  const { reps, memory, lastReview } = schedule;
  if (lastReview.studyDay !== rows.at(-1)?.studyDay) return undefined;
  const last = reviews.at(-1);
  if (last && !isSameMemory(last.memory, memory)) return undefined;
  const [firstHard] = hard;
  const first = pastHard.length > 0 || !firstHard ? 0 : reviews.indexOf(firstHard);
  const changed = reviews.slice(Math.max(0, first));
  const begin = rows.length - changed.length;
  const isUnbroken = changed.every(({ elapsedDays: told, studyDay }, index) => {
    const [before, row] = [rows[begin + index - 1], rows[begin + index]];
    if (!before || !row?.memory) return false;
    return told === elapsedDays(before.studyDay, studyDay);
  });
  if (!isUnbroken) return undefined;
  const named = { cardId, reps, memory, reviews: changed, pastHard };
  const found = { ...named, hard: hard.map(({ operationId }) => operationId) };
  const before = first > 0 ? reviews[first - 1]?.memory : undefined;
  if (before) return { ...found, before };
  return log && memoryLeftBy(log, options) ? found : undefined;
}
