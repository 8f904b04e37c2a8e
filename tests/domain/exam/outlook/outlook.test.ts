import { describe, expect, test } from 'vitest';
import {
  forecastChangeInWords,
  type Forecast,
} from '../../../../src/domain/exam/outlook/forecast.ts';
import {
  CURVE_FACTORS,
  minutesFor,
  verdictOf,
  withCurve,
} from '../../../../src/domain/exam/outlook/outlook.ts';
import { examCurve } from '../../../../src/domain/exam/outlook/exam-curve.ts';
import { outlookOf } from '../../../../src/domain/exam/outlook/outlook-of.ts';
import { recallRange } from '../../../../src/domain/exam/outlook/recall-range.ts';
import { studentOf } from '../../../../src/domain/exam/student-of.ts';
import { whyInWords } from '../../../../src/domain/exam/day/why-in-words.ts';
import type { Review } from '../../../../src/domain/collection/review.ts';
import type { CardId, DeckId, OperationId, OverlayId } from '../../../../src/kernel/ids.ts';
import { DEFAULT_STUDENT } from '../../../../src/domain/planner/plan.ts';
import { DEFAULT_WEIGHTS } from '../../../../src/domain/memory/weights.ts';
import { examDay, NO_CARDS } from '../../../../src/domain/overlay/overlay.ts';
import { DEFAULT_PRESET } from '../../../../src/domain/collection/deck.ts';
import { dayPlanOf } from '../../../../src/domain/exam/day/day-plan-of.ts';
import { DECK, NOW, TODAY } from '../../../support/collection.ts';
import { aBreak, anExam, dayInput, everyDay, newCards, reviewCards, sceneInput } from '../exams.ts';

const SECTIONED = [
  ...reviewCards(60, -5, { sections: ['Heart::Valves'] }, 'valve'),
  ...reviewCards(60, 5, { sections: ['Heart'] }, 'heart'),
  ...newCards(30, { sections: ['Lung'] }),
];

function look(...[exam, change = {}]: [Parameters<typeof outlookOf>[0], object?]) {
  return outlookOf(exam, { ...sceneInput(SECTIONED, []), ...change }, false).outlook;
}

