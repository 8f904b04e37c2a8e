import type { Database } from '@sqlite.org/sqlite-wasm';
import { expect, test } from 'vitest';
import { historyIdOf } from '../../../src/domain/collection/card.ts';
import { NO_ROWS, type Rows } from '../../../src/domain/collection/rows.ts';
import { DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import type { Review } from '../../../src/domain/collection/review.ts';
import { unpackedLog } from '../../../src/domain/import/packed-log.ts';
import { changesNothing, decide } from '../../../src/engine/import/decide/decide.ts';
import { type Here, NOTHING_HERE } from '../../../src/engine/import/decide/here.ts';
import { nameFor, namesHere } from '../../../src/engine/import/decide/media-names.ts';
import { withSlotsHere } from '../../../src/engine/import/decide/slots-here.ts';
import { DEFAULT_CHOICES, type ImportChoices } from '../../../src/engine/import/import-look.ts';
import type { Brought } from '../../../src/exchange/incoming/brought.ts';
import { broughtByPackage } from '../../../src/exchange/incoming/of-package.ts';
import type { CardId, DeckId, FieldId, OperationId } from '../../../src/kernel/ids.ts';
import type { MediaName } from '../../../src/domain/media/media-file.ts';
import { forged, realPackage } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { rowsAfter } from '../../support/effects.ts';
import expected from '../anki/fixtures/expected.json';

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };
const LATER = expected.madeAtMillis + 3_600_000;

const brought = async (bytes: Uint8Array): Promise<Brought> =>
  broughtByPackage(bytesOfArray(bytes), { ...clock, atMillis: LATER });
const oldest = () => brought(realPackage('oldest.apkg'));

function afterImport(of: Brought, rows: Rows = NO_ROWS, here: Here = NOTHING_HERE): Rows {
  return rowsAfter(
    { kind: 'import', ...decide('a.apkg', of, here, DEFAULT_CHOICES).incoming },
    rows,
  );
}

function hereOf(rows: Rows, answers: Here['answers'] = new Map()): Here {
  return {
    ...rows,
    ...{ types: rows.noteTypes, decks: [...rows.decks.values()], answers },
    deleted: new Set(),
    settings: rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS,
    media: new Map([...rows.media.values()].map((file) => [file.id.toLowerCase(), file])),
  };
}

const decided = (of: Brought, here: Here, choices: Partial<ImportChoices> = {}) =>
  decide('a.apkg', of, here, { ...DEFAULT_CHOICES, ...choices });

/** The package with the text of its questions changed by their author. */
const corrected = () =>
  forged((db) => db.exec("UPDATE notes SET flds = replace(flds, 'Question 0', 'Corrected 0')"));

test('[ANKI-32] imported into nothing all is new; the same again changes nothing', async () => {
  const file = await oldest();
  const first = decided(file, NOTHING_HERE);
  expect(first.notes).toMatchObject({ added: expected.notes, unchanged: 0, inConflict: 0 });
  const here = hereOf(afterImport(file));
  const again = decided(file, here);
  expect(again.notes).toMatchObject({ added: 0, updated: 0, unchanged: expected.notes });
  expect(changesNothing(again, here)).toBe(true);
});

test('[ANKI-22] what the author changed comes, what I changed stays, and both is shown side by side', async () => {
  const rows = afterImport(await oldest());
  const theirs = await brought(await corrected());
  const update = decided(theirs, hereOf(rows));
  expect(update.notes).toMatchObject({ updated: 1, unchanged: expected.notes - 1, inConflict: 0 });
  const [example] = update.notes.updatedExamples;
  expect(example?.fields).toEqual([{ name: 'Front', mine: 'Question 0', theirs: 'Corrected 0' }]);
  const note = [...rows.notes.values()].find(({ id }) => id === example?.noteId);
  const [fieldId] =
    Object.entries(note?.fields ?? {}).find(([, text]) => text === 'Question 0') ?? [];
  if (!note || !fieldId) throw new Error('not there');
  const own = { ...note, fields: { ...note.fields, [fieldId as FieldId]: 'Mine' } };
  const here = hereOf({ ...rows, notes: new Map([...rows.notes, [note.id, own]]) });
  const conflict = decided(theirs, here);
  expect(conflict.notes).toMatchObject({ updated: 0, inConflict: 1, keptMine: 1 });
  expect(conflict.notes.conflicts).toEqual([
    {
      noteId: note.id,
      summary: 'Mine',
      fields: [{ name: 'Front', mine: 'Mine', theirs: 'Corrected 0' }],
    },
  ]);
  expect(conflict.incoming.theirs).toEqual([]);
  const given = decided(theirs, here, { conflicts: 'theirs' });
  expect(given.incoming.theirs).toEqual([note.id]);
  expect(given.notes.keptMine).toBe(0);
  const single = { perNote: { [note.id]: 'theirs' } } as const;
  expect(decided(theirs, here, single).incoming.theirs).toEqual([note.id]);
  expect(decided(theirs, here, { existing: 'keep' }).incoming.notes).toEqual([]);
  expect(decided(theirs, here, { existing: 'replace' }).incoming.replaced).toContain(note.id);
});

