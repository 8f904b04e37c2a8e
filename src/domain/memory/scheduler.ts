import { FSRSAlgorithm } from 'ts-fsrs';
import type { CardId } from '../../kernel/ids.ts';
import { outcome, outcomes, type Prediction } from './outcome.ts';
import { repaired, soundMemory } from './repair.ts';
import {
  type ChosenDays,
  type Grade,
  type IntervalRules,
  type Memory,
  type Moment,
  PRESENT_RULES,
  type Schedule,
  type SchedulerOptions,
} from './schedule.ts';
import { elapsedDays, type StudyDay } from '../../kernel/study-day.ts';
import {
  completeWeights,
  DEFAULT_WEIGHTS,
  MAXIMUM_STABILITY,
  MINIMUM_STABILITY,
} from './weights.ts';

export { DEFAULT_OPTIONS, validOptions } from './options.ts';
export { intervalOf } from './schedule.ts';

/**
 * The schedule that each grade would give the card at `moment`, `chosen` as in `answer`. `options` as validOptions lets
 * them through; `schedule` may be damaged and `moment` in the past: it never throws (MEMORY-18, MEMORY-19).
 */
export function preview(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  moment: Moment,
  chosen?: ChosenDays,
): Record<Grade, Schedule> {
  const sound = repaired(schedule);
  const predicted = predictionsFor(options, sound, moment.studyDay);
  const plain = plainMoment(moment);
  const [again, hard, good, easy] = outcomes(options, cardId, sound, plain, predicted, chosen);
  if (!again || !hard || !good || !easy) throw new Error('There are four outcomes to an answer.');
  return { 1: again, 2: hard, 3: good, 4: easy };
}

/**
 * The schedule after `grade`: under the present rules, exactly what `preview` promised. `chosenDays`:
 * the interval that was chosen within fuzz's range, if it was; outside of it, it counts for nothing.
 */
export function answer(
  options: SchedulerOptions,
  cardId: CardId,
  schedule: Schedule,
  grade: Grade,
  moment: Moment,
  rules: IntervalRules = PRESENT_RULES,
  chosenDays?: number,
): Schedule {
  const sound = repaired(schedule);
  const predicted = predictionsFor(options, sound, moment.studyDay);
  const plain = plainMoment(moment);
  return outcome(options, cardId, sound, plain, predicted, grade, rules, chosenDays);
}

/**
 * Prediction probability of recall on `today`, 0 to 1, of a card in review; `undefined` for the
 * others, because within a day FSRS-6 predicts no better than a constant. Counts study days.
 */
export function retrievability(
  options: SchedulerOptions,
  schedule: Schedule,
  today: StudyDay,
): number | undefined {
  if (schedule.state !== 'review') return undefined;
  const memory = soundMemory(schedule.memory, schedule.intervalDays);
  return forgettingCurve(options, memory, daysBetween(schedule.lastReview.studyDay, today));
}

/**
 * What an answer makes of `memory`, `days` study days after the one before; of none, where the card
 * is new. The same that `answer` gives the schedule.
 */
export function memoryAfter(
  options: Pick<SchedulerOptions, 'weights'>,
  memory: Memory | undefined,
  days: number,
  grade: Grade,
): Memory {
  const engine = engineOf(options);
  if (!memory) return engine.next_state(null, 0, grade);
  const sound = soundMemory(memory);
  const recall = engine.forgetting_curve(days, sound.stability);
  return engine.next_state(sound, days, grade, recall);
}

/** Probability of recall `days` after a review that left `memory`: R = (1 + F·t/S)^−w20. */
export function forgettingCurve(
  options: Pick<SchedulerOptions, 'weights'>,
  memory: Memory,
  days: number,
): number {
  const { stability } = soundMemory(memory);
  return engineOf(options).forgetting_curve(Math.max(0, days), stability);
}

/**
 * Days until recall of a memory falls to the desired retention: S·(DR^(−1/w20) − 1)/F, rounded,
 * 1 or more; no maximum and no fuzz.
 */
export function intervalFor(options: SchedulerOptions, memory: Memory): number {
  return wholeDays(unroundedIntervalFor(options, memory));
}

/** The same, not rounded. */
export function unroundedIntervalFor(options: SchedulerOptions, memory: Memory): number {
  return memory.stability * intervalFactor(engineOf(options), options);
}

/** Days until a new card that is answered Good until it leaves its steps first comes back. */
export function firstInterval(options: SchedulerOptions): number {
  const first = engineOf(options).next_state(null, 0, 3);
  const steps = options.learningStepsMinutes.length;
  const memory = Array.from({ length: Math.max(0, steps - 1) }).reduce<Memory>(
    (memory) => engineOf(options).next_state(memory, 0, 3),
    first,
  );
  return Math.min(intervalFor(options, memory), options.maximumIntervalDays);
}