describe('[EXAM-7] the outlook', () => {
  test('[EXAM-3] counts the chosen decks that are deleted', () => {
    const deckIds = [DECK, 'gone' as DeckId];
    expect(look(anExam(10, { cards: { ...NO_CARDS, deckIds } })).lostDecks).toBe(1);
    const none = look(anExam(10, { cards: { ...NO_CARDS, deckIds: ['gone' as DeckId] } }));
    expect([none.cards, none.lostDecks]).toEqual([0, 1]);
  });

  test('has cards, unseen ones and recall by the sections that were chosen', () => {
    const sections = ['Heart', 'Heart::Valves', 'Lung', 'Kidney'];
    const found = look(anExam(10, { cards: { deckIds: [], sections, search: '' } }));
    expect(found.cards).toBe(150);
    expect(found.unseen).toBe(30);
    expect(found.sections.map(({ section, cards }) => [section, cards])).toEqual([
      ['Heart', 60],
      ['Heart::Valves', 60],
      ['Lung', 30],
    ]);
    expect(found.uncovered).toEqual(['Kidney']);
    expect(found.lostDecks).toBe(0);
    for (const { predicted, withoutStudy } of found.sections) {
      expect(predicted.low).toBeLessThanOrEqual(predicted.expected);
      expect(predicted.high).toBeGreaterThanOrEqual(predicted.expected);
      expect(withoutStudy).toBeLessThanOrEqual(predicted.expected + 1e-9);
    }
  });

  test('[EXAM-9] the quick tier says that it is rough, is lower than the plan or near it, and has no curve', () => {
    const exam = anExam(20, { minutes: everyDay(10) });
    const rough = outlookOf(exam, sceneInput(SECTIONED, []), true).outlook;
    const real = outlookOf(exam, sceneInput(SECTIONED, []), false).outlook;
    expect([rough.isRough, real.isRough]).toEqual([true, false]);
    expect(rough.curve).toEqual([]);
    expect(rough.predicted.expected).toBeLessThan(real.predicted.expected + 0.02);
  });

  test('new cards that do not fit are told, the last of the deck first', () => {
    const cards = newCards(2000, { sections: ['Lung'] });
    const exam = anExam(3, { minutes: everyDay(10) });
    const { unfitting, unseen } = outlookOf(exam, sceneInput(cards, []), false).outlook;
    expect(unseen).toBe(2000);
    expect(unfitting.cardIds.length).toBeGreaterThan(1800);
    expect(unfitting.cardIds.length).toBeLessThan(2000);
    expect(unfitting.cardIds.at(-1)).toBe(cards.at(-1)?.id);
    expect(unfitting.cardIds).not.toContain(cards[0]?.id);
    expect(unfitting.sections).toEqual([{ section: 'Lung', cards: unfitting.cardIds.length }]);
  });

  test('new cards of a section that counts for nothing are not said to want more minutes', () => {
    const of = (weight: number) =>
      look(anExam(3, { minutes: everyDay(1), weights: [{ section: 'Lung', weight }] })).unfitting;
    expect(of(1).cardIds.length).toBeGreaterThan(10);
    expect(of(0)).toEqual({ cardIds: [], sections: [] });
  });

  test('a section whose new cards will not fit is not predicted to be known', () => {
    const first = newCards(300, { sections: ['Lung'] }, 'z');
    const last = newCards(300, { sections: ['Kidney'] }, 'a').map((card) => ({
      ...card,
      position: card.position + 300,
    }));
    // As the database has them: by id, not in the order of the deck.
    const input = sceneInput([...last, ...first], []);
    const sections = ['Lung', 'Kidney'];
    const exam = anExam(4, {
      cards: { deckIds: [], sections, search: '' },
      minutes: everyDay(10),
    });
    const found = outlookOf(exam, input, false).outlook;
    const known = Object.fromEntries(
      found.sections.map(({ section, predicted }) => [section, predicted.expected]),
    );
    expect(known.Lung).toBeGreaterThan(0.1);
    expect(known.Kidney).toBe(0);
    expect(found.unfitting.sections).toContainEqual({ section: 'Kidney', cards: 300 });
    const mean = ((known.Lung ?? 0) + (known.Kidney ?? 0)) / 2;
    expect(found.predicted.expected).toBeCloseTo(mean, 9);
  });

  test('more minutes never lower the curve, and it begins at no study', () => {
    const exam = anExam(14);
    const input = sceneInput(SECTIONED, []);
    const at = examCurve(exam, input);
    const points = CURVE_FACTORS.map((factor) => ({ factor, recall: at(factor) }));
    const { curve, withoutStudy } = withCurve(look(exam), points);
    const recalls = curve.map(({ recall }) => recall);
    expect(recalls).toEqual([...recalls].sort((a, b) => a - b));
    expect(recalls[0]).toBeCloseTo(withoutStudy, 6);
    expect(curve.find(({ minutesADay }) => minutesADay === 20)).toBeDefined();
  });

  test('a point of the curve is about what the real plan of those minutes gives', () => {
    const cards = [...SECTIONED, ...reviewCards(900, -20, { sections: ['Brain'] }, 'brain')];
    const weights = [
      { section: 'Heart', weight: 3 },
      { section: 'Lung', weight: 0.5 },
    ];
    const other = { ...anExam(9), id: 'other' as OverlayId };
    for (const exam of [anExam(14), anExam(21, { weights })]) {
      const input = sceneInput(cards, [other]);
      const at = examCurve(exam, input);
      const real = (minutes: number) => {
        const asked = { ...exam, minutes: everyDay(minutes) };
        const others = { ...input, exams: [{ ...other, minutes: everyDay(minutes) }] };
        return outlookOf(asked, others, false).outlook.predicted.expected;
      };
      expect(at(1)).toBeCloseTo(real(20), 9);
      for (const factor of [0.25, 0.5, 2]) {
        expect(Math.abs(at(factor) - real(20 * factor))).toBeLessThan(0.012);
      }
    }
  });

  test('a day off and a day of a break have no time and no load', () => {
    const exam = anExam(6, { daysOff: [TODAY + 1] });
    const { days } = look(exam, { breaks: [aBreak(3, 4)] });
    expect(days.map(({ isOff }) => isOff)).toEqual([false, true, false, true, true, false]);
    for (const day of days) if (day.isOff) expect(day.minutes).toBe(0);
  });

  test('[EXAM-11] minutes that are not the same every day are called an average', () => {
    const said = (daysOff: number[]) => verdictOf(look(anExam(6, { daysOff })));
    expect(said([TODAY + 1])).toMatch(/^Predicted: 17 minutes a day on average /);
    expect(said([])).toMatch(/^Predicted: 20 minutes a day (is|gives) /);
  });

  test('a day is at risk where the ordinary dates ask for more than it has', () => {
    const pile = reviewCards(200, -300);
    const input = sceneInput(pile, []);
    const { days } = outlookOf(anExam(4, { minutes: everyDay(10) }), input, false).outlook;
    expect(days.map(({ isAtRisk }) => isAtRisk)).toEqual([true, false, false, false]);
  });

  test('a section that counts for nothing gets no time; one that counts more gets more', () => {
    const sections = (weight: number) =>
      look(
        anExam(10, { minutes: everyDay(4), weights: [{ section: 'Heart::Valves', weight }] }),
      ).sections.find(({ section }) => section === 'Heart::Valves')?.predicted.expected ?? 0;
    expect(sections(4)).toBeGreaterThan(sections(1));
    expect(sections(1)).toBeGreaterThan(sections(0));
  });

  test('[EXAM-6] without a card, or on the day itself, it says so and does not fail', () => {
    const none = look(anExam(10, { cards: { deckIds: [], sections: ['Kidney'], search: '' } }));
    expect(none.cards).toBe(0);
    expect(verdictOf(none)).toBe('No card in study is about this exam yet.');
    for (const days of [0, -5]) expect(look(anExam(days)).days).toEqual([]);
  });

  test('[EXAM-6] an exam that is over has no plan, whatever another one plans', () => {
    const other = anExam(10, { id: 'other' as OverlayId });
    const over = outlookOf(anExam(-1), sceneInput(SECTIONED, [other]), true);
    expect(over.plan).toBeUndefined();
    // What is nothing is not rough: no better plan is on its way.
    expect(over.outlook).toMatchObject({ daysLeft: -1, cards: 0, days: [], isRough: false });
    expect(outlookOf(other, sceneInput(SECTIONED, [anExam(-1)]), true).outlook.isRough).toBe(true);
  });

  test('[EXAM-6] a clock set back, so that cards were answered in the future, is borne', () => {
    const ahead = reviewCards(20, 400, {}, 'ahead');
    const { predicted } = outlookOf(anExam(10), sceneInput(ahead, []), false).outlook;
    expect(predicted.expected).toBeGreaterThan(0);
    expect(predicted.expected).toBeLessThanOrEqual(1);
  });

  test('what the exam’s search finds belongs to it', () => {
    const exam = anExam(10, { cards: { deckIds: [], sections: [], search: 'valve' } });
    const id = 'valve-3/1' as CardId;
    expect(look(exam, { found: { [exam.id]: [id] } }).cards).toBe(1);
  });
});