test('[ANKI-29] a deck of the same name is that deck, and what lies in it goes there', async () => {
  const file = await oldest();
  const [deck] = file.decks;
  if (!deck) throw new Error('no deck');
  const mine = { ...deck, id: 'mine' as DeckId, name: deck.name.toUpperCase() };
  const { incoming } = decided(file, { ...NOTHING_HERE, decks: [mine] });
  expect(incoming.decks.map(({ id }) => id)).toContain('mine');
  const there = file.notes.filter(({ deckId }) => deckId === deck.id).length;
  expect(incoming.notes.filter(({ deckId }) => deckId === 'mine')).toHaveLength(there);
  expect(incoming.notes.some(({ deckId }) => deckId === deck.id)).toBe(false);
});

test('[ANKI-29] fields without lasting ids are put together by their names, and it is said', async () => {
  const file = await oldest();
  const [type] = file.types;
  if (!type) throw new Error('no type');
  const renamed = new Map(type.fields.map(({ id }) => [id, `own-${id}` as FieldId]));
  const mine = {
    ...type,
    fields: type.fields.map((field) => ({ ...field, id: renamed.get(field.id) ?? field.id })),
    sortFieldId: renamed.get(type.sortFieldId) ?? type.sortFieldId,
  };
  const here = { ...NOTHING_HERE, types: new Map([[type.id as string, mine]]) };
  const { incoming, otherwise } = decided(file, here);
  expect(incoming.types.find(({ id }) => id === type.id)?.fields).toEqual(mine.fields);
  for (const { noteTypeId, fields } of incoming.notes) {
    if (noteTypeId !== type.id) continue;
    expect(Object.keys(fields).every((id) => id.startsWith('own-'))).toBe(true);
  }
  expect(otherwise.filter((each) => each.includes('put together by name'))).toHaveLength(1);
});

interface TypeInFile {
  readonly tmpls: { id?: number }[];
}

/** `change` made in the types of two cards; answers which cards are of their notes. */
function inTypesOfTwo(db: Database, change: (type: TypeInFile) => unknown): string {
  const types = JSON.parse(String(db.selectValue('SELECT models FROM col')));
  const two = Object.entries<TypeInFile>(types).filter(([, type]) => type.tmpls.length === 2);
  for (const [, type] of two) change(type);
  db.exec({ sql: 'UPDATE col SET models = ?', bind: [JSON.stringify(types)] });
  return `nid IN (SELECT id FROM notes WHERE mid IN (${two.map(([id]) => id).join(', ')}))`;
}

