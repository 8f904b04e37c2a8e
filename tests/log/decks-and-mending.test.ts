import { describe, expect, test } from 'vitest';
import type { DeckId, NoteId } from '../../src/kernel/ids.ts';
import type { NoteDraft } from '../../src/domain/content/note.ts';
import { effectsOf, reachOf } from '../../src/log/effects.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { admitOperation } from '../../src/log/door.ts';
import { A_DECK, aNote, anOperation, DECK, rowsOf, TODAY } from '../support/collection.ts';
import { rowsAfter } from '../support/effects.ts';

const OTHER = 'other' as DeckId;
const ONE = aNote('a', [1]);
const TWO = aNote('b', [1], { deckId: OTHER });
const ROWS = {
  ...rowsOf([ONE, TWO]),
  decks: new Map([DECK, OTHER].map((id) => [id, { ...A_DECK, id }])),
};

/** The rows that a step changes, as 'table key' and what becomes of each. */
function changed(body: OperationBody): string[] {
  const result = effectsOf(anOperation(body), ROWS);
  if (!result.ok) throw new Error(result.problem.what);
  return result.value.changes.map(({ table, key, before, after }) => {
    const became = after === undefined ? 'goes' : before === undefined ? 'comes' : 'changes';
    return `${table} ${key} ${became}`;
  });
}

describe('[LOG-7] a deck that is deleted', () => {
  const noteIds = [ONE.id, TWO.id, 'gone' as NoteId];

  test('[LOG-7] takes its own notes along, and none that lie in another by now', () => {
    const own = changed({ kind: 'delete-decks', deckIds: [DECK], noteIds });
    expect(own.filter((each) => each.startsWith('notes'))).toEqual([`notes ${ONE.id} goes`]);
    expect(own).toContain('decks deck goes');
    expect(own.some((each) => each.includes(TWO.id))).toBe(false);
  });

  test('[LOG-7] or moves them, and none of another deck', () => {
    const own = changed({ kind: 'delete-decks', deckIds: [DECK], noteIds, moveTo: OTHER });
    expect(own.filter((each) => each.startsWith('notes'))).toEqual([`notes ${ONE.id} changes`]);
  });

  test('[DECK-37] a note that came meanwhile moves as well; else it stays, and its deck with it', () => {
    const unnamed = { kind: 'delete-decks', deckIds: [DECK], noteIds: [] } as const;
    const moved = changed({ ...unnamed, moveTo: OTHER });
    expect(moved).toContain(`notes ${ONE.id} changes`);
    expect(moved).toContain('decks deck goes');
    expect(changed(unnamed)).toEqual([]);
    const both = changed({ ...unnamed, deckIds: [DECK, OTHER], noteIds: [TWO.id] });
    expect(both).toContain(`notes ${TWO.id} goes`);
    expect(both.filter((each) => each.startsWith('decks'))).toEqual([`decks ${OTHER} goes`]);
  });

  test('[DECK-37] before version 3 it went all the same, and the note was left without a deck', () => {
    const unnamed = { kind: 'delete-decks', deckIds: [DECK], noteIds: [] } as const;
    const gone = ['decks deck goes', 'graves deck:deck comes'];
    expect(changed({ ...unnamed, seesNamedAlone: true })).toEqual(gone);
    expect(changed({ ...unnamed, moveTo: OTHER, seesNamedAlone: true })).toEqual(gone);
  });

  test('[LOG-7] sees those notes, all others of the decks, the decks and all overlays', () => {
    const body = { kind: 'delete-decks', deckIds: [DECK], noteIds: [ONE.id] } as const;
    const seen = {
      ...{ noteIds: [ONE.id], notesOfDecks: [DECK] },
      ...{ deckIds: [DECK], allOverlays: true },
    };
    expect(reachOf({ ...body, deckIds: [DECK], noteIds: [ONE.id] })).toEqual(seen);
    expect(reachOf({ ...body, deckIds: [DECK], noteIds: [ONE.id], moveTo: OTHER })).toEqual({
      ...seen,
      deckIds: [DECK, OTHER],
    });
  });
});

