import type { DayEase } from '../../../domain/balance/easy-days.ts';
import { type Advance, NO_ADVANCE } from '../../../domain/collection/advance.ts';
import type { Preset, ReviewOrder } from '../../../domain/collection/deck.ts';
import { DEFAULT_PRESET } from '../../../domain/collection/deck.ts';
import { completeWeights } from '../../../domain/memory/weights.ts';
import { canonical } from '../../../kernel/canonical.ts';
import { MINUTES_PER_DAY } from '../../../kernel/time.ts';
import type { AnkiCollection, AnkiConfig, AnkiId, AnkiPreset } from '../anki-collection.ts';
import { foreignPreset } from '../foreign-rows.ts';
import { presetIdOf } from './homes.ts';
import { type MemoryRules, weightsOf } from './answers/memories.ts';
import { roundsMark } from './marks/rounds-mark.ts';
import type { AnkiDays, StepCounts } from './schedules.ts';

const MOST_A_DAY = 9999;
/** Anki's numbers of its review orders that Rounds has too; all others are by due date. */
const ORDERS: ReadonlyMap<number, ReviewOrder> = new Map([
  [7, 'least-retrievable-first'],
  [11, 'most-retrievable-first'],
  [12, 'most-overdue-first'],
]);
const MIXES: ReadonlyMap<number, Preset['mixing']> = new Map([
  [1, 'reviews-first'],
  [2, 'new-first'],
]);

/** Anki's numbers of what auto-advance does after each side (proto/anki/deck_config.proto). */
const AFTER_QUESTION: readonly Advance['afterQuestion'][] = ['answer', 'remind'];
const AFTER_ANSWER: readonly Advance['afterAnswer'][] = ['bury', 'again', 'good', 'hard', 'remind'];
/** Longer than anyone looks at a card; what is more is no number of seconds. */
const MOST_SECONDS = 3600;

/** Numbers that Rounds has no room for are brought to its bounds; 0 means that Anki's file says nothing. */
export function presetOfAnki(
  own: AnkiPreset,
  config: Pick<AnkiConfig, 'newWithinReviewLimit' | 'isLoadBalanced'>,
): Preset {
  const mark = roundsMark(own.raw);
  const weights = own.weights.length > 0 ? completeWeights(own.weights) : undefined;
  return {
    ...DEFAULT_PRESET,
    id: presetIdOf(own.id, new Map([[own.id, own]])),
    name: own.name,
    newPerDay: between(0, own.newPerDay, MOST_A_DAY),
    reviewsPerDay: between(0, own.reviewsPerDay, MOST_A_DAY),
    newWithinReviewLimit: config.newWithinReviewLimit,
    desiredRetention: own.desiredRetention > 0 ? between(0.7, own.desiredRetention, 0.99) : 0.9,
    maximumIntervalDays:
      own.maximumIntervalDays > 0
        ? Math.round(between(1, own.maximumIntervalDays, 36_500))
        : 36_500,
    learningStepsMinutes: stepsOf(own.learningStepsMinutes),
    relearningStepsMinutes: stepsOf(own.relearningStepsMinutes),
    fuzz: mark.fuzz !== false,
    // Both are left out where they say nothing: as in options that never heard of them.
    ...((!config.isLoadBalanced || mark.evenOut === false) && { evenOut: false }),
    ...(own.easyDays.some((share) => share < 1) && { easyDays: own.easyDays.map(easeOf) }),
    newOrder: own.isNewRandom ? 'random' : 'deck-order',
    reviewOrder: ORDERS.get(own.reviewOrder) ?? 'due-then-random',
    mixing: MIXES.get(own.newMix) ?? 'mixed',
    burySiblings: own.buriesSiblings,
    leechThreshold: mark.isNeverLeech === true ? 0 : Math.max(0, Math.trunc(own.leechThreshold)),
    leechAction: own.leechSuspends ? 'suspend' : 'tag-only',
    ...(!own.autoplays && { soundsByHand: true }),
    ...(!own.replaysQuestion && { replaysAnswerAlone: true }),
    ...(own.showsTimer && { showsTimer: true }),
    ...(own.stopsTimer && { stopsTimer: true }),
    ...advanceOf(own.advance),
    // None where it was never trained, or cannot be read.
    ...(weights && { weights }),
    foreign: foreignPreset(own),
  };
}

/** Anki's own three steps are 1, 0.5 and 0; its file could hold any number. */
function easeOf(share: number): DayEase {
  if (share >= 1) return 'normal';
  return share > 0 ? 'reduced' : 'minimum';
}

/** Nothing where it is as Anki has it at first. */
function advanceOf(own: AnkiPreset['advance']): Pick<Preset, 'advance'> {
  const advance: Advance = {
    questionSeconds: between(0, own.questionSeconds, MOST_SECONDS),
    answerSeconds: between(0, own.answerSeconds, MOST_SECONDS),
    afterQuestion: AFTER_QUESTION[own.questionAction] ?? NO_ADVANCE.afterQuestion,
    afterAnswer: AFTER_ANSWER[own.answerAction] ?? NO_ADVANCE.afterAnswer,
    waitsForSounds: own.waitsForAudio,
  };
  return canonical(advance) === canonical(NO_ADVANCE) ? {} : { advance };
}

function stepsOf(minutes: readonly number[]): readonly number[] {
  return minutes.filter((step) => step > 0 && step <= 36_500 * MINUTES_PER_DAY);
}

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, Number.isFinite(value) ? value : low));
}

/** What the cards of a deck are read with: its options' weights and numbers of steps. */
interface DeckRules {
  readonly rules: MemoryRules;
  readonly steps: StepCounts;
}

/** The rules of each deck by its id, worked out once. */
export function rulesByDeck(
  { decks, presets }: Pick<AnkiCollection, 'decks' | 'presets'>,
  { utcOffsetMinutes, rolloverHour }: AnkiDays,
): (deckId: AnkiId) => DeckRules {
  const known = new Map<AnkiId | undefined, DeckRules>();
  return (deckId) => {
    const presetId = decks.get(deckId)?.presetId;
    const before = known.get(presetId);
    if (before) return before;
    const preset = presetId === undefined ? undefined : presets.get(presetId);
    const ignoreBefore = Date.parse(preset?.ignoreBefore ?? '');
    const found = {
      rules: {
        weights: weightsOf(preset?.weights ?? []),
        historicalRetention: preset?.historicalRetention || 0.9,
        ignoreBeforeMillis: Number.isNaN(ignoreBefore) ? 0 : ignoreBefore,
        utcOffsetMinutes,
        rolloverHour,
      },
      steps: {
        learning: preset?.learningStepsMinutes.length ?? 0,
        relearning: preset?.relearningStepsMinutes.length ?? 0,
      },
    };
    known.set(presetId, found);
    return found;
  };
}
