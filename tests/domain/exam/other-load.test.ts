import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import {
  type Ordinary,
  ordinaryFrom,
  ordinarySeconds,
} from '../../../src/domain/exam/other-load.ts';
import { sceneOf } from '../../../src/domain/exam/scene.ts';
import { DEFAULT_STUDENT } from '../../../src/domain/planner/plan.ts';
import { anExam, everyDay, newCards, reviewCards, sceneInput } from './exams.ts';

const about = (section: string, days: number, minutes = 20) =>
  anExam(days, {
    id: section as never,
    minutes: everyDay(minutes),
    cards: { deckIds: [], sections: [section], search: '' },
  });
const sum = (seconds: Float64Array, from: number, to: number) =>
  seconds.slice(from, to).reduce((total, each) => total + each, 0);
const ALWAYS = new Float64Array(30).fill(86_400);
const CARD: Ordinary = {
  cards: 1,
  dueDay: 3,
  lastDay: -5,
  stability: 8,
  difficulty: 5,
  intervalFactor: 1,
};

test('[EXAM-22] cards of an exam that is over take their share of the days after it', () => {
  const cards = newCards(40, { sections: ['A'] });
  const later = reviewCards(5, 0, { sections: ['B'] }, 'later');
  const input = sceneInput([...cards, ...later], [about('A', 10), about('B', 30)]);
  const { otherSeconds } = sceneOf(input);
  expect(sum(otherSeconds, 0, 10)).toBe(0);
  expect(sum(otherSeconds, 10, 30)).toBeGreaterThan(20 * DEFAULT_STUDENT.passSeconds);
  // Those of the last exam never do.
  const alone = sceneOf(sceneInput(cards, [about('A', 10)])).otherSeconds;
  expect(alone.every((seconds) => seconds === 0)).toBe(true);
});

test('[EXAM-22] new cards that there was no time for ask for nothing after their exam', () => {
  const later = reviewCards(5, 0, { sections: ['B'] }, 'later');
  const asked = (fresh: number) => {
    const cards = [...newCards(fresh, { sections: ['A'] }), ...later];
    return sum(
      sceneOf(sceneInput(cards, [about('A', 2, 4), about('B', 20, 4)])).otherSeconds,
      2,
      20,
    );
  };
  expect(asked(1000)).toBeLessThan(1.3 * asked(60));
});

test('[EXAM-22] higher desired retention asks for more of the days after an exam', () => {
  const cards = newCards(40, { sections: ['A'] });
  const later = reviewCards(5, 0, { sections: ['B'] }, 'later');
  const asked = (desiredRetention: number) => {
    const input = sceneInput([...cards, ...later], [about('A', 10), about('B', 30)]);
    const presets = [{ ...DEFAULT_PRESET, desiredRetention }];
    return sum(sceneOf({ ...input, presets }).otherSeconds, 10, 30);
  };
  expect(asked(0.95)).toBeGreaterThan(1.5 * asked(0.8));
});

test('[EXAM-22] a review comes on its date and again on the dates that answers lead to', () => {
  const seconds = ordinarySeconds([CARD], ALWAYS, DEFAULT_STUDENT);
  const days = [...seconds].flatMap((each, day) => (each > 1 ? day : []));
  expect(days[0]).toBe(3);
  expect(days.length).toBeGreaterThan(1);
  const { passSeconds, failSeconds } = DEFAULT_STUDENT;
  expect(seconds[3]).toBeGreaterThan(passSeconds);
  expect(seconds[3]).toBeLessThan(failSeconds);
  // What is forgotten comes sooner, and is a small share.
  expect(sum(seconds, 4, days[1] ?? 30)).toBeLessThan(failSeconds / 2);
});

test('[EXAM-22] what a day has no time for waits for the next, and none is lost', () => {
  const many = Array.from({ length: 20 }, () => ({ ...CARD, dueDay: 0, stability: 400 }));
  const all = sum(ordinarySeconds(many, ALWAYS, DEFAULT_STUDENT), 0, 10);
  const few = ordinarySeconds(many, new Float64Array(30).fill(60), DEFAULT_STUDENT);
  expect(Math.max(...few)).toBeCloseTo(60, 6);
  expect(sum(few, 0, 10)).toBeCloseTo(all, -1);
  expect(sum(ordinarySeconds(many, new Float64Array(30), DEFAULT_STUDENT), 0, 30)).toBe(0);
});

test('[EXAM-22] after its exam a card comes by its date, or at once where that has passed', () => {
  const rest = { group: 0, cards: 2, lastDay: 4, stability: 3, difficulty: 5 };
  expect(ordinaryFrom(rest, 10, 1)).toMatchObject({ dueDay: 10, cards: 2, lastDay: 4 });
  expect(ordinaryFrom({ ...rest, stability: 20 }, 10, 1).dueDay).toBe(24);
  expect(ordinaryFrom({ ...rest, stability: 20 }, 10, 0.5).dueDay).toBe(14);
});
