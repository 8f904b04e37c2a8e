import { expect, test } from 'vitest';
import { weightOf } from '../../../src/domain/exam/choice.ts';
import { draftOf, examOf, weightText } from '../../../src/renderer/exams/editor/exam-draft.ts';
import { aCard } from '../../support/collection.ts';
import { anExam } from '../../domain/exam/exams.ts';

const DRAFT = draftOf(anExam(9));
/** What the cards of a section count once the form is saved. */
const counted = (weights: Readonly<Record<string, string>>, section: string) =>
  weightOf(examOf({ ...DRAFT, weights }, undefined).weights)(aCard('a/1', { sections: [section] }));

test('[EXAM-28] a section below a weighted one shows what it counts, and can count 1 all the same', () => {
  const below = { Heart: '3' };
  expect(weightText(below, 'Heart::Valves')).toBe('3');
  expect(counted(below, 'Heart::Valves')).toBe(3);
  const same = { Heart: '3', 'Heart::Valves': '1' };
  expect(weightText(same, 'Heart::Valves')).toBe('1');
  expect(counted(same, 'Heart::Valves')).toBe(1);
  expect(counted(same, 'Heart::Valves::Aortic')).toBe(1);
  expect(counted(same, 'Heart::Muscle')).toBe(3);
  // However it is spelt, and of several above the nearest.
  expect(weightText({ heart: '2', 'HEART::valves': '0,5' }, 'Heart::Valves::Aortic')).toBe('0,5');
  expect(weightText(same, 'Lung')).toBe('1');
});

test('[EXAM-28] what is said to count 1 anyhow is not kept, and what was kept comes back', () => {
  const weights = { Heart: '1', 'Heart::Valves': '1', Lung: '0', 'Lung::Pleura': '1' };
  const exam = examOf({ ...DRAFT, weights }, undefined);
  expect(exam.weights).toEqual([
    { section: 'Lung', weight: 0 },
    { section: 'Lung::Pleura', weight: 1 },
  ]);
  expect(draftOf(exam).weights).toEqual({ Lung: '0', 'Lung::Pleura': '1' });
});