describe('[EXAM-11] the verdict', () => {
  const base = look(anExam(14, { minutes: everyDay(5) }));

  test('says what the minutes give, what more would, and what no study would', () => {
    expect(verdictOf({ ...base, isRough: false })).toMatch(
      /^Predicted: 5 minutes a day is enough for about \d+ %(; \d+ would give \d+ %)?; without study \d+ %\.$/,
    );
    const curve = [
      { minutesADay: 0, recall: 0.61 },
      { minutesADay: 20, recall: 0.93 },
      { minutesADay: 30, recall: 0.958 },
    ];
    const predicted = { expected: 0.93, low: 0.9, high: 0.96 };
    expect(verdictOf({ ...base, minutesADay: 20, predicted, curve, withoutStudy: 0.61 })).toBe(
      'Predicted: 20 minutes a day is enough for about 93 %; 28 would give 95 %; without study 61 %.',
    );
  });

  test('says when a good part of the minutes gives nothing any more', () => {
    const curve = [
      { minutesADay: 0, recall: 0.61 },
      { minutesADay: 10, recall: 0.972 },
      { minutesADay: 15, recall: 0.974 },
      { minutesADay: 20, recall: 0.975 },
    ];
    const predicted = { expected: 0.975, low: 0.96, high: 0.99 };
    const said = (minutesADay: number) =>
      verdictOf({ ...base, minutesADay, predicted, curve, withoutStudy: 0.61 });
    expect(said(20)).toBe(
      'Predicted: 20 minutes a day is enough for about 98 %; 10 would give about as much; without study 61 %.',
    );
    expect(said(11)).not.toContain('as much');
    const idle = [
      { minutesADay: 0, recall: 0.974 },
      { minutesADay: 20, recall: 0.975 },
    ];
    expect(
      verdictOf({ ...base, minutesADay: 20, predicted, curve: idle, withoutStudy: 0.974 }),
    ).not.toContain('as much');
  });

  test('minutes for a recall lie between the points of the curve, and nowhere above it', () => {
    const curve = [
      { minutesADay: 0, recall: 0.5 },
      { minutesADay: 10, recall: 0.9 },
    ];
    expect(minutesFor(curve, 0.7)).toBeCloseTo(5);
    expect(minutesFor(curve, 0.5)).toBe(0);
    expect(minutesFor(curve, 0.91)).toBeUndefined();
  });
});

