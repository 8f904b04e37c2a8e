import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWeightsTable } from '../../../src/domain/overlay/weights-table.ts';
import { growth } from '../../support/growth.ts';

const SECTIONS = ['Mechanism', 'MS therapy', 'Safety', 'Safety::PML', 'Trials::Old', 'Cases::Old'];
const read = (text: string) => readWeightsTable(text, SECTIONS);
const asPairs = (text: string) => read(text).weights.map((each) => [each.section, each.weight]);

test.each([
  ['comma', 'Safety,2'],
  ['semicolon', 'Safety;2'],
  ['tab', 'Safety\t2'],
  ['bar', 'Safety|2'],
  ['a table in text', '| Topic | Weight |\n|---|---:|\n| Safety | 2 |'],
  ['a heading', 'topic,weight\nSafety,2'],
  ['a byte order mark', '\uFEFFtopic;weight\r\nSafety;2\r\n'],
  ['a percent sign', 'Safety, 2 %'],
  ['capitals', 'SAFETY,2'],
  ['quotes', '"Safety","2"'],
  ['empty columns at the end', 'Safety;2;;'],
  ['empty lines', '\n\n  Safety , 2  \n\n'],
])('[EXAM-2] a pasted table is read with %s', (_, text) => {
  expect(read(text)).toEqual({ weights: [{ section: 'Safety', weight: 2 }], unread: [] });
});

test('[EXAM-2] decimal commas and points are read, with every separator', () => {
  expect(asPairs('Safety,1,5\nMechanism;0,25\nMS therapy\t1.5\nSafety::PML|,5')).toEqual([
    ['Safety', 1.5],
    ['Mechanism', 0.25],
    ['MS therapy', 1.5],
    ['Safety::PML', 0.5],
  ]);
  expect(asPairs('Safety;12,25\nMechanism;100 %\nMS therapy\t+20')).toEqual([
    ['Safety', 12.25],
    ['Mechanism', 100],
    ['MS therapy', 20],
  ]);
  expect(readWeightsTable('Safety,1,5', ['Safety,1']).weights).toEqual([
    { section: 'Safety,1', weight: 5 },
  ]);
});

test('[EXAM-2] a topic names a path, or the only section whose last part it is', () => {
  expect(asPairs('safety :: pml,3')).toEqual([['Safety::PML', 3]]);
  expect(asPairs('pml,3')).toEqual([['Safety::PML', 3]]);
  expect(read('old,3').unread).toEqual([{ number: 1, text: 'old,3', why: 'several-sections' }]);
  expect(asPairs('Cases::Old,3')).toEqual([['Cases::Old', 3]]);
});

test('[EXAM-2] a line that cannot be read is named with its number, and the others are taken', () => {
  const table = read(
    'topic,weight\nSafety,2\nSurgery,1\n\nMechanism,lots\nTrials::Old\nPML,-1\nPML,4',
  );
  expect(table.weights).toEqual([
    { section: 'Safety', weight: 2 },
    { section: 'Safety::PML', weight: 4 },
  ]);
  expect(table.unread).toEqual([
    { number: 3, text: 'Surgery,1', why: 'no-section' },
    { number: 5, text: 'Mechanism,lots', why: 'no-weight' },
    { number: 6, text: 'Trials::Old', why: 'no-weight' },
    { number: 7, text: 'PML,-1', why: 'no-weight' },
  ]);
});

test('[EXAM-2] a first line about a section is no heading', () => {
  expect(read('Safety,much').unread).toEqual([
    { number: 1, text: 'Safety,much', why: 'no-weight' },
  ]);
});

test('[EXAM-2] of two lines about a section the last counts', () => {
  expect(asPairs('Safety,2\nsafety,3')).toEqual([['Safety', 3]]);
});

test('[EXAM-2] whatever is pasted, every weight is a number from 0 on and every section is one', () => {
  const piece = fc.constantFrom(
    'Safety',
    'old',
    ',',
    ';',
    '\t',
    '|',
    '"',
    '1',
    ',5',
    '%',
    '-',
    '::',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(fc.array(text, { maxLength: 6 }), (lines) => {
      for (const { section, weight } of read(lines.join('\n')).weights) {
        expect(SECTIONS).toContain(section);
        expect(weight).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(weight)).toBe(true);
      }
    }),
  );
});

test('[EXAM-2] time grows with the text and no faster', () => {
  const reading = (repeats: number) => () => {
    for (const piece of [',', '|', ' ', '"', '1,', '-|', '\t ']) read(piece.repeat(repeats));
  };
  // Twenty times the text: about 20 when linear, 400 when quadratic.
  expect(growth(60, reading(20_000), reading(400_000))).toBeLessThan(60);
});
