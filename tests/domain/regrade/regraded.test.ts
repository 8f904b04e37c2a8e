import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import { unpackedLog } from '../../../src/domain/import/packed-log.ts';
import type { KeptPastLog } from '../../../src/domain/import/past-log.ts';
import type { Grade, Memory, Schedule } from '../../../src/domain/memory/schedule.ts';
import { answer, DEFAULT_OPTIONS } from '../../../src/domain/memory/scheduler.ts';
import {
  type CardAnswers,
  findHard,
  type HardMeant,
} from '../../../src/domain/regrade/find-hard.ts';
import { regraded } from '../../../src/domain/regrade/regraded.ts';
import type { OperationId } from '../../../src/kernel/ids.ts';
import { ledTo } from '../../../src/log/parts/graded-card.ts';
import { aCard, NEW, TODAY } from '../../support/collection.ts';
import { aLine, aLog } from '../statistics/answers.ts';

const DAY = 86_400_000;
const ALL: HardMeant = { span: { from: TODAY - 400, to: TODAY }, which: 'all' };
type Given = readonly [ago: number, grade: Grade];

/** A card answered here so many days ago, from `start` on, and its answers. */
function answeredHere(given: readonly Given[], start: Schedule = NEW): CardAnswers {
  let schedule: Schedule = start;
  const reviews = given.map(([ago, grade], index): Review => {
    const studyDay = TODAY - ago;
    const moment = { atMillis: studyDay * DAY + 9 * 3_600_000, studyDay };
    const before = schedule;
    schedule = answer(DEFAULT_OPTIONS, aCard('n/1').id, before, grade, moment);
    return {
      operationId: `device:${index}` as OperationId,
      cardId: aCard('n/1').id,
      deckId: aCard('n/1').deckId,
      ...moment,
      grade,
      durationMillis: 5000,
      ...ledTo(before, schedule, studyDay),
    };
  });
  return { card: aCard('n/1', { schedule }), reviews, hasCrammed: false, log: undefined };
}

/** What an imported log comes to when it is answered line by line. */
function memoryOf(given: readonly Given[]): Memory {
  const { schedule } = answeredHere(given).card;
  if (schedule.state === 'new') throw new Error('nothing was answered');
  return schedule.memory;
}

function found(answers: CardAnswers, meant: HardMeant = ALL) {
  const { regrade, ...counts } = findHard(answers, meant, DEFAULT_OPTIONS);
  const anew = regrade && regraded(answers.card, regrade, answers.log, DEFAULT_OPTIONS);
  return { ...counts, regrade, anew };
}
const memoryIn = (schedule: Schedule | undefined) =>
  schedule && schedule.state !== 'new' ? schedule.memory : undefined;

/** Easy at first, so that all that follows are reviews. */
const HISTORY: readonly Given[] = [
  [100, 4],
  [90, 2],
  [70, 3],
  [40, 2],
  [20, 3],
];
const CORRECTED = HISTORY.map(([ago, grade]): Given => [ago, grade === 2 ? 1 : grade]);

describe('[INSIGHT-12] reviews graded Hard that count as Again', () => {
  test('[INSIGHT-12] leave the memory that these grades would have left, and each is a lapse', () => {
    const answers = answeredHere(HISTORY);
    const { anew, ...counts } = found(answers);
    expect(counts).toMatchObject({ answers: 2, past: 0, leftOut: 0 });
    const { schedule: was } = answers.card;
    expect(anew?.schedule).toEqual({ ...was, lapses: 2, memory: memoryOf(CORRECTED) });
    const expected = answeredHere(CORRECTED).reviews;
    expect(anew?.recounted.map(({ after }) => [after.grade, after.memory])).toEqual(
      expected.slice(1).map(({ grade, memory }) => [grade, memory]),
    );
    expect(anew?.recounted.map(({ before }) => before)).toEqual(answers.reviews.slice(1));
    for (const { before, after } of anew?.recounted ?? []) {
      expect({ ...after, grade: before.grade, memory: before.memory }).toEqual(before);
    }
  });

  test('[INSIGHT-12] what came before the first of them is neither asked for nor touched', () => {
    const answers = answeredHere(HISTORY);
    const meant = { ...ALL, span: { from: TODAY - 50, to: TODAY } };
    const { regrade, anew } = found(answers, meant);
    expect(regrade?.before).toEqual(answers.reviews[2]?.memory);
    expect(anew?.recounted).toHaveLength(2);
    const grades: readonly Given[] = HISTORY.map(([ago, grade]) => [ago, ago === 40 ? 1 : grade]);
    expect(memoryIn(anew?.schedule)).toEqual(memoryOf(grades));
  });

  test('[INSIGHT-12] a card that is otherwise by then is left alone', () => {
    const answers = answeredHere(HISTORY);
    const { regrade } = found(answers);
    if (!regrade) throw new Error('nothing was found');
    const others: Card[] = [
      answeredHere([...HISTORY, [1, 3]]).card,
      { ...answers.card, schedule: NEW },
      {
        ...answers.card,
        schedule: { ...answers.card.schedule, memory: { stability: 1, difficulty: 2 } } as Schedule,
      },
    ];
    for (const card of others) {
      expect(regraded(card, regrade, undefined, DEFAULT_OPTIONS)).toBeUndefined();
    }
    const stranger = {
      ...regrade,
      reviews: answeredHere(HISTORY).reviews.map((each) => ({ ...each, cardId: aCard('m/1').id })),
    };
    expect(regraded(answers.card, stranger, undefined, DEFAULT_OPTIONS)).toBeUndefined();
  });
});