/** FSRS itself: what each grade makes of the memory of a sound schedule. */
export function predictionsFor(
  options: SchedulerOptions,
  sound: Schedule,
  today: StudyDay,
): Prediction {
  const engine = engineOf(options);
  const daysPerStability = intervalFactor(engine, options);
  if (sound.state === 'new') {
    return new FsrsPredictions(engine, null, 0, undefined, daysPerStability);
  }
  const { memory, lastReview } = sound;
  const days = daysBetween(lastReview.studyDay, today);
  const recall = engine.forgetting_curve(days, memory.stability);
  return new FsrsPredictions(engine, memory, days, recall, daysPerStability);
}

class FsrsPredictions implements Prediction {
  readonly daysPerStability: number;
  readonly #engine: Engine;
  readonly #memory: Memory | null;
  readonly #days: number;
  readonly #recall: number | undefined;

  constructor(
    engine: Engine,
    memory: Memory | null,
    days: number,
    recall: number | undefined,
    daysPerStability: number,
  ) {
    this.daysPerStability = daysPerStability;
    this.#engine = engine;
    this.#memory = memory;
    this.#days = days;
    this.#recall = recall;
  }

  memoryAfter(grade: Grade): Memory {
    return this.#engine.next_state(this.#memory, this.#days, grade, this.#recall);
  }
}

/** Of a moment that may be a whole operation, what is stored with a schedule. */
function plainMoment({ atMillis, studyDay }: Moment): Moment {
  return { atMillis, studyDay };
}

function daysBetween(from: StudyDay, to: StudyDay): number {
  return Math.trunc(elapsedDays(from, to)) || 0;
}

function wholeDays(days: number): number {
  return Math.max(1, Math.round(days));
}

/** Days of interval per day of stability. */
function intervalFactor(engine: Engine, { desiredRetention }: SchedulerOptions): number {
  // Two powers that are the same for every answer under the same options.
  if (engine.lastRetention !== desiredRetention) {
    const decay = -(engine.parameters.w[20] ?? 0);
    engine.lastFactor = (desiredRetention ** (1 / decay) - 1) / (0.9 ** (1 / decay) - 1);
    engine.lastRetention = desiredRetention;
  }
  return engine.lastFactor;
}

/**
 * The formulas of ts-fsrs, set right where they leave fsrs-rs: a first stability is the weight
 * itself (ts-fsrs: at least 0.1 days), and w19 may be 0, as in weights that come from FSRS-5
 * (ts-fsrs: at least 0.01, which changes every same-day answer). Its dates are not used at all:
 * they count UTC days and throw when a clock goes back. What is the same for every answer under
 * the same weights is worked out once, and gives the very bits of ts-fsrs.
 */
class Engine extends FSRSAlgorithm {
  lastRetention = Number.NaN;
  lastFactor = Number.NaN;
  /** By grade from 0: four, of which every answer needs Easy's. */
  readonly #firstDifficulties: readonly number[];
  readonly #growthScale: number;
  readonly #last = { difficulty: Number.NaN, stability: Number.NaN, recall: Number.NaN, growth: 0 };

  constructor(weights: readonly number[]) {
    super({ w: [...weights] });
    this.param = { ...this.param, w: weights };
    this.#firstDifficulties = [0, 1, 2, 3, 4].map((grade) => super.init_difficulty(grade as Grade));
    this.#growthScale = Math.exp(weights[8] ?? 0);
    const decay = -(weights[20] ?? 0);
    const factor = rounded(Math.exp(decay ** -1 * Math.log(0.9)) - 1);
    this.forgetting_curve = (days, stability) =>
      rounded((1 + (factor * days) / stability) ** decay);
  }

  override init_stability(grade: Grade): number {
    return this.param.w[grade - 1] ?? MINIMUM_STABILITY;
  }

  override init_difficulty(grade: Grade): number {
    return this.#firstDifficulties[grade] ?? Number.NaN;
  }

  /** Hard, Good and Easy share all of the formula but a factor; an answer asks for two or three. */
  override next_recall_stability(
    difficulty: number,
    stability: number,
    recall: number,
    grade: Grade,
  ): number {
    const { w } = this.param;
    const last = this.#last;
    if (last.difficulty !== difficulty || last.stability !== stability || last.recall !== recall) {
      last.difficulty = difficulty;
      last.stability = stability;
      last.recall = recall;
      last.growth =
        this.#growthScale *
        (11 - difficulty) *
        stability ** -(w[9] ?? 0) *
        (Math.exp((1 - recall) * (w[10] ?? 0)) - 1);
    }
    const byGrade = grade === 2 ? (w[15] ?? 1) : grade === 4 ? (w[16] ?? 1) : 1;
    const after = stability * (1 + last.growth * byGrade);
    return rounded(Math.min(Math.max(after, MINIMUM_STABILITY), MAXIMUM_STABILITY));
  }
}

/** To 8 decimal places, as ts-fsrs rounds every result. */
function rounded(value: number): number {
  return Math.round(value * 1e8) / 1e8;
}

const engines = new WeakMap<readonly number[], Engine>();

/** One engine per list of weights: building one costs as much as several answers. */
function engineOf({ weights }: Pick<SchedulerOptions, 'weights'>): Engine {
  const known = engines.get(weights);
  if (known) return known;
  const engine = new Engine(completeWeights(weights) ?? DEFAULT_WEIGHTS);
  engines.set(weights, engine);
  return engine;
}
