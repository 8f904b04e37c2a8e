import { t, thousands } from '../../kernel/texts.ts';
import { FEWEST_TO_JUDGE, JUDGED_SHARE } from './judged.ts';

/** What a person was last told of training: at so many predicted answers, or that it is not wanted. */
export type TrainingAsked = { readonly predicted: number } | 'never' | undefined;

/** From here on it can be told whether weights of one's own are better. */
const FEWEST = FEWEST_TO_JUDGE / JUDGED_SHARE;
/** Fewer more than these would hardly change what is found. */
const SHARE_MORE = 0.5;

/** How many answers are new since training was last done or put off, where that is worth another (TRAIN-17). */
export function newForTraining(predicted: number, asked: TrainingAsked): number | undefined {
  if (asked === 'never' || predicted < FEWEST) return undefined;
  const before = asked?.predicted ?? 0;
  const more = predicted - before;
  return before === 0 || more >= Math.max(FEWEST, before * SHARE_MORE) ? more : undefined;
}

/** '1,240 answers that Rounds can learn from, 640 of them since it was last asked to.' */
export function learnableInWords(predicted: number, more: number): string {
  const all = t`There are ${thousands(predicted)} answers that Rounds can learn from`;
  const since = more < predicted ? t`, ${thousands(more)} more than last time` : '';
  return t`${all}${since}: it would say whether weights of your own predict better.`;
}
