import { expect, test } from 'vitest';
import { fewerWeights } from '../../../src/domain/exam/fewer-weights.ts';
import { sceneOf } from '../../../src/domain/exam/scene.ts';
import { anExam, newCards, sceneInput } from './exams.ts';

test('[EXAM-2] up to twelve weights count as they are', () => {
  const weights = Array.from({ length: 12 }, (_, index) => 0.3 * index);
  expect(weights.map(fewerWeights(weights))).toEqual(weights);
});

test('[EXAM-2] more are drawn to twelve at most, 0 stays 0, and a larger one is never below a smaller', () => {
  for (const weights of [
    Array.from({ length: 60 }, (_, index) => index * 0.5),
    [0, Number.MIN_VALUE, 1e-300, 1e-9, 0.001, 0.1, 0.2, 1, 2, 3, 50, 1e5, 1e7, 1e9],
  ]) {
    const drawn = weights.map(fewerWeights(weights));
    expect(new Set(drawn).size).toBeLessThanOrEqual(12);
    expect(drawn[0]).toBe(0);
    expect(drawn.every((value) => value >= 0 && Number.isFinite(value))).toBe(true);
    expect([...drawn].sort((a, b) => a - b)).toEqual(drawn);
  }
});

test('[EXAM-2] a table of forty topics makes few groups to plan', () => {
  const topics = Array.from({ length: 40 }, (_, index) => `Topic ${index}`);
  const cards = topics.flatMap((section) => newCards(2, { sections: [section] }, section));
  const weights = topics.map((section, index) => ({ section, weight: 1.5 + index * 0.37 }));
  const scene = sceneOf(sceneInput(cards, [anExam(20, { weights })]));
  expect(scene.cards).toHaveLength(80);
  expect(scene.input.groups.length).toBeLessThanOrEqual(12);
});
