import { expect, test } from 'vitest';
import type { Answering } from '../../../src/domain/statistics/figures/answering.ts';
import type { Calendar } from '../../../src/domain/statistics/figures/calendar.ts';
import type { Calibration } from '../../../src/domain/statistics/figures/calibration.ts';
import type { Coming } from '../../../src/domain/statistics/figures/coming.ts';
import type { Recent } from '../../../src/domain/statistics/figures/recent.ts';
import { shareOf } from '../../../src/domain/statistics/figures/share.ts';
import {
  buttonsInWords,
  hardReasonInWords,
  leechesInWords,
  mostFailedInWords,
  secondsInWords,
} from '../../../src/renderer/insights/words/answering-words.ts';
import { calendarInWords } from '../../../src/renderer/insights/words/calendar-words.ts';
import {
  calibrationInWords,
  calibrationSectionsInWords,
  examsInWords,
} from '../../../src/renderer/insights/words/calibration-words.ts';
import {
  backlogInWords,
  comingInWords,
  oneMoreInWords,
} from '../../../src/renderer/insights/words/coming-words.ts';
import {
  difficultyInWords,
  intervalsInWords,
  knownInWords,
  recallInWords,
  stabilityInWords,
  statesInWords,
} from '../../../src/renderer/insights/words/known-words.ts';
import { recentInWords } from '../../../src/renderer/insights/words/recent-words.ts';
import {
  notCountedInWords,
  scopeInWords,
} from '../../../src/renderer/insights/words/scope-words.ts';

const byKind = { new: 0, learning: 0, young: 0, mature: 0 };
const effort = (answers: number, minutes: number, recalled = shareOf(0, 0)) => {
  return { answers, minutes, newCards: 0, recalled, byKind, byGrade: [0, 0, 0, 0] as const };
};

test('[INSIGHT-1] today is held against the usual, where there is one', () => {
  const usual = { answers: 40, minutes: 8, newCards: 3, recalled: shareOf(36, 40) };
  const recent: Recent = {
    today: effort(42, 8, shareOf(38, 42)),
    week: effort(300, 60),
    usualDay: usual,
    usualWeek: undefined,
  };
  expect(recentInWords(recent)).toBe(
    'Today 42 answers in 8 minutes, about as usual; 38 of 42 recalled.',
  );
  expect(recentInWords({ ...recent, today: effort(1, 0.5), usualDay: undefined })).toBe(
    'Today 1 answer in less than a minute.',
  );
  expect(recentInWords({ ...recent, today: effort(0, 0) })).toBe(
    'Nothing answered yet today; in the last seven days 300 answers in 60 minutes.',
  );
  expect(recentInWords({ ...recent, today: effort(0, 0), week: effort(0, 0) })).toBe(
    'Nothing was answered in the last seven days.',
  );
});

test('[INSIGHT-10] streaks are told quietly, and days without study are not counted up', () => {
  const calendar: Calendar = {
    from: 0,
    to: 900,
    days: [],
    currentStreakDays: 6,
    longestStreak: { from: 0, to: 47, days: 48 },
    studiedDays: 212,
    possibleDays: 365,
    meanAnswers: 40,
    meanMinutes: 18,
  };
  expect(calendarInWords(calendar)).toBe(
    'You studied on 212 of 365 days, about 18 minutes each; 6 in a row now, 48 in a row at the longest.',
  );
  const away = calendarInWords({ ...calendar, currentStreakDays: 0 });
  expect(away).toBe(
    'You studied on 212 of 365 days, about 18 minutes each; 48 in a row at the longest.',
  );
  // It may have been as many before.
  expect(calendarInWords({ ...calendar, currentStreakDays: 48 })).toMatch(
    /; 48 days in a row now, the most so far\.$/,
  );
  const first = { ...calendar, studiedDays: 1, possibleDays: 1, currentStreakDays: 1 };
  expect(calendarInWords({ ...first, longestStreak: { from: 9, to: 9, days: 1 } })).toBe(
    'You studied on one day since you began, about 18 minutes.',
  );
  expect(calendarInWords({ ...calendar, studiedDays: 0 })).toBe(
    'No day of study so far, and nothing is due yet.',
  );
  expect(calendarInWords({ ...calendar, meanMinutes: 0.4 })).toContain(
    ', less than a minute each;',
  );
});

