import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asRead, fold, raised, withoutAccents } from '../../../src/domain/text/as-read.ts';

describe('[SEARCH-32] which texts read the same', () => {
  test.each([
    ['as\u00adpirin', 'aspirin'],
    ['a\u200bb\u200cc\u200dd\u2060e\ufefff\u200eg\u202ah\u2066', 'abcdefgh'],
    ['\u2018a\u2019 \u02bba\u02bc \u2032', "'a' 'a' '"],
    ['\u201ca\u201d \u201ea\u201f', '"a" "a"'],
    ['1\u20102\u20113\u20124\u20135\u20146\u22127', '1-2-3-4-5-6-7'],
    ['\u00b5 \u2126 \u212b', '\u03bc \u03a9 \u00c5'],
    ['\ufb01 \ufb02 \ufb00 \ufb03', 'fi fl ff ffi'],
    ['\uff21\uff11\uff05', 'A1%'],
    ['a\u00a0b\u202fc\u2009d\u3000e', 'a b c d e'],
    ['e\u0301', '\u00e9'],
    ['37 \u00baC, 37 \u2103', '37 \u00b0C, 37 \u00b0C'],
    ['1\u20442', '1/2'],
    ['\u2206G', '\u0394G'],
    ['\u2211 \u220f', '\u03a3 \u03a0'],
    ['\u2026', '...'],
    ['\ud835\udc00', 'A'],
  ])('%s is %s', (text, read) => {
    expect(asRead(text)).toBe(read);
    expect(fold(text)).toBe(fold(read));
  });

  test.each([
    '10\u2076',
    'CO\u2082',
    '\u00bd',
    'm\u00b2',
    '\u2122',
    '\u2460',
    '\u00e9',
    '\u0142',
    '\u00df',
    '\u00e6',
    '\u00d7',
  ])('%s stays what it is', (text) => {
    expect(asRead(text)).toBe(text);
  });

  test.each([
    ['\u0141\u00f3d\u017a', 'lodz'],
    ['\u00d8re', 'ore'],
    ['\u0110or\u0111e', 'dorde'],
    ['\u0131\u0130', 'ii'],
    ['Stra\u00dfe STRASSE', 'strasse strasse'],
    ['\u00c6sop \u0153uvre', 'aesop oeuvre'],
    ['\u00de\u00f0', 'thd'],
    ['I\u00b2 \ufb01n \u2122', 'i2 fin tm'],
    ['Gu\u00e9rin', 'guerin'],
  ])('[SEARCH-17] without accents %s is %s', (text, plain) => {
    expect(withoutAccents(fold(text))).toBe(plain);
  });

  test('what was compared once compares the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12 }), (text) => {
        const read = asRead(text);
        expect(asRead(read)).toBe(read);
        expect(asRead(text.normalize('NFD'))).toBe(read);
        expect(asRead(text.normalize('NFC'))).toBe(read);
      }),
      { numRuns: 5000 },
    );
  });

  test('every sign of Unicode is read, and never as white space it is not', () => {
    const wrong: string[] = [];
    for (let code = 0; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const sign = String.fromCodePoint(code);
      const read = asRead(sign);
      if (asRead(read) !== read || (read.includes(' ') && !/\s|\ufdfa|\ufdfb/u.test(sign)))
        wrong.push(code.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  test('raised signs', () => {
    expect(raised('\u22126')).toBe('\u207b\u2076');
    expect(raised('x')).toBeUndefined();
  });
});
