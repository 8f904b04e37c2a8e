import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/kernel/canonical.ts';
import { encodeLog } from '../../src/log/text/codec.ts';
import { decodeLog } from '../../src/log/text/decode-log.ts';
import { anyLog } from './contract/any-log.ts';

const operations =
  fc.sample(anyLog(12), { numRuns: 20, seed: 7 }).find((each) => each.length > 4) ?? [];
const { text, chain } = encodeLog(operations);
const bytes = new TextEncoder().encode(text);

/** The log with one bit turned. */
function flipped(at: number, bit: number): string {
  const damaged = bytes.slice();
  damaged[at] = (damaged[at] ?? 0) ^ (1 << bit);
  return new TextDecoder().decode(damaged);
}

describe('[LOG-15] a line in which one sign was changed', () => {
  test('is read as it was, wherever the bit lies', () => {
    const header = text.indexOf('\n');
    const notRead: number[] = [];
    for (let at = 0; at < bytes.length; at++) {
      // A sign of several bytes may become two signs: such a line is named.
      if ((bytes[at] ?? 0) > 127) continue;
      const read = decodeLog(flipped(at, (at * 5) % 8));
      const isRead = canonical(read.operations) === canonical(operations);
      if (!isRead) notRead.push(at);
      else if (at > header) expect(read.problems.every(({ mended }) => mended)).toBe(true);
    }
    expect(notRead).toEqual([]);
  });

  test('is named as such, and what follows it fits', () => {
    const at = text.indexOf('"atMillis":') + '"atMillis":'.length;
    const read = decodeLog(flipped(at, 2));
    expect(read.problems).toEqual([
      {
        line: 2,
        why: 'one sign of it was changed, and it was read as it was',
        mended: operations.slice(0, 1),
      },
    ]);
    expect(read.chain).toBe(chain);
  });

  test('is mended also where the first line is damaged too', () => {
    const at = text.indexOf('"atMillis":') + '"atMillis":'.length;
    const damaged = flipped(at, 2).replace('"rounds"', '"sounds"');
    const read = decodeLog(damaged);
    expect(read.operations).toEqual(operations);
    expect(read.problems.map(({ line }) => line)).toEqual([1, 2]);
  });

  test('in which two were changed is not believed', () => {
    const [header = '', first = '', ...others] = text.split('\n');
    const damaged = first
      .replace('"atMillis":1', '"atMillis":7')
      .replace('"version":', '"versien":');
    const read = decodeLog([header, damaged, ...others].join('\n'));
    expect(read.problems).toMatchObject([{ line: 2, doubted: expect.anything() }]);
    expect(read.operations.slice(1)).toEqual(operations.slice(1));
  });

  test('that cannot be read hides nothing of the line after it', () => {
    const [header = '', first = '', ...others] = text.split('\n');
    const read = decodeLog([header, first.slice(0, 60), ...others].join('\n'));
    expect(read.problems).toEqual([{ line: 2, why: 'it cannot be read' }]);
    expect(read.operations).toEqual(operations.slice(1));
  });
});