test.each(['ids', 'names'])(
  '[ANKI-64] known by their %s, cards stay where they are when the author turns their order or takes one out',
  async (knownBy) => {
    const plain = (type: TypeInFile) => {
      if (knownBy === 'names') for (const template of type.tmpls) delete template.id;
    };
    const studied = (db: Database): void => {
      const notes = inTypesOfTwo(db, plain);
      db.exec(
        `UPDATE cards SET type = 2, queue = 2, due = 9, ivl = 9, reps = ord + 7 WHERE ${notes}`,
      );
    };
    const rows = afterImport(await brought(await forged(studied)));
    const turned = await forged((db) => {
      studied(db);
      const notes = inTypesOfTwo(db, (type) => type.tmpls.reverse());
      db.exec(`UPDATE cards SET ord = 1 - ord WHERE ${notes}`);
    });
    const shorter = await forged((db) => {
      studied(db);
      const notes = inTypesOfTwo(db, (type) => type.tmpls.shift());
      db.exec(`DELETE FROM cards WHERE ord = 0 AND ${notes}`);
      db.exec(`UPDATE cards SET ord = 0 WHERE ${notes}`);
    });
    const typesOfTwo = [...rows.noteTypes.values()].filter(
      ({ kind, templates }) => kind === 'standard' && templates.length === 2,
    );
    expect(typesOfTwo.length).toBeGreaterThan(0);
    for (const bytes of [turned, shorter]) {
      const file = await brought(bytes);
      const found = withSlotsHere(file, [...rows.noteTypes.values()]);
      const after = afterImport(found, rows, hereOf(rows));
      for (const { id, templates } of typesOfTwo) {
        for (const template of after.noteTypes.get(id)?.templates ?? [])
          expect(templates).toContainEqual(template);
      }
      for (const [id, { schedule }] of rows.cards)
        expect(after.cards.get(id)?.schedule).toEqual(schedule);
      expect(after.cards.size).toBe(rows.cards.size);
      const again = withSlotsHere(file, [...after.noteTypes.values()]);
      const here = hereOf(after);
      expect(changesNothing(decided(again, here), here)).toBe(true);
    }
  },
);

/** Some card's log in the file with one answer more, and its date as that answer left it. */
async function studiedOnPhone(atMillis: number) {
  const file = await oldest();
  const rows = afterImport(file);
  const log = file.pastLogs.find(({ id, packed }) => {
    const isReview = rows.cards.get(id)?.schedule.state === 'review';
    return isReview && unpackedLog(packed).length > 1;
  });
  if (!log) throw new Error('nothing was studied');
  const card = rows.cards.get(log.id);
  const bytes = await forged((db) => {
    const [ankiId] = db.selectArrays(
      `SELECT cid FROM revlog GROUP BY cid HAVING max(id) = ${unpackedLog(log.packed).at(-1)?.atMillis}`,
    );
    const id = Number(ankiId?.[0]);
    db.exec(`INSERT INTO revlog VALUES (${atMillis}, ${id}, -1, 3, 40, 20, 2500, 4000, 1)`);
    db.exec(
      `UPDATE cards SET due = due + 40, ivl = 40, reps = reps + 1, flags = 3 WHERE id = ${id}`,
    );
  });
  if (!card) throw new Error('no card');
  return { file: await brought(bytes), rows, card, log };
}

test('[ANKI-31] newer answers of a phone come to a card that is here, with the date it has there', async () => {
  const { file, rows, card } = await studiedOnPhone(expected.madeAtMillis + 1000);
  const here = hereOf(rows);
  const { incoming, cardsAnsweredSince, newerEntries } = decided(file, here);
  expect([cardsAnsweredSince, newerEntries]).toEqual([1, 1]);
  const moved = file.cards.find(({ id }) => id === card.id);
  expect(incoming.cards).toEqual([{ ...moved, flag: 3 }]);
  const after = afterImport(file, rows, here);
  expect(after.cards.get(card.id)?.schedule).toEqual(moved?.schedule);
  expect(after.cards.get(card.id)?.schedule).not.toEqual(card.schedule);
  // Once they are one history, the file brings nothing more.
  expect(decided(file, hereOf(after)).cardsAnsweredSince).toBe(0);
  expect(decided(file, here, { withSchedule: false }).incoming.cards).toEqual([]);
});

test('[ANKI-67] without their schedule notes come unmarked and as no leeches; those that are here keep their marks', async () => {
  const file = await brought(
    await forged((db) => db.exec("UPDATE notes SET tags = ' marked leech Heart '")),
  );
  const without = { withSchedule: false };
  const fresh = decided(file, NOTHING_HERE, without).incoming.notes;
  expect(fresh.length).toBeGreaterThan(1);
  for (const { tags, sections } of fresh) expect([tags, sections]).toEqual([[], ['Heart']]);
  expect(decided(file, NOTHING_HERE).incoming.notes[0]?.tags.toSorted()).toEqual([
    'leech',
    'marked',
  ]);
  const marked = hereOf(afterImport(file));
  const author = await brought(
    await forged((db) =>
      db.exec(
        "UPDATE notes SET tags = ' Heart ', flds = replace(flds, 'Question 0', 'Corrected 0')",
      ),
    ),
  );
  const { notes } = decided(author, marked, without).incoming;
  expect(notes.map(({ tags }) => tags.toSorted())).toEqual(notes.map(() => ['leech', 'marked']));
});

