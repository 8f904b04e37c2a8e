import { expect, test } from 'vitest';
import { isPlanOn } from '../../../src/domain/overlay/active.ts';
import type { Overlay } from '../../../src/domain/overlay/overlay.ts';
import { TODAY } from '../../support/collection.ts';
import { aBreak, aCatchUp, anExam } from '../exam/exams.ts';

const isOn = (...overlays: readonly Overlay[]) => isPlanOn(overlays, TODAY);

test('[EXAM-15] an exam has a say until the day before it', () => {
  expect([isOn(anExam(1)), isOn(anExam(0)), isOn(anExam(-1))]).toEqual([true, false, false]);
});

test('[EXAM-19] a break has a say on its days and while its pile is spread', () => {
  const days = (from: number, to: number) => isOn(aBreak(from, to, { spreadDays: 2 }));
  expect([days(1, 3), days(-3, 0), days(-4, -2), days(-4, -3)]).toEqual([false, true, true, false]);
});

test('[EXAM-19] a catch-up has a say on its days', () => {
  expect([isOn(aCatchUp(1, 3)), isOn(aCatchUp(-2, 3)), isOn(aCatchUp(-3, 3))]).toEqual([
    false,
    true,
    false,
  ]);
});

test('[EXAM-1] switched off, none has a say; one of several is enough', () => {
  expect(isOn()).toBe(false);
  expect(isOn({ ...anExam(5), isOn: false })).toBe(false);
  expect(isOn({ ...anExam(5), isOn: false }, aBreak(0, 1))).toBe(true);
});
