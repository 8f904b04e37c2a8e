import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_PRESET } from '../../src/domain/collection/deck.ts';
import type { Rows } from '../../src/domain/collection/rows.ts';
import { unpackedLog } from '../../src/domain/import/packed-log.ts';
import { canonical } from '../../src/kernel/canonical.ts';
import type { CardId, DeckId, NoteId } from '../../src/kernel/ids.ts';
import { effectsOf, reachOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { anyImport } from './contract/any-import.ts';
import { A_DECK, anOperation, inReview, NOW, rowsOf, TODAY } from '../support/collection.ts';
import { refusal, rowsAfter } from '../support/effects.ts';
import {
  ANATOMY,
  anImport,
  ankiType,
  incomingCard,
  incomingNote,
  pastEntry,
  pastLog,
} from '../support/incoming.ts';
import { madeOn, planned, takeBackOf } from '../support/take-back.ts';

const EMPTY = rowsOf([]);
const OWN = { ...DEFAULT_PRESET, id: 'own', name: 'Own' };
const FOREIGN = { program: 'anki', row: '{"id":7}' } as const;
const plain = (rows: Rows): string =>
  canonical(
    Object.entries(rows).map(([name, own]) => [
      name,
      [...own].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );
const edited = (noteId: string, fields: Record<string, string>, sections?: string[]) =>
  ({
    kind: 'edit-notes',
    edits: [{ noteId: noteId as NoteId, fields, ...(sections && { sections }) }],
  }) as OperationBody;
const answered = (cardId: string, repsBefore: number): OperationBody => ({
  kind: 'answer',
  cardId: cardId as CardId,
  grade: 3,
  durationMillis: 4000,
  repsBefore,
});
const withSteps = (rows: Rows, ...bodies: readonly OperationBody[]): Rows =>
  bodies.reduce((now, body) => rowsAfter(body, now), rows);
const fieldOf = (rows: Rows, id: string, field: string): string | undefined =>
  rows.notes.get(id)?.fields[field as never];

describe('[ANKI-53] an import is taken back', () => {
  const FILE = anImport({
    presets: [{ ...DEFAULT_PRESET, id: 'brought', name: 'Brought' }],
    decks: [
      { ...A_DECK, id: ANATOMY, name: 'Anatomy', presetId: 'brought', sections: [] },
      { ...A_DECK, sections: [], foreign: FOREIGN },
    ],
    notes: [incomingNote('n'), incomingNote('m'), incomingNote('here', { deckId: A_DECK.id })],
    cards: [incomingCard('n/1'), incomingCard('m/1', { flag: 2 })],
    pastLogs: [pastLog('n/1', [pastEntry(3), pastEntry(1)])],
    media: [
      { id: 'a.png', sha256: 'a'.repeat(64), bytes: 3, type: 'image/png', addedAtMillis: NOW },
    ] as never,
    settings: { foreign: FOREIGN },
  });

  test('[ANKI-53] with nothing done since, everything is exactly as before it', () => {
    const made = madeOn(FILE, EMPTY);
    const now = rowsAfter(FILE, EMPTY);
    expect(planned(made, now).counts).toEqual({
      notes: 3,
      cards: 3,
      pastAnswers: 2,
      decks: 1,
      restored: 0,
      changedSince: 0,
      cardsBack: 0,
      cardsAnsweredSince: 0,
      workedOn: { notes: 0, edited: 0, answered: 0 },
    });
    expect(plain(rowsAfter(takeBackOf(made, now), now))).toBe(plain(EMPTY));
  });

  test('[ANKI-53] it reaches for every row that it may put back, each by its own id', () => {
    const made = madeOn(FILE, EMPTY);
    const body = takeBackOf(made, rowsAfter(FILE, EMPTY));
    const { noteIds = [], ...reach } = reachOf(body);
    expect([...noteIds].sort()).toEqual(['here', 'm', 'n']);
    expect(reach).toMatchObject({ mediaNames: ['a.png'], pastLogIds: ['n/1'] });
    expect([...(reach.deckIds ?? [])].sort()).toEqual([ANATOMY, A_DECK.id].sort());
    if (body.kind !== 'take-back-import') throw new Error('taken back');
    expect(reach.notesOfTypes).toEqual(body.types.map(({ id }) => id));
    // A history that was there before it is put back line by line.
    const first = rowsAfter(FILE, EMPTY);
    const more = anImport({ pastLogs: [pastLog('n/1', [pastEntry(5)])] });
    const second = takeBackOf(madeOn(more, first), rowsAfter(more, first));
    expect(reachOf(second).pastLogIds).toEqual(['n/1']);
  });

  test('[ANKI-53] any import over any other import: exactly as before it', () => {
    const noteId = fc.constantFrom('d1:one', 'd1:two', 'd2:one') as fc.Arbitrary<NoteId>;
    const cardId = fc.constantFrom(
      ...['d1:one/1', 'd1:one/2', 'd1:two/1', 'd2:one/1', 'd2:one/3'],
    ) as fc.Arbitrary<CardId>;
    const deckId = fc.constantFrom('d1', 'd2') as fc.Arbitrary<DeckId>;
    const text = fc.constantFrom('{{c1::one}} {{c2::two}}', '{{c1::one}}', 'nothing', '');
    const any = anyImport(noteId, cardId, deckId, text);
    let taken = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 4 }), (imports) => {
        // Otherwise a deck may name options that only a later import brings.
        let rows: Rows = { ...EMPTY, presets: new Map([...EMPTY.presets, ['own', OWN]]) };
        for (const body of imports) {
          if (!effectsOf(anOperation(body), rows).ok) continue;
          const made = madeOn(body, rows);
          const now = rowsAfter(body, rows);
          const back = takeBackOf(made, now);
          const result = effectsOf(anOperation(back), now);
          expect(plain(result.ok ? rowsAfter(back, now) : now)).toBe(plain(rows));
          taken++;
          rows = now;
        }
      }),
      { numRuns: 150 },
    );
    expect(taken).toBeGreaterThan(80);
  });

  test('[ANKI-53] what was changed since stays, field by field; the rest says what it said', () => {
    const first = anImport({
      notes: [incomingNote('n', { fields: { Front: 'old', Back: 'old', Extra: 'old' } as never })],
      cards: [incomingCard('n/1')],
    });
    const before = rowsAfter(first, EMPTY);
    const second = anImport({
      notes: [
        incomingNote('n', {
          fields: { Front: 'new', Back: 'new', Extra: 'old' } as never,
          sections: ['Other'],
        }),
      ],
    });
    const made = madeOn(second, before);
    const now = withSteps(before, second, edited('n', { Back: 'my own' }));
    expect(planned(made, now).counts).toMatchObject({ notes: 0, restored: 1, changedSince: 1 });
    const back = rowsAfter(takeBackOf(made, now), now);
    expect(back.notes.get('n')).toMatchObject({
      fields: { Front: 'old', Back: 'my own', Extra: 'old' },
      sections: ['Head::Skull'],
      asImported: before.notes.get('n')?.asImported,
    });
    expect(back.decks.get(ANATOMY)?.sections).toEqual(['Head::Skull']);
  });

  test('[ANKI-53] a card that was here stands where it stood, and loses the answers that came', () => {
    const first = anImport({
      notes: [incomingNote('n')],
      cards: [incomingCard('n/1')],
      pastLogs: [pastLog('n/1', [pastEntry(9)])],
    });
    const before = rowsAfter(first, EMPTY);
    const phone = anImport({
      cards: [incomingCard('n/1', { schedule: inReview(TODAY + 40), flag: 5 })],
      pastLogs: [pastLog('n/1', [pastEntry(9), pastEntry(2)])],
    });
    const made = madeOn(phone, before);
    const now = rowsAfter(phone, before);
    expect(planned(made, now).counts).toMatchObject({ pastAnswers: 1, cardsBack: 1 });
    expect(plain(rowsAfter(takeBackOf(made, now), now))).toBe(plain(before));
    // Answered since, it is built on those answers: it stays where it is, and they with it.
    const since = withSteps(now, answered('n/1', 3));
    expect(planned(made, since).counts).toMatchObject({ cardsBack: 0, cardsAnsweredSince: 1 });
    const back = rowsAfter(takeBackOf(made, since), since);
    expect(back.cards.get('n/1')).toMatchObject({
      schedule: since.cards.get('n/1')?.schedule,
      flag: 0,
    });
    expect(unpackedLog(back.pastLogs.get('n/1')?.packed ?? '')).toHaveLength(2);
  });

  test('[ANKI-53] a deck with a note of mine, one above it, and a type in use stay', () => {
    const file = anImport({
      decks: [
        { ...A_DECK, id: ANATOMY, name: 'Anatomy', sections: [] },
        { ...A_DECK, id: 'below' as DeckId, name: 'Anatomy::Head', sections: [] },
        { ...A_DECK, id: 'other' as DeckId, name: 'Other', sections: [] },
      ],
      notes: [incomingNote('n')],
    });
    const mine: OperationBody = {
      kind: 'add-notes',
      notes: [
        {
          id: 'mine' as NoteId,
          deckId: 'below' as DeckId,
          noteTypeId: ankiType().id,
          fields: { Front: 'f', Back: 'b' } as never,
          sections: [],
        },
      ],
    };
    const made = madeOn(file, EMPTY);
    const now = withSteps(EMPTY, file, mine);
    const back = rowsAfter(takeBackOf(made, now), now);
    expect([...back.decks.keys()].sort()).toEqual(['anatomy', 'below', 'deck']);
    expect([...back.notes.keys()]).toEqual(['mine']);
    expect(back.noteTypes.has(ankiType().id)).toBe(true);
  });

  test('[ANKI-54] notes that were worked on since stay with their deck, or go too where that is wanted', () => {
    const made = madeOn(FILE, EMPTY);
    const now = withSteps(EMPTY, FILE, answered('n/1', 3), edited('m', { Back: 'my own' }));
    const plan = planned(made, now);
    expect(plan.counts).toMatchObject({
      notes: 1,
      decks: 0,
      workedOn: { notes: 2, edited: 1, answered: 1 },
    });
    const kept = rowsAfter(takeBackOf(made, now), now);
    expect([...kept.notes.keys()].sort()).toEqual(['m', 'n']);
    expect(fieldOf(kept, 'm', 'Back')).toBe('my own');
    expect(unpackedLog(kept.pastLogs.get('n/1')?.packed ?? '')).toHaveLength(2);
    const none = rowsAfter(takeBackOf(made, now, 'take'), now);
    expect(plain({ ...none, settings: EMPTY.settings })).toBe(
      plain({ ...EMPTY, settings: EMPTY.settings }),
    );
  });

  test('[ANKI-53] a note that had been deleted and was brought again is deleted again', () => {
    const grave = { id: 'note:n' };
    const before = { ...EMPTY, graves: new Map([[grave.id, grave]]) };
    const made = madeOn(FILE, before);
    const now = rowsAfter(FILE, before);
    expect(rowsAfter(takeBackOf(made, now), now).graves.has('note:n')).toBe(true);
  });

  test('[ANKI-53] taken back twice, the second finds nothing left', () => {
    const made = madeOn(FILE, EMPTY);
    const now = rowsAfter(FILE, EMPTY);
    const back = takeBackOf(made, now);
    expect(refusal(back, rowsAfter(back, now)).kept).toBe('Nothing was changed.');
  });
});
