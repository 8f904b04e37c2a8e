import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical, hash32, hex, textHash } from '../../src/kernel/canonical.ts';

/** The same value with the fields of each object the other way round, and one without a value. */
function otherwise(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(otherwise);
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.entries(value).map(([name, field]) => [name, otherwise(field)] as const);
  return Object.fromEntries([...fields.reverse(), ['not there', undefined]]);
}

test('[LOG-5] canonical text is read back as the same value, whatever the order of its fields', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonical(value);
      expect(canonical(JSON.parse(text))).toBe(text);
      expect(JSON.stringify(JSON.parse(text))).toHaveLength(JSON.stringify(value).length);
      expect(canonical(otherwise(value))).toBe(text);
    }),
  );
});

test.each([
  ['fields sorted by name', { b: 1, a: 2, A: 3 }, '{"A":3,"a":2,"b":1}'],
  ['lists in their order', [2, 1, [3]], '[2,1,[3]]'],
  ['nothing in a list', [undefined, null], '[null,null]'],
  ['nothing at all', undefined, 'null'],
  ['null in a field', { a: null, b: undefined }, '{"a":null}'],
  ['quotes in a name', { 'a"b': 'c"d' }, '{"a\\"b":"c\\"d"}'],
  ['empty ones', [{}, [], ''], '[{},[],""]'],
])('[LOG-5] canonical text of %s', (_what, value, text) => {
  expect(canonical(value)).toBe(text);
});

test('[LOG-15] a fingerprint is 16 hex digits and depends on every character and its place', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.nat(),
      fc.string({ minLength: 1, maxLength: 1 }),
      (text, at, sign) => {
        expect(textHash(text)).toMatch(/^[0-9a-f]{16}$/);
        expect(textHash(text + sign)).not.toBe(textHash(text));
        const place = text.length === 0 ? 0 : at % text.length;
        const changed = text.slice(0, place) + sign + text.slice(place + 1);
        if (changed !== text) expect(textHash(changed)).not.toBe(textHash(text));
      },
    ),
  );
  // Every journal holds them: another way to work them out would call each of its lines damaged.
  expect(textHash('')).toBe('ba0d3e7464c4b906');
  expect(textHash('Rounds')).toBe('f4a08175330d0a22');
  expect(hash32('Rounds', 1)).not.toBe(hash32('Rounds', 2));
});

test('[LOG-15] a number of 32 bits is eight hex digits', () => {
  expect([0, 255, 0xffff_ffff].map(hex)).toEqual(['00000000', '000000ff', 'ffffffff']);
});