test('[EXAM-9] the range grows with uncertainty, shrinks with the number of cards, and stays within 0 to 1', () => {
  const few = recallRange(0.8, 10 * 0.16, 10);
  const many = recallRange(0.8, 1000 * 0.16, 1000);
  expect(few.high - few.low).toBeGreaterThan(many.high - many.low);
  expect(many.high - many.low).toBeGreaterThan(2 * 1.28 * 0.02);
  expect(recallRange(0.999, 0.1, 10).high).toBe(1);
  expect(recallRange(0.001, 0.1, 10).low).toBe(0);
  expect(recallRange(0.5, 0, 0)).toEqual({ expected: 0, low: 0, high: 0 });
});

test('[EXAM-16] each reason is one sentence with points and seconds', () => {
  const card = { cardId: 'a/1' as CardId, seconds: 12.4, isNew: false };
  const overlayId = 'exam' as OverlayId;
  const say = (kind: 'exam' | 'floor', gain: number) =>
    whyInWords({ ...card, why: { kind, overlayId, gain } }, 'Neurology');
  expect(say('exam', 0.04)).toBe(
    'Neurology: +4 points of predicted recall on the day for 12 seconds.',
  );
  expect(say('exam', 0.01)).toContain('+1 point of');
  expect(say('floor', 0.234)).toContain('below the floor you set; +23 points');
  expect(say('exam', 0.0027)).toContain('+0.3 points');
  expect(say('exam', 0.00027)).toContain('+0.03 points');
  expect(say('exam', 0.00004)).toContain('+0.004 points');
  for (const nothing of [1e-6, 0, -0.0001, Number.NaN]) {
    expect(say('floor', nothing)).toContain('less than +0.001 points');
  }
  expect(say('exam', 0.0996)).toContain('+10 points');
  expect(say('exam', 1)).toContain('+100 points');
  expect(whyInWords({ ...card, why: { kind: 'due', gain: 0.004 } })).toContain('+0.4 points');
});

