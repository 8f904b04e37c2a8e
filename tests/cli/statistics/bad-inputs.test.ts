import { describe, expect, test } from 'vitest';
import { insightsInText } from '../../../src/cli/statistics/insights-text.ts';
import type { Exam } from '../../../src/domain/overlay/overlay.ts';
import {
  notCountedInWords,
  scopeInWords,
} from '../../../src/renderer/insights/words/scope-words.ts';
import { EXAM } from '../../log/examples.ts';
import { NEW } from '../../support/collection.ts';
import {
  aLine,
  aLog,
  anAnswer,
  type Given,
  insightsIn,
  NOW,
  toTell,
} from '../../domain/statistics/answers.ts';

const ALL = { scope: { kind: 'all' }, period: 'all' } as const;

/** Sixty cards that are answered three times, a month apart, the last time `ago` days ago. */
function onlyGood(ago: number) {
  return Array.from({ length: 60 }, (_, card) => [
    anAnswer(`c${card}/1`, ago + 40, { kind: 'new' }),
    anAnswer(`c${card}/1`, ago + 30, { elapsedDays: 10 }),
    anAnswer(`c${card}/1`, ago, { elapsedDays: 30 }),
  ]).flat();
}

/** An exam of last week with its mark; nothing was forecast for it. */
const MARKED: Exam = {
  ...EXAM,
  at: { ...NOW, atMillis: NOW.atMillis - 7 * 86_400_000 },
  mark: { achieved: 0.8 },
};

const CASES: readonly (readonly [string, Given, readonly (string | RegExp)[]])[] = [
  ['no cards', { cards: [] }, ['No card is found here.']],
  [
    'a search that finds nothing',
    { cards: [], asked: { scope: { kind: 'search', text: 'zebra' }, period: 'month' } },
    ['zebra, month', '“zebra”: No card is found here.'],
  ],
  [
    'no reviews',
    { cards: [toTell('a/1', { schedule: NEW })], asked: ALL },
    [
      '1 card of 1 note; no answer yet.',
      'Nothing has been answered here yet.',
      'No day with an answer',
      'No card here has been learned yet.',
    ],
  ],
  [
    'one review',
    { reviews: [anAnswer('a/1', 12, { kind: 'new' }), anAnswer('a/1', 2, { elapsedDays: 10 })] },
    ['100 % of 1 (27 % to 100 %)', '1 of the 50 answers that this needs is there.'],
  ],
  [
    'a year away',
    { reviews: onlyGood(400) },
    ['Nothing was answered in this time; the last answer was 400 days ago.'],
  ],
  ['only Good', { reviews: onlyGood(5), asked: ALL }, ['young: Again 0, Hard 0, Good 120, Easy 0']],
  [
    'a clock that ran ahead once',
    { reviews: [...onlyGood(5), anAnswer('c0/1', -300, { elapsedDays: 305 })] },
    ['Not counted: 1 answer dated later than today.', 'Not counted: 1 dated after today.'],
  ],
  [
    'a clock that always ran ahead',
    { reviews: [anAnswer('a/1', -300), anAnswer('b/1', -3)] },
    ['No answer here counts: 2 are dated later than today.'],
  ],
  [
    'a log with broken entries',
    { logs: [aLog('a/1', [aLine(30_000), aLine(40, { type: 0 }), aLine(20), aLine(-80_000)])] },
    ['Not counted: 2 broken lines of an imported history.', '100 % of 1'],
  ],
  [
    'a log with nothing else',
    { logs: [aLog('a/1', [aLine(30_000)])] },
    ['No answer here counts: 1 is a broken line of an imported history.'],
  ],
  [
    'a mark, and no answer in this time',
    { reviews: onlyGood(400), overlays: [MARKED] },
    ['0 of the 50 answers that this needs are there.', 'Finals: mark 80 %, not predicted'],
  ],
];

describe('[STATS-4] what there is too little of, or what is broken, is said and not drawn:', () => {
  test.each(CASES)('[STATS-4] %s', (_, given, said) => {
    const insights = insightsIn(given);
    const text = [
      insightsInText(insights),
      scopeInWords(insights),
      notCountedInWords(insights.leftOut),
    ].join('\n');
    for (const sentence of said) expect(text).toContain(sentence);
    expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
  });
});
