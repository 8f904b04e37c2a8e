import { expect, test } from 'vitest';
import { lintInput } from '../../../src/domain/lint/lint-input.ts';
import { tellingWords } from '../../../src/domain/lint/language/words.ts';
import { lintNote } from '../../../src/domain/lint/lint.ts';
import { nearDuplicate } from '../../../src/domain/lint/rules/note.ts';
import { basic, rulesOf, stock } from './notes.ts';
import type { FieldTexts, NoteType } from '../../../src/domain/content/note-type.ts';
import type { FieldId } from '../../../src/kernel/ids.ts';

test('[ADVICE-1] “A” is an article at the start of words, a name behind them and alone', () => {
  expect(tellingWords('A fever')).toEqual(['fever']);
  expect(tellingWords('Vitamin A')).toEqual(['vitamin', 'a']);
  expect(tellingWords('A')).toEqual(['a']);
  expect(tellingWords('A, and Vitamin A')).toEqual(['vitamin', 'a']);
  expect(tellingWords('The IT band')).toEqual(['it', 'band']);
  expect(tellingWords('IT band')).toEqual(['it', 'band']);
  expect(tellingWords('the band, it says')).toEqual(['band', 'says']);
});

test('[ADVICE-1] CR16: a field is one of sources by any of its usual names, one or many', () => {
  const named = (name: string): NoteType => {
    const type = stock('basic');
    const fields = type.fields.map((field) =>
      field.id === 'source' ? { ...field, id: 'own' as FieldId, name } : field,
    );
    return { ...type, fields };
  };
  const asks = (name: string) =>
    rulesOf({ type: named(name), fields: basic('What is PML?', 'A disease').fields }).includes(
      'CR16',
    );
  const SOURCES = ['Source', 'sources', 'Reference', 'REFERENCES', 'citation', ' Citations '];
  // The field stands empty: its text lies under another id.
  expect(SOURCES.filter((name) => !asks(name))).toEqual([]);
  expect(['Sourced', 'My source', 'Cite'].filter(asks)).toEqual([]);
});

test('[ADVICE-1] CR17 says whether the other note is the same or nearly, and which field this is about', () => {
  const field = 'front' as FieldId;
  expect(nearDuplicate({ similarity: 1 }, field)?.message).toContain('says the same, and');
  expect(nearDuplicate({ similarity: 0.99 }, field)?.message).toContain(
    'says nearly the same, and',
  );
  expect(nearDuplicate({ similarity: 0.99 }, field)?.fieldId).toBe(field);
  expect(nearDuplicate(undefined, field)).toBeUndefined();
});

test('[ADVICE-1] what a cloze card shows besides its text is read with it', () => {
  const type: NoteType = {
    ...stock('cloze'),
    templates: [
      { slot: 1 as never, name: 'Cloze', front: '{{cloze:Text}} {{Extra}}', back: '{{Text}}' },
    ],
  };
  const fields = {
    text: 'The {{c1::liver}} stores iron.',
    extra: 'Think of bronze.',
  } as FieldTexts;
  const { cards } = lintInput(type, fields, ['Liver']);
  const [card] = cards;
  expect(card?.kind === 'cloze' ? card.shown : '').toContain('Think of bronze.');
});

test('[ADVICE-1] masks of a picture are not read as words of the note', () => {
  const type = stock('occlusion');
  const masks = type.fields.find(({ name }) => /occlusion|masks/i.test(name)) ?? type.fields[0];
  const long = `{{c1::image-occlusion:rect:left=.1:top=.1:width=.2:height=.2}} `.repeat(60);
  const fields = { [masks?.id ?? '']: long } as FieldTexts;
  const read = lintInput(type, fields, ['Heart']);
  expect(read.texts.get(masks?.id as FieldId)).toBe('');
  expect(lintNote(read, new Set()).map(({ ruleId }) => ruleId)).not.toContain('CR18');
});
