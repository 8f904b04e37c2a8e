import { describe, expect, test } from 'vitest';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { anExam, everyDay } from './exams.ts';
import { cardsOfNotes, live } from './student-of-days.ts';

/** Points of 100 between what is predicted and what one student achieves: chance has a share in it. */
const NEAR = 1.2;
/** The same of several exams, for the mean of two students. */
const NEAR_OF_SEVERAL = 1.5;

describe('[EXAM-22] what is predicted is achieved', () => {
  test.each([1, 3, 5, 10, 15])('with %i cards a note, none or some of them seen', (each) => {
    const notes = Math.ceil(150 / each);
    const fresh = live(cardsOfNotes(notes, each), [anExam(7, { minutes: everyDay(15) })]);
    expect(fresh.predicted).toBeGreaterThan(92);
    expect(Math.abs(fresh.achieved - fresh.predicted)).toBeLessThan(NEAR);
    const known = cardsOfNotes(notes, each, 90);
    const seen = live(known, [anExam(7, { minutes: everyDay(8) })]);
    expect(Math.abs(seen.achieved - seen.predicted)).toBeLessThan(NEAR);
  });

  test('with a retention floor, of 90 %', () => {
    const exam = anExam(14, { minutes: everyDay(5), retentionFloor: 0.9 });
    const held = live(cardsOfNotes(150, 1, 100), [exam]);
    expect(Math.abs(held.achieved - held.predicted)).toBeLessThan(NEAR);
    const free = live(cardsOfNotes(150, 1, 100), [anExam(14, { minutes: everyDay(5) })]);
    expect(held.predicted).toBeLessThan(free.predicted);
  });

  test('with few minutes for very many cards, by the quick tier too', () => {
    const few = live(cardsOfNotes(4000, 1), [anExam(7, { minutes: everyDay(5) })]);
    // 5 minutes show 11.6 new cards a day.
    const shown = (100 * 7 * 300) / DEFAULT_STUDENT.newSeconds / 4000;
    for (const predicted of [few.predicted, few.rough]) {
      expect(predicted / shown).toBeGreaterThan(0.75);
      expect(predicted / shown).toBeLessThan(0.95);
    }
  });

  test.each([2, 10, 20])('on the eve, with %i minutes, all that are of use', (minutes) => {
    const cards = cardsOfNotes(2, 14, 11);
    const eve = live(cards, [anExam(1, { minutes: everyDay(minutes) })]);
    expect(eve.minutes[0]).toBeGreaterThanOrEqual(Math.min(minutes, 8));
    expect(Math.abs(eve.achieved - eve.predicted)).toBeLessThan(3);
  });

  /** Cards in A, in B and in both, some seen; over several students, since one alone is chance. */
  test.each([
    ['new cards and few minutes', 0, 4, 'up-to-half'],
    ['a part of them seen', 20, 3, 'up-to-half'],
    ['other reviews first', 20, 4, 'first'],
  ] as const)('for two exams with shared cards: %s', (_, seen, minutes, otherReviews) => {
    const sections = [['A'], ['B'], ['A', 'B']];
    const cards = sections.flatMap((own, at) =>
      cardsOfNotes(45, 1, seen).map((card) => {
        return { ...card, id: `${at}-${card.id}` as typeof card.id, sections: own };
      }),
    );
    const about = (section: string, days: number) =>
      anExam(days, {
        id: section as never,
        minutes: everyDay(minutes),
        otherReviews,
        cards: { deckIds: [], sections: [section], search: '' },
      });
    const exams = [about('A', 6), about('B', 14)];
    const lives = [1, 2].map((seed) => live(cards, exams, {}, seed).exams);
    exams.forEach((_exam, at) => {
      const mean = (of: 'predicted' | 'achieved') =>
        lives.reduce((sum, lived) => sum + (lived[at]?.[of] ?? 0), 0) / lives.length;
      expect(Math.abs(mean('achieved') - mean('predicted'))).toBeLessThan(NEAR_OF_SEVERAL);
    });
  });
});
