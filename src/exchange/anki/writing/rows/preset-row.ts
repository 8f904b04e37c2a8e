import { shareOfDay } from '../../../../domain/balance/easy-days.ts';
import { type Advance, NO_ADVANCE } from '../../../../domain/collection/advance.ts';
import type { Preset, ReviewOrder, StudySettings } from '../../../../domain/collection/deck.ts';
import { DEFAULT_WEIGHTS } from '../../../../domain/memory/weights.ts';
import type { AnkiId } from '../../anki-collection.ts';
import type { Json } from '../../tables/json-rows.ts';

/** Anki's numbers of orders (proto/anki/deck_config.proto); the reading half has the same. */
const ORDERS: Readonly<Record<ReviewOrder, number>> = {
  'due-then-random': 0,
  'least-retrievable-first': 7,
  'most-retrievable-first': 11,
  'most-overdue-first': 12,
};
const MIXES: Readonly<Record<Preset['mixing'], number>> = {
  mixed: 0,
  'reviews-first': 1,
  'new-first': 2,
};
/** Any study days from a Monday to a Sunday. */
const EVERY_WEEKDAY = [4, 5, 6, 7, 8, 9, 10];
const AFTER_ANSWER: Readonly<Record<Advance['afterAnswer'], number>> = {
  bury: 0,
  again: 1,
  good: 2,
  hard: 3,
  remind: 4,
};
const [IN_ORDER, AT_RANDOM] = [0, 3];

/** Options as schema 11 has them. Weights that nobody trained are Anki's own, and are not said. */
export function presetRow(
  preset: Preset,
  settings: Pick<StudySettings, 'weights' | 'answerCapSeconds'>,
  id: AnkiId,
  modifiedSeconds: number,
): Json {
  const weights = preset.weights ?? settings.weights;
  const isTrained = weights.some((weight, at) => weight !== DEFAULT_WEIGHTS[at]);
  const advance = preset.advance ?? NO_ADVANCE;
  const isRandom = preset.newOrder === 'random';
  return {
    id,
    mod: modifiedSeconds,
    name: preset.name,
    usn: -1,
    maxTaken: settings.answerCapSeconds,
    autoplay: preset.soundsByHand !== true,
    timer: preset.showsTimer ? 1 : 0,
    replayq: preset.replaysAnswerAlone !== true,
    new: {
      bury: preset.burySiblings,
      delays: preset.learningStepsMinutes,
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: isRandom ? 0 : 1,
      perDay: preset.newPerDay,
    },
    rev: {
      bury: preset.burySiblings,
      ease4: 1.3,
      ivlFct: 1,
      maxIvl: preset.maximumIntervalDays,
      perDay: preset.reviewsPerDay,
      hardFactor: 1.2,
    },
    lapse: {
      delays: preset.relearningStepsMinutes,
      leechAction: preset.leechAction === 'suspend' ? 0 : 1,
      // 0 is never: a number that no card reaches.
      leechFails: preset.leechThreshold === 0 ? 9999 : preset.leechThreshold,
      minInt: 1,
      mult: 0,
    },
    dyn: false,
    newMix: MIXES[preset.mixing],
    newPerDayMinimum: 0,
    interdayLearningMix: 0,
    reviewOrder: ORDERS[preset.reviewOrder],
    newSortOrder: 0,
    newGatherPriority: isRandom ? AT_RANDOM : IN_ORDER,
    buryInterdayLearning: preset.burySiblings,
    fsrsWeights: [],
    fsrsParams5: [],
    fsrsParams6: isTrained ? weights : [],
    desiredRetention: preset.desiredRetention,
    ignoreRevlogsBeforeDate: '',
    easyDaysPercentages: EVERY_WEEKDAY.map((day) => shareOfDay(preset.easyDays, day)),
    stopTimerOnAnswer: preset.stopsTimer === true,
    secondsToShowQuestion: advance.questionSeconds,
    secondsToShowAnswer: advance.answerSeconds,
    questionAction: advance.afterQuestion === 'remind' ? 1 : 0,
    answerAction: AFTER_ANSWER[advance.afterAnswer],
    waitForAudio: advance.waitsForSounds,
    sm2Retention: 0.9,
    weightSearch: '',
    rounds: {
      id: preset.id,
      fuzz: preset.fuzz,
      ...(preset.evenOut === false && { evenOut: false }),
      isNeverLeech: preset.leechThreshold === 0,
    },
  };
}
