import type {
  Calibration,
  ExamCalibration,
} from '../../../domain/statistics/figures/calibration.ts';
import { t } from '../../../kernel/texts.ts';
import { percent } from '../../kit/text/format.ts';
import { rangeWords } from '../../kit/text/recall-words.ts';
import { areOfSeveralDecks, isSurely, outOfHundred, sectionTitle } from './share-words.ts';

/** 'Rounds predicted 90 of 100, and you recalled 91 of 100: it is right about you.' */
export function calibrationInWords({ predicted, recalled, rmseBins }: Calibration): string {
  const hundred = Math.round(predicted * 100);
  const both = t`Rounds predicted ${hundred} of 100, and you recalled ${outOfHundred(recalled)}`;
  const isSame = hundred === Math.round((recalled.share ?? 0) * 100);
  if (predicted > recalled.high && !isSame) return t`${both}: it expects too much of you.`;
  if (predicted < recalled.low && !isSame) {
    // Who presses one button alone is told so: what looks like a good memory may be a habit.
    return recalled.count === recalled.of
      ? t`${both}: it expects too little of you, or Again was not pressed where you forgot.`
      : t`${both}: it expects too little of you.`;
  }
  if (recalled.of < 100) return t`${both}: nothing speaks against it, but the answers are few.`;
  const off = Math.round(rmseBins * 100);
  return off >= 5
    ? t`${both}: right on the whole, though for single kinds of cards it is off by about ${off} in 100.`
    : t`${both}: it is right about you.`;
}

/** Which section the predictions are furthest from. */
export function calibrationSectionsInWords({ bySection }: Calibration): string {
  const off = bySection
    .filter(
      ({ predicted, recalled }) =>
        isSurely(recalled, predicted, 'below', bySection.length) ||
        isSurely(recalled, predicted, 'above', bySection.length),
    )
    .sort((a, b) => apart(b) - apart(a))[0];
  if (!off) return t`In no section are the predictions surely wrong.`;
  const title = sectionTitle(off, areOfSeveralDecks(bySection));
  return t`In ${title} ${Math.round(off.predicted * 100)} of 100 were predicted and ${outOfHundred(off.recalled)} recalled.`;
}

function apart(each: Calibration['bySection'][number]): number {
  return Math.abs(each.predicted - (each.recalled.share ?? each.predicted));
}

/** What was predicted for exams, and what came. */
export function examsInWords(exams: readonly ExamCalibration[]): string {
  const held = exams.filter(({ predicted }) => predicted !== undefined);
  const [last] = held;
  if (!last) return t`No exam has both a prediction and a mark yet.`;
  const { name, achieved, predicted = 0, range } = last;
  const said = t`For “${name}” ${percent(predicted)} was predicted${range ? ` (${rangeWords(range)})` : ''}; the mark was ${percent(achieved)}`;
  // Forecasts are kept on the device that made them: of other marks nobody knows the range.
  const ranged = held.flatMap((each) => (each.range ? [{ ...each, ...each.range }] : []));
  if (ranged.length < 2) return `${said}.`;
  const within = ranged.filter((each) => each.low <= each.achieved && each.achieved <= each.high);
  return t`${said}. ${within.length} of ${ranged.length} marks lay in their range.`;
}
