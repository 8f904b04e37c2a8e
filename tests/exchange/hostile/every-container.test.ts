import type { Database } from '@sqlite.org/sqlite-wasm';
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zstdFrame } from '../../../src/exchange/anki/writing/zstd-frame.ts';
import { readImportFile } from '../../../src/exchange/incoming/read-file.ts';
import { changedDatabase, realPackage, zipOf } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { inSentences } from '../../support/effects.ts';
import expected from '../anki/fixtures/expected.json';
import { type Files, withDatabase } from '../fuzz/packages.ts';

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };
const CONTAINERS = {
  'collection.anki2': 'oldest.apkg',
  'collection.anki21': 'older.apkg',
  'collection.anki21b': 'whole.colpkg',
} as const;
type Container = keyof typeof CONTAINERS;
type Attack = (files: Files, container: Container) => Promise<Uint8Array> | Uint8Array;

const sql =
  (change: string | ((db: Database) => void)): Attack =>
  async (files) =>
    zipOf(
      await withDatabase(files, (bytes) =>
        changedDatabase(bytes, (db) => {
          if (typeof change === 'string') db.exec(change);
          else change(db);
        }),
      ),
    );
const database =
  (change: (bytes: Uint8Array) => Uint8Array): Attack =>
  async (files) =>
    zipOf(await withDatabase(files, change));
const more =
  (added: Files): Attack =>
  (files) =>
    zipOf({ ...files, ...added });
const NESTED = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const huge = (megabytes: number) => new Uint8Array(megabytes * 1024 * 1024);

/** The zip with what its directory says of a file's size another. */
function lying(zip: Uint8Array, name: string): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const at = strFromU8(zip, true).lastIndexOf(name) - 46;
  expect(view.getUint32(at, true)).toBe(0x02014b50);
  view.setUint32(at + 24, 17, true);
  return zip;
}

/** Of the newer form the list of media is protobuf. */
function list(container: Container, name: string): Uint8Array {
  if (container !== 'collection.anki21b') return strToU8(JSON.stringify({ 0: name }));
  const bytes = strToU8(name);
  return zstdFrame(new Uint8Array([10, bytes.length + 2, 10, bytes.length, ...bytes]));
}

const ATTACKS: readonly (readonly [string, Attack, RegExp])[] = [
  ['a name that leads out', more({ '../../evil': huge(0) }), /leads out of it/],
  ['a name on another drive', more({ 'C:evil': huge(0) }), /leads out of it/],
  ['a database twice, in capitals', more({ 'COLLECTION.anki2': huge(0) }), /in capitals alone/],
  [
    'a picture that leads out',
    (files, container) => zipOf({ ...files, media: list(container, '../a.png') }),
    /would lead out of the collection/,
  ],
  ['a list that is none', more({ media: strToU8('\x01\x02\x03') }), /damaged/],
  ['a size that is not true', (files, name) => lying(zipOf(files), name), /says 17|damaged/],
  ['a database that ends too early', database((all) => all.subarray(0, all.length / 2)), /damaged/],
  ['a database of zeros, without end', database(() => huge(100)), /larger than it may|more than/],
  ['a zip in place of the database', database((all) => zipOf({ a: all })), /no SQLite database/],
  ['a database of nothing', database(() => huge(0)), /damaged|no SQLite/],
  ['a view', sql('CREATE VIEW more AS SELECT 1'), /“more”, a view/],
  [
    'a trigger',
    sql('CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END'),
    /“t”, a trigger/,
  ],
  ['no notes', sql('DROP TABLE notes'), /no table “notes”/],
  ['a schema of the future', sql('UPDATE col SET ver = 99'), /newer Anki/],
  [
    'an id of 64 bits',
    sql('UPDATE notes SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM notes)'),
    /still to come/,
  ],
  [
    'a review of 2100',
    sql('UPDATE revlog SET id = 4102444800000 WHERE id = (SELECT max(id) FROM revlog)'),
    /2100/,
  ],
  ['an id that is none', sql("UPDATE cards SET did = 'x'"), /has no id|damaged/],
  [
    'lists in lists without end',
    sql((db) => {
      const isOld = Number(db.selectValue('SELECT ver FROM col')) < 15;
      const text = `{"a":${NESTED}}`;
      if (isOld) db.exec({ sql: 'UPDATE col SET models = ?', bind: [text] });
      else db.exec("UPDATE notetypes SET config = x'FFFFFFFFFFFFFFFFFFFFFFFF'");
    }),
    /cannot be read|damaged/,
  ],
];

describe.each(Object.entries(CONTAINERS))('[ANKI-57] %s', (container, fixture) => {
  const files = () => unzipSync(realPackage(fixture)) as Files;

  test.each(ATTACKS)(
    '%s is refused in words, as .apkg and as .colpkg',
    async (_, attack, words) => {
      const bytes = await attack(files(), container as Container);
      for (const ending of ['apkg', 'colpkg']) {
        const read = await readImportFile(bytesOfArray(bytes), `a.${ending}`, clock);
        if (read.ok) throw new Error('it was read');
        expect(inSentences(read.problem).what).toMatch(words);
      }
    },
  );

  test('a field of ten megabytes is one note that is left out, and told', async () => {
    const attack = sql(
      "UPDATE notes SET flds = 'Huge' || char(31) || hex(zeroblob(5500000)) WHERE id = (SELECT max(id) FROM notes)",
    );
    const bytes = await attack(files(), container as Container);
    const read = await readImportFile(bytesOfArray(bytes), 'a.colpkg', clock);
    if (!read.ok || read.value.kind !== 'anki') throw new Error('it was not read');
    expect(read.value.brought.problems.join()).toContain('“Huge” cannot be taken');
  });

  test('settings in settings without end are no settings', async () => {
    const attack = sql((db) => {
      const text = `{"a":${NESTED}}`;
      if (Number(db.selectValue('SELECT ver FROM col')) < 15) {
        db.exec({ sql: 'UPDATE cards SET data = ?', bind: [text] });
      } else db.exec({ sql: "INSERT INTO config VALUES ('deep', 0, 0, ?)", bind: [strToU8(text)] });
    });
    const bytes = await attack(files(), container as Container);
    const read = await readImportFile(bytesOfArray(bytes), 'a.apkg', clock);
    if (!read.ok) inSentences(read.problem);
    else expect(read.value.kind).toBe('anki');
  });
});
