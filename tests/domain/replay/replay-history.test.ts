import { expect, test } from 'vitest';
import { replay } from '../../../src/domain/replay/replay-history.ts';

function replayed(reviews: unknown, more: object = {}) {
  const result = replay({ ...more, cards: [{ id: 'a', reviews }] });
  if ('problems' in result) throw new Error(result.problems.join('\n'));
  return result.replay.cards[0]?.reviews ?? [];
}

function problemsOf(input: unknown): readonly string[] {
  const result = replay(input);
  return 'problems' in result ? result.problems : [];
}

test('[MEMORY-21] a history gives study days, gaps, memory, states and unfuzzed intervals', () => {
  const reviews = replayed([
    { at: '2026-03-28T20:00:00+01:00', grade: 3 },
    { at: '2026-03-28T20:10:00+01:00', grade: 3 },
    { at: '2026-03-30T09:00:00+02:00', grade: 3 },
    { at: '2026-04-10T09:00:00+02:00', grade: 1 },
    { at: '2026-04-10T09:10:00+02:00', grade: 3 },
  ]);
  expect(reviews.map(({ studyDay }) => studyDay)).toEqual([20_540, 20_540, 20_542, 20_553, 20_553]);
  expect(reviews.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 2, 11, 0]);
  expect(reviews.map(({ state }) => state)).toEqual([
    'learning',
    'review',
    'review',
    'relearning',
    'review',
  ]);
  expect(reviews.map(({ intervalDays }) => intervalDays)).toEqual([0, 2, 11, 0, 2]);
  expect(Object.keys(reviews[0] ?? {}).sort()).toEqual([
    'difficulty',
    'elapsedDays',
    'intervalDays',
    'stability',
    'state',
    'studyDay',
  ]);
  expect(reviews[0]).toMatchObject({ stability: 2.3065, difficulty: 2.11810397 });
});

test("[MEMORY-22] the small hours belong to the day before, by each review's own offset", () => {
  const days = replayed([
    { at: '2026-01-10T23:00:00-08:00', grade: 3 },
    { at: '2026-01-11T03:59:00-08:00', grade: 3 },
    { at: '2026-01-11T04:01:00-08:00', grade: 3 },
  ]).map(({ elapsedDays }) => elapsedDays);
  expect(days).toEqual([0, 0, 1]);
});

test('[MEMORY-22] utcOffsetMinutes holds for reviews without an offset alone; rolloverHour for all', () => {
  const reviews = [
    { at: '2026-01-10T23:00:00', grade: 3 },
    { at: '2026-01-11T07:30:00Z', grade: 3 },
  ];
  const dayOf = (more: object) => replayed(reviews, more).map(({ studyDay }) => studyDay);
  expect(dayOf({ utcOffsetMinutes: -480 })).toEqual([20_463, 20_464]);
  expect(dayOf({ utcOffsetMinutes: -480, rolloverHour: 8 })).toEqual([20_463, 20_463]);
  expect(dayOf({ rolloverHour: 0 })).toEqual([20_463, 20_464]);
});

test('[MEMORY-21] reviews count in the order given; a clock that went back is the same day', () => {
  const reviews = replayed([
    { at: '2026-01-10T12:00:00Z', grade: 4 },
    { at: '2026-01-08T12:00:00Z', grade: 3 },
    { at: '2026-01-12T12:00:00Z', grade: 3 },
  ]);
  expect(reviews.map(({ elapsedDays }) => elapsedDays)).toEqual([0, 0, 4]);
});

test('[MEMORY-20] [MEMORY-21] weights and desired retention change the result', () => {
  const reviews = [{ at: '2026-01-10T12:00:00Z', grade: 4 }];
  expect(replayed(reviews)[0]?.intervalDays).toBe(8);
  expect(replayed(reviews, { desiredRetention: 0.8 })[0]?.intervalDays).toBeGreaterThan(20);
  const weights = [
    0.4872, 1.4003, 3.7145, 13.8206, 5.1618, 1.2298, 0.8975, 0.031, 1.6474, 0.1367, 1.0461, 2.1072,
    0.0793, 0.3246, 1.587, 0.2272, 2.8755,
  ];
  expect(replayed(reviews, { weights })[0]?.intervalDays).toBe(14);
});

test('[MEMORY-21] ids are given back as they came, cards without reviews stay', () => {
  const result = replay({
    cards: [
      { id: 7, reviews: [] },
      { id: 'b', reviews: [] },
    ],
  });
  expect(result).toEqual({
    replay: {
      cards: [
        { id: 7, reviews: [] },
        { id: 'b', reviews: [] },
      ],
    },
  });
});

test('[MEMORY-21] every problem is told with its card and review, and nothing is replayed', () => {
  const input = {
    utcOffsetMinutes: 'CET',
    rolloverHour: 24,
    desiredRetention: 2,
    cards: [
      {
        id: 'a',
        reviews: [
          { at: '2026-01-10T12:00:00Z', grade: 3 },
          { at: 'noon', grade: 5 },
        ],
      },
      { reviews: [] },
      { id: 'c', reviews: 'none' },
      null,
    ],
  };
  expect(problemsOf(input)).toEqual([
    '"utcOffsetMinutes" must be whole minutes from -1439 to 1439, not "CET".',
    '"rolloverHour" must be a whole hour from 0 to 23, not 24.',
    'Desired retention must be from 0.7 to 0.99, not 2.',
    'Card 1 ("a"), review 2: "at" must be an ISO 8601 date and time such as "2026-03-29T23:30:00+02:00", not "noon".',
    'Card 1 ("a"), review 2: "grade" must be 1, 2, 3 or 4, not 5.',
    'Card 2: "id" must be a text or a number, not missing.',
    'Card 3 ("c"): "reviews" must be a list, not "none".',
    'Card 4: "id" must be a text or a number, not missing.',
    'Card 4: "reviews" must be a list, not missing.',
  ]);
  for (const input of [null, 'text', 7, []]) {
    expect(problemsOf(input)).toEqual(['The file must hold one JSON object with "cards".']);
  }
  expect(problemsOf({})).toEqual(['"cards" must be a list, not missing.']);
});
