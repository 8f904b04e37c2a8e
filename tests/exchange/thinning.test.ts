import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PROGRAM } from '../../src/exchange/collection-file/program.ts';
import {
  type CopyName,
  type CopyReason,
  copyNameOf,
  parseCopyName,
} from '../../src/exchange/copies/copy-name.ts';
import { copiesToRemove } from '../../src/exchange/copies/thinning.ts';
import { MILLIS_PER_DAY } from '../../src/kernel/time.ts';

const NOW = 20_500 * MILLIS_PER_DAY + 1000;

function copy(ageDays: number, why: CopyReason = 'day'): CopyName {
  const atMillis = Math.round(NOW - ageDays * MILLIS_PER_DAY);
  const told = { atMillis, studyDay: Math.floor(atMillis / MILLIS_PER_DAY), why };
  return { name: copyNameOf(told), ...told };
}

/** Copies made three times a day for `days` days, thinned after each. */
function afterDays(days: number): CopyName[] {
  let kept: CopyName[] = [];
  for (let age = days; age >= 0; age -= 1 / 3) {
    const made = copy(age);
    kept.push(made);
    const gone = new Set(copiesToRemove(kept, made.atMillis));
    kept = kept.filter((each) => !gone.has(each));
  }
  return kept;
}

test('[COPY-7] all of two days stay, then one a day, a week, a month', () => {
  const ages = afterDays(400).map(({ atMillis }) => (NOW - atMillis) / MILLIS_PER_DAY);
  const between = (from: number, to: number) =>
    ages.filter((age) => age >= from && age < to).length;
  expect(between(0, 2)).toBeGreaterThanOrEqual(6);
  expect(between(2, 14)).toBeGreaterThanOrEqual(11);
  expect(between(2, 14)).toBeLessThanOrEqual(13);
  expect(between(14, 70)).toBeGreaterThanOrEqual(7);
  expect(between(14, 70)).toBeLessThanOrEqual(9);
  expect(between(70, 400)).toBeGreaterThanOrEqual(10);
  expect(between(70, 400)).toBeLessThanOrEqual(13);
});

test('[COPY-7] a clock that is years ahead for some days costs none of the copies before it', () => {
  const before = Array.from({ length: 13 }, (_, age) => copy(age));
  for (const yearsAhead of [2, 15, 500]) {
    const ahead = -yearsAhead * 365;
    const wrong = [copy(ahead), copy(ahead - 1), copy(ahead - 2)];
    const nowMillis = NOW - (ahead - 2) * MILLIS_PER_DAY;
    expect(copiesToRemove([...before, ...wrong], nowMillis)).toEqual([]);
    // Before the first copy under that clock is made.
    expect(copiesToRemove(before, nowMillis)).toEqual([]);
    // Set right again.
    expect(copiesToRemove([...before, ...wrong], NOW)).toEqual([]);
  }
});

test('[COPY-7] what was asked for stays, whatever lies beside it', () => {
  const asked = [copy(30, 'asked'), copy(30.01, 'asked')];
  const others = [copy(29.99), copy(30.02), copy(30.03)];
  const gone = copiesToRemove([...others, ...asked], NOW);
  expect(gone).toEqual([others[1], others[2]]);
});

test('[COPY-7] the newest stays, and thinning twice takes no more than once', () => {
  const ages = fc.array(fc.double({ min: -3, max: 500, noNaN: true }), { maxLength: 60 });
  fc.assert(
    fc.property(ages, (all) => {
      const copies = all.map((age) => copy(age));
      const gone = new Set(copiesToRemove(copies, NOW));
      const kept = copies.filter((each) => !gone.has(each));
      expect(copiesToRemove(kept, NOW)).toEqual([]);
      const newest = Math.max(...copies.map(({ atMillis }) => atMillis));
      if (copies.length > 0) expect(kept.some(({ atMillis }) => atMillis === newest)).toBe(true);
    }),
  );
});

test('[COPY-7] a name says when and why, and another file is no copy', () => {
  const one = copy(3, 'before');
  expect(parseCopyName(one.name)).toEqual(one);
  for (const name of [
    '',
    'x.rounds',
    '1-2-day.rounds.part',
    '../1-2-day.rounds',
    '1-2-why.rounds',
  ]) {
    expect(parseCopyName(name)).toBeUndefined();
  }
});

test('files name the version of the program', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(PROGRAM).toBe(`Rounds ${version}`);
});
