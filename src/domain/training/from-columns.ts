import type { AnswerArrays } from '../statistics/columns/answer-arrays.ts';
import { type AnswerHistory, FLAGS, KINDS } from '../statistics/columns/answer-columns.ts';
import type { Grade } from '../memory/schedule.ts';
import { elapsedDays } from '../../kernel/study-day.ts';
import { MILLIS_PER_MINUTE } from '../../kernel/time.ts';
import { type TrainingSet, trainingSetOf, type TrainingAnswer } from './training-set.ts';

const REVIEW = KINDS.indexOf('review');

/** The answers of `histories` to learn from, each from where its card was last new (TRAIN-2). */
export function trainingSetFrom(
  arrays: AnswerArrays,
  histories: readonly AnswerHistory[],
): TrainingSet {
  const cards = histories.map((history) => answersOfCard(arrays, history));
  return trainingSetOf(cards.filter(({ length }) => length > 0));
}

/** How many answers among them are predicted (TRAIN-1): what training would learn from. */
export function predictedAmong(arrays: AnswerArrays, histories: readonly AnswerHistory[]): number {
  const { day } = arrays;
  let predicted = 0;
  for (const history of histories) {
    const begin = beginOf(arrays, history);
    if (begin === undefined) continue;
    for (let at = begin + 1; at < history.start + history.count; at++) {
      if ((day[at] ?? 0) > (day[at - 1] ?? 0)) predicted++;
    }
  }
  return predicted;
}

/** Where a card was last new; undefined: that is not known. */
function beginOf(
  { kind, flags }: AnswerArrays,
  { start, count }: AnswerHistory,
): number | undefined {
  let begin = start + count - 1;
  while (begin >= start && ((flags[begin] ?? 0) & FLAGS.anew) === 0) begin--;
  // What begins with a review had answers before that nobody knows of.
  return begin < start || kind[begin] === REVIEW ? undefined : begin;
}

function answersOfCard(arrays: AnswerArrays, history: AnswerHistory): TrainingAnswer[] {
  const { day, grade, minute } = arrays;
  const begin = beginOf(arrays, history);
  if (begin === undefined) return [];
  const end = history.start + history.count;
  const answers: TrainingAnswer[] = [];
  for (let at = begin; at < end; at++) {
    answers.push({
      grade: (grade[at] ?? 3) as Grade,
      days: at === begin ? 0 : elapsedDays(day[at - 1] ?? 0, day[at] ?? 0),
      atMillis: (minute[at] ?? 0) * MILLIS_PER_MINUTE,
    });
  }
  return answers;
}