/** Of an exam in ten days, as an earlier version kept it. */
const FORECAST: Forecast = {
  overlayId: 'exam' as OverlayId,
  studyDay: TODAY,
  predicted: { expected: 0.93, low: 0.9, high: 0.95 },
  withoutStudy: 0.6,
  cards: 100,
  unseen: 10,
  daysLeft: 10,
  minutesToday: 20,
  minutesAWeek: 140,
  weights: 0,
};

describe('[EXAM-12] what changed since yesterday', () => {
  const older = FORECAST;
  const newer: Forecast = { ...older, studyDay: TODAY + 1, daysLeft: 9 };
  const say = (change: Partial<Forecast>, studiedMinutes = 20) =>
    forecastChangeInWords({ older, newer: { ...newer, ...change }, studiedMinutes });
  const at = (expected: number) => ({ predicted: { expected, low: 0, high: 1 } });

  test.each([
    [say(at(0.932)), undefined],
    [say(at(0.91), 5), '15 minutes of yesterday’s plan were left'],
    [say(at(0.91), 18.8), '1 minute of yesterday’s plan was left'],
    [say(at(0.95), 21.3), '1 minute more than planned was studied'],
    [
      say({ ...at(0.91), studyDay: TODAY + 3, daysLeft: 7 }),
      '3 days passed with less study than planned',
    ],
    [
      say({ ...at(0.91), studyDay: TODAY + 3, daysLeft: 7 }, 60),
      'your answers were harder than expected',
    ],
    [say(at(0.91)), 'your answers were harder than expected'],
    [say(at(0.95)), 'your answers were better than expected'],
    [say(at(0.95), 35), '15 minutes more than planned were studied'],
    [say({ ...at(0.88), cards: 130 }), '30 cards came in'],
    [say({ ...at(0.95), cards: 99 }), '1 card went out'],
    [say({ ...at(0.9), daysLeft: 6 }), 'the exam was moved by 3 days'],
    [say({ ...at(0.9), minutesAWeek: 70 }), 'the exam has fewer minutes a week now'],
    [say({ ...at(0.9), weights: 3 }), 'sections count differently now'],
  ])('%s', (sentence, reason) => {
    if (reason === undefined) expect(sentence).toBeUndefined();
    else
      expect(sentence).toMatch(
        new RegExp(`^Predicted recall went from 93 % to \\d+(\\.\\d)? %: ${reason}\\.$`),
      );
  });
});

