import { expect, test } from 'vitest';
import {
  foreignCollection,
  foreignDeck,
  foreignPreset,
  foreignType,
  readForeignCollection,
  readForeignDeck,
  readForeignNote,
  readForeignPreset,
  readForeignType,
} from '../../../src/exchange/anki/foreign-rows.ts';
import { mapCollection } from '../../../src/exchange/anki/mapping/map-collection.ts';
import { noteIdOfGuid } from '../../../src/exchange/anki/mapping/notes.ts';
import { readAnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { exactJson, parseExactJson } from '../../../src/exchange/anki/tables/exact-json.ts';
import { cardIdOf } from '../../../src/kernel/ids.ts';
import { forged, realPackage } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import expected from './fixtures/expected.json';

test.each(['oldest.apkg', 'older.apkg', 'newest.apkg', 'whole.colpkg'])(
  '[ANKI-28] what %s says of types, decks, options and itself is read back as it was',
  async (name) => {
    const { collection } = await readAnkiPackage(
      bytesOfArray(realPackage(name)),
      expected.madeAtMillis,
    );
    const { types, decks, presets } = collection;
    expect(types.size).toBeGreaterThan(0);
    for (const type of types.values()) expect(readForeignType(foreignType(type))).toEqual(type);
    for (const deck of decks.values()) expect(readForeignDeck(foreignDeck(deck))).toEqual(deck);
    for (const each of presets.values()) {
      expect(readForeignPreset(foreignPreset(each))).toEqual(each);
    }
    const otherDecks = [...decks.values()].filter(({ isFiltered }) => isFiltered);
    const back = readForeignCollection(foreignCollection(collection, otherDecks));
    expect(back).toMatchObject({
      schema: collection.schema,
      createdSeconds: collection.createdSeconds,
      changed: collection.changed,
      tags: collection.tags,
      otherDecks,
    });
    expect(new Map(Object.entries(back?.config ?? {}))).toEqual(collection.config.all);
  },
);

test.each(['oldest.apkg', 'newest.apkg', 'whole.colpkg'])(
  '[ANKI-28] each note of %s keeps its own row and those of its cards, by slot',
  async (name) => {
    const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };
    const bytes = bytesOfArray(realPackage(name));
    const { collection } = await readAnkiPackage(bytes, clock.atMillis);
    const { notes, elsewhere, days } = mapCollection(collection, clock);
    const own = new Map(notes.map((note) => [note.id, readForeignNote(note.foreign)]));
    for (const { fields: _, tags, ...row } of collection.notes) {
      const { firstDay, note } = own.get(noteIdOfGuid(row)) ?? {};
      expect(firstDay).toBe(days.firstDay);
      expect({ ...note, tags: undefined }).toEqual({ ...row, tags: undefined });
      if (note?.tags) expect(note.tags).toEqual(tags);
    }
    const guids = new Map(collection.notes.map((note) => [note.id, noteIdOfGuid(note)]));
    let homes = 0;
    for (const { noteId, ord, ...row } of collection.cards) {
      const id = guids.get(noteId);
      const { home, logUsns = [], ...kept } = (id && own.get(id)?.cards[ord + 1]) ?? {};
      expect(kept).toEqual(row);
      if (id) expect(home).toBe(elsewhere.get(cardIdOf(id, ord + 1)));
      if (home) homes++;
      const answers = [...collection.reviews.cardIds].filter((each) => each === row.id);
      expect(logUsns.reduce((sum, [, rows]) => sum + rows, 0)).toBe(answers.length);
    }
    expect(homes).toBe(elsewhere.size);
  },
);

test('[ANKI-28] numbers of 64 bits are kept whole, and texts that look like them are texts', () => {
  const row = { id: 9007199254740993n, name: '9007199254740993', small: -1, list: [2n ** 62n] };
  expect(exactJson(row)).toBe(
    '{"id":9007199254740993,"name":"9007199254740993","small":-1,"list":[4611686018427387904]}',
  );
  expect(parseExactJson(exactJson(row))).toEqual(row);
});

test('[ANKI-28] what another program kept, or what cannot be read, is no row of Anki’s', () => {
  expect(readForeignNote({ program: 'mnemosyne', row: '{"note":{},"cards":{}}' })).toBeUndefined();
  expect(readForeignNote({ program: 'anki', row: '{"note' })).toBeUndefined();
  expect(readForeignType({ program: 'anki', row: '{}' })).toBeUndefined();
  expect(readForeignNote(undefined)).toBeUndefined();
});

test('[ANKI-18] digits behind a point are no whole number, however many: an add-on’s 5/6', async () => {
  const row = {
    ratio: 5 / 6,
    list: [-1 / 3, 1e-17, 0.8999999761581421],
    id: 4_611_686_018_427_387_904n,
  };
  expect(parseExactJson(exactJson(row))).toEqual(row);
  const file = await forged((db) => {
    const conf = JSON.parse(String(db.selectValue('SELECT conf FROM col')));
    const text = JSON.stringify({ ...conf, addOn: row.ratio });
    db.exec({ sql: 'UPDATE col SET conf = ?', bind: [text] });
  });
  const { collection } = await readAnkiPackage(bytesOfArray(file), expected.madeAtMillis);
  expect(collection.config.all.get('addOn')).toBe(row.ratio);
});
