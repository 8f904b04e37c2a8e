import fc from 'fast-check';
import type { CardId } from '../../../src/kernel/ids.ts';
import type {
  Grade,
  Moment,
  Schedule,
  SchedulerOptions,
} from '../../../src/domain/memory/schedule.ts';
import { WEIGHT_BOUNDS } from '../../../src/domain/memory/weights.ts';

const memory = fc.record({
  stability: fc.double({ min: 0.001, max: 36_500, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
});
const studyDay = fc.integer({ min: -10_000, max: 50_000 });
const minutes = fc.oneof(fc.integer({ min: 1, max: 1439 }), fc.integer({ min: 1440, max: 20_000 }));
const steps = fc.array(minutes, { maxLength: 4 });

export const anyMoment: fc.Arbitrary<Moment> = studyDay.map((day) => ({
  atMillis: day * 86_400_000,
  studyDay: day,
}));

const counts = {
  reps: fc.integer({ min: 1, max: 500 }),
  lapses: fc.integer({ min: 0, max: 50 }),
};

export const anyGrade = fc.constantFrom<Grade>(1, 2, 3, 4);
export const anyCardId = fc.string().map((text) => `${text}/1` as CardId);

export const anyReview: fc.Arbitrary<Schedule> = fc
  .record({
    ...counts,
    memory,
    intervalDays: fc.integer({ min: 1, max: 36_500 }),
    lastReview: anyMoment,
  })
  .map((parts) => ({
    ...parts,
    state: 'review',
    dueDay: parts.lastReview.studyDay + parts.intervalDays,
  }));

const anyStepping: fc.Arbitrary<Schedule> = fc.record({
  ...counts,
  state: fc.constantFrom('learning' as const, 'relearning' as const),
  memory,
  step: fc.integer({ min: 0, max: 5 }),
  dueAtMillis: fc.integer({ min: 0, max: 4e12 }),
  lastReview: anyMoment,
});

/** Whatever the store may hold while all is well. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.constant<Schedule>({ state: 'new', reps: 0, lapses: 0 }),
  anyStepping,
  anyReview,
);

const wildNumber = fc.oneof(
  fc.double(),
  fc.constantFrom(Number.NaN, 0, -0, -1, 1e308, -1e308, 5e-324, Infinity, -Infinity),
);
const wildMoment = fc.record({ atMillis: wildNumber, studyDay: wildNumber });

/** Whatever a failing disk may make of it. */
export const wildSchedule: fc.Arbitrary<Schedule> = fc.oneof(
  fc.record({ state: fc.constant('new' as const), reps: wildNumber, lapses: wildNumber }),
  fc.record({
    state: fc.constantFrom('learning' as const, 'relearning' as const),
    reps: wildNumber,
    lapses: wildNumber,
    memory: fc.record({ stability: wildNumber, difficulty: wildNumber }),
    step: wildNumber,
    dueAtMillis: wildNumber,
    lastReview: wildMoment,
  }),
  fc.record({
    state: fc.constant('review' as const),
    reps: wildNumber,
    lapses: wildNumber,
    memory: fc.record({ stability: wildNumber, difficulty: wildNumber }),
    intervalDays: wildNumber,
    dueDay: wildNumber,
    lastReview: wildMoment,
  }),
);

export const anyOptions: fc.Arbitrary<SchedulerOptions> = fc.record({
  weights: fc.tuple(...WEIGHT_BOUNDS.map(([min, max]) => fc.double({ min, max, noNaN: true }))),
  desiredRetention: fc.double({ min: 0.7, max: 0.99, noNaN: true }),
  maximumIntervalDays: fc.oneof(fc.integer({ min: 1, max: 36_500 }), fc.constant(36_500)),
  learningStepsMinutes: steps,
  relearningStepsMinutes: steps,
  fuzz: fc.boolean(),
});