const load = (minutes: number) => ({ reviews: minutes * 5, newCards: 3, minutes });
const COMING: Coming = {
  days: [],
  means: ([30, 90, 365] as const).map((days) => {
    return { days, withNew: load(24), withoutNew: load(15), longestMinutes: 40 };
  }),
  backlog: { cards: 0, minutes: 0, longestDays: 0 },
  newPerDay: 5,
  newLeft: 500,
  newLastDays: 100,
  oneMoreNew: { answersPerDay: 7.5, minutesPerDay: 2 },
  seconds: { newCard: 30, recalled: 8, forgotten: 20 },
};

test('[INSIGHT-1] what is coming says both, with new cards and without', () => {
  expect(comingInWords(COMING, 30)).toBe(
    'About 24 minutes a day over the next 30 days with 5 new cards a day, about 15 minutes without.',
  );
  expect(comingInWords({ ...COMING, newLeft: 0 }, 365)).toBe(
    'Reviews take about 15 minutes a day over the next year; no new card is left.',
  );
  expect(comingInWords({ ...COMING, newPerDay: 0 }, 90)).toContain('no new cards at present');
  const nothing = COMING.means.map((mean) => ({ ...mean, withNew: load(0), withoutNew: load(0) }));
  expect(comingInWords({ ...COMING, newPerDay: 0, means: nothing }, 30)).toBe(
    'Nothing is scheduled over the next 30 days; 500 new cards wait to be begun.',
  );
  expect(oneMoreInWords(COMING)).toBe(
    'One more new card a day costs about 2 minutes a day within a year: 7.5 more answers. At the present rate the 500 new cards left last 100 days.',
  );
  expect(
    oneMoreInWords({ ...COMING, oneMoreNew: { answersPerDay: 1, minutesPerDay: 0.4 } }),
  ).toContain('about 24 seconds');
  expect(backlogInWords(COMING.backlog)).toBe('Nothing waits from before today.');
  expect(backlogInWords({ cards: 1, minutes: 0.2, longestDays: 1 })).toBe(
    '1 card waits from before today: less than a minute. It has waited for 1 day.',
  );
  expect(backlogInWords({ cards: 120, minutes: 20, longestDays: 400 })).toBe(
    '120 cards wait from before today: about 20 minutes. The longest has waited for 400 days.',
  );
});

test('[INSIGHT-1] what is known is a number of cards, and how many more than before', () => {
  const spread = { cards: 0, bins: [], mean: 0, median: 0, low: 0, high: 0 };
  const states = { ...byKind, relearning: 0, suspended: 0, buried: 0 };
  const known = {
    byState: states,
    expected: 1820.4,
    learned: 2000,
    meanRecall: 0.91,
    overTime: [
      { studyDay: 100, expected: 1700, learned: 1900 },
      { studyDay: 190, expected: 1820.4, learned: 2000 },
    ],
    recall: spread,
    stability: spread,
    difficulty: spread,
    interval: spread,
    added: [],
  };
  expect(knownInWords(known, 190)).toBe(
    'Asked now, you would recall about 1,820 of the 2,000 cards you have learned: 120 more than 90 days ago.',
  );
  expect(knownInWords({ ...known, overTime: known.overTime.slice(1) }, 190)).toBe(
    'Asked now, you would recall about 1,820 of the 2,000 cards you have learned.',
  );
  expect(statesInWords({ ...states, new: 40 })).toBe('All 40 cards are still new.');
  expect(statesInWords({ ...states, new: 1, young: 2, mature: 7, suspended: 1 })).toBe(
    'Of 11 cards, 9 are in review (7 mature), 1 new, 1 put away.',
  );
  expect(statesInWords({ ...states, new: 58, learning: 1, buried: 1 })).toBe(
    'Of 60 cards, none is in review, 1 in learning, 58 new, 1 put away.',
  );
  expect(statesInWords({ ...states, young: 1, relearning: 1200 })).toBe(
    'Of 1,201 cards, 1 is in review (none mature), 1,200 in learning.',
  );
  expect([intervalsInWords, difficultyInWords, recallInWords].map((say) => say(spread))).toEqual([
    'No card has an interval yet.',
    'No card has a difficulty yet.',
    'No card has a predicted recall yet.',
  ]);
  expect(intervalsInWords({ ...spread, cards: 1, median: 4 })).toBe(
    'The one card comes back after 4 days.',
  );
  expect(intervalsInWords({ ...spread, cards: 1200, median: 34, low: 4, high: 213 })).toBe(
    'Half of 1,200 cards come back within 34 days; nine of ten intervals lie between 4 days and 7 months.',
  );
});

