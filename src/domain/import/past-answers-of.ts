import type { HistoryAnswer, Review } from '../collection/review.ts';
import type { Grade } from '../memory/schedule.ts';
import { elapsedDays, studyDayOf } from '../../kernel/study-day.ts';
import { unpackedLog } from './packed-log.ts';
import { type KeptPastLog, kindOfEntry, type PastEntry, type PastLog } from './past-log.ts';

/** An answer given elsewhere, as statistics and searches want it; its memory is not in the log. */
export type LoggedAnswer = Pick<
  Review,
  'atMillis' | 'studyDay' | 'grade' | 'durationMillis' | 'kind' | 'elapsedDays' | 'intervalDays'
>;

const LEARNING = 0;
const RELEARNING = 2;

/**
 * The answers among a card's `entries`, which are in the order of time. Cramming, dates set by hand
 * and forgetting are no answers (ANKI-8).
 */
export function answersAmong(
  entries: Iterable<PastEntry>,
  { utcOffsetMinutes, rolloverHour }: Pick<PastLog, 'utcOffsetMinutes' | 'rolloverHour'>,
): LoggedAnswer[] {
  const answers: LoggedAnswer[] = [];
  let before: number | undefined;
  for (const { atMillis, grade, type, factor, durationMillis, interval } of entries) {
    if (kindOfEntry(grade, type, factor) !== 'answer') continue;
    const studyDay = studyDayOf({ atMillis, utcOffsetMinutes }, rolloverHour);
    const isInSteps = type === LEARNING || type === RELEARNING;
    answers.push({
      atMillis,
      studyDay,
      grade: grade as Grade,
      durationMillis: Math.max(0, durationMillis),
      kind: before === undefined && type === LEARNING ? 'new' : isInSteps ? 'learning' : 'review',
      elapsedDays: before === undefined ? 0 : elapsedDays(before, studyDay),
      // Below 0 they are seconds: the card stayed in its steps.
      intervalDays: Math.max(0, interval),
    });
    before = studyDay;
  }
  return answers;
}

/** The answers of a card's past log, oldest first. */
export function pastAnswersOf(log: KeptPastLog): HistoryAnswer[] {
  const { id: cardId, deckId } = log;
  return answersAmong(unpackedLog(log.packed), log).map((answer) => ({
    ...answer,
    cardId,
    deckId,
  }));
}

/** One history of both, oldest first. An answer that came back from elsewhere counts once, as given here. */
export function oneHistory(
  given: readonly Review[],
  log: KeptPastLog | undefined,
): HistoryAnswer[] {
  const past = log ? pastAnswersOf(log) : [];
  const known = new Set(given.map(({ atMillis }) => atMillis));
  const others = past.filter(({ atMillis }) => !known.has(atMillis));
  if (others.length === 0) return [...given];
  return [...others, ...given].sort((a, b) => a.atMillis - b.atMillis);
}