test('[LOG-28] what is mended sees the rows that it puts and those that it takes away, by table', () => {
  const body = {
    kind: 'take-over',
    rows: [
      { table: 'notes', row: ONE },
      { table: 'decks', row: A_DECK },
      { table: 'searches', row: { id: 's', name: 'Mine', text: 'x' } },
    ],
    gone: [
      { table: 'cards', key: 'a/1' },
      { table: 'graves', key: 'deck:old' },
      { table: 'media', key: 'a.png' },
      { table: 'overlays', key: 'o' },
      { table: 'cramAnswers', key: 'c' },
    ],
  } as unknown as OperationBody;
  expect(reachOf(body)).toEqual({
    cardIds: ['a/1'],
    noteIds: [ONE.id],
    deckIds: [DECK, 'old'],
    mediaNames: ['a.png'],
    searchIds: ['s'],
    overlayIds: ['o'],
    cramAnswerIds: ['c'],
  });
});

describe('a deck file read again', () => {
  const body = {
    kind: 'load-deck',
    deckId: DECK,
    name: 'Anew',
    source: 'a.md',
    drafts: [],
    archive: [],
    keep: [],
    restore: [],
  } as const;
  const moreNew = { studyDay: TODAY, count: 20, after: 3 };
  const foreign = { program: 'anki', row: '{}' } as const;
  const deck = {
    id: DECK,
    name: 'Deck',
    presetId: 'own',
    sections: [],
    source: '',
    moreNew,
    foreign,
  };
  const rows = { ...rowsOf([], []), decks: new Map([[DECK as string, deck]]) };

  test('[TODAY-13] leaves the new cards that were let through today, and what another program keeps', () => {
    const { source, name } = body;
    expect(rowsAfter(body, rows).decks.get(DECK)).toEqual({ ...deck, name, source });
  });

  test('[DECK-18] keeps the sections of its notes that the file does not have, but for archived ones', () => {
    const stays = aNote('stays', [1], { sections: ['Therapy', 'Trials'] });
    const archived = aNote('archived', [1], { sections: ['Old'], archived: true });
    const elsewhere = aNote('elsewhere', [1], { deckId: OTHER, sections: ['Other'] });
    const { notes, cards } = rowsOf([stays, archived, elsewhere]);
    expect(rowsAfter(body, { ...rows, notes, cards }).decks.get(DECK)?.sections).toEqual([
      'Therapy',
      'Trials',
    ]);
  });

  test('[DECK-36] lists the sections of a note that lies elsewhere with the deck that it lies in', () => {
    const elsewhere = aNote('elsewhere', [1], { deckId: OTHER });
    const { notes, cards } = rowsOf([elsewhere]);
    const decks = new Map(
      [deck, { ...A_DECK, id: OTHER }].map((each) => [each.id as string, each]),
    );
    const draft = { ...(elsewhere.fromFile as NoteDraft), sections: ['New'] };
    const after = rowsAfter(
      { ...body, drafts: [draft] },
      {
        ...rows,
        notes,
        cards,
        decks,
      },
    );
    expect(after.decks.get(OTHER)?.sections).toContain('New');
    expect(after.decks.get(DECK)?.sections).toEqual([]);
  });

  test('[LOG-12] as versions 1 and 2 wrote it, it means what it did', () => {
    for (const version of [1, 2]) {
      const admitted = admitOperation({ ...anOperation(body), version });
      if (admitted.is !== 'known') throw new Error(admitted.is);
      const after = rowsAfter(admitted.operation.body, rows).decks.get(DECK);
      expect(after).toEqual({
        id: DECK,
        name: 'Anew',
        presetId: 'own',
        sections: [],
        source: 'a.md',
      });
    }
  });
});
