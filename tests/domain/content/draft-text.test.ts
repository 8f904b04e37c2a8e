import { describe, expect, test } from 'vitest';
import { draftOfNote, textOfDraft } from '../../../src/domain/content/draft-text.ts';
import type { NoteContent, NoteDraft } from '../../../src/domain/content/note.ts';
import type { NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { aNote } from '../../support/collection.ts';

const drafted = (content: NoteContent, more: Partial<NoteDraft> = {}): NoteDraft => ({
  id: 'deck:f' as NoteId,
  content,
  extra: 'a < b',
  sections: ['Heart', 'Heart::Valves'],
  source: 'A book & more',
  ...more,
});
const noted = (draft: NoteDraft, more: object = {}) => ({
  ...aNote('f', [1]),
  ...textOfDraft(draft),
  ...more,
});

describe('a fact of a deck file and its note', () => {
  test.each<[string, NoteContent]>([
    ['cloze', { type: 'cloze', text: 'The {{c1::aorta}} is wide.' }],
    ['basic', { type: 'basic', front: 'What is wide?', back: 'The aorta' }],
    ['reversed', { type: 'reversed', front: 'Aorta', back: 'The widest artery' }],
  ])('[DECK-18] %s goes there and back unchanged, its text plain', (type, content) => {
    const draft = drafted(content);
    const note = noted(draft);
    expect(draftOfNote(note)).toEqual(draft);
    expect(note.noteTypeId).toBe(type);
    expect(note.fields).toMatchObject({ extra: 'a &lt; b', source: 'A book &amp; more' });
    expect(draftOfNote(noted(drafted(content, { extra: '', source: '' })))).toMatchObject({
      extra: '',
      source: '',
    });
  });

  test('[DECK-18] a way back of a question alone, or of an answer alone, is one', () => {
    const both = { type: 'reversed', front: 'Aorta', back: 'The widest artery' } as const;
    for (const wayBack of [
      { question: 'Which artery is the widest?', answer: '' },
      { question: '', answer: 'The aorta' },
    ]) {
      const draft = drafted({ ...both, wayBack });
      expect(draftOfNote(noted(draft))).toEqual(draft);
    }
    const none = drafted({ ...both, wayBack: { question: '', answer: '' } });
    expect(draftOfNote(noted(none))).toEqual(drafted(both));
  });

  test('[DECK-18] what is empty has no field', () => {
    const { fields } = textOfDraft(
      drafted({ type: 'basic', front: 'Q', back: '' }, { extra: '', source: '' }),
    );
    expect(fields).toEqual({ front: 'Q' });
  });

  test.each([
    ['a formatted front', { front: '<b>Q</b>', back: 'A' }],
    ['a picture on the back', { front: 'Q', back: '<img src="a.png">' }],
    ['a formatted extra', { front: 'Q', back: 'A', extra: '<i>x</i>' }],
    ['a formatted source', { front: 'Q', back: 'A', source: '<i>x</i>' }],
  ])('[DECK-18] plain text cannot hold %s', (_what, fields) => {
    const note = noted(drafted({ type: 'basic', front: 'Q', back: 'A' }), { fields });
    expect(draftOfNote(note)).toBeUndefined();
  });

  test('[DECK-18] plain text cannot hold another type or formatted cloze text', () => {
    const basic = drafted({ type: 'basic', front: 'Q', back: 'A' });
    expect(draftOfNote(noted(basic, { noteTypeId: 'own' as NoteTypeId }))).toBeUndefined();
    expect(draftOfNote(noted(basic, { sections: [] }))).toEqual({ ...basic, sections: [] });
    const cloze = drafted({ type: 'cloze', text: '{{c1::x}}' });
    expect(draftOfNote(noted(cloze, { fields: { text: '<b>{{c1::x}}</b>' } }))).toBeUndefined();
  });
});