describe('[EXAM-12] what changed beside the answers', () => {
  const week = [20, 0, 0, 20, 20, 20, 20];
  const older: Forecast = {
    ...FORECAST,
    daysLeft: 7,
    givenMinutes: week,
    others: [TODAY + 2, TODAY + 30],
    rules: 'first ',
  };
  /** Said so many days later, of a recall that fell. */
  const say = (days: number, change: Partial<Forecast>, studiedMinutes = 20) =>
    forecastChangeInWords({
      older,
      newer: {
        ...older,
        studyDay: TODAY + days,
        daysLeft: 7 - days,
        predicted: { expected: 0.9, low: 0.85, high: 0.95 },
        givenMinutes: week.slice(days),
        others: [TODAY + 2, TODAY + 30].filter((day) => day > TODAY + days),
        ...change,
      },
      studiedMinutes,
    })?.replace(/^.*: /, '');

  test('days without minutes are none with less study than planned', () => {
    expect(say(3, {})).toBe('your answers were harder than expected.');
    expect(say(3, {}, 12)).toBe('3 days passed with less study than planned.');
    expect(say(4, {})).toBe('4 days passed with less study than planned.');
    // What the exam itself had is not the day’s where there is a break or another exam.
    const rest = { ...older, givenMinutes: [0, ...week.slice(1)] };
    const newer = { ...rest, studyDay: TODAY + 1, daysLeft: 6, givenMinutes: week.slice(1) };
    const fallen = { ...newer, predicted: { expected: 0.9, low: 0.85, high: 0.95 } };
    const said = forecastChangeInWords({ older: rest, newer: fallen, studiedMinutes: 0 });
    expect(said).toContain('your answers were harder than expected');
  });

  test('a break, days off and other exams are said, and one that is over is no news', () => {
    expect(say(1, { givenMinutes: [0, 0, 0, 0, 20, 20] })).toBe(
      'the days until the exam have fewer minutes now.',
    );
    // More of them are no reason to know less, and a few are none at all.
    expect(say(3, { givenMinutes: [30, 20, 20, 20] })).toContain('answers were harder');
    expect(say(3, { givenMinutes: [17, 20, 20, 20] })).toContain('answers were harder');
    const risen = { predicted: { expected: 0.96, low: 0.9, high: 1 } };
    expect(say(3, { givenMinutes: [30, 20, 20, 20], ...risen })).toBe(
      'the days until the exam have more minutes now.',
    );
    expect(say(1, { others: [TODAY + 2, TODAY + 9, TODAY + 30] })).toBe(
      'other exams share its days now.',
    );
    expect(say(1, { others: [TODAY + 30] })).toBe('other exams share its days now.');
    expect(say(1, { rules: 'up-to-half 0.8' })).toBe('the exam is set otherwise now.');
  });

  test('a forecast of before these were kept says what it can', () => {
    const { givenMinutes: _, others: _o, rules: _r, ...bare } = older;
    const newer = {
      ...older,
      studyDay: TODAY + 1,
      daysLeft: 6,
      predicted: { ...older.predicted, expected: 0.9 },
    };
    const said = (studiedMinutes: number) =>
      forecastChangeInWords({ older: bare, newer, studiedMinutes });
    expect(said(20)).toContain('your answers were harder than expected');
    expect(said(5)).toContain('15 minutes of yesterday’s plan were left');
  });
});

describe('[PLAN-9] the person’s own times and grades', () => {
  function aReview(index: number, change: Partial<Review>): Review {
    return {
      operationId: `device-a:${index}` as OperationId,
      cardId: `n${index}/1` as CardId,
      deckId: 'deck' as DeckId,
      atMillis: NOW + index * 60_000,
      studyDay: TODAY,
      grade: 3,
      durationMillis: 6_000,
      kind: 'review',
      elapsedDays: 5,
      intervalDays: 9,
      memory: { stability: 5, difficulty: 5 },
      ...change,
    };
  }

  test('without answers it is the usual student', () => {
    const { passGrades, firstGrades, ...times } = studentOf([], DEFAULT_WEIGHTS);
    const { passGrades: usual, firstGrades: usualFirst, ...usualTimes } = DEFAULT_STUDENT;
    expect(times).toEqual(usualTimes);
    passGrades.forEach((odds, index) => {
      expect(odds).toBeCloseTo(usual[index] ?? 0, 9);
    });
    firstGrades.forEach((odds, index) => {
      expect(odds).toBeCloseTo(usualFirst[index] ?? 0, 9);
    });
  });

  test('many quick answers make a quick student; a few hardly matter', () => {
    const quick = (count: number) =>
      studentOf(
        Array.from({ length: count }, (_, index) => aReview(index, {})),
        DEFAULT_WEIGHTS,
      ).passSeconds;
    expect(quick(2000)).toBeLessThan(6.6);
    expect(quick(5)).toBeGreaterThan(12);
  });

  test('steps of the same day count towards what began them: new, or forgotten', () => {
    const reviews = Array.from({ length: 1000 }, (_, index) => [
      aReview(index, { kind: 'new', durationMillis: 20_000 }),
      aReview(index, {
        kind: 'learning',
        durationMillis: 10_000,
        atMillis: NOW + index * 60_000 + 1,
      }),
    ]).flat();
    expect(studentOf(reviews, DEFAULT_WEIGHTS).newSeconds).toBeGreaterThan(29);
  });
});

