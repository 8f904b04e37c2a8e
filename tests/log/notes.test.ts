import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/domain/collection/card.ts';
import type { Note, NoteDraft } from '../../src/domain/content/note.ts';
import { FIELD } from '../../src/domain/content/stock.ts';
import type { CardId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import { effectsOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import type { Rows } from '../../src/domain/collection/rows.ts';
import {
  aCard,
  aNote,
  anOperation,
  clozeText,
  DECK,
  inReview,
  NEW,
  rowsOf,
  TODAY,
} from '../support/collection.ts';

function changed(body: OperationBody, rows: Rows): Record<string, unknown> {
  const result = effectsOf(anOperation(body), rows);
  if (!result.ok) throw new Error(result.problem.what);
  return Object.fromEntries(result.value.changes.map(({ key, after }) => [key, after]));
}
/** The rows after an operation. */
function rowsAfter(body: OperationBody, rows: Rows): Rows {
  const result = effectsOf(anOperation(body), rows);
  if (!result.ok) throw new Error(result.problem.what);
  const notes = new Map(rows.notes);
  const cards = new Map(rows.cards);
  for (const { table, key, after } of result.value.changes) {
    if (table === 'notes') notes.set(key, after as Note);
    if (table === 'cards') cards.set(key, after as Card);
  }
  return { ...rows, notes, cards };
}

const note = aNote('a', [1, 2]);
const studied = aCard(`${note.id}/2`, {
  schedule: inReview(TODAY + 5),
  flag: 3,
  suspended: true,
});
const edit = (slots: number[]): OperationBody => ({
  kind: 'edit-notes',
  edits: [{ noteId: note.id, fields: { [FIELD.text]: clozeText(slots), [FIELD.extra]: 'more' } }],
});

describe('editing', () => {
  test('[NOTE-2] new text keeps every schedule, flag and suspension', () => {
    const rows = rowsOf([note], [studied]);
    const text = 'quite {{c2::other}} words, {{c1::as well}}';
    const body: OperationBody = {
      kind: 'edit-notes',
      edits: [{ noteId: note.id, fields: { [FIELD.text]: text } }],
    };
    expect(changed(body, rows)).toMatchObject({ [studied.id]: studied });
  });

  test('[NOTE-2] a lost slot keeps its card out of sight, and gets it back as it was', () => {
    const lost = rowsAfter(edit([1]), rowsOf([note], [studied]));
    expect(lost.cards.get(studied.id)).toEqual({ ...studied, absent: true });
    const back = rowsAfter(edit([1, 2]), lost);
    expect(back.cards.get(studied.id)).toEqual(studied);
  });

  test('[NOTE-2] a new slot is a new card, also when a note becomes reversed', () => {
    expect(changed(edit([1, 2, 5]), rowsOf([note]))[`${note.id}/5`]).toEqual(aCard(`${note.id}/5`));
    const sides = { [FIELD.front]: 'f', [FIELD.back]: 'b' };
    const basic: Note = { ...note, noteTypeId: 'optional-reversed' as NoteTypeId, fields: sides };
    const body: OperationBody = {
      kind: 'edit-notes',
      edits: [{ noteId: note.id, fields: { [FIELD.addReverse]: 'y' } }],
    };
    expect(changed(body, rowsOf([basic]))[`${note.id}/2`]).toMatchObject({ schedule: NEW });
  });

  test('[NOTE-2] an archived note stays archived, its new cards too', () => {
    const archived = { ...note, archived: true };
    const after = changed(edit([1, 2, 3]), rowsOf([archived]));
    expect(after[`${note.id}/3`]).toMatchObject({ absent: true });
    expect(after[note.id]).toMatchObject({ archived: true, fields: { extra: 'more' } });
  });
});

describe('archiving', () => {
  const archive = (archived: boolean): OperationBody => ({
    kind: 'archive',
    noteIds: [note.id],
    archived,
  });

  test('[NOTE-3] an archived note’s cards are absent, and come back exactly as they were', () => {
    const rows = rowsOf([note], [studied]);
    const archived = rowsAfter(archive(true), rows);
    expect([...archived.cards.values()].every((card) => card.absent)).toBe(true);
    const back = rowsAfter(archive(false), archived);
    expect(back.cards).toEqual(rows.cards);
    expect(back.notes).toEqual(rows.notes);
  });

  test('[NOTE-3] bringing a note back does not bring back a slot that its text has lost', () => {
    const short = rowsAfter(edit([1]), rowsOf([note], [studied]));
    const back = rowsAfter(archive(false), rowsAfter(archive(true), short));
    expect(back.cards.get(studied.id)).toMatchObject({ absent: true });
    expect(back.cards.get(`${note.id}/1`)).toMatchObject({ absent: false });
  });
});

test('[LOG-7] marking adds and removes one tag and nothing else', () => {
  const tagged = { ...note, tags: ['leech'] };
  const mark = (marked: boolean): OperationBody => ({ kind: 'mark', noteIds: [note.id], marked });
  const marked = rowsAfter(mark(true), rowsOf([tagged]));
  expect(marked.notes.get(note.id)?.tags).toEqual(['leech', 'marked']);
  expect(rowsAfter(mark(true), marked).notes.get(note.id)?.tags).toEqual(['leech', 'marked']);
  expect(rowsAfter(mark(false), marked).notes.get(note.id)?.tags).toEqual(['leech']);
});

test('[NOTE-7] an edit labels its note and takes no label from it', () => {
  const edited = (labels: string[], of: Note) =>
    rowsAfter({ kind: 'edit-notes', edits: [{ noteId: of.id, labels }] }, rowsOf([of])).notes;
  const tagged = { ...note, tags: ['leech'] };
  expect(edited(['marked', 'leech'], tagged).get(note.id)?.tags).toEqual(['leech', 'marked']);
  expect(edited([], tagged).get(note.id)?.tags).toEqual(['leech']);
});

describe('loading a deck', () => {
  const load = (
    drafts: readonly NoteDraft[],
    choice: { archive?: NoteId[]; keep?: NoteId[]; restore?: NoteId[] } = {},
  ): OperationBody => ({
    kind: 'load-deck',
    deckId: DECK,
    name: 'Deck',
    source: 'A book',
    drafts,
    archive: [],
    keep: [],
    restore: [],
    ...choice,
  });
  const fileOf = (own: Note) => own.fromFile as NoteDraft;
  const draft = fileOf(note);

  test('[DECK-18] schedules, flags, suspensions and the person’s own edits stay', () => {
    const own: Note = {
      ...note,
      fields: { ...note.fields, [FIELD.extra]: 'mine' },
      tags: ['marked'],
    };
    const inFile = {
      ...draft,
      extra: 'theirs',
      content: { type: 'cloze' as const, text: `Now: ${clozeText([1, 2])}` },
    };
    const after = rowsAfter(load([inFile]), rowsOf([own], [studied]));
    expect(after.notes.get(note.id)).toMatchObject({
      fields: { text: inFile.content.text, extra: 'mine' },
      tags: ['marked'],
      fromFile: inFile,
    });
    expect(after.cards.get(studied.id)).toEqual(studied);
  });

  test('[DECK-18] a fact gone from the file stays until it is archived or kept as one’s own', () => {
    const other = aNote('b', [1]);
    const rows = rowsOf([note, other], [studied]);
    const stays = rowsAfter(load([fileOf(other)]), rows);
    expect(stays.notes.get(note.id)).toEqual(note);
    const archived = rowsAfter(load([fileOf(other)], { archive: [note.id] }), rows);
    expect(archived.notes.get(note.id)).toEqual({ ...note, archived: true });
    expect(archived.cards.get(studied.id)).toEqual({ ...studied, absent: true });
    const kept = rowsAfter(load([fileOf(other)], { keep: [note.id] }), rows).notes.get(note.id);
    expect(kept).not.toHaveProperty('fromFile');
    expect(kept).toMatchObject({ fields: note.fields, archived: false });
  });

  test('[DECK-18] an archived fact that is in the file comes back only when asked for', () => {
    const archived: Note = { ...note, archived: true };
    const rows = rowsOf([archived], [{ ...studied, absent: true }]);
    expect(rowsAfter(load([draft]), rows).notes.get(note.id)?.archived).toBe(true);
    const restored = rowsAfter(load([draft], { restore: [note.id] }), rows);
    expect(restored.notes.get(note.id)?.archived).toBe(false);
    expect(restored.cards.get(studied.id)).toEqual(studied);
  });

  test('[DECK-18] cards follow their note to its new place and sections', () => {
    const first = aNote('b', [1]);
    const moved = { ...draft, sections: ['Safety::PML', 'Safety'] };
    const after = rowsAfter(load([fileOf(first), moved]), rowsOf([note], [studied]));
    expect(after.cards.get(studied.id as CardId)).toEqual({
      ...studied,
      position: 1,
      sections: moved.sections,
    });
  });

  test('[DECK-18] the deck lists its home sections in the file’s order, other sections after them', () => {
    const drafts = [
      { ...fileOf(aNote('x', [1])), sections: ['B', 'Also'] },
      { ...fileOf(aNote('y', [1])), sections: ['A'] },
      { ...fileOf(aNote('z', [1])), sections: ['B'] },
    ];
    expect(changed(load(drafts), rowsOf([]))[DECK]).toMatchObject({
      sections: ['B', 'A', 'Also'],
      presetId: 'default',
    });
  });
});
