import { expect, test } from 'vitest';
import { recallRange } from '../../../src/domain/exam/outlook/recall-range.ts';
import {
  type Recall,
  rangeOf,
  recallsIn,
  withoutStudyOf,
} from '../../../src/domain/exam/outlook/recalls.ts';
import { sceneOf } from '../../../src/domain/exam/scene.ts';
import { plan } from '../../../src/domain/planner/plan.ts';
import { aCard } from '../../support/collection.ts';
import { anExam, newCards, reviewCards, sceneInput } from './exams.ts';

const recall = (id: string, withStudy: number, without: number): Recall => ({
  card: aCard(id),
  row: 0,
  with: withStudy,
  without,
});
const RECALLS = [recall('a/1', 0.9, 0.5), recall('b/1', 0.6, 0.2)];
const heavyFirst = ({ id }: { readonly id: string }) => (id === 'a/1' ? 3 : 1);

test('[EXAM-7] predicted recall is the mean by weight, with study and without', () => {
  expect(rangeOf(RECALLS, () => 1).expected).toBeCloseTo(0.75, 12);
  expect(rangeOf(RECALLS, heavyFirst).expected).toBeCloseTo(0.825, 12);
  expect(withoutStudyOf(RECALLS, () => 1)).toBeCloseTo(0.35, 12);
  expect(withoutStudyOf(RECALLS, heavyFirst)).toBeCloseTo(0.425, 12);
});

test('[EXAM-7] cards that count for nothing, or none, give no recall and no division by zero', () => {
  const nothing = { expected: 0, low: 0, high: 0 };
  expect(rangeOf(RECALLS, () => 0)).toEqual(nothing);
  expect(rangeOf([], () => 1)).toEqual(nothing);
  expect(withoutStudyOf(RECALLS, () => 0)).toBe(0);
});

test('[EXAM-9] the range comes of each card’s chance and of what the model may be wrong by', () => {
  const variance = 9 * 0.9 * 0.1 + 0.6 * 0.4;
  const range = recallRange(0.825, variance, 4);
  expect(rangeOf(RECALLS, heavyFirst).low).toBeCloseTo(range.low, 12);
  expect(rangeOf(RECALLS, heavyFirst).high).toBeCloseTo(range.high, 12);
  // 1.2816 · √(1.05 / 16 + 0.025²) = 0.32986…
  const { low, high } = recallRange(0.5, 1.05, 4);
  expect(high - 0.5).toBeCloseTo(0.32986, 4);
  expect(0.5 - low).toBeCloseTo(0.32986, 4);
});

test('[EXAM-7] each exam has recalls of its own cards alone, a row each', () => {
  const scene = sceneOf(sceneInput(reviewCards(10, -5), [anExam(10)]));
  const recalls = recallsIn(plan(scene.input), scene, 0);
  expect(recalls.map(({ row }) => row)).toEqual([...Array(10).keys()]);
  expect(recalls.map(({ card }) => card)).toEqual(scene.cards);
  for (const each of recalls) {
    expect(each.with).toBeGreaterThanOrEqual(each.without - 1e-9);
    expect(each.with).toBeLessThanOrEqual(1);
    expect(each.without).toBeGreaterThan(0);
  }
  expect(recallsIn(plan(scene.input), scene, 1)).toEqual([]);
});

test('[EXAM-7] of new cards the first of the deck are shown, the last not; the mean stays', () => {
  const scene = sceneOf(sceneInput(newCards(400), [anExam(5)]));
  const found = plan(scene.input);
  const share = found.introduced[0] ?? 0;
  expect(share).toBeGreaterThan(0.05);
  expect(share).toBeLessThan(0.95);
  const recalls = recallsIn(found, scene, 0).map((each) => each.with);
  const shown = Math.floor(400 * share);
  expect(recalls.slice(0, shown).every((each) => each > 0.3)).toBe(true);
  expect(recalls.slice(shown + 1).every((each) => each === 0)).toBe(true);
  const mean = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0) / 400;
  expect(mean(recalls)).toBeCloseTo(mean([...found.recall]), 6);
});
