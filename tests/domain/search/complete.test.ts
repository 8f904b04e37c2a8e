import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completions, type Vocabulary } from '../../../src/domain/search/complete.ts';
import { OPERATORS } from '../../../src/domain/search/operators.ts';
import { parseSearch } from '../../../src/domain/search/parse-query.ts';
import { anyText } from './arbitrary.ts';

const VOCABULARY: Vocabulary = {
  decks: ['Neurology', 'Neurology::MS', 'Innere Medizin', 'current'],
  tags: ['Safety', 'Safety::PML', 'Dosing'],
  types: ['Basic', 'Cloze'],
  templates: ['Card 1', 'Front to back'],
  presets: ['Default'],
  fields: ['Front', 'Add reverse', 'Note'],
  saved: [{ name: 'Safety first', text: 'tag:Safety or deck:MS' }],
};

/** What stands in the text after each choice; `|` in `text` is the caret. */
function choices(text: string): string[] {
  const caret = text.indexOf('|');
  const plain = text.replace('|', '');
  const { from, to, options } = completions(plain, caret, VOCABULARY);
  return options.map((option) => plain.slice(0, from) + option.text + plain.slice(to));
}

test('[SEARCH-22] an empty place offers every operator and field', () => {
  const offered = choices('|');
  for (const { name } of OPERATORS) expect(offered).toContain(`${name}:`);
  expect(offered).toContain('Front:');
  expect(offered).toContain('"Add reverse":');
  expect(offered).toContain('"Note":');
  expect(choices('dose |').every((text) => text.startsWith('dose '))).toBe(true);
});

test('[SEARCH-22] a word begun offers operators, fields, and names that hold it', () => {
  expect(choices('d|')).toEqual(['deck:', 'due:', 'did:', 'dupe:']);
  expect(choices('-fr|')).toEqual(['-Front:']);
  expect(choices('x -(safe|')).toEqual([
    'x -((tag:Safety or deck:MS)',
    'x -(tag:Safety',
    'x -(tag:Safety::PML',
  ]);
  expect(choices('neuro|')).toContain('deck:Neurology');
});

test('[SEARCH-22] after an operator its values and the names there are', () => {
  expect(choices('is:s|')).toEqual(['is:suspended']);
  expect(choices('a deck:neu| b')).toEqual(['a deck:Neurology b', 'a deck:Neurology::MS b']);
  expect(choices('deck:med|')).toEqual(['deck:"Innere Medizin"']);
  expect(choices('deck:"Inn|')).toEqual(['deck:"Innere Medizin"']);
  expect(choices('deck:cur|')).toEqual(['deck:current', 'deck:"current"']);
  expect(choices('tag:pm|')).toEqual(['tag:Safety::PML']);
  expect(choices('card:ca|')).toEqual(['card:"Card 1"']);
  expect(choices('card:ba|')).toEqual(['card:"Front to back"']);
  expect(choices('flag:1|')).toEqual(['flag:1']);
  expect(choices('flag:or|')).toEqual(['flag:2']);
  expect(choices('front:d|')).toEqual([]);
});

test('[SEARCH-22] what is put in reads back as that name, whatever the name', () => {
  fc.assert(
    fc.property(anyText, (name) => {
      const names = [name];
      const vocabulary: Vocabulary = {
        decks: names,
        tags: names,
        types: names,
        templates: names,
        presets: names,
        fields: names,
      };
      for (const operator of ['deck', 'tag', 'note', 'card', 'preset']) {
        const { options } = completions(`${operator}:`, operator.length + 1, vocabulary);
        const ready = OPERATORS.find((each) => each.name === operator)?.values?.length ?? 0;
        const read = parseSearch(options[ready]?.text ?? '', { fieldNames: [] });
        const query = read.ok ? JSON.stringify(read.query) : read.problem.what;
        expect(query).toContain(`[{"kind":"text","text":${JSON.stringify(name)}}]`);
      }
      const field = completions('', 0, vocabulary).options.at(-1)?.text ?? '';
      const read = parseSearch(`${field}x`, { fieldNames: names });
      const glob = [{ kind: 'text', text: name }];
      expect(read).toMatchObject({ ok: true, query: { kind: 'field', field: glob } });
    }),
    { numRuns: 300 },
  );
});

test('[SEARCH-22] completion never throws, and its place lies in the text', () => {
  fc.assert(
    fc.property(fc.array(anyText), fc.nat(60), (parts, caret) => {
      const text = parts.join(' ');
      const { from, to, options } = completions(text, caret, VOCABULARY);
      expect(0 <= from && from <= to && to <= text.length).toBe(true);
      expect(options.length).toBeLessThanOrEqual(50);
    }),
  );
});

test('[SEARCH-22] a term ends where the search has it end: at a blank or bracket outside quotes', () => {
  const place = (text: string) => {
    const { from, to } = completions(text.replace('|', ''), text.indexOf('|'), VOCABULARY);
    return text.replace('|', '').slice(from, to);
  };
  expect(place('a tag:"x y|" b')).toBe('tag:"x y"');
  expect(place('a tag:"x \\" y|" b')).toBe('tag:"x \\" y"');
  expect(place('a x\\ y| b')).toBe('x\\ y');
  expect(place('(-dec|k:) b')).toBe('deck:');
  expect(place('a |b')).toBe('');
  expect(place('"a b" c|')).toBe('c');
});

test('[SEARCH-22] no more than fifty are offered, and colours of flags alone by their names', () => {
  const tags = Array.from({ length: 60 }, (_, at) => `tag ${at}`);
  expect(completions('tag:tag', 7, { ...VOCABULARY, tags }).options).toHaveLength(50);
  expect(choices('flag:re|')).toEqual(['flag:1']);
  expect(choices('is:the|')).toEqual([]);
  expect(choices('nothing:x|')).toEqual([]);
});