test('[ANKI-31] answered here and there, both histories are one, in the order of time', async () => {
  const { file, rows, card } = await studiedOnPhone(expected.madeAtMillis + 600_000);
  const schedule = card.schedule;
  if (schedule.state !== 'review') throw new Error('not in review');
  const own = (atMillis: number, flag: number): Here => {
    const review: Review = {
      ...{ operationId: 'device-a:0000000009' as OperationId, cardId: historyIdOf(card) },
      ...{ deckId: card.deckId, atMillis, studyDay: Math.floor(atMillis / 86_400_000) },
      ...{ grade: 1, durationMillis: 3000, kind: 'review', elapsedDays: 5, intervalDays: 0 },
      memory: schedule.memory,
    };
    const cards = new Map([...rows.cards, [card.id as string, { ...card, flag: flag as 5 }]]);
    return hereOf({ ...rows, cards }, new Map([[card.id as string, [review]]]));
  };
  const earlier = decided(file, own(expected.madeAtMillis + 60_000, 5)).incoming;
  const later = decided(file, own(expected.madeAtMillis + 1_200_000, 5)).incoming;
  const [one, other] = [earlier.cards[0], later.cards[0]];
  // Good on the phone after Again here, and Again here after Good on the phone.
  expect([one?.flag, other?.flag]).toEqual([3, 5]);
  expect(one?.schedule).not.toEqual(other?.schedule);
  expect(other?.schedule.state).toBe('relearning');
  const theirs = file.cards.find(({ id }) => id === card.id)?.schedule;
  for (const each of [one, other]) {
    expect(each?.schedule).not.toEqual(theirs);
    expect(each?.schedule.lapses).toBeGreaterThan(0);
  }
  // An answer of Rounds' that came back by the phone is no second one.
  const [kept] = later.pastLogs;
  expect(unpackedLog(kept?.packed ?? '').map(({ atMillis }) => atMillis)).not.toContain(
    expected.madeAtMillis + 1_200_000,
  );
});

test('[ANKI-31] an answer given here that comes back in the file’s log is the same answer', async () => {
  const { file, rows, card } = await studiedOnPhone(expected.madeAtMillis + 1000);
  const review = {
    ...{ operationId: 'device-a:0000000009', cardId: card.id, deckId: card.deckId },
    ...{ atMillis: expected.madeAtMillis + 1000, studyDay: 1, grade: 3, durationMillis: 1 },
    ...{ kind: 'review', elapsedDays: 1, intervalDays: 40 },
  } as unknown as Review;
  const here = hereOf(rows, new Map([[card.id as string, [review]]]));
  const { incoming, cardsAnsweredSince } = decided(file, here);
  expect(cardsAnsweredSince).toBe(0);
  expect([incoming.cards, incoming.pastLogs]).toEqual([[], []]);
});

test('[ANKI-30] a file whose name has other bytes here goes by another, and the notes follow', async () => {
  const file = await oldest();
  const [picture] = file.media;
  if (!picture) throw new Error('no media');
  const sha256 = 'a'.repeat(64);
  const other = { id: picture.name, sha256, bytes: 1, type: 'image/png', addedAtMillis: 0 };
  const here = { ...NOTHING_HERE, media: new Map([[picture.name.toLowerCase(), other]]) };
  const names = await namesHere(file.media, here, async () => 'b'.repeat(64));
  const name = names.get(picture.name);
  expect(name).toMatch(/-bbbbbbbb\./);
  const { incoming } = decide('a.apkg', file, here, DEFAULT_CHOICES, names);
  const texts = incoming.notes.flatMap(({ fields }) => Object.values(fields)).join('\n');
  expect(texts).toContain(name);
  expect(texts).not.toContain(`"${picture.name}"`);
  const styled = file.types.map((type) => ({
    ...type,
    css: `a { background: url("${picture.name}") }`,
  }));
  const { types } = decide(
    'a.apkg',
    { ...file, types: styled },
    here,
    DEFAULT_CHOICES,
    names,
  ).incoming;
  const address = encodeURIComponent(String(name));
  for (const { css } of types) expect(css).toBe(`a { background: url("${address}") }`);
  // The very bytes that are here keep the name, also in other letters.
  expect(nameFor(picture.name.toUpperCase() as MediaName, sha256, here.media)).toBe(picture.name);
  const same = {
    ...here,
    media: new Map([[picture.name.toLowerCase(), { ...other, bytes: picture.bytes ?? 0 }]]),
  };
  expect(await namesHere(file.media, same, async () => undefined)).toEqual(new Map());
});

