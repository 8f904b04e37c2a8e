import { describe, expect, test } from 'vitest';
import type { Rows } from '../../src/domain/collection/rows.ts';
import type { Note } from '../../src/domain/content/note.ts';
import type { Incoming, IncomingNote } from '../../src/domain/import/incoming.ts';
import { unpackedLog } from '../../src/domain/import/packed-log.ts';
import type { CardId, DeckId, FieldId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import { effectsOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { mergedNote } from '../../src/log/parts/merged-note.ts';
import { aCard, anOperation, aNote, inReview, NEW, rowsOf, TODAY } from '../support/collection.ts';
import {
  ANATOMY,
  anImport,
  ankiType,
  incomingCard,
  incomingNote,
  pastEntry,
  pastLog,
} from '../support/incoming.ts';
import { refusal, rowsAfter } from '../support/effects.ts';

const EMPTY = rowsOf([]);
const FOREIGN = { program: 'anki', row: '{"id":7}' } as const;
const edited = (noteId: string, fields: Record<string, string>, sections?: string[]) =>
  ({
    kind: 'edit-notes',
    edits: [{ noteId: noteId as NoteId, fields, ...(sections && { sections }) }],
  }) as OperationBody;

/** The rows once `body` is applied after what an import of `first` left, and what was done since. */
function again(
  first: Partial<Incoming>,
  done: readonly OperationBody[],
  second: Partial<Incoming>,
): Rows {
  const since = done.reduce(
    (rows, body) => rowsAfter(body, rows),
    rowsAfter(anImport(first), EMPTY),
  );
  return rowsAfter(anImport(second), since);
}

function noteAgain(
  first: IncomingNote,
  done: readonly OperationBody[],
  second: IncomingNote,
  more: Partial<Incoming> = {},
): Note {
  const note = again({ notes: [first] }, done, { notes: [second], ...more }).notes.get(first.id);
  if (!note) throw new Error('the note is gone');
  return note;
}

describe('what is not here is added', () => {
  test('[ANKI-21] a note comes with its type, its deck with the sections, and its cards as they stood', () => {
    const rows = rowsAfter(
      anImport({
        notes: [incomingNote('n', { foreign: FOREIGN })],
        cards: [incomingCard('n/1', { flag: 3, suspended: true, putAwayUntil: TODAY + 2 })],
      }),
      EMPTY,
    );
    expect(rows.decks.get(ANATOMY)?.sections).toEqual(['Head::Skull']);
    expect(rows.notes.get('n')).toMatchObject({
      foreign: FOREIGN,
      asImported: { deckId: ANATOMY },
    });
    expect(rows.cards.get('n/1')).toEqual({
      ...aCard('n/1', { deckId: ANATOMY, sections: ['Head::Skull'], position: 1 }),
      schedule: inReview(TODAY + 3),
      flag: 3,
      suspended: true,
      putAwayUntil: TODAY + 2,
    });
  });

  test('[ANKI-21] what a file says of a type is kept beside it, and stays where the next says nothing', () => {
    const told = anImport({ types: [ankiType({ foreign: FOREIGN })] });
    const untold = anImport({ types: [ankiType({ name: 'Another name' })] });
    const id = ankiType().id;
    const first = rowsAfter(told, EMPTY);
    expect(first.noteTypes.get(id)).toMatchObject({ foreign: FOREIGN });
    const second = rowsAfter(untold, first).noteTypes.get(id);
    expect(second).toMatchObject({ name: 'Another name', foreign: FOREIGN });
    expect(second).not.toHaveProperty('program');
    // Of a type that was changed here, too.
    const own = { ...ankiType(), name: 'My own name' };
    const changed = rowsAfter({ kind: 'set-note-type', noteType: own } as OperationBody, first);
    const third = rowsAfter(
      anImport({ types: [ankiType({ name: 'Third', foreign: FOREIGN })] }),
      changed,
    );
    expect(third.noteTypes.get(id)).toMatchObject({ name: 'My own name', foreign: FOREIGN });
    expect(third.noteTypes.get(id)).not.toHaveProperty('program');
    const never = rowsAfter(untold, rowsAfter(anImport({ types: [ankiType()] }), EMPTY));
    expect(never.noteTypes.get(id)).not.toHaveProperty('foreign');
  });

  test('[ANKI-23] a card that the note does not make comes out of sight, one that the file lacks is new', () => {
    const second = { slot: 2, name: 'Card 2', front: '{{Extra}}', back: '{{Front}}' };
    const type = ankiType({ templates: [...ankiType().templates, second] });
    const filled = { Front: 'f', Back: 'b', Extra: 'e' } as never;
    const rows = rowsAfter(
      anImport({
        types: [type],
        notes: [incomingNote('n'), incomingNote('m', { fields: filled })],
        cards: [incomingCard('n/1'), incomingCard('n/2'), incomingCard('m/1')],
      }),
      EMPTY,
    );
    expect(rows.cards.get('n/2')).toMatchObject({ absent: true, schedule: inReview(TODAY + 3) });
    expect(rows.cards.get('m/2')).toMatchObject({ absent: false, schedule: NEW });
    expect([...rows.cards.keys()].sort()).toEqual(['m/1', 'm/2', 'n/1', 'n/2']);
  });

  test('[ANKI-21] decks, options and settings that are here stay, but for what the file says of them', () => {
    const preset = { ...[...EMPTY.presets.values()][0], newPerDay: 99, foreign: FOREIGN } as never;
    const deck = { ...[...EMPTY.decks.values()][0], name: 'Another', foreign: FOREIGN } as never;
    const rows = rowsAfter(
      anImport({ presets: [preset], decks: [deck], settings: { foreign: FOREIGN } }),
      EMPTY,
    );
    expect(rows.presets.get('default')).toMatchObject({ newPerDay: 20, foreign: FOREIGN });
    expect(rows.decks.get('deck')).toMatchObject({ name: 'Deck', foreign: FOREIGN });
    expect(rows.settings.get('study')).toMatchObject({ rolloverHour: 4, foreign: FOREIGN });
  });

  test('[ANKI-21] a note without a deck or a type, or a name taken by another file, refuses all of it', () => {
    const noDeck = anImport({ notes: [incomingNote('n', { deckId: 'gone' as DeckId })] });
    const noType = anImport({ notes: [incomingNote('n', { noteTypeId: 'gone' as NoteTypeId })] });
    expect(refusal(noDeck, EMPTY).kept).toBe('Nothing was imported.');
    expect(refusal(noType, EMPTY).kept).toBe('Nothing was imported.');
  });

  test('[ANKI-21] a deck that was deleted and comes again is wanted again', () => {
    const grave = { id: 'deck:anatomy' };
    const rows = { ...EMPTY, graves: new Map([[grave.id, grave]]) };
    expect(rowsAfter(anImport(), rows).graves.size).toBe(0);
  });
});

describe('what is here is merged', () => {
  const first = incomingNote('n', {
    fields: { Front: 'front', Back: 'back', Extra: 'more' } as never,
  });
  const theirs = { ...first, fields: { Front: 'front', Back: 'BACK', Extra: 'MORE' } as never };

  test('[ANKI-22] what only the author changed comes, what only the person changed stays', () => {
    const note = noteAgain(first, [edited('n', { Front: 'mine' })], theirs);
    expect(note.fields).toEqual({ Front: 'mine', Back: 'BACK', Extra: 'MORE' });
  });

  test('[ANKI-22] where both changed the person’s text stays, and stays at the next import', () => {
    const done = [edited('n', { Back: 'mine' })];
    expect(noteAgain(first, done, theirs).fields).toEqual({
      Front: 'front',
      Back: 'mine',
      Extra: 'MORE',
    });
    const twice = rowsAfter(
      anImport({ notes: [theirs] }),
      again({ notes: [first] }, done, { notes: [theirs] }),
    );
    expect(twice.notes.get('n')?.fields).toMatchObject({ Back: 'mine' });
  });

  test('[ANKI-22] wanted from the file, what both changed comes, and what only the person changed stays', () => {
    const done = [edited('n', { Front: 'mine', Back: 'mine' })];
    const note = noteAgain(first, done, theirs, { theirs: [first.id] });
    expect(note.fields).toEqual({ Front: 'mine', Back: 'BACK', Extra: 'MORE' });
    const replaced = noteAgain(first, done, theirs, { replaced: [first.id] });
    expect(replaced.fields).toEqual({ Front: 'front', Back: 'BACK', Extra: 'MORE' });
  });

  test('[ANKI-22] a note that no import brought counts as changed by the person in all that differs', () => {
    const { asImported: _none, ...own } = noteAgain(first, [], first);
    const merged = mergedNote(own, theirs, 'mine');
    expect(merged.conflicts).toEqual(['Back', 'Extra']);
    expect(merged.note.fields).toEqual(first.fields);
    expect(merged.isChanged).toBe(false);
    expect(mergedNote(own, theirs, 'theirs').note.fields).toEqual(theirs.fields);
    // From then on the file's text of today is what later ones are compared with.
    const later = { ...theirs, fields: { ...(theirs.fields as object), Extra: 'newest' } as never };
    expect(mergedNote(merged.note, later, 'mine').conflicts).toEqual(['Extra']);
  });

  test('[ANKI-22] a field that is emptied is a change like any other, on either side', () => {
    const emptied = { ...first, fields: { Front: 'front', Back: '' } as never };
    expect(noteAgain(first, [], emptied).fields).toMatchObject({ Back: '', Extra: '' });
    expect(noteAgain(first, [edited('n', { Extra: '' })], first).fields).toMatchObject({
      Extra: '',
    });
  });

  test('[ANKI-22] a note that the person moved stays there, and one that the author moved goes along', () => {
    const elsewhere: DeckId = 'deck' as DeckId;
    const moved = { kind: 'move-notes', noteIds: [first.id], deckId: elsewhere } as const;
    expect(noteAgain(first, [moved], first).deckId).toBe(elsewhere);
    expect(noteAgain(first, [moved], first, { replaced: [first.id] }).deckId).toBe(elsewhere);
    const rows = again({ notes: [first] }, [], { notes: [{ ...first, deckId: elsewhere }] });
    expect(rows.notes.get('n')?.deckId).toBe(elsewhere);
    expect(rows.cards.get('n/1')?.deckId).toBe(elsewhere);
  });

  test('[ANKI-22] tags that the person changed stay, others follow the author; labels go one by one', () => {
    const tagged = { kind: 'tag', noteIds: [first.id], add: ['Own'], remove: [] } as const;
    const retagged = { ...first, sections: ['head::skull', 'Neck'], tags: ['leech'] };
    expect(noteAgain(first, [], retagged).sections).toEqual(['Head::Skull', 'Neck']);
    expect(noteAgain(first, [tagged], first).sections).toEqual(['Head::Skull', 'Own']);
    expect(noteAgain(first, [tagged], retagged).sections).toEqual(['Head::Skull', 'Own']);
    expect(noteAgain(first, [tagged], retagged).tags).toEqual(['leech']);
    const marked = { kind: 'mark', noteIds: [first.id], marked: true } as const;
    expect(noteAgain(first, [marked], retagged).tags).toEqual(['marked', 'leech']);
    expect(noteAgain(first, [marked], retagged).sections).toEqual(['Head::Skull', 'Neck']);
    const unmarked = { ...marked, marked: false };
    expect(
      noteAgain({ ...first, tags: ['marked'] }, [unmarked], { ...first, tags: ['marked'] }).tags,
    ).toEqual([]);
  });

  test('[ANKI-22] of two types the note stays whole or comes whole', () => {
    const cloze = incomingNote('n', {
      noteTypeId: 'cloze' as NoteTypeId,
      fields: { text: '{{c1::x}}' } as never,
    });
    expect(noteAgain(first, [], cloze)).toMatchObject({
      noteTypeId: 'cloze',
      fields: cloze.fields,
    });
    const done = [edited('n', { Front: 'mine' })];
    const kept = noteAgain(first, done, cloze);
    expect(kept).toMatchObject({ noteTypeId: 'anki-type', fields: { Front: 'mine' } });
    const wanted = noteAgain(first, done, cloze, { theirs: [first.id] });
    expect(wanted).toMatchObject({ noteTypeId: 'cloze', fields: cloze.fields });
  });

  test('[ANKI-23] cards take the file’s place where it speaks of them, and stay where it does not', () => {
    const answered = [{ kind: 'flag', cardIds: ['n/1' as CardId], flag: 2 } as OperationBody];
    const untouched = again({ notes: [first], cards: [incomingCard('n/1')] }, answered, {
      notes: [first],
    });
    expect(untouched.cards.get('n/1')).toMatchObject({ flag: 2, schedule: inReview(TODAY + 3) });
    const later = incomingCard('n/1', { schedule: inReview(TODAY + 30) });
    const moved = again({ notes: [first], cards: [incomingCard('n/1')] }, answered, {
      cards: [later],
    });
    expect(moved.cards.get('n/1')).toMatchObject({ flag: 0, schedule: inReview(TODAY + 30) });
    expect(moved.cards.has('gone/1')).toBe(false);
  });

  test('[LOG-17] notes that the body names and that are here have a change each, were it to the same', () => {
    const rows = rowsAfter(anImport({ notes: [first] }), EMPTY);
    const result = effectsOf(anOperation(anImport({ notes: [first] })), rows);
    expect(result.ok && result.value.changes.map(({ table, key }) => `${table} ${key}`)).toEqual([
      'notes n',
    ]);
  });
});

describe('note types', () => {
  const second = { slot: 2, name: 'Card 2', front: '{{Back}}', back: '{{Front}}' };
  const newer = ankiType({
    fields: [...ankiType().fields, { id: 'Source' as FieldId, name: 'Source' }],
    templates: [...ankiType().templates, second],
  });

  test('[ANKI-24] one that the person left alone follows the file, with the cards of all its notes', () => {
    const rows = again({ notes: [incomingNote('n'), incomingNote('m')] }, [], {
      types: [newer],
      notes: [incomingNote('n')],
    });
    expect(rows.noteTypes.get('anki-type')).toMatchObject({ templates: newer.templates });
    expect([...rows.cards.keys()].sort()).toEqual(['m/1', 'm/2', 'n/1', 'n/2']);
  });

  test('[ANKI-24] one that the person changed stays, with the fields that are new', () => {
    const mine = { ...rowsAfter(anImport(), EMPTY).noteTypes.get('anki-type'), css: 'mine' };
    const done = [{ kind: 'set-note-type', noteType: mine } as OperationBody];
    const rows = again({ notes: [incomingNote('n')] }, done, { types: [newer] });
    expect(rows.noteTypes.get('anki-type')).toMatchObject({
      css: 'mine',
      fields: newer.fields,
      templates: ankiType().templates,
    });
    const twice = rowsAfter(anImport({ types: [{ ...newer, css: 'theirs' }] }), rows);
    expect(twice.noteTypes.get('anki-type')?.css).toBe('mine');
  });
});

describe('histories', () => {
  const old = [pastEntry(9), pastEntry(5)];

  test('[ANKI-26] come with the deck of their card; later ones are put to them, each line once', () => {
    const note = incomingNote('n');
    const rows = again({ notes: [note], pastLogs: [pastLog('n/1', old)] }, [], {
      pastLogs: [pastLog('n/1', [...old, pastEntry(1)])],
    });
    const kept = rows.pastLogs.get('n/1');
    expect(kept?.deckId).toBe(ANATOMY);
    expect(unpackedLog(kept?.packed ?? '')).toEqual([...old, pastEntry(1)]);
  });

  test('[ANKI-26] a history of nothing that is here is left', () => {
    const rows = rowsAfter(anImport({ pastLogs: [pastLog('gone/1', old)] }), EMPTY);
    expect(rows.pastLogs.size).toBe(0);
  });
});

describe('deleted notes', () => {
  const note = incomingNote('n');
  const deleted = { kind: 'delete-notes', noteIds: [note.id] } as const;

  test('[ANKI-25] leave a grave where an import brought them, which an import that brings them opens', () => {
    const rows = rowsAfter(deleted, rowsAfter(anImport({ notes: [note] }), EMPTY));
    expect([...rows.graves.keys()]).toEqual(['note:n']);
    expect(rowsAfter(anImport({ notes: [note] }), rows).graves.size).toBe(0);
    const own = aNote('a');
    expect(rowsAfter({ ...deleted, noteIds: [own.id] }, rowsOf([own])).graves.size).toBe(0);
  });

  test('[ANKI-25] so they do with their deck, and not where they go into another', () => {
    const rows = rowsAfter(anImport({ notes: [note] }), EMPTY);
    const gone = { kind: 'delete-decks', deckIds: [ANATOMY], noteIds: [note.id] } as const;
    expect([...rowsAfter(gone, rows).graves.keys()].sort()).toEqual(['deck:anatomy', 'note:n']);
    const merged = { ...gone, moveTo: 'deck' as DeckId };
    expect([...rowsAfter(merged, rows).graves.keys()]).toEqual(['deck:anatomy']);
  });

  test('[ANKI-25] steps of before left none, and leave none in a replay', () => {
    const rows = rowsAfter(anImport({ notes: [note] }), EMPTY);
    expect(rowsAfter({ ...deleted, leavesNoGraves: true }, rows).graves.size).toBe(0);
  });
});
