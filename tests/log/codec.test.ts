import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeLine, encodeLog, isVoid } from '../../src/log/text/codec.ts';
import { decodeLog } from '../../src/log/text/decode-log.ts';
import { anyLog } from './contract/any-log.ts';

const log = (seed = 7) => fc.sample(anyLog(12), { numRuns: 1, seed })[0] ?? [];
const long = () => [3, 5, 7, 9, 11].map(log).find((each) => each.length > 5) ?? log();

describe('a log as text', () => {
  test('[LOG-15] comes back as it was, whole or line by line', () => {
    fc.assert(
      fc.property(anyLog(), (operations) => {
        const { text, chain } = encodeLog(operations);
        expect(decodeLog(text)).toEqual({ operations, problems: [], chain });
        const half = encodeLog(operations.slice(0, 3));
        const rest = operations.slice(3).reduce(
          (so, each) => {
            const line = encodeLine(each, so.chain);
            return { text: so.text + line.text, chain: line.chain };
          },
          { text: half.text, chain: half.chain },
        );
        expect(rest.text).toBe(text);
      }),
    );
  });

  test('[LOG-15] a text that goes on from another says from where, and is held to it', () => {
    const operations = long();
    const first = encodeLog(operations.slice(0, 3));
    const second = encodeLog(operations.slice(3), first.chain);
    expect(decodeLog(second.text, first.chain).problems).toEqual([]);
    expect(decodeLog(second.text, 'another').problems).toEqual([
      { line: 1, why: 'it does not go on from the text before it' },
    ]);
  });

  test('[LOG-15] a torn end is named, and all before it is read', () => {
    const operations = long();
    const { text } = encodeLog(operations);
    const torn = decodeLog(text.slice(0, -9));
    expect(torn.operations).toEqual(operations.slice(0, -1));
    expect(torn.problems).toEqual([{ line: operations.length + 1, why: 'its end is missing' }]);
  });

  test('[LOG-15] a changed, a lost and an exchanged line are each named by their number', () => {
    const operations = long();
    const lines = encodeLog(operations).text.split('\n');
    const changed = lines.with(
      2,
      (lines[2] ?? '').replace('"origin":"person"', '"origin":"program"'),
    );
    const lost = lines.toSpliced(2, 1);
    const swapped = lines.with(2, lines[3] ?? '').with(3, lines[2] ?? '');
    const faults = (text: readonly string[]) =>
      decodeLog(text.join('\n')).problems.map(({ line }) => line);
    expect(faults(changed)).toEqual([3]);
    expect(faults(lost)).toEqual([3]);
    expect(faults(swapped)).toEqual([3, 4, 5]);
    expect(decodeLog(lost.join('\n')).operations).toHaveLength(operations.length - 1);
  });

  test('[LOG-15] a damaged first line is named, and hides no line after it', () => {
    const operations = long();
    const { text, chain } = encodeLog(operations);
    for (const damaged of [text.replace('"log"', '"lng"'), text.replace('{', '[')]) {
      const read = decodeLog(damaged);
      expect(read).toMatchObject({ operations, chain });
      expect(read.problems.map(({ line }) => line)).toEqual([1]);
    }
  });

  test('[LOG-15] a line that is no JSON is named; what is no log says so', () => {
    const operations = long();
    const lines = encodeLog(operations).text.split('\n').with(1, 'garbage');
    expect(decodeLog(lines.join('\n')).problems[0]).toEqual({ line: 2, why: 'it cannot be read' });
    const why = (text: string) => decodeLog(text).problems[0]?.why;
    expect(why('')).toBe('this is no log of Rounds');
    expect(why('PK\u0003\u0004')).toBe('this is no log of Rounds');
    expect(why('{"rounds":"log","format":2,"after":""}\n')).toBe(
      'it was written by a newer version of Rounds',
    );
    expect(why('{"rounds":"log","format":1}\n')).toBe('its first line is damaged');
    expect(decodeLog(encodeLog([]).text)).toEqual({ operations: [], problems: [], chain: '' });
  });
});

test('[LOG-15] only the last line without its end is torn; a damaged one before it cannot be read', () => {
  const lines = encodeLog(long()).text.split('\n');
  const damaged = (at: number, text: string) => decodeLog(lines.with(at, text).join('\n'));
  const torn = [...lines.slice(0, 3), (lines[3] ?? '').slice(0, 40)].join('\n');
  expect(decodeLog(torn).problems).toEqual([{ line: 4, why: 'its end is missing' }]);
  expect(decodeLog(`${torn}\n`).problems).toEqual([{ line: 4, why: 'it cannot be read' }]);
  expect(damaged(2, 'nothing of the kind').problems[0]).toEqual({
    line: 3,
    why: 'it cannot be read',
  });
  const both = decodeLog([...lines.slice(0, 2), 'x', (lines[3] ?? '').slice(0, 40)].join('\n'));
  expect(both.problems.map(({ why }) => why)).toEqual(['it cannot be read', 'its end is missing']);
});

test('[LOG-15] a line takes another back where it names one', () => {
  expect(isVoid({ void: 'device:7' })).toBe(true);
  for (const other of [{}, { void: 7 }, { void: undefined }, undefined, 'void']) {
    expect(isVoid(other)).toBe(false);
  }
});
