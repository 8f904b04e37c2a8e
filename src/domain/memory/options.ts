import { t } from '../../kernel/texts.ts';
import type { SchedulerOptions } from './schedule.ts';
import { completeWeights, DEFAULT_WEIGHTS } from './weights.ts';
import { MINUTES_PER_DAY } from '../../kernel/time.ts';

export const DEFAULT_OPTIONS: SchedulerOptions = {
  weights: DEFAULT_WEIGHTS,
  desiredRetention: 0.9,
  maximumIntervalDays: 36_500,
  learningStepsMinutes: [1, 10],
  relearningStepsMinutes: [10],
  fuzz: true,
};

type OptionsInput = { readonly [Key in keyof SchedulerOptions]?: unknown };

/**
 * Options from a form, a file or an older version; what is missing takes the default.
 * Weights: 17, 19 or 21, carried over to FSRS-6 and clipped to its bounds. The first thing that is
 * wrong comes back as a `problem`, one sentence for the person.
 */
export function validOptions(
  input: OptionsInput,
): { readonly options: SchedulerOptions } | { readonly problem: string } {
  const merged = { ...DEFAULT_OPTIONS, ...present(input) };
  const weights = isNumbers(merged.weights) ? completeWeights(merged.weights) : undefined;
  if (!weights) return { problem: weightsProblem(merged.weights) };
  const { desiredRetention, maximumIntervalDays, fuzz } = merged;
  if (!isWithin(desiredRetention, 0.7, 0.99)) {
    return {
      problem: t`Desired retention must be from 0.7 to 0.99, not ${shown(desiredRetention)}.`,
    };
  }
  if (!isWithin(maximumIntervalDays, 1, 36_500) || !Number.isInteger(maximumIntervalDays)) {
    return {
      problem: t`Maximum interval must be whole days from 1 to 36,500, not ${shown(maximumIntervalDays)}.`,
    };
  }
  const { learningStepsMinutes, relearningStepsMinutes } = merged;
  if (!isSteps(learningStepsMinutes)) return { problem: stepsProblem('Learning', merged) };
  if (!isSteps(relearningStepsMinutes)) return { problem: stepsProblem('Relearning', merged) };
  if (typeof fuzz !== 'boolean') return { problem: t`Fuzz must be on or off, not ${shown(fuzz)}.` };
  return {
    options: {
      weights,
      desiredRetention,
      maximumIntervalDays,
      learningStepsMinutes,
      relearningStepsMinutes,
      fuzz,
    },
  };
}

function present(input: OptionsInput): OptionsInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}

function weightsProblem(weights: unknown): string {
  if (!Array.isArray(weights)) return t`Weights must be a list of numbers, not ${shown(weights)}.`;
  const index = weights.findIndex((weight) => !Number.isFinite(weight));
  if (index >= 0) return t`Weight ${index + 1} must be a number, not ${shown(weights[index])}.`;
  return t`There must be 21 weights (or 19 of FSRS-5, or 17 of FSRS-4.5), not ${weights.length}.`;
}

function stepsProblem(kind: 'Learning' | 'Relearning', options: OptionsInput): string {
  const steps = kind === 'Learning' ? options.learningStepsMinutes : options.relearningStepsMinutes;
  return kind === 'Learning'
    ? t`Learning steps must be a list of minutes above 0, at most 36,500 days each, not ${shown(steps)}.`
    : t`Relearning steps must be a list of minutes above 0, at most 36,500 days each, not ${shown(steps)}.`;
}

function isSteps(value: unknown): value is readonly number[] {
  const longest = 36_500 * MINUTES_PER_DAY;
  return isNumbers(value) && value.every((minutes) => minutes > 0 && minutes <= longest);
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'number');
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
