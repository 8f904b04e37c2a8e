import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  logWithout,
  mergedLog,
  packedLog,
  unpackedLog,
} from '../../../src/domain/import/packed-log.ts';
import type { PastEntry } from '../../../src/domain/import/past-log.ts';

const START = Date.parse('2019-03-01T09:00:00Z');

/** Answers as one card has them: intervals grow, each names the one before. */
function usual(count: number, seed = 0): PastEntry[] {
  let atMillis = START + seed * 60_000;
  let interval = -600;
  return Array.from({ length: count }, (_, index) => {
    const lastInterval = interval;
    interval = index < 2 ? -600 : Math.round(2.4 ** (index - 1)) + seed;
    atMillis += Math.max(600_000, lastInterval * 86_400_000) + index * 1234;
    const type = index < 2 ? 0 : 1;
    const durationMillis = 3000 + ((index * 977 + seed * 31) % 20_000);
    return { atMillis, grade: 3, interval, lastInterval, factor: 2500, durationMillis, type };
  });
}

const whole = fc.integer({ min: -(2 ** 48), max: 2 ** 48 });
const anyEntry: fc.Arbitrary<PastEntry> = fc.record({
  atMillis: whole,
  grade: whole,
  interval: whole,
  lastInterval: whole,
  factor: whole,
  durationMillis: whole,
  type: whole,
});

describe('a packed log', () => {
  test('[ANKI-27] a card’s answers take some 20 characters each, and a line of any numbers comes back', () => {
    const entries = usual(14);
    const packed = packedLog(entries);
    expect(unpackedLog(packed)).toEqual(entries);
    expect(packed.length / entries.length).toBeLessThan(22);
    expect(packed).toMatch(/^[A-Za-z0-9_-]*$/);
    expect(packedLog([])).toBe('');
    expect(unpackedLog('')).toEqual([]);
  });

  test('[ANKI-27] whatever whole numbers a log has, they come back, in the order of time', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 20 }), (entries) => {
        const inOrder = [...entries].sort((a, b) => a.atMillis - b.atMillis);
        expect(unpackedLog(packedLog(entries))).toEqual(inOrder);
      }),
    );
  });

  test('[ANKI-19] numbers that no log has become the nearest that can be kept', () => {
    const [entry] = usual(1) as [PastEntry];
    const strange = { ...entry, durationMillis: Number.NaN, factor: 2500.9, interval: 1e300 };
    const [kept] = unpackedLog(packedLog([strange]));
    expect(kept).toEqual({ ...entry, durationMillis: 0, factor: 2500, interval: 2 ** 50 });
  });

  test('[ANKI-19] a damaged text ends where the damage is, whatever it is', () => {
    const entries = usual(5);
    const packed = packedLog(entries);
    expect(unpackedLog(packed.slice(0, -1))).toEqual(entries.slice(0, 4));
    expect(unpackedLog(`${packed}!`)).toEqual(entries);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), (text) => {
        expect(unpackedLog(text).length).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('[ANKI-26] two histories become one, each line once; of one instant the line that was here', () => {
    const entries = usual(6);
    const [first] = entries as [PastEntry];
    const mine = packedLog(entries.slice(0, 4));
    const theirs = packedLog([{ ...first, grade: 1 }, ...entries.slice(2)]);
    expect(unpackedLog(mergedLog(mine, theirs))).toEqual(entries);
    expect(mergedLog(mine, mine)).toBe(mine);
    expect(mergedLog(mine, packedLog(entries.slice(1, 3)))).toBe(mine);
    expect(mergedLog('', mine)).toBe(mine);
    expect(mergedLog(mine, '')).toBe(mine);
  });

  test('[ANKI-26] lines that are known otherwise are left out, and without any the text is as it was', () => {
    const entries = usual(4);
    const packed = packedLog(entries);
    const [, second] = entries as [PastEntry, PastEntry];
    const without = logWithout(packed, new Set([second.atMillis, 5]));
    expect(unpackedLog(without)).toEqual(entries.filter((each) => each !== second));
    expect(logWithout(packed, new Set([5]))).toBe(packed);
  });
});
