import { DEFAULT_PRESET } from '../../../../domain/collection/deck.ts';
import type {
  Grade,
  Memory,
  Schedule,
  SchedulerOptions,
} from '../../../../domain/memory/schedule.ts';
import { answer } from '../../../../domain/memory/scheduler.ts';
import { completeWeights, DEFAULT_WEIGHTS } from '../../../../domain/memory/weights.ts';
import type { CardId } from '../../../../kernel/ids.ts';
import { studyDayOf } from '../../../../kernel/study-day.ts';
import type { AnkiCard, AnkiReviews } from '../../anki-collection.ts';
import { countedHistory } from './histories.ts';

/** Where a memory comes from, best first. */
export type MemorySource = 'file' | 'history' | 'ease';

export interface FoundMemory {
  readonly memory: Memory;
  readonly from: MemorySource;
}

/** What memories are worked out with where the file has none. */
export interface MemoryRules {
  /** 21 weights. */
  readonly weights: readonly number[];
  /** What recall is taken to have been before FSRS, 0 to 1. */
  readonly historicalRetention: number;
  readonly ignoreBeforeMillis: number;
  readonly utcOffsetMinutes: number;
  readonly rolloverHour: number;
}

/** What a card's row says of FSRS, in its column `data`; each absent where it does not. */
export interface CardData {
  readonly stability?: number;
  readonly difficulty?: number;
  /** Of the last answer. */
  readonly lastReviewSeconds?: number;
  /** Its place among new cards before it was first answered. */
  readonly position?: number;
}

/** Reads the column `data`; what is damaged is absent. */
export function cardData({ data }: Pick<AnkiCard, 'data'>): CardData {
  if (!data.startsWith('{')) return {};
  let json: Record<string, unknown>;
  try {
    json = JSON.parse(data) as Record<string, unknown>;
  } catch {
    return {};
  }
  const number = (name: string) => {
    const value = json[name];
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  };
  const [stability, difficulty, last, position] = [
    number('s'),
    number('d'),
    number('lrt'),
    number('pos'),
  ];
  return {
    ...(stability !== undefined && stability > 0 ? { stability } : {}),
    ...(difficulty !== undefined && difficulty > 0 ? { difficulty } : {}),
    ...(last !== undefined && last > 0 ? { lastReviewSeconds: last } : {}),
    ...(position !== undefined ? { position } : {}),
  };
}

/**
 * A card's memory: the file's, else its history replayed, else inferred from ease and interval
 * (ANKI-9). undefined: there is nothing to tell it from.
 */
export function memoryOfCard(
  card: AnkiCard,
  reviews: AnkiReviews,
  rows: Int32Array,
  rules: MemoryRules,
): FoundMemory | undefined {
  const { stability, difficulty } = cardData(card);
  if (stability !== undefined && difficulty !== undefined) {
    return {
      memory: { stability, difficulty: Math.min(10, Math.max(1, difficulty)) },
      from: 'file',
    };
  }
  const replayed = replayedMemory(reviews, rows, rules);
  if (replayed) return { memory: replayed, from: 'history' };
  if (card.ivl <= 0) return undefined;
  return {
    memory: memoryFromEase(card.factor / 1000 || USUAL_EASE, card.ivl, rules),
    from: 'ease',
  };
}

const USUAL_EASE = 2.5;

function replayedMemory(
  reviews: AnkiReviews,
  rows: Int32Array,
  rules: MemoryRules,
): Memory | undefined {
  const options: SchedulerOptions = {
    weights: rules.weights,
    desiredRetention: DEFAULT_PRESET.desiredRetention,
    maximumIntervalDays: DEFAULT_PRESET.maximumIntervalDays,
    learningStepsMinutes: [],
    relearningStepsMinutes: [],
    fuzz: false,
  };
  const schedule = replayedSchedule(reviews, rows, rules, options, '' as CardId);
  return schedule.state === 'new' ? undefined : schedule.memory;
}

/** Where a card stands after its history, as if each answer in it had been given here under `options`. */
export function replayedSchedule(
  reviews: AnkiReviews,
  rows: Int32Array,
  rules: MemoryRules,
  options: SchedulerOptions,
  cardId: CardId,
): Schedule {
  const { answers, isWhole } = countedHistory(reviews, rows, rules.ignoreBeforeMillis);
  let schedule: Schedule = { state: 'new', reps: 0, lapses: 0 };
  for (const [index, at] of answers.entries()) {
    const atMillis = reviews.ids[at] ?? 0;
    const moment = { atMillis, studyDay: studyDayOf({ atMillis, ...rules }, rules.rolloverHour) };
    if (index === 0 && !isWhole) {
      const interval = Math.max(1, reviews.intervals[at] ?? 1);
      const memory = memoryAtStart(reviews.factors[at] ?? 0, interval, rules);
      const { studyDay } = moment;
      const dueDay = studyDay + interval;
      schedule = {
        state: 'review',
        reps: 1,
        lapses: 0,
        memory,
        intervalDays: interval,
        dueDay,
        lastReview: moment,
      };
    } else {
      const grade = (reviews.ease[at] ?? 3) as Grade;
      schedule = answer(options, cardId, schedule, grade, moment);
    }
  }
  return schedule;
}

/** A row's factor is an ease in thousandths, or under FSRS a difficulty from 100 to 1,100. */
function memoryAtStart(factor: number, intervalDays: number, rules: MemoryRules): Memory {
  const inferred = memoryFromEase(factor > 0 ? factor / 1000 : USUAL_EASE, intervalDays, rules);
  if (factor <= 0 || factor > 1100) return inferred;
  const difficulty = Math.min(10, Math.max(1, ((factor - 100) / 1000) * 9 + 1));
  return { stability: inferred.stability, difficulty };
}

/**
 * The memory that SM-2's `ease` (2.5 as it begins) and interval speak of, where recall was
 * `historicalRetention` on the day it was due: FSRS's growth of stability solved for difficulty.
 */
export function memoryFromEase(
  ease: number,
  intervalDays: number,
  { weights, historicalRetention }: Pick<MemoryRules, 'weights' | 'historicalRetention'>,
): Memory {
  const retention = Math.min(0.99, Math.max(0.5, historicalRetention || 0.9));
  const decay = -(weights[20] ?? 0.5);
  const factor = 0.9 ** (1 / decay) - 1;
  const stability = (Math.max(0.001, intervalDays) * factor) / (retention ** (1 / decay) - 1);
  const [w8 = 0, w9 = 0, w10 = 0] = weights.slice(8, 11);
  const growth = Math.exp(w8) * stability ** -w9 * Math.expm1((1 - retention) * w10);
  const difficulty = 11 - (ease - 1) / growth;
  return {
    stability: Math.min(36_500, Math.max(0.001, stability)),
    difficulty: Math.min(10, Math.max(1, Number.isFinite(difficulty) ? difficulty : 10)),
  };
}

/** The weights of a preset, carried over to FSRS-6; FSRS's own where it has none that can be read. */
export function weightsOf(trained: readonly number[]): readonly number[] {
  return completeWeights(trained) ?? DEFAULT_WEIGHTS;
}
