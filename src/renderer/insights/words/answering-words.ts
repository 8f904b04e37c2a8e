import type { Answering, ButtonCounts } from '../../../domain/statistics/figures/answering.ts';
import type { HardReason } from '../../../domain/statistics/figures/hard-use.ts';
import { plural, t, thousands } from '../../../kernel/texts.ts';
import { inHundredths, minutes, percent, twoFigures } from '../../kit/text/format.ts';
import { GRADE_NAMES } from '../../kit/text/grade-names.ts';
import { areOfSeveralDecks, outOfHundred, sectionTitle } from './share-words.ts';

/** 'Of 100 reviews, 8 were answered Again, 5 Hard, 82 Good and 5 Easy.' */
export function buttonsInWords({ buttons }: Answering): string {
  const reviews = sum(buttons.young, buttons.mature);
  const all = reviews.reduce((total, each) => total + each, 0);
  const steps = buttons.learning.reduce((total, each) => total + each, 0);
  if (all === 0) {
    return t`${plural(steps, '# answer')} to cards being learned; none to a card in review yet.`;
  }
  const isFew = all < 50;
  const only = reviews.indexOf(all);
  if (only > 0 && !isFew) {
    const name = GRADE_NAMES[(only + 1) as 2 | 3 | 4];
    return t`All ${thousands(all)} reviews were answered ${name}. Where Again is never pressed, nobody can tell what you forget.`;
  }
  const said = isFew ? reviews : inHundredths(reviews);
  const [again = 0, hard = 0, good = 0, easy = 0] = said;
  return plural(
    again,
    'Of {value}, # was answered Again, {hard} Hard, {good} Good and {easy} Easy.',
    'Of {value}, # were answered Again, {hard} Hard, {good} Good and {easy} Easy.',
    { value: isFew ? plural(all, '# review') : t`100 reviews`, hard, good, easy },
  );
}

function sum(one: ButtonCounts, other: ButtonCounts): readonly number[] {
  return one.map((each, index) => each + (other[index] ?? 0));
}

/** How long an answer takes, and where markedly longer. */
export function secondsInWords({ secondsByButton, secondsBySection }: Answering): string {
  const [again, , good] = secondsByButton;
  const usual = good.median ?? again.median;
  if (usual === undefined) return t`No answer was timed in this time.`;
  const parts = [
    good.median === undefined
      ? t`A card answered Again takes ${seconds(usual)}`
      : t`A card answered Good takes ${seconds(usual)}`,
  ];
  if (good.median !== undefined && again.median !== undefined) {
    parts.push(
      isMarkedly(again.median, good.median) || isMarkedly(good.median, again.median)
        ? t`one answered Again ${seconds(again.median)}`
        : t`one answered Again as long`,
    );
  }
  const slow = [...secondsBySection]
    .filter(({ answers, median }) => answers >= 20 && isMarkedly(median ?? 0, usual))
    .sort((a, b) => (b.median ?? 0) - (a.median ?? 0))[0];
  if (slow && secondsBySection.length > 1) {
    const title = sectionTitle(slow, areOfSeveralDecks(secondsBySection));
    parts.push(t`${title} takes longest, ${seconds(slow.median ?? 0)}`);
  }
  return `${parts.join('; ')}.`;
}

function isMarkedly(value: number, usual: number): boolean {
  return value > 1.2 * usual;
}

/** '7 seconds', '1.5 seconds'. */
export function seconds(value: number): string {
  const shown = twoFigures(value);
  return `${shown} ${shown === '1' ? t`second` : t`seconds`}`;
}

/** What the slowest cards take together. */
export function slowestInWords({ slowest }: Answering): string {
  if (slowest.length === 0) return t`No card took long.`;
  const together = slowest.reduce((total, each) => total + each.minutes, 0);
  return plural(
    slowest.length,
    'The slowest card took {together} together.',
    'The # slowest cards took {together} together.',
    { together: minutes(together) },
  );
}

export function mostFailedInWords({ mostFailed }: Answering): string {
  const worst = mostFailed[0];
  if (!worst) return t`No card was forgotten in this time.`;
  return plural(
    mostFailed.length,
    'One card was forgotten, {failed}.',
    'These # cards were forgotten most, the first {failed}.',
    { failed: times(worst.failed) },
  );
}

export function leechesInWords({ leechCount }: Answering): string {
  if (leechCount === 0) return t`No card is a leech.`;
  return plural(
    leechCount,
    '# card is a leech: forgotten again and again. A better question helps more than another review.',
    '# cards are leeches: forgotten again and again. A better question helps more than another review.',
  );
}

/** A reason for the suspicion that Hard is used for what was forgotten. */
export function hardReasonInWords(reason: HardReason): string {
  switch (reason.is) {
    case 'hardly-any-again':
      return t`Hard was given to ${outOfHundred(reason.hard)} reviews, Again to only ${outOfHundred(reason.again)}.`;
    case 'fewer-failures-than-predicted':
      return t`About ${Math.round(reason.predictedFailed)} reviews should have been forgotten; ${reason.failed} were graded Again, and with Hard it would be ${reason.failedWithHard}.`;
    case 'not-recalled-after-hard':
      return t`After Hard, ${outOfHundred(reason.recalledNext)} were recalled the next time, where ${percent(reason.predicted)} were predicted.`;
  }
}

function times(number: number): string {
  if (number === 1) return t`once`;
  return number === 2 ? t`twice` : t`${number} times`;
}
