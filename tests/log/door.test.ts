import { describe, expect, test } from 'vitest';
import type { CardId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import { admitOperation } from '../../src/log/door.ts';
import { reachOf } from '../../src/log/effects.ts';
import { envelopeFault } from '../../src/log/envelope.ts';
import { defineKind } from '../../src/log/kind.ts';
import type { OperationBody } from '../../src/log/operation.ts';
import { REGISTRY, registryOf } from '../../src/log/registry.ts';
import { replayOperations } from '../../src/log/replay/replay-all.ts';
import { stateHash } from '../../src/log/replay/state-hash.ts';
import { object, text } from '../../src/log/shapes.ts';
import { ok } from '../../src/kernel/problem.ts';
import { anOperation, DECK } from '../support/collection.ts';

const created: OperationBody = {
  kind: 'create-deck',
  deckId: DECK,
  name: 'Deck',
  presetId: 'default',
};
const answered: OperationBody = {
  kind: 'answer',
  cardId: 'deck:a/1' as CardId,
  grade: 3,
  durationMillis: 1000,
  repsBefore: 0,
};

describe('the door', () => {
  test('[LOG-10] a sound operation passes as the very same object', () => {
    const operation = anOperation(answered);
    expect(admitOperation(operation)).toEqual({ is: 'known', operation });
    expect((admitOperation(operation) as { operation: unknown }).operation).toBe(operation);
  });

  const sound = anOperation(answered);
  test.each([
    ['nothing', undefined],
    ['a text', 'operation'],
    ['no device', { ...sound, deviceId: '' }],
    ['another device’s id', { ...sound, id: 'device-b:0000000000' }],
    ['a broken number', { ...sound, counter: 0.5 }],
    ['a negative number', { ...sound, counter: -1 }],
    ['no logical time', { ...sound, logicalMillis: Number.NaN }],
    ['no time', { ...sound, atMillis: Number.POSITIVE_INFINITY }],
    ['an offset of weeks', { ...sound, utcOffsetMinutes: 20_000 }],
    ['a day of another month', { ...sound, studyDay: sound.studyDay + 30 }],
    ['an unknown author', { ...sound, origin: 'somebody' }],
    ['no version', { ...sound, version: undefined }],
    ['no body', { ...sound, body: null }],
    ['a body without a kind', { ...sound, body: {} }],
  ])('[LOG-10] an envelope with %s is broken, and says so', (_what, value) => {
    expect(envelopeFault(value)).toMatch(/^it(s| ) ?\w/);
    expect(admitOperation(value).is).toBe('broken');
  });

  test.each([
    ['a fifth grade', { ...answered, grade: 5 }],
    ['no card', { ...answered, cardId: '' }],
    ['a time as text', { ...answered, durationMillis: '4' }],
    ['half a repetition', { ...answered, repsBefore: 1.5 }],
    ['a list for a deck', { ...created, deckId: [] }],
    ['flags beyond the seventh', { kind: 'flag', cardIds: ['deck:a/1'], flag: 8 }],
    ['notes that are none', { kind: 'add-notes', notes: [{ id: 'x' }] }],
    ['an exam without its minutes', { kind: 'set-overlay', overlay: { kind: 'exam', id: 'e' } }],
    ['weights that are words', { kind: 'set-study', settings: { id: 'study', weights: ['a'] } }],
  ])(
    '[LOG-10] a body with %s is named with its kind or field, and changes nothing',
    (_what, body) => {
      const broken = { ...anOperation(created, 1), body, version: 1 };
      const admitted = admitOperation(broken);
      expect(admitted).toMatchObject({ is: 'broken', id: broken.id });
      expect((admitted as { why: string }).why).toMatch(/^its body is damaged \(.+\)$/);
      const replayed = replayOperations([anOperation(created), broken]);
      expect(replayed.refused.map(({ id }) => id)).toEqual([broken.id]);
      expect(stateHash(replayed)).toBe(stateHash(replayOperations([anOperation(created)])));
    },
  );

  test('[LOG-10] the field that is damaged is named, and the kind where it is the whole', () => {
    const whyOf = (body: object): string => {
      const admitted = admitOperation({ ...anOperation(created, 1), body, version: 1 });
      return admitted.is === 'broken' ? admitted.why : '';
    };
    expect(whyOf({ ...created, name: 4 })).toBe('its body is damaged (name)');
    expect(whyOf({ kind: 'set-overlay', overlay: { kind: 'dinner' } })).toMatch(/\(overlay/);
    const row = { table: 'cramAnswers', row: { id: 'a' } };
    expect(whyOf({ kind: 'take-over', rows: [row], gone: [] })).toMatch(/\(rows/);
  });

  test('[LOG-28] a row of any table is taken over as it is, and one that is none is not', () => {
    const cram = {
      id: 'device:0000000001',
      cramId: 'c',
      cardId: 'deck:a/1',
      grade: 3,
      durationMillis: 1,
      atMillis: 1,
      studyDay: 1,
    };
    const taken = (row: object): string => {
      const body = { kind: 'take-over', rows: [{ table: 'cramAnswers', row }], gone: [] };
      return admitOperation({ ...anOperation(created, 1), body, version: 1 }).is;
    };
    for (const state of ['open', 'accepted', 'dropped'])
      expect(taken({ ...cram, state })).toBe('known');
    expect(taken({ ...cram, state: 'lost' })).toBe('broken');
    expect(taken(cram)).toBe('broken');
  });

  test('[LOG-10] fields that a shape does not know are let through, not cut off', () => {
    const body = { ...created, colour: 'blue' };
    const admitted = admitOperation({ ...anOperation(created), body });
    expect(admitted).toMatchObject({ is: 'known', operation: { body } });
  });

  test('[LOG-12] a renaming of one file, as version 1 wrote it, is one of a list of one', () => {
    const body = { kind: 'rename-media', from: 'a.png', to: 'b.png', edits: [] };
    const old = { ...anOperation(created), body, version: 1 };
    expect(admitOperation(old)).toMatchObject({
      is: 'known',
      operation: { version: 2, body: { renames: [{ from: 'a.png', to: 'b.png' }], edits: [] } },
    });
    expect(admitOperation({ ...old, body: { kind: 'rename-media', edits: 4 } }).is).toBe('broken');
  });

  test('[LOG-12] a deck file loaded before version 3 sees its own deck alone, as it did', () => {
    const load = { kind: 'load-deck', deckId: DECK, name: 'Deck', source: '', drafts: [] } as const;
    const body = { ...load, archive: [], keep: [], restore: [] };
    for (const version of [1, 2]) {
      const admitted = admitOperation({ ...anOperation(created), body, version });
      if (admitted.is !== 'known') throw new Error(admitted.is);
      expect(reachOf(admitted.operation.body)).toEqual({ notesOfDeck: DECK, deckIds: [DECK] });
    }
    expect(reachOf(body)).toEqual({ notesOfDeck: DECK, deckIds: [DECK], noteIds: [] });
  });

  test('[LOG-12] every kind can bring each older version up to its own', () => {
    for (const { version, upgrade = {} } of REGISTRY.values()) {
      const steps = Array.from({ length: version - 1 }, (_, at) => at + 1);
      expect(Object.keys(upgrade).map(Number)).toEqual(steps);
    }
  });
});

/** A kind as a later program might bring: all of it in one place. */
const foldDeck = defineKind({
  name: 'fold-deck',
  version: 1,
  shape: object({ deckId: text }),
  word: 'fold deck',
  about: () => ({}),
  reach: ({ deckId }) => ({ deckIds: [deckId as typeof DECK] }),
  effects({ deckId }, _stamp, rows) {
    const before = rows.decks.get(deckId);
    const after = before && { ...before, name: `${before.name} (folded)` };
    return ok({ changes: before ? [{ table: 'decks', key: deckId, before, after }] : [] });
  },
});

describe('a kind of the future', () => {
  const future = {
    ...anOperation(created, 1),
    body: { kind: 'fold-deck', deckId: DECK },
    version: 1,
  };
  const log = [anOperation(created), future, anOperation({ ...created, name: 'Late' }, 2)];

  test('[LOG-11] is put aside and named, with what is the same without it still in force', () => {
    const replayed = replayOperations(log);
    expect(replayed.deferred.map(({ why }) => why)).toEqual(['a step of a kind “fold-deck”']);
    expect(replayed.decks.get(DECK)?.name).toBe('Deck');
    const newer = { ...anOperation(created), version: 7 };
    expect(admitOperation(newer)).toMatchObject({
      is: 'deferred',
      why: '“new deck” in version 7',
    });
  });

  test('[LOG-11] is applied in its place as soon as one file and the registry say what it is', () => {
    const registry = registryOf([...REGISTRY.values(), foldDeck]);
    const replayed = replayOperations(log, registry);
    expect(replayed.deferred).toEqual([]);
    expect(replayed.decks.get(DECK)?.name).toBe('Deck (folded)');
    const undone = { ...anOperation({ kind: 'undo', target: future.id }, 2) };
    expect(replayOperations([...log.slice(0, 2), undone], registry).decks.get(DECK)?.name).toBe(
      'Deck',
    );
  });

  test('two kinds of one name are a defect that shows at once', () => {
    expect(() => registryOf([foldDeck, foldDeck])).toThrow('fold-deck');
  });
});

test('[LOG-14] of two steps under one number the first is kept, and the other named', () => {
  const second = { ...anOperation({ ...created, name: 'Other' }, 0), logicalMillis: 9e12 };
  const replayed = replayOperations([second, anOperation(created)]);
  expect(replayed.refused).toEqual([
    { id: second.id, why: 'its number was given to another step before it' },
  ]);
  expect(replayed.decks.get(DECK)?.name).toBe('Deck');
});

test('[LOG-13] missing numbers are told as gaps, by device', () => {
  const replayed = replayOperations([anOperation(created, 2), anOperation(answered, 5)]);
  expect(replayed.gaps).toEqual([
    { deviceId: 'device-a', from: 0, to: 1 },
    { deviceId: 'device-a', from: 3, to: 4 },
  ]);
});

test('[LOG-8] a note and the deck that is made for it are one operation, and one undo', () => {
  const note = {
    id: 'deck:n' as NoteId,
    deckId: DECK,
    noteTypeId: 'basic' as NoteTypeId,
    fields: { front: 'f' } as never,
    sections: ['Heart'],
  };
  const newDeck = { name: 'Deck', presetId: 'default' };
  const body: OperationBody = { kind: 'add-notes', notes: [note], newDeck };
  const replayed = replayOperations([anOperation(body)]);
  expect(replayed.decks.get(DECK)).toMatchObject({ name: 'Deck', sections: ['Heart'] });
  expect(replayed.cards.size).toBe(1);
  const undo = anOperation({ kind: 'undo', target: anOperation(body).id }, 1);
  const undone = replayOperations([anOperation(body), undo]);
  expect([undone.decks.size, undone.notes.size, undone.cards.size]).toEqual([0, 0, 0]);
});