test('[ANKI-32] one deck alone brings its own notes, types, options and files', async () => {
  const file = await oldest();
  const [deck] = file.decks.filter(({ id }) => file.notes.some(({ deckId }) => deckId === id));
  if (!deck) throw new Error('no deck');
  const { incoming, chosen, cards } = decided(file, NOTHING_HERE, { decks: [deck.id] });
  expect(chosen.every(({ deckId }) => deckId === deck.id)).toBe(true);
  const ids = new Set(chosen.map(({ id }) => id as string));
  const own = file.cards.filter(({ id }) => ids.has((id as CardId).replace(/\/\d+$/, '')));
  expect(cards).toBe(own.length);
  expect(incoming.decks).toEqual([deck]);
  const types = new Set(chosen.map(({ noteTypeId }) => noteTypeId));
  expect(incoming.types.map(({ id }) => id).sort()).toEqual([...types].sort());
  expect(incoming.settings).toBeUndefined();
});

test('[ANKI-65] decks with limits or a retention of their own are named', async () => {
  const withLimits = (change: (deck: Record<string, unknown>) => void) =>
    forged((db) => {
      const decks = JSON.parse(String(db.selectValue('SELECT decks FROM col')));
      const heart = Object.values<Record<string, unknown>>(decks).find(
        ({ name }) => name === 'Med::Heart',
      );
      for (const deck of Object.values<Record<string, unknown>>(decks)) {
        for (const key of ['newLimit', 'reviewLimit', 'desiredRetention']) delete deck[key];
      }
      if (heart) change(heart);
      db.exec({ sql: 'UPDATE col SET decks = ?', bind: [JSON.stringify(decks)] });
    });
  const told = async (bytes: Uint8Array) =>
    (await brought(bytes)).otherwise.filter((each) => each.includes('those of its options'));
  const limits = [{ newLimit: 0 }, { reviewLimit: 50 }, { desiredRetention: 85 }];
  for (const limit of limits) {
    const [sentence] = await told(await withLimits((deck) => Object.assign(deck, limit)));
    expect(sentence).toMatch(/^1 deck has .* hold here: “Med::Heart”\.$/);
  }
  expect(await told(await withLimits(() => {}))).toEqual([]);
});

test('[ANKI-3] answers of cards that are not in the file are left out, not counted, and told of', async () => {
  const bytes = await forged((db) => {
    for (const id of [expected.madeAtMillis - 90_000, expected.madeAtMillis - 80_000])
      db.exec(`INSERT INTO revlog VALUES (${id}, 4711, -1, 3, 40, 20, 2500, 4000, 1)`);
  });
  const { reviews, otherwise } = await brought(bytes);
  expect(reviews).toBe(expected.reviews);
  expect(otherwise).toContain(
    '2 answers were given on cards that are not in the file, and are left out.',
  );
  expect((await oldest()).otherwise.join()).not.toContain('not in the file');
});

test('[ANKI-66] where days begin at another hour than here, that is said', async () => {
  const withHour = (hour: number) =>
    forged((db) => {
      const conf = JSON.parse(String(db.selectValue('SELECT conf FROM col')));
      db.exec({
        sql: 'UPDATE col SET conf = ?',
        bind: [JSON.stringify({ ...conf, rollover: hour })],
      });
    });
  const told = async (bytes: Uint8Array) =>
    decided(await brought(bytes), NOTHING_HERE).otherwise.filter((each) => each.includes('begins'));
  expect(await told(await withHour(2))).toEqual([
    'A day begins at 2:00 in the file, and at 4:00 here; Settings has that hour.',
  ]);
  for (const bytes of [await withHour(4), realPackage('oldest.apkg')])
    expect(await told(bytes)).toEqual([]);
});
