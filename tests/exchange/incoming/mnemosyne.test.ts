import init, { type Database } from '@sqlite.org/sqlite-wasm';
import { zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { unpackedLog } from '../../../src/domain/import/packed-log.ts';
import type { Brought } from '../../../src/exchange/incoming/brought.ts';
import { readImportFile } from '../../../src/exchange/incoming/read-file.ts';
import { cardIdOf, type NoteId } from '../../../src/kernel/ids.ts';

import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { MNEMOSYNE_TABLES } from '../../support/mnemosyne.ts';

const DAY = 86_400;
/** A midnight of UTC: Mnemosyne writes no other into `next_rep`. */
const TODAY = 20_500 * DAY;
const clock = { atMillis: (TODAY + 9 * 3600) * 1000, utcOffsetMinutes: 0 };

async function database(fill: (db: Database) => void): Promise<Uint8Array> {
  const { oo1, capi } = await init();
  const db = new oo1.DB(':memory:');
  db.exec(MNEMOSYNE_TABLES);
  fill(db);
  const bytes = capi.sqlite3_js_db_export(db);
  db.close();
  return bytes;
}

interface CardRow {
  readonly type: string;
  readonly view: string;
  readonly grade?: number;
  readonly lastRep?: number;
  readonly nextRep?: number;
  readonly lapses?: number;
  /** Which deletion it asks for. */
  readonly index?: number;
}

function addFact(db: Database, id: number, texts: Record<string, string>, cards: CardRow[]): void {
  db.exec({ sql: 'insert into facts(_id, id) values (?, ?)', bind: [id, `fact/${id}`] });
  for (const [key, value] of Object.entries(texts)) {
    db.exec({ sql: 'insert into data_for_fact values (?, ?, ?)', bind: [id, key, value] });
  }
  for (const [index, card] of cards.entries()) {
    const { type, view, grade = -1, lastRep = -1, nextRep = -1, lapses = 0, index: at } = card;
    const isNew = grade < 0;
    db.exec({
      sql: `insert into cards(_id, id, card_type_id, _fact_id, fact_view_id, grade, next_rep,
        last_rep, easiness, acq_reps, ret_reps, lapses, creation_time, modification_time, extra_data)
        values (?, ?, ?, ?, ?, ?, ?, ?, 2.5, ?, ?, ?, ?, ?, ?)`,
      bind: [
        ...[id * 10 + index, `card-${id}-${index}`, type, id, view, grade, nextRep, lastRep],
        ...[isNew ? 0 : 1, isNew ? 0 : 2, lapses, TODAY - 90 * DAY, TODAY - 80 * DAY],
        at === undefined ? '' : `{'cloze': 'a', 'index': ${at}}`,
      ],
    });
  }
}

function addAnswer(db: Database, card: string, at: number, grade: number, next: number): void {
  db.exec({
    sql: `insert into log(event_type, timestamp, object_id, grade, easiness, ret_reps,
      scheduled_interval, thinking_time, next_rep) values (9, ?, ?, ?, 2.5, 1, ?, 7, ?)`,
    bind: [at, card, grade, 6 * DAY, next],
  });
}

async function broughtBy(fill: (db: Database) => void): Promise<Brought> {
  const bytes = bytesOfArray(await database(fill));
  const read = await readImportFile(bytes, 'default.db', clock);
  if (!read.ok) throw new Error(read.problem.what);
  if (read.value.kind !== 'mnemosyne') throw new Error(`it is ${read.value.kind}`);
  return read.value.brought;
}

const noteId = (id: number) => `mnemosyne-fact%2F${id}` as NoteId;

test('[ANKI-34] facts of Mnemosyne’s own types come as notes, with tags as sections', async () => {
  const { notes, cards, decks, types, otherwise } = await broughtBy((db) => {
    addFact(db, 1, { f: 'cor', b: 'heart\nmuscle' }, [{ type: '1', view: '1.1' }]);
    addFact(db, 2, { f: 'a', b: 'b' }, [
      { type: '2', view: '2.1' },
      { type: '2', view: '2.2' },
    ]);
    addFact(db, 3, { f: 'pes', p_1: 'pes', m_1: 'foot', n: 'Latin' }, [
      { type: '3', view: '3.1' },
      { type: '3', view: '3.2' },
    ]);
    addFact(db, 4, { text: 'The [heart:organ] has [four] rooms' }, [
      { type: '5', view: '5.1' },
      { type: '5', view: '5.1' },
    ]);
    addFact(db, 5, { f: '<img src="a.png">', b: '<audio src="b.mp3"></audio>' }, [
      { type: '1', view: '1.1' },
    ]);
    addFact(db, 6, { f: 'of another type' }, [{ type: 'map', view: 'map.1' }]);
    db.exec("insert into tags values (1, 't', 'Med::Heart', ''), (2, 'u', '__UNTAGGED__', '')");
    db.exec('insert into tags_for_card values (10, 1), (20, 2)');
  });
  expect(decks.map(({ name }) => name)).toEqual(['Mnemosyne']);
  expect(types.map(({ id }) => id)).toEqual(['mnemosyne-3']);
  const note = (id: number) => notes.find((each) => each.id === noteId(id));
  expect(note(1)).toMatchObject({
    ...{ noteTypeId: 'basic', sections: ['Med::Heart'] },
    fields: { front: 'cor', back: 'heart<br>muscle' },
  });
  expect(note(2)).toMatchObject({ noteTypeId: 'reversed', sections: [] });
  expect(note(3)?.fields).toEqual({ f: 'pes', p_1: 'pes', m_1: 'foot', n: 'Latin' });
  expect(note(4)?.fields).toEqual({
    text: 'The {{c1::heart::organ}} has {{c2::four}} rooms',
  });
  expect(note(5)?.fields).toMatchObject({ back: '[sound:b.mp3]' });
  expect(cards.map(({ id }) => id)).toEqual(
    [
      [1, 1],
      [2, 1],
      [2, 2],
      [3, 1],
      [3, 2],
      [4, 1],
      [4, 2],
      [5, 1],
    ].map(([fact = 0, slot = 0]) => cardIdOf(noteId(fact), slot)),
  );
  expect(otherwise).toEqual([
    '1 fact has no card or a type that Rounds does not know and is left out.',
    expect.stringMatching(
      /^1 note shows pictures or sounds that are not here: .* Mnemosyne keeps them in the folder whose name ends in “_media”/,
    ),
  ]);
});

test('[ANKI-34] a type that a person made comes with its sides', async () => {
  const { types, notes } = await broughtBy((db) => {
    addFact(db, 1, { x: 'Aspirin', y: 'COX' }, [{ type: 'own', view: 'own::1' }]);
    db.exec({
      sql: 'insert into card_types values (?, ?, ?, ?)',
      bind: ['own', 'Drugs', `[("x", 'Drug'), ('y', 'Target')]`, "['own::1']"],
    });
    db.exec({
      sql: 'insert into fact_views values (?, ?, ?, ?)',
      bind: ['own::1', 'What does it hit', "['x']", "['y']"],
    });
  });
  expect(types).toMatchObject([
    {
      name: 'Drugs',
      fields: [{ name: 'Drug' }, { name: 'Target' }],
      templates: [{ name: 'What does it hit', front: '{{Drug}}' }],
    },
  ]);
  expect(notes[0]?.fields).toEqual({ x: 'Aspirin', y: 'COX' });
});

test('[ANKI-34] a deletion keeps its own dates, in whatever order its cards were made', async () => {
  const { notes, cards } = await broughtBy((db) => {
    // The first deletion was put in later.
    addFact(db, 1, { text: '[new] and [old]' }, [
      { type: '5', view: '5.1', index: 1, grade: 4, lastRep: TODAY - DAY, nextRep: TODAY + DAY },
      { type: '5', view: '5.1', index: 0 },
    ]);
    addFact(db, 2, { text: '[a] and [a]' }, [
      { type: '5', view: '5.1', index: 0 },
      { type: '5', view: '5.1', index: 0 },
    ]);
  });
  expect(notes[0]?.fields).toEqual({ text: '{{c1::new}} and {{c2::old}}' });
  expect(cards.map(({ id, schedule }) => [id, schedule.state])).toEqual([
    [cardIdOf(noteId(1), 2), 'review'],
    [cardIdOf(noteId(1), 1), 'new'],
    [cardIdOf(noteId(2), 1), 'new'],
    [cardIdOf(noteId(2), 2), 'new'],
  ]);
});

test('[ANKI-34] types made after Mnemosyne’s own ask what they ask there, or are told of', async () => {
  const { notes, cards, types, otherwise } = await broughtBy((db) => {
    addFact(db, 1, { text: 'The [heart] has [four] rooms' }, [
      { type: '5::Anatomy', view: '5::Anatomy.1', index: 0 },
      { type: '5::Anatomy', view: '5::Anatomy.1', index: 1 },
    ]);
    addFact(db, 2, { loc: 'Liver', blank: 'b', marked: 'm' }, [
      { type: '4::Organs', view: '4::Organs.1' },
    ]);
    addFact(db, 3, { f: 'La [casa:house]' }, [
      { type: '6::Spanish', view: '6::Spanish.1' },
      { type: '6::Spanish', view: '6::Spanish.2', index: 0 },
    ]);
    addFact(db, 4, { 0: 'made by Anki' }, [{ type: '7::1', view: '7::1.0' }]);
    const typesThere: [string, string, string, string][] = [
      ['5::Anatomy', 'Anatomy', "[('text', 'Text')]", "['5::Anatomy.1']"],
      ['4::Organs', 'Organs', "[('loc', 'Place'), ('marked', 'Marked')]", "['4::Organs.1']"],
      ['6::Spanish', 'Spanish', "[('f', 'Sentence')]", "['6::Spanish.1', '6::Spanish.2']"],
      ['7::1', 'Basic', "[('0', 'Front')]", "['7::1.0']"],
    ];
    for (const bind of typesThere) {
      db.exec({ sql: 'insert into card_types values (?, ?, ?, ?)', bind });
    }
    const viewsThere: [string, string, string, string][] = [
      ['5::Anatomy.1', 'Cloze', "['f']", "['b']"],
      ['4::Organs.1', 'Recognition', "['_', 'marked']", "['loc', 'marked']"],
      ['6::Spanish.1', 'Recognition', "['f']", '[]'],
      ['6::Spanish.2', 'Production', "['f']", "['a']"],
      ['7::1.0', 'Card 1', '[]', '[]'],
    ];
    for (const bind of viewsThere) {
      db.exec({ sql: 'insert into fact_views values (?, ?, ?, ?)', bind });
    }
  });
  expect(types).toMatchObject([
    { name: 'Anatomy', kind: 'cloze' },
    { name: 'Organs', templates: [{ front: '{{Marked}}' }] },
  ]);
  expect(notes.map(({ fields }) => fields)).toEqual([
    { text: 'The {{c1::heart}} has {{c2::four}} rooms' },
    { loc: 'Liver', marked: 'm' },
  ]);
  expect(cards.map(({ id }) => id)).toEqual([
    cardIdOf(noteId(1), 1),
    cardIdOf(noteId(1), 2),
    cardIdOf(noteId(2), 1),
  ]);
  expect(otherwise).toEqual([
    '2 facts have no card or a type that Rounds does not know and are left out.',
  ]);
});

test('[ANKI-34] texts read as they read there: formulas, lines, signs that begin no tag', async () => {
  const { notes } = await broughtBy((db) => {
    const basic = [{ type: '1', view: '1.1' }];
    addFact(db, 1, { text: 'Area [<$>r^2</$>] is <latex>x</latex> in <$>\\left[0,1\\right]</$>' }, [
      { type: '5', view: '5.1', index: 0 },
    ]);
    addFact(db, 2, { f: 'K<Na and pH <b', b: '<b>a</b><c' }, basic);
    addFact(db, 3, { f: 'a\nb<table>\n<tr>\n<td>c</td></tr></table>\nd', b: 'b' }, basic);
  });
  expect(notes.map(({ fields }) => fields)).toEqual([
    { text: 'Area {{c1::\\(r^2\\)}} is \\[x\\] in \\(\\left[0,1\\right]\\)' },
    { front: 'K&lt;Na and pH &lt;b', back: '<b>a</b>&lt;c' },
    { front: 'a<br>b<table>\n<tr>\n<td>c</td></tr></table><br>d', back: 'b' },
  ]);
});

test('[ANKI-34] cards come with their dates, and the whole log in Anki’s grades', async () => {
  const last = TODAY - 10 * DAY + 3600 * 9;
  const { cards, pastLogs, reviews, hasSchedule } = await broughtBy((db) => {
    addFact(db, 1, { f: 'known', b: 'b' }, [
      { type: '1', view: '1.1', grade: 4, lastRep: last, nextRep: TODAY + 5 * DAY },
    ]);
    addFact(db, 2, { f: 'not known', b: 'b' }, [
      { type: '1', view: '1.1', grade: 1, lastRep: last, nextRep: last, lapses: 1 },
    ]);
    addFact(db, 3, { f: 'new', b: 'b' }, [{ type: '1', view: '1.1' }]);
    addAnswer(db, 'card-1-0', TODAY - 30 * DAY, 0, TODAY - 30 * DAY);
    addAnswer(db, 'card-1-0', TODAY - 30 * DAY + 60, 2, TODAY - 24 * DAY);
    addAnswer(db, 'card-1-0', TODAY - 24 * DAY, 5, TODAY - 10 * DAY);
    addAnswer(db, 'card-1-0', last, 4, TODAY + 5 * DAY);
  });
  const card = (id: number) => cards.find((each) => each.id === cardIdOf(noteId(id), 1));
  expect(hasSchedule).toBe(true);
  expect(card(1)?.schedule).toMatchObject({
    ...{ state: 'review', reps: 3, dueDay: 20_505 },
    lastReview: { atMillis: last * 1000, studyDay: 20_490 },
  });
  expect(card(2)?.schedule).toMatchObject({ state: 'relearning', lapses: 1 });
  expect(card(3)?.schedule).toEqual({ state: 'new', reps: 0, lapses: 0 });
  expect(reviews).toBe(4);
  const [log] = pastLogs;
  expect(unpackedLog(log?.packed ?? '')).toMatchObject([
    { grade: 1, durationMillis: 7000 },
    { grade: 2, interval: 6 },
    { grade: 4, interval: 14, type: 1 },
    { grade: 3, interval: 15, type: 1 },
  ]);
});

test('[ANKI-14] another database is said to be one, and nothing is taken from it', async () => {
  const { oo1, capi } = await init();
  const db = new oo1.DB(':memory:');
  db.exec('create table notes(id integer)');
  const bytes = capi.sqlite3_js_db_export(db);
  db.close();
  const read = await readImportFile(bytesOfArray(bytes), 'other.db', clock);
  expect(read).toMatchObject({
    ok: false,
    problem: { what: expect.stringContaining('This is a database') },
  });
});

test('[ANKI-34] a zip of the database and its folder of media brings the files, and says which are lacking', async () => {
  const db = await database((made) => {
    addFact(made, 1, { f: 'Heart <img src="heart.png">', b: '<img src="sub/Lung 2.png">' }, [
      { type: '1', view: '1.1' },
    ]);
    addFact(made, 2, { f: 'Voice <audio src="gone.mp3">', b: 'b' }, [{ type: '1', view: '1.1' }]);
  });
  const heart = new Uint8Array([1, 2, 3]);
  const zip = zipSync({
    'My things/default.db': db,
    'My things/default.db_media/heart.png': heart,
    'My things/default.db_media/sub/Lung 2.png': new Uint8Array([4]),
    'My things/default.db_media/_latex/drawn.png': new Uint8Array([5]),
    'My things/notes.txt': new Uint8Array([6]),
  });
  const read = await readImportFile(bytesOfArray(zip), 'mnemosyne.zip', clock);
  if (!read.ok || read.value.kind !== 'mnemosyne') throw new Error('it was not read');
  const { brought } = read.value;
  const lung = brought.media.find(({ name }) => /Lung/.test(name))?.name ?? '';
  expect(brought.media).toHaveLength(2);
  expect(lung).not.toContain('/');
  expect(await brought.media.find(({ name }) => name === 'heart.png')?.read()).toEqual(heart);
  const texts = brought.notes.map(({ fields }) => Object.values(fields).join(' '));
  expect(texts[0]).toContain(`<img src="${lung}">`);
  expect(texts[0]).toContain('<img src="heart.png">');
  expect(brought.otherwise).toEqual([expect.stringContaining('1 file is not in it: “gone.mp3”')]);
});

test('[ANKI-62] the folder itself brings the same, and what is too large for it is told of as lacking', async () => {
  const db = await database((made) => {
    const f = '<img src="heart.png"> <img src="sub/Lung 2.png"> <img src="huge.png">';
    addFact(made, 1, { f, b: 'b' }, [{ type: '1', view: '1.1' }]);
  });
  const file = (...bytes: number[]) => bytesOfArray(new Uint8Array(bytes));
  const read = await readImportFile(bytesOfArray(db), 'default.db', clock, undefined, [
    { path: 'heart.png', bytes: file(1, 2, 3) },
    { path: 'sub/Lung 2.png', bytes: file(4) },
    { path: '_latex/drawn.png', bytes: file(5) },
    { path: 'huge.png', bytes: { size: 2 ** 32, read: () => Promise.reject(new Error('read')) } },
  ]);
  if (!read.ok || read.value.kind !== 'mnemosyne') throw new Error('it was not read');
  const { brought } = read.value;
  expect(brought.media.map(({ bytes }) => bytes)).toEqual([3, 1]);
  const heart = brought.media.find(({ name }) => name === 'heart.png');
  expect(await heart?.read()).toEqual(new Uint8Array([1, 2, 3]));
  expect(brought.otherwise).toEqual([expect.stringContaining('1 file is not in it: “huge.png”')]);
});

test('[ANKI-34] a zip without such a database is what it was: no package of Anki’s', async () => {
  const zip = zipSync({ 'a.bin': new Uint8Array([1]) });
  const read = await readImportFile(bytesOfArray(zip), 'a.zip', clock);
  expect(read.ok ? '' : read.problem.what).toBe('This is no package of Anki’s.');
});
