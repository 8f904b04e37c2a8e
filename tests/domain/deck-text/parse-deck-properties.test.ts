import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoteContent, NoteDraft } from '../../../src/domain/content/note.ts';
import { problemsOf } from '../../../src/domain/deck-text/check-cards.ts';
import { type DeckHeader, parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';
import { printDeck } from '../../../src/domain/deck-text/print-deck.ts';
import type { DeckId, NoteId } from '../../../src/kernel/ids.ts';
import { growth } from '../../support/growth.ts';

const TOKENS = [
  '# ',
  '## ',
  '### ',
  '#### ',
  'a',
  'b c',
  'Q: ',
  'A: ',
  '- at: ',
  '- deck: ',
  '- source:',
  '- also: ',
  '- ',
  '\n',
  '\n\n',
  '\r\n',
  '\t',
  ' ',
  '{{c1::',
  '{{c2::',
  '}}',
  '::',
  '\\',
  '<!--',
  '-->',
  '---',
  '__proto__',
  'constructor',
  '\uFEFF',
  '\uFFFD',
  '\u0007',
  'α4β1',
  '\ud800',
  ',',
  '/',
  ':',
];
const anyFile = fc.array(fc.constantFrom(...TOKENS), { maxLength: 120 }).map((t) => t.join(''));

test('[DECK-5] reading never throws, and every problem has a place in the file', () => {
  fc.assert(
    fc.property(fc.oneof(anyFile, fc.string({ unit: 'binary' })), (text) => {
      const { drafts, problems, places } = parseDeck(text);
      problemsOf(drafts, places);
      const rows = text.split(/\r\n|\r|\n/);
      for (const { line, column } of problems) {
        expect(rows.length).toBeGreaterThanOrEqual(line);
        expect(column).toBeGreaterThanOrEqual(1);
      }
      expect(new Set(drafts.map(({ id }) => id)).size).toBe(drafts.length);
      expect(drafts.every(({ sections }) => sections.length > 0)).toBe(true);
      expect(drafts.length > 0 || problems.length > 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

test('[DECK-13] any readable file, printed and read again, is the same deck', () => {
  fc.assert(
    fc.property(anyFile, (text) => {
      const { deck, drafts } = parseDeck(text);
      const again = parseDeck(printDeck(deck, drafts));
      expect(again.drafts).toEqual(drafts);
      expect(again.deck).toEqual(deck);
    }),
    { numRuns: 3000 },
  );
});

const word = fc.constantFrom(
  'aorta',
  '- at: x',
  '# y',
  'Q: z',
  '\\',
  '\\#',
  'a\\',
  '<!--',
  '::',
  '---',
  'ä',
);
const paragraph = fc.array(word, { minLength: 1, maxLength: 4 });
const text = fc
  .array(paragraph, { minLength: 1, maxLength: 3 })
  .chain((rows) =>
    fc.constantFrom('\n', '\n\n').map((gap) => rows.map((row) => row.join(' ')).join(gap)),
  );
const content: fc.Arbitrary<NoteContent> = fc.oneof(
  fc.record({ type: fc.constantFrom('basic', 'reversed'), front: text, back: text }),
  text.map((rest) => ({ type: 'cloze' as const, text: `{{c1::${'x'}}} ${rest}` })),
);
const id = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString'),
  fc.stringMatching(/^[a-z0-9_][a-z0-9_.-]{0,10}$/),
);
const deck: DeckHeader = { id: 'd' as DeckId, name: 'Deck', source: 'Book' };
const drafts = fc.uniqueArray(id, { minLength: 1, maxLength: 8 }).chain((ids) =>
  fc.tuple(
    ...ids.map((name) =>
      fc.record({
        id: fc.constant(`d:${name}` as NoteId),
        content,
        extra: fc.oneof(fc.constant(''), text),
        sections: fc.uniqueArray(fc.constantFrom('A', 'B::C', '__proto__', 'Ü d'), {
          minLength: 1,
        }),
        source: fc.constantFrom('', 'Book', 'Book, page 2', 'Other'),
      }),
    ),
  ),
) as fc.Arbitrary<NoteDraft[]>;

test('[DECK-13] any drafts, printed and read, come back without a problem', () => {
  fc.assert(
    fc.property(drafts, (list) => {
      const parsed = parseDeck(printDeck(deck, list));
      expect(parsed.drafts).toEqual(list);
      expect(parsed.problems).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test('[DECK-7] no good fact is lost among bad ones', () => {
  const bad = fc.constantFrom(
    '### x y\nThe {{c1::z}}.',
    '### open\nThe {{c1::z.',
    '###\nThe {{c1::z}} a.',
    '### none\nText.',
    '### empty\n',
    '### two\nQ: a\nA: b\nQ: c',
    '### noanswer\nQ: a\nA:',
    '<!-- open',
    '#### deep',
    '- odd: key',
    '}} }}',
    '### fact-1 \nThe {{c1::twin}}.',
  );
  fc.assert(
    fc.property(fc.array(bad, { maxLength: 8 }), (junk) => {
      const facts = [1, 2, 3].map((n) => `### fact-${n}\nFact {{c1::number}} ${n}.\n`);
      const body = [facts[0], ...junk.map((part) => `${part}\n`), ...facts.slice(1)].join('');
      const found = parseDeck(`# T\n- deck: t\n## S\n${body}`).drafts.map((draft) => draft.id);
      for (const n of [1, 2, 3]) expect(found).toContain(`t:fact-${n}`);
    }),
    { numRuns: 1000 },
  );
});

test('[DECK-12] names of the language are names like any other', () => {
  const file = `# __proto__\n- deck: __proto__\n- __proto__: x\n## __proto__\n### __proto__\nThe {{c1::x}} y.\n- constructor: z\n`;
  const parsed = parseDeck(file);
  expect(parsed.drafts.map(({ id, sections }) => [id, sections])).toEqual([
    ['__proto__:__proto__', ['__proto__']],
  ]);
  expect(parsed.problems.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

const HEAD = '# T\n- deck: t\n## S\n### a\n';
test.each<[string, (size: number) => string]>([
  ['one long line', (size) => `${HEAD}The {{c1::x}} ${'y'.repeat(size)}`],
  ['a line of spaces', (size) => `${HEAD}The {{c1::x}} y${' '.repeat(size)}z`],
  ['a line of hashes', (size) => `${HEAD}# ${'# '.repeat(size / 2)}x`],
  ['a line of backslashes', (size) => `${HEAD}{{c1::x}} ${'\\'.repeat(size)}`],
  ['unclosed deletions', (size) => HEAD + '{{c1::'.repeat(size / 6)],
  ['closed deletions', (size) => HEAD + '{{c1::a}} '.repeat(size / 10)],
  ['numbers of one deletion', (size) => `${HEAD}{{c${'1,'.repeat(size / 2)}1::x}} y`],
  ['colons', (size) => `${HEAD}{{c1::x${'::'.repeat(size / 2)}}} y`],
  ['closing marks', (size) => `${HEAD}{{c1::x}} ${'}}'.repeat(size / 2)}`],
  ['short lines', (size) => `${HEAD}{{c1::x}} ${'y\n'.repeat(size / 2)}`],
  ['blank lines', (size) => `${HEAD}{{c1::x}} ${'y\n\n'.repeat(size / 3)}`],
  ['open comments', (size) => HEAD + '<!-- x\n'.repeat(size / 7)],
  ['facts', (size) => HEAD + '### a\n{{c1::x}} y\n'.repeat(size / 16)],
  ['keys', (size) => `${HEAD}{{c1::x}} y\n${'- odd: x\n'.repeat(size / 9)}`],
  ['sections', (size) => `${HEAD}{{c1::x}} y\n- also: ${'s,'.repeat(size / 2)}`],
  ['section levels', (size) => `${HEAD}{{c1::x}} y\n- also: ${'s::'.repeat(size / 3)}x`],
])('[DECK-5] time is linear in the length: %s', (_, make) => {
  const reading = (size: number) => {
    const file = make(size);
    return () => {
      const { drafts, places } = parseDeck(file);
      problemsOf(drafts, places);
    };
  };
  // Eight times the text: about 8 when linear, 64 when quadratic.
  expect(growth(28, reading(60_000), reading(480_000))).toBeLessThan(28);
});
