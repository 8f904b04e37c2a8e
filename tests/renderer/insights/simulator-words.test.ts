import { expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import type { DaysInSum } from '../../../src/domain/workload/simulator/simulator.ts';
import { addressOfSimulator, simulatorInAddress } from '../../../src/renderer/insights/address.ts';
import {
  daysOffFrom,
  isAsItIs,
  NO_DAYS,
  optionsOfPreset,
  presetWith,
  wrongValue,
} from '../../../src/renderer/insights/simulator/tried-values.ts';
import {
  besidesInWords,
  changeInWords,
  type Compared,
} from '../../../src/renderer/insights/words/simulator-words.ts';

const sum = (more: Partial<DaysInSum> = {}): DaysInSum => ({
  minutesADay: 12,
  answers: 9000,
  newCards: 300,
  waiting: 0,
  known: 1240,
  newLast: 15,
  ...more,
});
const compared = (changed: Partial<DaysInSum>, more: Partial<Compared> = {}): Compared => ({
  days: 365,
  cards: 1800,
  newLeft: 300,
  answers: 4000,
  now: sum(),
  changed: sum(changed),
  isSame: false,
  ...more,
});

test('[SIM-5] one sentence holds minutes a day and cards known against today’s', () => {
  expect(changeInWords(compared({ minutesADay: 18.2, known: 1650.4 }))).toBe(
    'About 6 minutes more a day, and 410 more cards known in a year: 18 minutes and 1,650 cards in place of 12 minutes and 1,240.',
  );
  expect(changeInWords(compared({ minutesADay: 11.4, known: 1239 }, { days: 90 }))).toBe(
    'About 1 minute less a day, and 1 fewer card known in 90 days: 11 minutes and 1,239 cards in place of 12 minutes and 1,240.',
  );
  expect(changeInWords(compared({ minutesADay: 12.3 }))).toBe(
    'It hardly changes a thing: about 12 minutes a day over the next year, and 1,240 cards known at its end, with it as without.',
  );
  expect(changeInWords(compared({ minutesADay: 12.4, known: 1300 }))).toBe(
    'About as many minutes a day as now, and 60 more cards known in a year: 1,300 in place of 1,240.',
  );
  expect(changeInWords(compared({ minutesADay: 20 }))).toMatch(
    /^About 8 minutes more a day, and as many cards known in a year: /,
  );
  expect(changeInWords(compared({}, { isSame: true }))).toBe(
    'As it is, about 12 minutes a day over the next year, and 1,240 cards known at its end.',
  );
});

test('[SIM-9] where nothing is studied, it is said what that comes to', () => {
  const none = { minutesADay: 0, answers: 0, newCards: 0, newLast: 0 };
  expect(changeInWords(compared({ ...none, waiting: 1480, known: 903 }))).toBe(
    'Nothing would be studied: in a year 1,480 reviews would wait, and you would know 903 cards in place of 1,240.',
  );
  const asItIs = { isSame: true, now: sum({ ...none, waiting: 1, known: 1 }) };
  expect(changeInWords(compared({ ...none, waiting: 1, known: 1 }, asItIs))).toBe(
    'Nothing is studied: in a year 1 review would wait, and you would know 1 card.',
  );
  const unseen = { newLeft: 20, cards: 20, days: 90 as const };
  expect(changeInWords(compared({ ...none, known: 0 }, unseen))).toBe(
    'Then no card is begun over the next 90 days.',
  );
  const nothing = { ...unseen, isSame: true, now: sum({ ...none, known: 0 }) };
  expect(changeInWords(compared({ ...none, known: 0 }, nothing))).toBe(
    'As it is, no card is begun over the next 90 days.',
  );
});

test('[SIM-5] what is left over, and when the new cards are begun, is said where it is other', () => {
  expect(besidesInWords(compared({}))).toEqual([]);
  expect(besidesInWords(compared({ waiting: 320 }))).toEqual([
    '320 reviews are left over at the end, 320 more than as it is.',
  ]);
  expect(besidesInWords(compared({}, { now: sum({ waiting: 40 }) }))).toEqual([
    'Nothing is left over at the end; as it is, 40 reviews.',
  ]);
  const over = { isSame: true, now: sum({ waiting: 40 }) };
  expect(besidesInWords(compared({ waiting: 40 }, over))[0]).toBe(
    '40 reviews are left over at the end: more come up than the limits let through.',
  );
  expect(besidesInWords(compared({ newLast: 8 }))).toEqual([
    'All new cards are begun in 8 days; as it is, all are in 15 days.',
  ]);
  expect(besidesInWords(compared({ newCards: 100 }))).toEqual([
    '200 new cards of 300 are not begun in a year; as it is, all are in 15 days.',
  ]);
  expect(besidesInWords(compared({}, { isSame: true }))).toEqual([
    'All new cards are begun in 15 days.',
  ]);
});

test('[SIM-9] where little was answered, the pace is said to be that of others', () => {
  expect(besidesInWords(compared({}, { answers: 0 })).at(-1)).toBe(
    'Nothing was answered here yet: seconds and grades are those of other people.',
  );
  expect(besidesInWords(compared({}, { answers: 1 })).at(-1)).toBe(
    'Only 1 answer was given here so far: seconds and grades are mostly those of other people.',
  );
});

test('[SIM-7] scope and span stand in the address', () => {
  for (const address of [
    { deckPath: undefined, days: 365 },
    { deckPath: 'A & B::C', days: 90 },
  ] as const) {
    expect(simulatorInAddress(addressOfSimulator(address).split('?')[1] ?? '')).toEqual(address);
  }
  expect(simulatorInAddress('days=12')).toEqual({ deckPath: undefined, days: 365 });
});

test('[SIM-9] a wrong value is named', () => {
  const tried = optionsOfPreset(DEFAULT_PRESET);
  expect(wrongValue(tried, NO_DAYS)).toBeUndefined();
  expect(wrongValue({ ...tried, newPerDay: -1 }, NO_DAYS)).toMatch(/^New cards/);
  expect(wrongValue({ ...tried, newPerDay: 1.5 }, NO_DAYS)).toMatch(/^New cards/);
  expect(wrongValue({ ...tried, reviewsPerDay: Number.NaN }, NO_DAYS)).toMatch(/^Reviews/);
  expect(wrongValue({ ...tried, reviewsPerDay: 10_000 }, NO_DAYS)).toMatch(/^Reviews/);
  for (const percent of [69, 100, Number.NaN]) {
    expect(wrongValue({ ...tried, percent }, NO_DAYS)).toMatch(/^Desired retention/);
  }
  for (const percent of [70, 99])
    expect(wrongValue({ ...tried, percent }, NO_DAYS)).toBeUndefined();
  expect(wrongValue(tried, { ...NO_DAYS, from: '2026-03-03' })).toMatch(/first day and a last/);
  const backwards = { ...NO_DAYS, from: '2026-03-04', to: '2026-03-03' };
  expect(wrongValue(tried, backwards)).toMatch(/before its first/);
});

test('[SIM-8] what is left as it is stays so to the last decimal', () => {
  const preset = { ...DEFAULT_PRESET, desiredRetention: 0.8765 };
  const tried = { ...optionsOfPreset(preset), newPerDay: 7 };
  expect(presetWith(preset, tried)).toEqual({ ...preset, newPerDay: 7 });
  expect(isAsItIs(preset, tried)).toBe(false);
  expect(isAsItIs(preset, optionsOfPreset(preset))).toBe(true);
  expect(presetWith(preset, { ...tried, percent: 91 }).desiredRetention).toBe(0.91);
});

test('[SIM-3] days off are weekdays, and a break that has both its days', () => {
  expect(daysOffFrom({ ...NO_DAYS, weekdays: [5, 6] })).toEqual({ weekdays: [5, 6] });
  expect(daysOffFrom({ ...NO_DAYS, from: '1970-01-02', to: '1970-01-04' })).toEqual({
    weekdays: [],
    pause: { from: 1, to: 3 },
  });
});