test('[INSIGHT-1][INSIGHT-9] where all are the same, none is said to be below the others', () => {
  const same = (cards: number, value: number) => {
    return { cards, mean: value, median: value, low: value, high: value, bins: [] };
  };
  expect(intervalsInWords(same(7, 4))).toBe('Nearly all of 7 cards come back after 4 days.');
  expect(stabilityInWords(same(1, 2.3))).toBe(
    'The memory of one card holds for 2 days before recall falls to 90 %.',
  );
  expect(stabilityInWords({ ...same(40, 2.3), low: 1.9, high: 2.4 })).toBe(
    'Nearly all of 40 memories hold for 2 days before recall falls to 90 %.',
  );
  expect(recallInWords(same(1, 1))).toBe('The one card would be recalled with 100 % today.');
  expect(recallInWords({ ...same(30, 0.998), low: 0.997 })).toBe(
    'Nearly all of 30 cards would be recalled with 100 % today.',
  );
  expect(recallInWords({ ...same(30, 0.92), low: 0.7 })).toBe(
    'Half of the cards would be recalled with 92 % or more today; one of twenty with less than 70 %.',
  );
  // Half of them were answered today: nothing is more than that.
  expect(recallInWords({ ...same(30, 0.996), low: 0.7 })).toBe(
    'Half of the cards would be recalled with 100 % today; one of twenty with less than 70 %.',
  );
});

const seconds = (median?: number) => {
  return { answers: median === undefined ? 0 : 100, median, mean: median, minutes: 10 };
};
const ANSWERING: Answering = {
  buttons: { learning: [0, 0, 0, 0], young: [4, 3, 41, 2], mature: [4, 2, 41, 3] },
  secondsByButton: [seconds(16), seconds(12), seconds(8), seconds()],
  secondsBySection: [],
  slowest: [],
  mostFailed: [],
  leeches: [],
  leechCount: 0,
  hardUse: { isSuspected: false, reasons: [], hardReviews: 5, hardCards: 5 },
};

test('[INSIGHT-1] buttons, seconds and cards that cost much are told in a sentence each', () => {
  expect(buttonsInWords(ANSWERING)).toBe(
    'Of 100 reviews, 8 were answered Again, 5 Hard, 82 Good and 5 Easy.',
  );
  const few = { ...ANSWERING.buttons, young: [1, 0, 9, 0] as const, mature: [0, 0, 0, 0] as const };
  expect(buttonsInWords({ ...ANSWERING, buttons: few })).toBe(
    'Of 10 reviews, 1 was answered Again, 0 Hard, 9 Good and 0 Easy.',
  );
  // What is there is not none, and parts of a hundred are a hundred.
  const rare = {
    ...ANSWERING.buttons,
    young: [1, 1, 997, 1] as const,
    mature: [0, 0, 0, 0] as const,
  };
  expect(buttonsInWords({ ...ANSWERING, buttons: rare })).toBe(
    'Of 100 reviews, 1 was answered Again, 1 Hard, 97 Good and 1 Easy.',
  );
  const thirds = { ...rare, young: [67, 67, 66, 0] as const };
  expect(buttonsInWords({ ...ANSWERING, buttons: thirds })).toMatch(
    /^Of 100 reviews, 3[34] were answered Again, 3[34] Hard, 33 Good and 0 Easy\.$/,
  );
  const good = [0, 0, 60, 0] as const;
  const only = { ...ANSWERING.buttons, young: good, mature: good };
  expect(buttonsInWords({ ...ANSWERING, buttons: only })).toBe(
    'All 120 reviews were answered Good. Where Again is never pressed, nobody can tell what you forget.',
  );
  expect(secondsInWords(ANSWERING)).toBe(
    'A card answered Good takes 8 seconds; one answered Again 16 seconds.',
  );
  const none = [seconds(), seconds(), seconds(), seconds()] as const;
  expect(secondsInWords({ ...ANSWERING, secondsByButton: none })).toBe(
    'No answer was timed in this time.',
  );
  expect(mostFailedInWords(ANSWERING)).toBe('No card was forgotten in this time.');
  expect(leechesInWords({ ...ANSWERING, leechCount: 2 })).toMatch(/^2 cards are leeches/);
});

