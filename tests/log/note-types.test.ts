import { describe, expect, test } from 'vitest';
import type { Note } from '../../src/domain/content/note.ts';
import type { NoteType } from '../../src/domain/content/note-type.ts';
import { FIELD, STOCK_TYPES } from '../../src/domain/content/stock.ts';
import type { CardId, FieldId, NoteTypeId } from '../../src/kernel/ids.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { aCard, aNote, inReview, rowsOf, TODAY } from '../support/collection.ts';
import { refusal, rowsAfter } from '../support/effects.ts';

const stock = (id: string) => STOCK_TYPES.find((type) => type.id === id) as NoteType;
const own = (id: string, noteTypeId: string, fields: Record<string, string>): Note => {
  const { fromFile: _none, ...note } = aNote(id, [1]);
  return { ...note, noteTypeId: noteTypeId as NoteTypeId, fields };
};
const change = (
  note: Note,
  noteTypeId: string,
  fields: Record<string, string>,
  slots: Record<number, number>,
): OperationBody => ({
  kind: 'change-type',
  noteIds: [note.id],
  noteTypeId: noteTypeId as NoteTypeId,
  fields: fields as Record<FieldId, FieldId>,
  slots,
});
const SIDES = { front: 'front', back: 'back' };
const sides = { front: 'f', back: 'b', extra: 'more' };
const one = inReview(TODAY + 1);
const two = inReview(TODAY + 2);
const twoCards = (note: Note) => [
  aCard(`${note.id}/1`, { schedule: one, flag: 1 }),
  aCard(`${note.id}/2`, { schedule: two, flag: 2 }),
];

describe('changing a note’s type', () => {
  test('[NOTE-5] cards of the same place keep everything, and a new place is a new card', () => {
    const note = own('a', 'basic', sides);
    const rows = rowsOf([note], [aCard(`${note.id}/1`, { schedule: one, flag: 3 })]);
    const after = rowsAfter(change(note, 'reversed', SIDES, { 1: 1 }), rows);
    expect(after.cards.get(`${note.id}/1`)).toEqual(rows.cards.get(`${note.id}/1`));
    expect(after.cards.get(`${note.id}/2`)).toEqual(aCard(`${note.id}/2`));
  });

  test('[NOTE-5] a card goes to one place only, however often it is named', () => {
    const note = own('a', 'basic', sides);
    const rows = rowsOf([note], [aCard(`${note.id}/1`, { schedule: one, flag: 3 })]);
    const after = rowsAfter(change(note, 'reversed', SIDES, { 1: 1, 2: 1 }), rows);
    expect(after.cards.get(`${note.id}/1`)).toEqual(rows.cards.get(`${note.id}/1`));
    expect(after.cards.get(`${note.id}/2`)).toEqual(aCard(`${note.id}/2`));
  });

  test('[NOTE-5] a card without a place stays out of sight, and comes back with its type', () => {
    const note = own('a', 'reversed', sides);
    const rows = rowsOf([note], twoCards(note));
    const basic = rowsAfter(change(note, 'basic', SIDES, { 1: 1 }), rows);
    expect(basic.cards.get(`${note.id}/2`)).toMatchObject({ absent: true, schedule: two });
    const back = rowsAfter(change(note, 'reversed', SIDES, { 1: 1, 2: 2 }), basic);
    expect(back.cards).toEqual(rows.cards);
  });

  test('[NOTE-5] schedules can change places, and each takes its history along', () => {
    const note = own('a', 'reversed', sides);
    const swap = change(note, 'reversed', { front: 'back', back: 'front' }, { 1: 2, 2: 1 });
    const rows = rowsAfter(swap, rowsOf([note], twoCards(note)));
    expect(rows.notes.get(note.id)?.fields).toMatchObject({ front: 'b', back: 'f' });
    expect(rows.cards.get(`${note.id}/1`)).toMatchObject({
      schedule: two,
      flag: 2,
      historyId: `${note.id}/2`,
    });
    expect(rows.cards.get(`${note.id}/2`)).toMatchObject({ historyId: `${note.id}/1` });
    const back = rowsAfter(swap, rows);
    expect(back.cards.get(`${note.id}/1`)).toEqual(
      aCard(`${note.id}/1`, { schedule: one, flag: 1 }),
    );
  });

  test('[NOTE-5] a new card where another’s history stands gets a history of its own', () => {
    const note = own('a', 'reversed', sides);
    const body = change(note, 'reversed', SIDES, { 2: 1 });
    const rows = rowsAfter(body, rowsOf([note], [aCard(`${note.id}/1`, { schedule: one })]));
    const fresh = rows.cards.get(`${note.id}/1`);
    expect(fresh).toMatchObject({ schedule: { state: 'new' } });
    expect(fresh?.historyId).toMatch(/\/1~/);
    expect(rows.cards.get(`${note.id}/2`)).toMatchObject({
      schedule: one,
      historyId: `${note.id}/1` as CardId,
    });
  });

  test('[NOTE-5] text without a place stays with the note', () => {
    const note = own('a', 'basic', sides);
    const after = rowsAfter(change(note, 'cloze', { text: 'front' }, {}), {
      ...rowsOf([{ ...note, fields: { ...sides, front: '{{c1::x}}' } as Note['fields'] }]),
    });
    expect(after.notes.get(note.id)?.fields).toEqual({
      text: '{{c1::x}}',
      front: '{{c1::x}}',
      back: 'b',
      'extra~basic': 'more',
    });
  });

  test('[NOTE-5] text whose field the new type fills with another stays too, and comes back', () => {
    const note = own('a', 'basic', sides);
    const away = rowsAfter(change(note, 'reversed', { front: 'back' }, {}), rowsOf([note]));
    expect(away.notes.get(note.id)?.fields).toEqual({
      front: 'b',
      'front~basic': 'f',
      'extra~basic': 'more',
    });
    const back = rowsAfter(change(note, 'basic', { back: 'front' }, {}), away);
    expect(back.notes.get(note.id)?.fields).toEqual(sides);
  });

  test('[NOTE-5] text out of sight comes back with a type that has its field', () => {
    const note = own('a', 'basic', { ...sides, front: '{{c1::x}}' });
    const cloze = rowsAfter(change(note, 'cloze', { text: 'front' }, {}), rowsOf([note]));
    const back = rowsAfter(change(note, 'basic', { front: 'text' }, {}), cloze);
    expect(back.notes.get(note.id)?.fields).toMatchObject({ back: 'b', extra: 'more' });
  });

  test('[LOG-7][NOTE-5] a change that would leave a note without a card changes nothing', () => {
    const note = own('a', 'basic', sides);
    expect(refusal(change(note, 'cloze', { text: 'front' }, {}), rowsOf([note])).todo).toContain(
      'deletions',
    );
    expect(refusal(change(note, 'none', {}, {}), rowsOf([note])).what).toContain('type');
  });
});

