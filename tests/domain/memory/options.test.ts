import { default_w } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_OPTIONS, validOptions } from '../../../src/domain/memory/scheduler.ts';
import { completeWeights } from '../../../src/domain/memory/weights.ts';

function problemWith(input: Parameters<typeof validOptions>[0]): string {
  const checked = validOptions(input);
  return 'problem' in checked ? checked.problem : '';
}

describe('[MEMORY-20] options', () => {
  test('the default weights are the ones that ts-fsrs ships', () => {
    expect(DEFAULT_OPTIONS.weights).toEqual(default_w);
  });

  test('what is missing takes the default', () => {
    expect(validOptions({})).toEqual({ options: DEFAULT_OPTIONS });
    expect(validOptions({ weights: undefined, fuzz: false })).toEqual({
      options: { ...DEFAULT_OPTIONS, fuzz: false },
    });
  });

  test('weights of FSRS-4.5 and FSRS-5 are carried over to 21, others are refused by name', () => {
    const seventeen = default_w.slice(0, 17);
    const carried = completeWeights(seventeen);
    expect(carried).toHaveLength(21);
    expect(carried?.slice(17)).toEqual([0, 0, 0, 0.5]);
    expect(completeWeights(default_w.slice(0, 19))?.slice(19)).toEqual([0, 0.5]);
    expect(problemWith({ weights: [1, 2, 3] })).toBe(
      'There must be 21 weights (or 19 of FSRS-5, or 17 of FSRS-4.5), not 3.',
    );
  });

  test('weights out of bounds are clipped, weights that are no numbers are named', () => {
    const wild = default_w.map(() => 1e6);
    expect(completeWeights(wild)?.[0]).toBe(100);
    expect(completeWeights(wild)?.[20]).toBe(0.8);
    expect(problemWith({ weights: default_w.map((w, i) => (i === 4 ? '6' : w)) })).toBe(
      'Weight 5 must be a number, not "6".',
    );
    expect(problemWith({ weights: [...default_w].fill(Number.NaN, 2, 3) })).toContain('Weight 3');
    expect(problemWith({ weights: null })).toBe('Weights must be a list of numbers, not null.');
  });

  test('retention, maximum interval, steps and fuzz are each refused with what is wrong', () => {
    expect(problemWith({ desiredRetention: 1 })).toContain('from 0.7 to 0.99, not 1.');
    expect(problemWith({ desiredRetention: Number.NaN })).toContain('Desired retention');
    expect(problemWith({ maximumIntervalDays: 0 })).toContain(
      'whole days from 1 to 36,500, not 0.',
    );
    expect(problemWith({ maximumIntervalDays: 1.5 })).toContain('Maximum interval');
    expect(problemWith({ learningStepsMinutes: [1, -10] })).toContain('Learning steps');
    expect(problemWith({ relearningStepsMinutes: '10m' })).toContain('Relearning steps');
    expect(problemWith({ fuzz: 'yes' })).toBe('Fuzz must be on or off, not "yes".');
  });

  test('migrating prints nothing', () => {
    const log = console.debug;
    const printed: unknown[] = [];
    console.debug = (...words: unknown[]) => printed.push(words);
    validOptions({ weights: default_w.slice(0, 17) });
    validOptions({ weights: default_w.slice(0, 19) });
    console.debug = log;
    expect(printed).toEqual([]);
  });
});

test('[MEMORY-20] weights of FSRS-4.5 mean the same in first difficulty and its change', () => {
  const seventeen = default_w.slice(0, 17).with(4, 5).with(5, 0.9).with(6, 0.8);
  const carried = completeWeights(seventeen) ?? [];
  expect(carried[4]).toBeCloseTo(6.8, 10);
  expect(carried[5]).toBeCloseTo(0.436_111, 6);
  expect(carried[6]).toBeCloseTo(1.3, 10);
});

test('[MEMORY-20] what is no list of numbers is refused and named, from the first number on', () => {
  const weights = [...default_w];
  expect(problemWith({ weights: weights.with(0, Number.NaN) })).toContain(
    'Weight 1 must be a number',
  );
  expect(problemWith({ weights: weights.with(20, Number.NaN) })).toContain('Weight 21 must');
  for (const steps of [[1, '5'], [0], [1, -1], [36_500 * 1440 + 1], [Number.NaN]]) {
    const learningStepsMinutes = steps as number[];
    expect(problemWith({ learningStepsMinutes })).toMatch(
      /^Learning steps must be a list of minutes above 0, at most 36,500 days each, not /,
    );
  }
  for (const learningStepsMinutes of [[], [0.5, 36_500 * 1440]]) {
    expect(problemWith({ learningStepsMinutes })).toBe('');
  }
});
