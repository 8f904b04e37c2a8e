import { describe, expect, test } from 'vitest';
import type { Reach, TableName } from '../../../src/domain/collection/rows.ts';
import type {
  CardId,
  DeckId,
  DeviceId,
  NoteId,
  NoteTypeId,
  OperationId,
} from '../../../src/kernel/ids.ts';
import { MOST_LATER_STEPS, redoStack, standsInTheWay } from '../../../src/log/replay/standing.ts';

const [mine, phone] = ['mine', 'phone'] as DeviceId[] as [DeviceId, DeviceId];
const changed = (table: TableName, key: string) => [{ table, key }];
const isBlocked = (table: TableName, key: string, reach: Reach) =>
  standsInTheWay(mine, mine, changed(table, key), [{ deviceId: phone, reach }]);

const card = 'd:n/1' as CardId;
const sibling = 'd:n/2' as CardId;
const other = 'd:m/1' as CardId;
const note = 'd:n' as NoteId;
const deck = 'd' as DeckId;

describe('a later step of another device', () => {
  test.each<readonly [string, TableName, string, Reach, boolean]>([
    ['about a sibling', 'cards', card, { cardIds: [sibling] }, true],
    ['about its note', 'cards', card, { noteIds: [note] }, true],
    ['about another card', 'cards', card, { cardIds: [other] }, false],
    ['about a card of the changed note', 'notes', note, { cardIds: [card] }, true],
    ['about a whole deck', 'cards', card, { notesOfDeck: deck }, true],
    ['about a whole type', 'notes', note, { notesOfType: 'basic' as NoteTypeId }, true],
    ['about a card, where a deck changed', 'decks', deck, { cardIds: [other] }, true],
    ['about all decks, where one was deleted', 'graves', 'deck:d', { allDecks: true }, true],
    ['about a file, where a deck changed', 'decks', deck, { mediaNames: ['a.png'] }, false],
    ['about that file', 'media', 'a.png', { mediaNames: ['b.png', 'a.png'] }, true],
    ['about a history of its note', 'notes', note, { pastLogIds: [card] }, true],
    ['about a history of another note', 'notes', note, { pastLogIds: [other] }, false],
    ['about another search', 'searches', 's', { searchIds: ['t'] }, false],
    ['about that search', 'searches', 's', { searchIds: ['s'] }, true],
    [
      'about that crammed answer',
      'cramAnswers',
      'x',
      { cramAnswerIds: ['x' as OperationId] },
      true,
    ],
    ['about that exam', 'overlays', 'e', { overlayIds: ['e' as never] }, true],
    ['about all exams', 'overlays', 'e', { allOverlays: true }, true],
    ['about all exams, where a card changed', 'cards', card, { allOverlays: true }, false],
    ['about anything, where study options changed', 'presets', 'p', {}, true],
    ['about anything, where the settings changed', 'settings', 'study', {}, true],
    ['about anything, where a note type changed', 'noteTypes', 't', {}, true],
  ])(
    '[LOG-20] %s stands in the way as far as it could have seen it',
    (_what, table, key, reach, yes) => {
      expect(isBlocked(table, key, reach)).toBe(yes);
    },
  );

  test('[LOG-20] of the same device, or of the one that takes back, always stands in the way', () => {
    const later = [{ deviceId: phone, reach: {} }];
    expect(standsInTheWay(phone, mine, changed('searches', 's'), later)).toBe(true);
    expect(standsInTheWay(mine, phone, changed('searches', 's'), later)).toBe(true);
    expect(standsInTheWay(mine, mine, changed('searches', 's'), later)).toBe(false);
    expect(standsInTheWay(mine, mine, changed('presets', 'p'), [])).toBe(false);
  });

  test('[LOG-20] that could have seen it stands in the way among others that could not', () => {
    const [seen, unseen] = [{ cardIds: [sibling] }, { cardIds: [other] }];
    const later = [unseen, seen, unseen].map((reach) => ({ deviceId: phone, reach }));
    expect(standsInTheWay(mine, mine, changed('cards', card), later)).toBe(true);
  });

  test('[LOG-20] more of them than are looked through stand in the way', () => {
    const many = Array.from({ length: MOST_LATER_STEPS }, () => ({ deviceId: phone, reach: {} }));
    expect(standsInTheWay(mine, mine, changed('cards', card), many)).toBe(false);
    const more = [...many, { deviceId: phone, reach: {} }];
    expect(standsInTheWay(mine, mine, changed('cards', card), more)).toBe(true);
  });
});

test('[LOG-21] what can be done again is what was taken back and not done again, the last first', () => {
  const undo = (target: string) => ({ kind: 'undo', target }) as const;
  const redo = (target: string) => ({ kind: 'redo', target }) as const;
  expect(redoStack([])).toEqual([]);
  expect(redoStack([undo('c'), undo('b')])).toEqual(['c', 'b']);
  expect(redoStack([undo('c'), undo('b'), redo('b')])).toEqual(['c']);
  expect(redoStack([undo('c'), undo('b'), redo('c')])).toEqual(['c', 'b']);
  expect(redoStack([undo('c'), redo('c'), undo('c')])).toEqual(['c']);
});