test('[EXAM-11] where study gives little, the half of it is not called as much', () => {
  const base = look(anExam(10));
  const predicted = { expected: 0.0117, low: 0, high: 0.04 };
  const curve = [0, 1, 2, 3, 4, 5].map((minutesADay) => ({
    minutesADay,
    recall: 0.0023 * minutesADay,
  }));
  const said = verdictOf({ ...base, minutesADay: 5, predicted, curve, withoutStudy: 0 });
  expect(said).toBe('Predicted: 5 minutes a day gives about 1 %; without study 0 %.');
});

test('[EXAM-24] weights that are all 0 leave all cards alike, in the plan and in the figure', () => {
  const weights = ['Heart', 'Lung'].map((section) => ({ section, weight: 0 }));
  const nothing = look(anExam(10, { weights }));
  const plain = look(anExam(10));
  expect(nothing.predicted).toEqual(plain.predicted);
  expect(nothing.withoutStudy).toBeCloseTo(plain.withoutStudy, 12);
});

test('[EXAM-6] days that are all off give no curve and no number that is none', () => {
  const daysOff = Array.from({ length: 6 }, (_, day) => TODAY + day);
  const outlook = look(anExam(6, { daysOff }));
  expect(withCurve(outlook, [{ factor: 2, recall: 0.5 }]).curve).toEqual([]);
  expect(outlook.predicted.expected).toBeCloseTo(outlook.withoutStudy, 6);
  expect(verdictOf(outlook)).toMatch(/^No day before the exam has any minutes/);
  expect(JSON.stringify(outlook)).not.toContain('null');
});

test('[EXAM-23] leeches suspended stay in the figure, as they are without study; other suspended cards do not', () => {
  const leeches = reviewCards(30, -5, { sections: ['Heart'], suspended: true }, 'leech').map(
    (card) => ({ ...card, schedule: { ...card.schedule, lapses: DEFAULT_PRESET.leechThreshold } }),
  );
  const put = reviewCards(30, -5, { sections: ['Heart'], suspended: true }, 'away');
  const cards = [...SECTIONED, ...leeches, ...put];
  const outlook = look(anExam(10), {
    cards,
    presets: [{ ...DEFAULT_PRESET, leechAction: 'suspend' }],
  });
  const plain = look(anExam(10));
  expect([outlook.cards, outlook.leeches, outlook.cardIds.length]).toEqual([180, 30, 150]);
  expect(outlook.predicted.expected).toBeLessThan(plain.predicted.expected - 0.01);
  const tagging = look(anExam(10), { cards, presets: [{ ...DEFAULT_PRESET, leechAction: 'tag' }] });
  expect(tagging.cards).toBe(150);
});

test('[EXAM-5] an exam in the morning keeps its eve, whatever the hour at which days begin', () => {
  const at = (hour: number) => ({
    atMillis: (TODAY + 5) * 86_400_000 + hour * 3_600_000,
    utcOffsetMinutes: 0,
  });
  expect([2, 9, 16].map((hour) => examDay({ at: at(hour) }))).toEqual(Array(3).fill(TODAY + 5));
});

test('[EXAM-16] one of 28 cards raises the exam by no more than its share', () => {
  const cards = newCards(28);
  const { day } = dayPlanOf(dayInput(cards, [anExam(3)]));
  const gains = day.cards.map(({ why }) => why.gain);
  expect(gains.length).toBeGreaterThan(10);
  for (const gain of gains) {
    expect(gain).toBeGreaterThan(0.5 / 28);
    expect(gain).toBeLessThanOrEqual(1 / 28);
  }
});