describe('changing a type itself', () => {
  const set = (noteType: NoteType): OperationBody => ({ kind: 'set-note-type', noteType });

  test('[NOTE-6] a template that goes takes its cards out of sight, and gives them back', () => {
    const note = own('a', 'reversed', sides);
    const rows = rowsOf([note], twoCards(note));
    const type = stock('reversed');
    const fewer = rowsAfter(set({ ...type, templates: type.templates.slice(0, 1) }), rows);
    expect(fewer.cards.get(`${note.id}/2`)).toMatchObject({ absent: true, schedule: two });
    expect(fewer.cards.get(`${note.id}/1`)).toEqual(rows.cards.get(`${note.id}/1`));
    const back = rowsAfter({ kind: 'delete-note-type', noteTypeId: type.id }, fewer);
    expect(back.cards).toEqual(rows.cards);
    expect(back.noteTypes.size).toBe(0);
  });

  test('[NOTE-6] a new template makes a new card for each note that fills it', () => {
    const type = stock('basic');
    const extra = { slot: 5, name: 'Extra', front: '{{Extra}}', back: '{{Front}}' };
    const notes = [own('a', 'basic', sides), own('b', 'basic', { front: 'f' })];
    const rows = rowsAfter(set({ ...type, templates: [...type.templates, extra] }), rowsOf(notes));
    expect(rows.cards.has(`${notes[0]?.id}/5`)).toBe(true);
    expect(rows.cards.has(`${notes[1]?.id}/5`)).toBe(false);
  });

  test('[NOTE-6] a type of one’s own in use is not deleted, an empty type not saved', () => {
    const mine = { ...stock('basic'), id: 'mine' as NoteTypeId };
    const note = own('a', 'mine', sides);
    const rows = rowsAfter(set(mine), rowsOf([note]));
    const remove = { kind: 'delete-note-type', noteTypeId: mine.id } as const;
    expect(refusal(remove, rows).what).toContain('A note has');
    expect(rowsAfter(remove, { ...rows, notes: new Map() }).noteTypes.size).toBe(0);
    expect(refusal(set({ ...mine, templates: [] }), rows).what).toContain('at least one');
    expect(FIELD.text).toBe('text');
  });
});
