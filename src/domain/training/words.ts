import { plural, t, thousands } from '../../kernel/texts.ts';
import { FEWEST_TO_JUDGE, JUDGED_SHARE, type Judged } from './judged.ts';
import { FEWEST_ANSWERS, type TrainingCount } from './train.ts';

/** So many predicted answers are needed to tell whether weights are better. */
const FEWEST_IN_ALL = FEWEST_TO_JUDGE / JUDGED_SHARE;

/** What training came to, in one or two sentences (TRAIN-13). */
export function ownWeightsInWords(
  count: TrainingCount,
  judged: Judged | undefined,
  hasForgotten = true,
): string {
  const there = answers(count.predicted);
  if (count.predicted < FEWEST_ANSWERS) {
    return t`There are too few answers to learn from: ${there} that came a day or more after the one before, and ${FEWEST_ANSWERS} are needed.`;
  }
  if (!hasForgotten) {
    return t`None of ${there} was Again. Where nothing was ever forgotten, or Again is never pressed, there is nothing to learn from; the present weights stay.`;
  }
  if (!judged) {
    return t`There are ${there} to learn from. From ${number(FEWEST_IN_ALL)} on it can be told whether weights of your own are better; until then the present ones stay.`;
  }
  const { gain, unit } = fewerWrong(judged);
  const newest = t`your newest ${answers(judged.answers)}, which they had not seen`;
  if (!judged.isBetter) {
    return t`Weights of your own are no better than the present ones on ${newest}: nothing needs to change.`;
  }
  if (gain < 1) {
    return t`Weights of your own predict ${newest}, a little better, beyond chance, but by less than 1 answer in 1,000.`;
  }
  const fewer = plural(gain, '1 fewer answer', '# fewer answers');
  return t`On ${newest}, weights of your own would have been wrong about ${fewer} in ${unit}.`;
}

/** By how many answers of 100, or of 1,000 where that is less than one, the own weights miscount less. */
function fewerWrong({ present, trained }: Judged): { gain: number; unit: string } {
  const gain = present.miscounted - trained.miscounted;
  const ofHundred = Math.round(gain * 100);
  if (ofHundred >= 1) return { gain: ofHundred, unit: '100' };
  return { gain: Math.round(gain * 1000), unit: '1,000' };
}

const answers = (count: number) =>
  plural(count, '1 answer', '{count} answers', { count: number(count) });

const number = (value: number) => thousands(value);
