import { expect, test } from 'vitest';
import { ordinarySeconds } from '../../../src/domain/exam/other-load.ts';
import { sceneOf } from '../../../src/domain/exam/scene.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { TODAY } from '../../support/collection.ts';
import { anExam, newCards, reviewCards, sceneInput } from './exams.ts';

const about = (section: string, days: number) =>
  anExam(days, { id: section as never, cards: { deckIds: [], sections: [section], search: '' } });
const secondsOf = (cards: Parameters<typeof ordinarySeconds>[0]) =>
  ordinarySeconds(cards, TODAY, 30, DEFAULT_STUDENT);

test('[EXAM-22] cards of an exam that is over take their share of the days after it', () => {
  const cards = newCards(40, { sections: ['A'] });
  const later = reviewCards(5, 0, { sections: ['B'] }, 'later');
  const { otherSeconds } = sceneOf(
    sceneInput([...cards, ...later], [about('A', 10), about('B', 30)]),
  );
  const sum = (from: number, to: number) =>
    otherSeconds.slice(from, to).reduce((total, seconds) => total + seconds, 0);
  expect(sum(0, 10)).toBe(0);
  expect(sum(10, 30)).toBeGreaterThan(40 * DEFAULT_STUDENT.passSeconds);
  // Those of the last exam never do.
  const alone = sceneOf(sceneInput(cards, [about('A', 10)])).otherSeconds;
  expect(alone.every((seconds) => seconds === 0)).toBe(true);
});

test('[EXAM-22] a review comes again on the dates that good answers lead to', () => {
  const [card] = reviewCards(1, 3);
  const days = card
    ? [...secondsOf([{ card, day: 0 }])].flatMap((s, day) => (s > 0 ? day : []))
    : [];
  expect(days[0]).toBe(3);
  const [fresh] = newCards(1);
  if (!fresh) throw new Error('one card');
  expect(secondsOf([{ card: fresh, day: 0 }]).every((seconds) => seconds === 0)).toBe(true);
  const after = [...secondsOf([{ card: fresh, day: 12 }])].flatMap((s, day) => (s > 0 ? day : []));
  expect(after[0]).toBe(12);
});
