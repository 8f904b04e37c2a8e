import { failed, ok, type Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import { MINUTES_PER_DAY } from '../../kernel/time.ts';
import { type Exam, MOST_DAYS, type Overlay } from './overlay.ts';

/** As many digits as a pasted table may have; beyond that sums of squares are numbers no more. */
const MOST_WEIGHT = 1e9;

/**
 * Whether `overlay` makes sense by itself, whatever the day it is entered on. A search is not read
 * here: what it may say changes with the program, and an operation means the same for ever.
 */
export function checkedOverlay(overlay: Overlay): Result<Overlay> {
  const wrong = overlay.name.trim() === '' ? NO_NAME : problemOf(overlay);
  return wrong === undefined ? ok(overlay) : failed(wrong.what, t`Nothing was saved.`, wrong.todo);
}

interface Wrong {
  readonly what: string;
  readonly todo: string;
}

const NO_NAME: Wrong = { what: t`It has no name.`, todo: t`Give it a name, as you would call it.` };

function problemOf(overlay: Overlay): Wrong | undefined {
  switch (overlay.kind) {
    case 'exam':
      return problemOfExam(overlay);
    case 'break':
      if (!(overlay.toDay >= overlay.fromDay)) {
        return {
          what: t`The break ends before it begins.`,
          todo: t`Choose a last day after the first.`,
        };
      }
      if (overlay.toDay - overlay.fromDay >= MOST_DAYS) {
        return {
          what: t`The break is longer than ${MOST_DAYS} days.`,
          todo: t`Choose an earlier last day.`,
        };
      }
      return problemOfSpread(overlay.spreadDays);
    case 'catch-up':
      if (!Number.isFinite(overlay.fromDay)) {
        return { what: t`The catch-up has no first day.`, todo: t`Choose its first day.` };
      }
      return problemOfSpread(overlay.spreadDays);
  }
}

function problemOfExam(exam: Exam): Wrong | undefined {
  const { minutes, cards, weights, retentionFloor, mark } = exam;
  if (!Number.isFinite(exam.at.atMillis)) {
    return { what: t`The exam has no date.`, todo: t`Choose its day and time.` };
  }
  const isTime = (value: number): boolean => value >= 0 && value <= MINUTES_PER_DAY;
  if (minutes.length !== 7 || !minutes.every(isTime)) {
    return {
      what: t`Minutes a day are numbers from 0 to ${MINUTES_PER_DAY}.`,
      todo: t`Enter a number in that range.`,
    };
  }
  if (!minutes.some((value) => value > 0)) {
    return {
      what: t`The exam has no minutes on any day, so nothing could be planned.`,
      todo: t`Give it at least a minute a day.`,
    };
  }
  if (cards.deckIds.length + cards.sections.length === 0 && cards.search.trim() === '') {
    return { what: t`The exam is about no cards.`, todo: t`Choose a deck, a section or a search.` };
  }
  if (!weights.every(({ weight }) => weight >= 0 && weight <= MOST_WEIGHT)) {
    return {
      what: t`Weights are numbers from 0 to 1,000,000,000.`,
      todo: t`Correct the weight of that section.`,
    };
  }
  if (retentionFloor !== undefined && !(retentionFloor > 0 && retentionFloor < 1)) {
    return { what: t`The floor is a recall between 0 and 1.`, todo: t`Choose one, or no floor.` };
  }
  if (mark && !(mark.achieved >= 0 && mark.achieved <= 1)) {
    return { what: t`A mark is from 0 to 100 %.`, todo: t`Enter the share of the points.` };
  }
  return undefined;
}

function problemOfSpread(days: number): Wrong | undefined {
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return undefined;
  return {
    what: t`The days to spread over are a whole number from 1 to ${MOST_DAYS}.`,
    todo: t`Correct the number of days.`,
  };
}
