import fc from 'fast-check';
import { expect, test } from 'vitest';
import { named } from '../../src/kernel/named.ts';

const FSI = '\u2068';
const PDI = '\u2069';

test.each(['Natalizumab', 'Safety::PML', 'Nose, throat', 'α4β1', '腎', '', 'Привет', '👩‍⚕️'])(
  '[SAFE-16] a plain name is itself: %s',
  (name) => {
    expect(named(name)).toBe(name);
  },
);

test.each(['שלום', 'דק "1"', 'exe.\u202egpj', '\u202dx', 'a\u200fb', '\u061cx', 'مرحبا (1)'])(
  '[SAFE-16] a name that could turn its sentence is closed off from it: %j',
  (name) => {
    expect(named(name)).toBe(`${FSI}${name}${PDI}`);
  },
);

test('[SAFE-16] a name cannot end what closes it off', () => {
  expect(named(`a${PDI}\u202eb`)).toBe(`${FSI}a\u202eb${PDI}`);
  expect(named('\u2066\u2067a')).toBe(`${FSI}a${PDI}`);
});

test('[SAFE-16] a long name is folded, with its beginning and end', () => {
  const name = `Begin${'n'.repeat(3000)}The end`;
  expect(named(name)).toMatch(/^Beginn{58} … n{10}The end$/);
  expect([...named(`${'🫀'.repeat(3000)}`)]).toHaveLength(83);
});

test('[SAFE-16] a name stands on one line', () => {
  expect(named('a\nb\r\nc\u2028d\u0085e\0f\u001b[2J')).toBe('a b c d e f [2J');
});

test('[SAFE-16] whatever a name holds, it is short, on one line, and opens nothing that it leaves open', () => {
  const sign = fc.constantFrom(
    'a',
    'ש',
    ' ',
    '\n',
    '\u202a',
    '\u202e',
    '\u202c',
    '\u2066',
    FSI,
    PDI,
    '🫀',
  );
  const name = fc.array(sign, { maxLength: 4000 }).map((signs) => signs.join(''));
  fc.assert(
    fc.property(fc.oneof(name, fc.string({ unit: 'binary' })), (text) => {
      const shown = named(text);
      expect([...shown].length).toBeLessThanOrEqual(85);
      expect(shown).not.toMatch(/[\n\r\u2028\u2029]/);
      const inside = shown.startsWith(FSI) ? shown.slice(1, -1) : shown;
      expect(inside).not.toMatch(/[\u2066-\u2069]/);
      expect(shown.startsWith(FSI)).toBe(shown.endsWith(PDI));
      if (/[\u202a-\u202e]/.test(shown)) expect(shown.startsWith(FSI)).toBe(true);
    }),
  );
});
