import type { Database } from '@sqlite.org/sqlite-wasm';
import { expect, test } from 'vitest';
import type { AnkiCollection } from '../../../../src/exchange/anki/anki-collection.ts';
import { readAnkiPackage } from '../../../../src/exchange/anki/read-package.ts';
import type { DeckId } from '../../../../src/kernel/ids.ts';
import { forged } from '../../../support/anki-package.ts';
import { importedFrom, packageOf } from '../../../support/anki-round-trip.ts';
import { bytesOfArray } from '../../../support/bytes-of-array.ts';
import expected from '../fixtures/expected.json';

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };

const read = async (bytes: Uint8Array): Promise<AnkiCollection> =>
  (await readAnkiPackage(bytesOfArray(bytes), clock.atMillis)).collection;

interface Row {
  id: number;
  conf?: number;
  name: string;
  new: { delays: number[] };
}

/** Of notes with two cards the second is in its steps, in a deck that has four of them. */
function inFourSteps(db: Database): void {
  const [decks, options] = ['decks', 'dconf'].map((name) =>
    JSON.parse(String(db.selectValue(`SELECT ${name} FROM col`))),
  ) as [Record<string, Row>, Record<string, Row>];
  const [deck] = Object.values(decks).filter((each) => each.conf !== undefined && each.id !== 1);
  const [group] = Object.values(options);
  if (!deck || !group) throw new Error('no decks');
  options['77'] = { ...group, id: 77, name: 'Four', new: { ...group.new, delays: [1, 5, 10, 60] } };
  decks['78'] = { ...deck, id: 78, name: 'Elsewhere', conf: 77 };
  db.exec({
    sql: 'UPDATE col SET decks = ?, dconf = ?',
    bind: [JSON.stringify(decks), JSON.stringify(options)],
  });
  db.exec(
    `UPDATE cards SET did = 78, odid = 0, odue = 0, type = 1, queue = 1, due = ${Math.floor(clock.atMillis / 1000)},
      ivl = 0, factor = 0, reps = 2, left = 3003, data = '{"s":2.5,"d":5.1}' WHERE ord = 1`,
  );
}

test('[ANKI-44] a card in its steps goes out as it came from a deck of its own, with more steps than its note’s', async () => {
  const file = await forged(inFourSteps);
  const before = await read(file);
  const after = await read(await packageOf(await importedFrom(file, clock)));
  const inSteps = (all: AnkiCollection) => all.cards.filter(({ ord }) => ord === 1);
  expect(inSteps(before).length).toBeGreaterThan(0);
  expect(inSteps(after)).toEqual(inSteps(before));
});

test('[ANKI-44] so does one whose note was moved here to a deck with other steps: its deck alone is another', async () => {
  const file = await forged(inFourSteps);
  const before = await read(file);
  const own = await importedFrom(file, clock);
  const target = 'anki-78' as DeckId;
  const moved = own.notes.map(({ note, cards }) => ({
    note: {
      ...note,
      asImported: { noteTypeId: note.noteTypeId, deckId: note.deckId, fields: {}, tags: '' },
      deckId: target,
    },
    cards: cards.map((each) => ({ ...each, card: { ...each.card, deckId: target } })),
  }));
  const after = await read(await packageOf({ ...own, notes: moved }));
  const steps = (all: AnkiCollection) =>
    all.cards
      .filter(({ type, odid }) => type === 1 && odid === 0)
      .map(({ id, left, data }) => ({ id, left, data }));
  expect(steps(before).length).toBeGreaterThan(1);
  expect(steps(after)).toEqual(steps(before));
});

test('[ANKI-44] notes that came out of somebody else’s deck of Anki’s own number go out in theirs', async () => {
  const file = await forged((db) => db.exec('UPDATE cards SET did = 1, odid = 0, odue = 0'));
  const own = await importedFrom(file, clock);
  const mine = own.all.decks.find(({ id }) => id === 'anki-1');
  if (!mine) throw new Error('no deck');
  const theirs = { ...mine, id: 'anki-1-0a' as DeckId, name: 'Pharmacology' };
  const notes = own.notes.map(({ note, cards }) => {
    const asImported = { noteTypeId: note.noteTypeId, deckId: theirs.id, fields: {}, tags: '' };
    return {
      note: { ...note, asImported, deckId: theirs.id },
      cards: cards.map((each) => ({ ...each, card: { ...each.card, deckId: theirs.id } })),
    };
  });
  const all = { ...own.all, decks: [mine, theirs] };
  const after = await read(await packageOf({ ...own, all, notes }));
  const names = new Set(after.cards.map(({ deckId }) => after.decks.get(deckId)?.name));
  expect([...names]).toEqual(['Pharmacology']);
  const back = await importedFrom(await packageOf({ ...own, all, notes }), clock);
  expect(back.all.decks.find(({ name }) => name === 'Pharmacology')?.id).toBe(theirs.id);
});

/** Cards in a filtered deck, which asks all of them as reviews: new, in steps by the minute and by the day, in review. */
function inFiltered(db: Database): void {
  const decks = JSON.parse(String(db.selectValue('SELECT decks FROM col')));
  decks['79'] = { ...decks['1'], id: 79, name: 'Cramming', dyn: 1, resched: true, terms: [] };
  db.exec({ sql: 'UPDATE col SET decks = ?', bind: [JSON.stringify(decks)] });
  const home = 'odid = 1, did = 79, queue = 2, due = -100000, ivl = 9, factor = 2500, reps = 3';
  const data = '{"s":9.5,"d":5.1}';
  const soon = Math.floor(clock.atMillis / 1000) + 600;
  const states = [
    `type = 0, odue = 23, left = 0, data = '{}'`,
    `type = 1, odue = ${soon}, left = 1001, data = '${data}'`,
    `type = 2, odue = 12, left = 0, data = '${data}'`,
    `type = 3, odue = 12, left = 1001, data = '${data}'`,
  ];
  for (const [at, state] of states.entries()) {
    db.exec(
      `UPDATE cards SET ${home}, ${state} WHERE id = (SELECT id FROM cards WHERE odid = 0 LIMIT 1 OFFSET ${at})`,
    );
  }
}

test.each([
  [
    'goes home in a package',
    false,
    [
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
    ],
  ],
  [
    'stays there in a whole collection',
    true,
    [
      [0, 2],
      [1, 2],
      [2, 2],
      [3, 2],
    ],
  ],
] as const)(
  '[ANKI-44] a card of a filtered deck %s, and is asked by what it is',
  async (_, isWhole, queues) => {
    const own = await importedFrom(await forged(inFiltered), clock, { isWhole });
    const before = await read(await forged(inFiltered));
    const ids = new Set(before.cards.flatMap(({ id, deckId }) => (deckId === 79 ? [id] : [])));
    const after = await read(await packageOf(own));
    const found = after.cards
      .filter(({ id }) => ids.has(id))
      .map(({ type, queue }) => [type, queue]);
    expect(found.toSorted()).toEqual(queues);
  },
);