describe('[INSIGHT-11] which are meant', () => {
  test('[INSIGHT-11] first reviews of the chosen days: no steps, no second answer of a day', () => {
    const inSteps: readonly Given[] = [
      [100, 2],
      [90, 3],
    ];
    expect(found(answeredHere(inSteps)).answers).toBe(0);
    const answers = answeredHere(HISTORY);
    const on = (from: number, to: number) =>
      found(answers, { ...ALL, span: { from: TODAY - from, to: TODAY - to } }).answers;
    expect([on(90, 40), on(90, 41), on(89, 40), on(89, 41), on(39, 0)]).toEqual([2, 1, 1, 0, 0]);
    const twice = { ...answers.reviews[1], operationId: 'device:9' } as Review;
    const reviews = answers.reviews.toSpliced(2, 0, {
      ...twice,
      atMillis: twice.atMillis + 60_000,
    });
    expect(findHard({ ...answers, reviews }, ALL, DEFAULT_OPTIONS)).toMatchObject({
      answers: 0,
      leftOut: 2,
    });
  });

  test('[INSIGHT-11] or only those after which the card was not recalled at its next review', () => {
    const meant = { ...ALL, which: 'not-recalled-next' } as const;
    expect(found(answeredHere(HISTORY), meant).answers).toBe(0);
    const foundBefore = (grade: Grade) =>
      found(
        answeredHere([
          [100, 4],
          [90, 2],
          [70, grade],
        ]),
        meant,
      ).answers;
    expect([1, 2, 3, 4].map((grade) => foundBefore(grade as Grade))).toEqual([1, 1, 0, 0]);
  });
});

describe('[INSIGHT-12] answers from elsewhere', () => {
  const lines = (first = 0) =>
    HISTORY.map(([ago, grade], index) =>
      aLine(ago, { grade, type: index === 0 ? first : 1, lastInterval: index === 0 ? 0 : 10 }),
    );
  const imported = (log: KeptPastLog, given: readonly Given[] = []): CardAnswers => {
    const start: Schedule = {
      state: 'review',
      reps: 5,
      lapses: 0,
      memory: { stability: 50, difficulty: 6 },
      intervalDays: 10,
      dueDay: TODAY - 10,
      lastReview: { atMillis: (TODAY - 20) * DAY, studyDay: TODAY - 20 },
    };
    return { ...answeredHere(given, start), log };
  };

  test('[INSIGHT-12] count as Again in their log, and memory follows from its beginning', () => {
    const answers = imported(aLog('n/1', lines()));
    const { anew, ...counts } = found(answers);
    expect(counts).toMatchObject({ answers: 2, past: 2, leftOut: 0 });
    expect(unpackedLog(anew?.log?.packed ?? '').map(({ grade }) => grade)).toEqual([4, 1, 3, 1, 3]);
    expect(anew?.schedule).toMatchObject({ reps: 5, lapses: 2, dueDay: TODAY - 10 });
    const { stability, difficulty } = memoryOf(CORRECTED);
    expect(memoryIn(anew?.schedule)).toEqual({ stability, difficulty });
  });

  test('[INSIGHT-12] go before those given here', () => {
    const answers = imported(aLog('n/1', lines()), [[5, 2]]);
    const { anew, ...counts } = found(answers);
    expect(counts).toMatchObject({ answers: 3, past: 2 });
    expect(memoryIn(anew?.schedule)).toEqual(memoryOf([...CORRECTED, [5, 1]]));
    expect(anew?.recounted).toMatchObject([{ before: { grade: 2 }, after: { grade: 1 } }]);
  });

  test.each<[string, CardAnswers]>([
    ['the beginning of the log is missing', imported(aLog('n/1', lines(1)))],
    ['a line of the log is broken', imported(aLog('n/1', [...lines(), aLine(40_000)]))],
    ['the card was answered elsewhere since', imported(aLog('n/1', lines()), [[30, 3]])],
    [
      'what was given here came back from elsewhere',
      imported(aLog('n/1', [...lines(), aLine(5, { grade: 2 })]), [[5, 2]]),
    ],
    ['crammed answers were accepted', { ...answeredHere(HISTORY), hasCrammed: true }],
    [
      'an answer between is missing',
      { ...answeredHere(HISTORY), reviews: answeredHere(HISTORY).reviews.toSpliced(2, 1) },
    ],
    [
      'its memory was set by something else',
      {
        ...answeredHere(HISTORY),
        card: {
          ...answeredHere(HISTORY).card,
          schedule: {
            ...answeredHere([
              [100, 4],
              [20, 3],
            ]).card.schedule,
          },
        },
      },
    ],
    ['it was forgotten on request', { ...answeredHere(HISTORY), card: aCard('n/1') }],
  ])('[INSIGHT-13] left out and counted where %s', (_, answers) => {
    const { regrade, answers: counted, leftOut } = found(answers);
    expect([regrade, counted]).toEqual([undefined, 0]);
    expect(leftOut).toBeGreaterThan(0);
  });

  test('[INSIGHT-13] answers from before a card was forgotten are left out, those since are not', () => {
    const old = answeredHere(HISTORY).reviews.map((each) => ({
      ...each,
      operationId: `old:${each.operationId}` as OperationId,
      atMillis: each.atMillis - 200 * DAY,
      studyDay: each.studyDay - 200,
    }));
    const since = answeredHere(HISTORY);
    expect(found({ ...since, reviews: [...old, ...since.reviews] })).toMatchObject({
      answers: 2,
      leftOut: 2,
    });
  });
});