test('[INSIGHT-7] each reason for the suspicion about Hard has its numbers', () => {
  expect(
    hardReasonInWords({ is: 'hardly-any-again', again: shareOf(1, 200), hard: shareOf(40, 200) }),
  ).toBe('Hard was given to 20 of 100 reviews, Again to only 1 of 100.');
  expect(
    hardReasonInWords({
      is: 'fewer-failures-than-predicted',
      predictedFailed: 20.4,
      failed: 3,
      failedWithHard: 22,
    }),
  ).toBe(
    'About 20 reviews should have been forgotten; 3 were graded Again, and with Hard it would be 22.',
  );
});

const CALIBRATION: Calibration = {
  reviews: 1000,
  predicted: 0.9,
  recalled: shareOf(910, 1000),
  bins: [],
  logLoss: 0.3,
  logLossOfMean: 0.31,
  rmseBins: 0.02,
  bySection: [],
  exams: [],
};

test('[INSIGHT-3] Rounds calls itself right only where the answers bear it', () => {
  expect(calibrationInWords(CALIBRATION)).toBe(
    'Rounds predicted 90 of 100, and you recalled 91 of 100: it is right about you.',
  );
  const over = { ...CALIBRATION, recalled: shareOf(700, 1000) };
  expect(calibrationInWords(over)).toMatch(/it expects too much of you\.$/);
  const under = { ...CALIBRATION, predicted: 0.7 };
  expect(calibrationInWords(under)).toMatch(/it expects too little of you\.$/);
  const onlyGood = { ...CALIBRATION, recalled: shareOf(1000, 1000) };
  expect(calibrationInWords(onlyGood)).toMatch(/or Again was not pressed where you forgot\.$/);
  const few = { ...CALIBRATION, recalled: shareOf(55, 60) };
  expect(calibrationInWords(few)).toMatch(/the answers are few\.$/);
  expect(calibrationInWords({ ...CALIBRATION, rmseBins: 0.08 })).toContain('off by about 8 in 100');
  expect(calibrationSectionsInWords(CALIBRATION)).toMatch(/^In no section/);
});

test('[INSIGHT-1] exams: the last one with both, and how many lay in their range', () => {
  const exam = (name: string, achieved: number, predicted: number | undefined) => ({
    overlayId: name as never,
    name,
    studyDay: 20_000,
    achieved,
    predicted,
    range: predicted === undefined ? undefined : { expected: 0.88, low: 0.8, high: 0.92 },
  });
  expect(examsInWords([exam('A', 0.8, undefined)])).toMatch(/^No exam has both/);
  expect(examsInWords([exam('A', 0.85, 0.88)])).toBe(
    'For “A” 88 % was predicted (80 to 92 %); the mark was 85 %.',
  );
  expect(examsInWords([exam('A', 0.85, 0.88), exam('B', 0.6, 0.88)])).toMatch(
    /1 of 2 marks lay in their range\.$/,
  );
  // Of a mark that came from another device no range is known.
  const elsewhere = { ...exam('C', 0.85, 0.88), range: undefined };
  expect(examsInWords([exam('A', 0.85, 0.88), elsewhere])).toMatch(/the mark was 85 %\.$/);
  expect(examsInWords([exam('A', 0.85, 0.88), exam('B', 0.6, 0.88), elsewhere])).toMatch(
    /1 of 2 marks lay in their range\.$/,
  );
});

test('[INSIGHT-1] what the page is about, and what counts nowhere', () => {
  const asked = { scope: { kind: 'all' }, period: 'quarter' };
  const about = {
    asked,
    cards: 1200,
    notes: 900,
    answers: { inPeriod: 3400, ever: 9000 },
    from: 20_698,
  };
  expect(scopeInWords(about as never)).toBe(
    '1,200 cards of 900 notes; 3,400 answers since 2 Sept 2026.',
  );
  const deck = { scope: { kind: 'deck', path: 'Neurology::MS' }, period: 'quarter' };
  expect(scopeInWords({ ...about, asked: deck } as never)).toMatch(/^Neurology › MS: 1,200 cards/);
  expect(scopeInWords({ ...about, cards: 0 } as never)).toBe('No card is found here.');
  const none = { crammed: 0, byHand: 0, ahead: 0, broken: 0 };
  expect(notCountedInWords(none)).toBe('');
  expect(notCountedInWords({ crammed: 2, byHand: 1, ahead: 0, broken: 3 })).toBe(
    'Not counted: 2 answers given while cramming, 1 date set by hand, 3 broken lines of an imported history.',
  );
});
