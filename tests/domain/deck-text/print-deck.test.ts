import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NoteContent, NoteDraft } from '../../../src/domain/content/note.ts';
import { type DeckHeader, parseDeck } from '../../../src/domain/deck-text/parse-deck.ts';
import { canBePrinted, printDeck } from '../../../src/domain/deck-text/print-deck.ts';
import type { DeckId, NoteId } from '../../../src/kernel/ids.ts';
import { pathFrom } from '../../../src/kernel/path.ts';

const deck: DeckHeader = { id: 'd' as DeckId, name: 'Deck', source: 'Book, 2nd ed.' };
const basic = (front: string, back: string): NoteContent => ({ type: 'basic', front, back });
const draft = (rest: Partial<NoteDraft>): NoteDraft => ({
  id: 'd:a' as NoteId,
  content: basic('q', 'a'),
  extra: '',
  sections: ['S'],
  source: '',
  ...rest,
});
const again = (drafts: readonly NoteDraft[]) => parseDeck(printDeck(deck, drafts)).drafts;

test.each<[string, Partial<NoteDraft>]>([
  ['an empty back', { content: basic('q', '') }],
  ['an empty back both ways', { content: { type: 'reversed', front: 'q', back: '' } }],
  ['a comma in a section', { sections: ['S', 'Nose, throat', 'Ear'] }],
  ['a comma at the end of a section', { sections: ['S', 'Nose,', ',', 'a,b,,c'] }],
  ['backslashes in a section', { sections: ['S', 'a\\', 'b\\,c', '\\', '\\\\,'] }],
  [
    'marks in a section',
    { sections: ['S', '#x', '"quoted"', "it's", '- at: x', 'Q: y', '<!-- z'] },
  ],
  ['marks in the first section', { sections: ['#x # ##, "y"'] }],
  ['a section named like the language', { sections: ['__proto__', 'constructor'] }],
  [
    'marks that lead lines',
    { content: basic('# a\n- b\n* c\n> d\n1. e', '```\nx\n```\n---\n***') },
  ],
  ['what a file reads as its own', { content: basic('- at: x\n### b', 'Q: y\nA: z\n<!-- w') }],
  ['a line of 100,000 signs', { content: basic('a'.repeat(100_000), 'b') }],
  ['commas in a source', { source: 'Book, 2nd ed., page 2, left' }],
])('[DECK-19] %s comes back as it was', (_, rest) => {
  const one = draft(rest);
  expect(again([one])).toEqual([one]);
  expect(canBePrinted(deck, one)).toBe(true);
});

test('[DECK-19] line ends of every kind come back as line ends, and control signs as spaces', () => {
  const one = draft({ content: basic('a\r\nb\rc\nd', 'x\0y\u0007z\u001b[31m') });
  expect(again([one])[0]?.content).toEqual(basic('a\nb\nc\nd', 'x y z [31m'));
  expect(canBePrinted(deck, one)).toBe(true);
});

test.each<[string, Partial<NoteDraft>]>([
  ['no question', { content: basic('', 'a') }],
  ['a question of spaces', { content: basic(' \u00a0', 'a') }],
  ['a broken cloze', { content: { type: 'cloze', text: 'The {{c1::x' } }],
  ['nothing to hide', { content: { type: 'cloze', text: 'x' } }],
  ['an id that a file cannot have', { id: 'd:a b' as NoteId }],
  ["the deck's source and nothing after the comma", { source: `${deck.source}, ` }],
])('[DECK-19] a note with %s is known not to come back', (_, rest) => {
  expect(canBePrinted(deck, draft(rest))).toBe(false);
});

const SIGNS = [
  'a',
  'b',
  ' ',
  ',',
  '\\',
  '"',
  "'",
  '#',
  ':',
  '::',
  '-',
  '*',
  '<!--',
  '-->',
  '\n',
  '\r\n',
  '\t',
  'Q:',
  'A:',
  '```',
  '{{c1::',
  '}}',
  '\u00a0',
  'e\u0301',
  '\u202e',
  '\0',
  '- at: ',
  '_',
];
const anyText = fc
  .array(fc.constantFrom(...SIGNS), { maxLength: 12 })
  .map((signs) => signs.join(''));
const anySection = anyText
  .map((text) => pathFrom(text.replace(/[\n\r\t\0]/g, ' ')))
  .filter(Boolean);
const anyDraft = fc
  .record({
    content: fc.oneof(
      fc.record({
        type: fc.constantFrom('basic' as const, 'reversed' as const),
        front: anyText,
        back: anyText,
      }),
      anyText.map((text) => ({ type: 'cloze' as const, text: `{{c1::x}} ${text}` })),
    ),
    extra: anyText,
    sections: fc.uniqueArray(anySection, { minLength: 1, maxLength: 4 }),
    source: anyText,
  })
  .map(draft);
const visible = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\s\0]+/g, ' ')
    .trim();

test('[DECK-19] whatever is saved loads as it was, and what could not is known before', () => {
  let printed = 0;
  fc.assert(
    fc.property(fc.array(anyDraft, { maxLength: 5 }), (list) => {
      const named = list.map((each, at) => ({ ...each, id: `d:n${at}` as NoteId }));
      const kept = named.filter((each) => canBePrinted(deck, each));
      printed += kept.length;
      const { drafts, problems } = parseDeck(printDeck(deck, kept));
      if (kept.length > 0) expect(problems.filter((each) => each.severity === 'error')).toEqual([]);
      expect(drafts.map(({ id, sections }) => [id, sections])).toEqual(
        kept.map(({ id, sections }) => [id, sections]),
      );
      const texts = ({ content, extra, source }: NoteDraft) =>
        [...Object.values(content), extra, source].map((text) => visible(String(text)));
      expect(drafts.map(texts)).toEqual(kept.map(texts));
      // Only what makes no card may be left out.
      for (const { content } of named.filter((each) => !kept.includes(each))) {
        const text = content.type === 'cloze' ? content.text : content.front;
        expect(content.type === 'cloze' ? text.includes('{{') : visible(text) === '').toBe(true);
      }
    }),
    { numRuns: 1500 },
  );
  expect(printed).toBeGreaterThan(1000);
});
