import { describe, expect, test } from 'vitest';
import type { NoteType } from '../../../../src/domain/content/note-type.ts';
import { FIELD, STOCK_TYPES } from '../../../../src/domain/content/stock.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import {
  fieldsOf,
  isUntouched,
  type NoteState,
  nextNote,
  noteStateFrom,
  stickyKey,
  withType,
} from '../../../../src/renderer/editor/note/note-state.ts';

const type = (id: string) => STOCK_TYPES.find((each) => each.id === id) as NoteType;
const BASIC = type('basic');
const state: NoteState = {
  deckId: 'd' as DeckId,
  noteTypeId: BASIC.id,
  fields: { [FIELD.front]: 'f', [FIELD.back]: 'b', [FIELD.source]: 's' },
  sections: ['A'],
};

describe('the note being written', () => {
  test('[WRITE-1] the next note keeps deck, type, tags and the fields that are kept', () => {
    const sticky = new Set([stickyKey(BASIC.id, FIELD.source)]);
    expect(nextNote(state, BASIC, sticky)).toEqual({ ...state, fields: { source: 's' } });
  });

  test('[WRITE-10] another type keeps fields of the same meaning, and the first field’s text', () => {
    const cloze = withType(state, type('cloze'), BASIC);
    expect(cloze.noteTypeId).toBe('cloze');
    expect(fieldsOf(cloze, type('cloze'))).toEqual({ text: 'f', extra: '', source: 's' });
    const back = withType(cloze, BASIC, type('cloze'));
    expect(fieldsOf(back, BASIC)).toEqual({ front: 'f', back: 'b', extra: '', source: 's' });
  });

  test('[WRITE-2] untouched means: nothing but what was kept from the note before', () => {
    const blank = { fields: { [FIELD.source]: 's' } };
    expect(isUntouched({ fields: { [FIELD.source]: 's', [FIELD.front]: '' } }, blank)).toBe(true);
    expect(isUntouched(state, blank)).toBe(false);
    expect(isUntouched({ fields: {} }, blank)).toBe(false);
  });

  test('[WRITE-2] a kept draft is read back, and anything else is no draft', () => {
    expect(noteStateFrom(JSON.parse(JSON.stringify(state)))).toEqual(state);
    for (const wrong of [null, 7, {}, { ...state, fields: null }, { ...state, sections: 'A' }]) {
      expect(noteStateFrom(wrong)).toBeUndefined();
    }
    const odd = { ...state, fields: { front: 3, back: 'b' }, sections: ['A', 5] };
    expect(noteStateFrom(odd)).toMatchObject({ fields: { back: 'b' }, sections: ['A'] });
  });
});
