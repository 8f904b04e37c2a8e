import { DEFAULT_WEIGHTS } from '../../memory/weights.ts';
import type { StudentModel } from '../../planner/input.ts';
import { studentFrom } from '../../planner/model/student-model.ts';
import type { AnswersTo } from '../columns/scoped.ts';
import { PERIOD_DAYS } from '../period.ts';

/** The pace and grades of the last year's answers, as plans take them (PLAN-9). */
export function paceOfAnswers({ arrays, histories, to }: AnswersTo): StudentModel {
  const { day, grade, kind, millis } = arrays;
  const since = to - PERIOD_DAYS.year + 1;
  const passes = { count: 0, seconds: 0 };
  const fails = { count: 0, seconds: 0 };
  const news = { count: 0, seconds: 0 };
  const passGrades: [number, number, number] = [0, 0, 0];
  const firstGrades: [number, number, number, number] = [0, 0, 0, 0];
  for (const { start, count } of histories) {
    let begun: { count: number; seconds: number } | undefined;
    let begunOn = 0;
    for (let at = start; at < start + count; at++) {
      const today = day[at] ?? 0;
      if (today < since || today > to) continue;
      const seconds = (millis[at] ?? 0) / 1000;
      if (kind[at] === 1) {
        if (begun && begunOn === today) begun.seconds += seconds;
        continue;
      }
      const given = grade[at] ?? 1;
      begun = kind[at] === 0 ? news : given === 1 ? fails : passes;
      begunOn = today;
      begun.count++;
      begun.seconds += seconds;
      if (kind[at] === 0) firstGrades[(given - 1) as 0]++;
      else if (given > 1) passGrades[(given - 2) as 0]++;
    }
  }
  return studentFrom({ passes, fails, news, passGrades, firstGrades }, DEFAULT_WEIGHTS);
}

/** What so many reviews take, with those of them that are recalled, and new cards, at this pace. */
export function minutesAtPace(
  { passSeconds, failSeconds, newSeconds }: StudentModel,
  reviews: number,
  recalled: number,
  newCards: number,
): number {
  const seconds =
    recalled * passSeconds + (reviews - recalled) * failSeconds + newCards * newSeconds;
  return seconds / 60;
}
