import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { anyOf, list, object, oneOf, optional, record } from '../../src/log/shape.ts';
import { naturalNumber, number, text, truth, whole } from '../../src/log/shapes.ts';

const nested = object({
  name: text,
  notes: list(object({ id: text, slot: optional(whole) })),
  texts: record(text),
  way: anyOf([object({ is: oneOf(['new']) }), object({ is: oneOf(['old']), since: number })]),
});
const sound = {
  name: 'A',
  notes: [{ id: 'n' }, { id: 'm', slot: 2, more: true }],
  texts: { front: 'Q' },
  way: { is: 'old', since: 4 },
};

describe('[LOG-10] a shape names what does not fit', () => {
  test('and lets through what does, with fields that it does not know', () => {
    expect(nested.fault(sound)).toBe(undefined);
    expect(nested.fault({ ...sound, colour: 'blue' })).toBe(undefined);
  });
  test.each([
    ['', null],
    ['', []],
    ['name', { ...sound, name: 4 }],
    ['notes', { ...sound, notes: { 0: 'n' } }],
    ['notes.1.id', { ...sound, notes: [{ id: 'n' }, {}] }],
    ['notes.0.slot', { ...sound, notes: [{ id: 'n', slot: undefined }] }],
    ['texts.back', { ...sound, texts: { front: 'Q', back: 1 } }],
    ['texts', { ...sound, texts: ['Q'] }],
    ['way', { ...sound, way: { is: 'old' } }],
  ])('“%s”', (where, value) => {
    expect(nested.fault(value)).toBe(where);
  });
});

/** The same shapes in zod, which the program's own doors to the desktop use. */
const pairs = [
  ['a text', text, z.string()],
  ['a number', number, z.number()],
  ['a whole number', whole, z.int()],
  ['a natural number', naturalNumber, z.int().check(z.nonnegative())],
  ['truth', truth, z.boolean()],
  ['a list', list(whole), z.array(z.int())],
  ['a record', record(text), z.record(z.string(), z.string())],
  [
    'an object',
    object({ a: text, b: optional(whole) }),
    z.object({ a: z.string(), b: z.exactOptional(z.int()) }),
  ],
] as const;

test.each(pairs)('[LOG-10] %s is what zod takes for one, whatever comes', (_what, own, zods) => {
  const part = fc.oneof(fc.string(), fc.integer(), fc.double(), fc.boolean(), fc.constant(null));
  const fields = fc.record(
    { a: part, b: fc.option(part, { nil: undefined }) },
    { requiredKeys: [] },
  );
  const anything = fc.oneof(part, fields, fc.array(part), fc.dictionary(fc.string(), part));
  fc.assert(
    fc.property(anything, (value) => {
      expect(own.fault(value) === undefined).toBe(zods.safeParse(value).success);
    }),
  );
});
