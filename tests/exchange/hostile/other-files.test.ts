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
