import { gzipSync, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CollectionFileWriter } from '../../../src/exchange/collection-file/write-file.ts';
import { broughtByText } from '../../../src/exchange/incoming/of-text.ts';
import { readImportFile } from '../../../src/exchange/incoming/read-file.ts';
import { STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import { sha256Of } from '../../../src/kernel/sha256.ts';
import { changedDatabase } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { A_DECK, anOperation, DECK } from '../../support/collection.ts';
import { joined } from '../../support/collection-file.ts';
import { inSentences } from '../../support/effects.ts';
import { mnemosyneDatabase } from '../fuzz/others.ts';

const clock = { atMillis: 1_771_200_000_000, utcOffsetMinutes: 0 };

async function whyNot(bytes: Uint8Array, name: string): Promise<string> {
  const read = await readImportFile(bytesOfArray(bytes), name, clock);
  return read.ok ? `it is ${read.value.kind}` : inSentences(read.problem).what;
}

test.each<[string, string, RegExp]>([
  ['a view', 'CREATE VIEW more AS SELECT 1', /“more”, a view/],
  ['a computed column', 'ALTER TABLE facts ADD COLUMN g AS (id || id)', /“facts”, a table that/],
  ['no cards', 'DROP TABLE cards', /not what a program exports/],
])('[ANKI-58] a database of Mnemosyne’s with %s is refused in words', async (_, sql, words) => {
  const forged = await changedDatabase(await mnemosyneDatabase(), (db) => db.exec(sql));
  expect(await whyNot(forged, 'default.db')).toMatch(words);
});

test('[ANKI-58] a fact of ten megabytes is left out, and told', async () => {
  const forged = await changedDatabase(await mnemosyneDatabase(), (db) =>
    db.exec('UPDATE data_for_fact SET value = hex(zeroblob(5000000)) WHERE _fact_id = 2'),
  );
  const read = await readImportFile(bytesOfArray(forged), 'default.db', clock);
  if (!read.ok || read.value.kind !== 'mnemosyne') throw new Error('it was not read');
  expect(read.value.brought.notes).toHaveLength(19);
  expect(read.value.brought.otherwise.join()).toContain('1 fact has more than 8 MB of text');
});

test('[ANKI-58] ids of 64 bits and dates of the future in one are no harm', async () => {
  const forged = await changedDatabase(await mnemosyneDatabase(), (db) =>
    db.exec(`UPDATE cards SET _id = 9223372036854775807 WHERE _id = 3;
      UPDATE cards SET next_rep = 9223372036854775807, last_rep = -9223372036854775808;
      UPDATE log SET timestamp = 9223372036854775807, grade = 77`),
  );
  const read = await readImportFile(bytesOfArray(forged), 'default.db', clock);
  if (!read.ok) inSentences(read.problem);
  else expect(JSON.stringify(read.value)).not.toContain('null,null');
});

/** A collection file of one step, whose body stands beside it as `payload`. */
async function withPayload(payload: Uint8Array): Promise<Uint8Array> {
  const sha256 = await sha256Of(payload);
  const step = anOperation(
    { kind: 'create-deck', deckId: DECK, name: A_DECK.name, presetId: 'default' },
    0,
  );
  const sealed = { ...step, body: { kind: 'create-deck', '#payload': sha256 } };
  const pieces: Uint8Array[] = [];
  const writer = new CollectionFileWriter((piece) => pieces.push(piece));
  async function* lines() {
    yield [sealed as never];
  }
  await writer.addSegments(step.deviceId as DeviceId, lines());
  await writer.add(`payloads/${sha256}.gz`, gzipSync(payload));
  await writer.end({
    program: 'Rounds 0.1.0',
    lastAtMillis: 0,
    stateHash: '0'.repeat(16),
    counts: { cards: 0, notes: 0, reviews: 0, operations: 1, media: 0 },
  });
  return joined(pieces);
}

test.each<[string, Uint8Array]>([
  ['no JSON', strToU8('not at all')],
  ['a list', strToU8('[]')],
  ['nothing', strToU8('null')],
  ['lists in lists', strToU8(`{"kind":"create-deck","a":${'['.repeat(1e5)}${']'.repeat(1e5)}}`)],
])('[ANKI-58] a collection of Rounds’ whose step is %s ends in words', async (_, payload) => {
  const read = await readImportFile(bytesOfArray(await withPayload(payload)), 'all.rounds', clock);
  if (!read.ok) inSentences(read.problem);
  else if (read.value.kind === 'rounds') expect(read.value.found.problems).toHaveLength(1);
});

test('[ANKI-58] a payload that unpacks to far more than it is, is refused', async () => {
  const whole = unzipSync(await withPayload(new Uint8Array(150 * 1024 * 1024)));
  expect(await whyNot(zipSync(whole), 'all.rounds')).toMatch(/damaged|no step|more than/);
});

test.each<[string, string]>([
  ['a quote that never ends', `a,"${'b,"'.repeat(200_000)}`],
  ['a cell of ten megabytes', `Question,Answer\n${'x'.repeat(10_000_000)},b`],
  ['a row of a million cells', `${'a,'.repeat(1_000_000)}`],
  ['header lines without end', '#separator:comma\n#deck column:99999999999\n'.repeat(50_000)],
])('[ANKI-58] a table with %s ends', async (_, text) => {
  const read = await readImportFile(bytesOfArray(strToU8(text)), 'a.csv', clock);
  if (!read.ok || read.value.kind !== 'text') throw new Error('it is no text');
  const { brought } = broughtByText(read.value.text, 'a.csv', STOCK_TYPES, clock.atMillis);
  expect(brought.notes.length).toBeLessThanOrEqual(200_001);
  const isLong = text.length > 9_000_000;
  expect(brought.problems.some((each) => each.includes('more than 8 MB'))).toBe(isLong);
});

test.each<[string, string, Uint8Array, RegExp]>([
  [
    'a page that was saved',
    'deck.apkg',
    strToU8('<!DOCTYPE html><p>Sign in'),
    /no package of Anki/,
  ],
  ['nothing', 'deck.colpkg', new Uint8Array(), /no package of Anki/],
  [
    'a page that was saved',
    'mine.rounds',
    strToU8('<!DOCTYPE html><p>Sign in'),
    /no collection file/,
  ],
  [
    'a zip of a package',
    'deck.zip',
    zipSync({ 'in/deck.apkg': strToU8('PK') }),
    /“in\/deck.apkg” lies/,
  ],
])(
  '[ANKI-14] %s under the name %s is no table of notes, and is said to be what it is',
  async (_, name, bytes, words) => {
    expect(await whyNot(bytes, name)).toMatch(words);
  },
);

const hex = (digits: string) => Uint8Array.from(Buffer.from(`${digits}${'00'.repeat(40)}`, 'hex'));
const zipped = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

test.each<[string, Uint8Array, string, string]>([
  ['cards.xlsx', zipped('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet', 'CSV'],
  ['cards.xls', hex('d0cf11e0a1b11ae1'), 'spreadsheet', 'CSV'],
  ['cards.ods', zipped('mimetype', 'content.xml'), 'spreadsheet', 'CSV'],
  ['cards.numbers', zipped('Index/Document.iwa'), 'spreadsheet', 'CSV'],
  ['notes.docx', zipped('word/document.xml'), 'word processor', 'plain text'],
  ['notes.doc', hex('d0cf11e0a1b11ae1'), 'word processor', 'plain text'],
  ['notes.odt', zipped('mimetype', 'content.xml'), 'word processor', 'plain text'],
  ['notes.rtf', strToU8('{\\rtf1 \\ansi one\ttwo}'), 'word processor', 'plain text'],
  ['talk.pptx', zipped('ppt/presentation.xml'), 'slides', 'Add'],
  ['talk.pdf', strToU8('%PDF-1.4\n1 0 obj\n<<>>'), 'PDF', 'Add'],
  ['heart.png', hex('89504e470d0a1a0a'), 'picture', 'Add'],
  ['heart.jpg', hex('ffd8ffe000104a464946'), 'picture', 'Add'],
  ['heart.svg', strToU8('<?xml version="1.0"?>\n<svg xmlns="x"/>'), 'picture', 'Add'],
  ['heart.gif', hex('474946383961'), 'picture', 'Add'],
  ['all.bz2', hex('425a6839314159'), 'archive', 'Unpack'],
  ['heart.webp', hex('5249464610000000574542505650'), 'picture', 'Add'],
  ['murmur.mp3', hex('494433030000'), 'picture', 'Add'],
  ['murmur.m4a', hex('00000020667479704d344120'), 'picture', 'Add'],
  ['page.html', strToU8('<!DOCTYPE html>\n<html lang="en"><body>Log in</body>'), 'web page', 'CSV'],
  ['page.csv', strToU8('\ufeff<!-- saved -->\n<html>\n<table></table>'), 'web page', 'CSV'],
  ['all.7z', hex('377abcaf271c'), 'archive', 'Unpack'],
  ['all.tar.gz', gzipSync(strToU8('x')), 'archive', 'Unpack'],
  ['all.zip', zipped('one.png', 'mine/cards.csv'), '“mine/cards.csv”', 'Then choose'],
  ['cards.json', strToU8('[{"front": "a,b", "back": "c"}]'), 'JSON', 'CSV'],
  ['cards.xml', strToU8('<?xml version="1.0"?><deck><card/></deck>'), 'XML', 'CSV'],
])('[ANKI-69] %s is no table of notes, and is told what it is', async (name, bytes, is, todo) => {
  const read = await readImportFile(bytesOfArray(bytes), name, clock);
  const problem = read.ok ? undefined : inSentences(read.problem);
  expect(problem?.what).toContain(is);
  expect(problem?.todo).toContain(todo);
});

test.each([
  ['html', '<b>heart</b>\tcor\n<i>liver</i>\thepar'],
  ['brackets', '[1]\tone\n{2}\ttwo'],
  ['a list', '["a"]\t["b"]\n{"x"}\ty'],
  ['a formula', '{\\frac 1 2}\t0.5'],
  ['words as files begin', 'GIF89\ta kind\nID3\ttags\nBZh\tx\nRar\ty\nPDF\tz'],
  ['its own header', '#separator:tab\n<html>\tan element'],
])('[ANKI-69] a table of notes in %s stays one', async (_, text) => {
  expect(await whyNot(strToU8(text), 'cards.txt')).toBe('it is text');
});

test('[ANKI-69] a package of Anki’s under another ending is read', async () => {
  const named = await whyNot(zipped('collection.anki2', 'media'), 'deck.zip');
  expect(named).toContain('list of pictures and sounds');
});
