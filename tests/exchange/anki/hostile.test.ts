import { strFromU8, strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { BadPackage, inPackageWords } from '../../../src/exchange/anki/bad-package.ts';
import { wireFields, WireMessage } from '../../../src/exchange/anki/container/wire.ts';
import { unpackZstd } from '../../../src/exchange/anki/container/zstd.ts';
import { parseExactJson } from '../../../src/exchange/anki/tables/exact-json.ts';
import { checkedMedia, readAnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { filesIn, forged, realPackage, zipOf } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import expected from './fixtures/expected.json';

/** What is read of `file`, media too; or in words why nothing is. */
async function readOrWhy(file: Uint8Array): Promise<string> {
  const read = await inPackageWords(async () => {
    const { collection, opened, problems } = await readAnkiPackage(
      bytesOfArray(file),
      expected.madeAtMillis,
    );
    const damaged: string[] = [];
    for await (const _ of checkedMedia(opened, damaged));
    const told = [...problems, ...damaged.map((name) => `damaged: ${name}`)];
    return [`${collection.notes.length} notes`, ...told].join('\n');
  });
  return read.ok ? read.value : read.problem.what;
}

const oldest = () => filesIn('oldest.apkg');
const withFiles = (files: Record<string, Uint8Array | string>) => zipOf({ ...oldest(), ...files });

describe('[ANKI-14] no package, or one that is cut, damaged or newer, is named as that:', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['nothing', () => new Uint8Array(), 'This is no package of Anki’s.'],
    ['a text', () => strToU8('front\tback'), 'This is no package of Anki’s.'],
    ['a zip of something else', () => zipOf({ 'a.txt': 'x' }), 'This is no package of Anki’s.'],
    ['a collection of ours', () => zipOf({ 'manifest.json': '{}' }), 'file of Rounds, not of Anki'],
    ['cut', () => realPackage('newest.apkg').slice(0, 900), 'The end of the file is missing'],
    ['a version of the future', () => withFiles({ meta: new Uint8Array([8, 4]) }), 'a newer Anki'],
    [
      'a torn version',
      () => withFiles({ meta: new Uint8Array([8]) }),
      '“meta” in the file is damaged',
    ],
    [
      'its database missing',
      () => withFiles({ meta: new Uint8Array([8, 3]) }),
      '“collection.anki21b” is missing',
    ],
    [
      'no database',
      () => withFiles({ 'collection.anki2': 'not at all' }),
      'it is no SQLite database',
    ],
    [
      'a schema of the future',
      () => forged((db) => db.exec('UPDATE col SET ver = 19')),
      'schema 19, of a newer Anki',
    ],
    ['an old schema', () => forged((db) => db.exec('UPDATE col SET ver = 14')), 'schema 14'],
    ['an empty collection', () => forged((db) => db.exec('DELETE FROM col')), 'it is empty'],
    [
      'types that are no JSON',
      () => forged((db) => db.exec('UPDATE col SET models = \'{"1":\'')),
      'its note types cannot be read',
    ],
    [
      'a list that is no list',
      () => withFiles({ media: '[1]' }),
      'The list of pictures and sounds',
    ],
    ['a list with numbers', () => withFiles({ media: '{"0":5}' }), '“0” has no name'],
  ])('%s', async (_, make, words) => {
    expect(await readOrWhy(await make())).toContain(words);
  });

  test('a byte changed anywhere in the database', async () => {
    const file = realPackage('newest.apkg');
    const at = strFromU8(file, true).indexOf('collection.anki21b') + 400;
    file[at] = (file[at] ?? 0) ^ 0xff;
    expect(await readOrWhy(file)).toContain('“collection.anki21b” in the file is damaged');
  });

  test('pages of the database that do not fit together', async () => {
    const files = oldest();
    const database = files['collection.anki2'] ?? new Uint8Array();
    // The second page’s header: it is no page of a tree any more.
    for (let page = 4096; page < 4096 * 8; page += 4096) database.fill(0x7f, page, page + 8);
    expect(await readOrWhy(zipOf(files))).toContain('The collection in the file is damaged');
  });

  test('protobuf that is torn, endless or of no kind', async () => {
    const bad = [[8], [0x0a, 5, 1], [0, 0], [0x0b], [0x0e, 1], Array(12).fill(0xff), [0x09, 1, 2]];
    for (const bytes of bad) expect(() => wireFields(new Uint8Array(bytes))).toThrow();
    expect(() => new WireMessage(new Uint8Array([0x0a, 3, 1, 2, 3])).floats(1)).toThrow();
  });
});

describe('[ANKI-15] a database that does more than hold rows is not read:', () => {
  test.each([
    ['CREATE VIEW more AS SELECT 1', '“more”, a view'],
    ['ALTER TABLE notes RENAME TO n; CREATE VIEW notes AS SELECT * FROM n', '“notes”, a view'],
    ['CREATE TRIGGER t AFTER INSERT ON notes BEGIN DELETE FROM notes; END', '“t”, a trigger'],
    ['CREATE VIRTUAL TABLE v USING fts5(a)', '“v”, a table that computes'],
    ['CREATE TABLE g (a, b AS (a || a))', '“g”, a table that computes'],
    ['CREATE TABLE g (a, b /**/ GENERATED ALWAYS AS (1))', '“g”, a table that computes'],
    ['CREATE TABLE c (a CHECK (a > randomblob(9)))', '“c”, a table that computes'],
    ['CREATE INDEX i ON notes (length(flds))', '“i”, a index that computes'],
    ['CREATE INDEX i ON notes (id) WHERE length(flds) > 1', '“i”, a index that computes'],
    ['DROP TABLE revlog', 'it has no table “revlog”'],
    ['ALTER TABLE cards DROP COLUMN odid', 'it has no “odid” in its table “cards”'],
  ])('%s', async (sql, words) => {
    const dropped = 'DROP INDEX IF EXISTS idx_cards_odid; ';
    const file = await forged((db) => db.exec(sql.includes('odid') ? dropped + sql : sql));
    expect(await readOrWhy(file)).toContain(words);
  });

  test('a table of an add-on’s is passed over', async () => {
    const file = await forged((db) =>
      db.exec('CREATE TABLE mine (a, b); CREATE INDEX m ON mine (a)'),
    );
    expect(await readOrWhy(file)).toBe(`${expected.notes} notes`);
  });
});

describe('[ANKI-16] what comes out is counted:', () => {
  /** One byte, `megabytes` million times over, as Zstandard: 32 bytes a megabyte. */
  const repeatedByte = (megabytes: number): Uint8Array => {
    const blocks = Array.from({ length: megabytes * 8 }, () => [2, 0, 0x10, 0x61]);
    // 131,072 times; the last says that it is.
    const last = blocks.at(-1);
    if (last) last[0] = 3;
    return new Uint8Array([0x28, 0xb5, 0x2f, 0xfd, 0, 0x38, ...blocks.flat()]);
  };
  /** A newer package with these files, each under a name of its own. */
  const withMedia = (files: readonly Uint8Array[]) => {
    const named = new Uint8Array(
      files.flatMap((_, at) => {
        const name = strToU8(`${10 + at}.png`);
        return [10, name.length + 4, 10, name.length, ...name, 16, 1];
      }),
    );
    const stored = [
      0x28,
      0xb5,
      0x2f,
      0xfd,
      0,
      0x38,
      1 | ((named.length << 3) & 0xff),
      named.length >> 5,
      0,
    ];
    const whole = filesIn('newest.apkg');
    const own = Object.fromEntries(Object.entries(whole).filter(([name]) => !/^\d+$/.test(name)));
    const media = new Uint8Array([...stored, ...named]);
    return zipOf({
      ...own,
      media,
      ...Object.fromEntries(files.map((file, at) => [String(at), file])),
    });
  };

  test('a file that unpacks to far more than it is', async () => {
    const file = withMedia([repeatedByte(120)]);
    expect(file.length).toBeLessThan(1024 * 1024);
    expect(await readOrWhy(file)).toContain('“0” in the file is larger than it may be');
    const zipped = withFiles({ 9: new Uint8Array(101 * 1024 * 1024), media: '{"9":"a.png"}' });
    expect(await readOrWhy(zipped)).toContain('“9” in the file unpacks to more than it may hold');
  });

  test('many files that are small each', async () => {
    const file = withMedia(Array.from({ length: 12 }, () => repeatedByte(60)));
    expect(await readOrWhy(file)).toBe('The file unpacks to far more than it may hold.');
  });

  test('Zstandard that repeats one byte for ever, or wants a gigabyte to begin with', () => {
    const taken = (bytes: readonly number[], most = 1e6) => {
      let count = 0;
      unpackZstd(new Uint8Array(bytes), 'x', (piece) => {
        count += piece.length;
        if (count > most) throw new BadPackage('too-large', 'too much');
      });
      return count;
    };
    const magic = [0x28, 0xb5, 0x2f, 0xfd];
    // One block of 100,000 times “a”, said to be the last.
    const repeated = [...magic, 0, 0x58, 0x03, 0x35, 0x0c, 0x61];
    expect(taken(repeated)).toBe(100_000);
    const again = repeated.map((byte, at) => (at === 6 ? byte & 0xfe : byte));
    const block = again.slice(6);
    const endless = [
      ...again,
      ...Array.from({ length: 40 }, () => block).flat(),
      ...repeated.slice(6),
    ];
    expect(() => taken(endless)).toThrow('too much');
    expect(() => taken([...magic, 0, 0xa0, 1, 0, 0])).toThrow('more memory than it may');
    expect(() => taken([...magic, 0xe0, 0, 0, 0, 0, 9, 0, 0, 0, 1, 0, 0])).toThrow('more memory');
    for (const torn of [
      magic,
      repeated.slice(0, -1),
      [...repeated, 1],
      [...magic, 8, 0x58, 3, 0, 0],
    ]) {
      expect(() => taken(torn)).toThrow('no sound Zstandard');
    }
  });

  test('[ANKI-3] a field of ten megabytes is one note that cannot be taken', async () => {
    const file = await forged((db) =>
      db.exec(`UPDATE notes SET flds = 'Huge' || char(31) || hex(zeroblob(5500000))
        WHERE id = (SELECT max(id) FROM notes)`),
    );
    expect(await readOrWhy(file)).toBe(
      `${expected.notes - 1} notes\nThe note “Huge” cannot be taken: it has 11 MB of text, and a note may have 8 MB.\n2 cards cannot be taken, because the note is not there or has that card twice.`,
    );
  });

  test('a row that is larger than anything', async () => {
    const file = await forged((db) =>
      db.exec('UPDATE notes SET data = zeroblob(68000000) WHERE id = (SELECT max(id) FROM notes)'),
    );
    expect(await readOrWhy(file)).toMatch(/larger than it may be|far more than it may hold/);
  });
});

describe('[ANKI-17] names and sizes that are not true are refused:', () => {
  test.each([
    '../evil.png',
    '..\\evil.png',
    '/etc/passwd',
    'C:\\evil.png',
    'a/b.png',
    '..',
    'nul\0.png',
    '',
  ])('a picture called “%s”', async (name) => {
    const file = withFiles({ media: JSON.stringify({ 0: name }) });
    expect(await readOrWhy(file)).toContain('would lead out of the collection');
  });

  test('a file in the zip that leads out of it', async () => {
    expect(await readOrWhy(withFiles({ '../../evil': 'x' }))).toContain('leads out of it');
    expect(await readOrWhy(withFiles({ '/evil': 'x' }))).toContain('leads out of it');
  });

  test('two files whose names differ in capitals alone', async () => {
    const words = 'differ in capitals alone';
    expect(await readOrWhy(withFiles({ 'Collection.anki2': 'x' }))).toContain(words);
  });

  test('one file twice, in the zip and in the list', async () => {
    const file = withFiles({ collectionxanki2: 'x' });
    const twice = strFromU8(file, true).replaceAll('collectionxanki2', 'collection.anki2');
    expect(await readOrWhy(strToU8(twice, true))).toContain('holds “collection.anki2” twice');
    const media = JSON.stringify({ 0: 'a.png', 1: 'a.png' });
    expect(await readOrWhy(withFiles({ 1: 'x', media }))).toContain('holds “a.png” twice');
  });

  test('a file that says it is smaller than it is', async () => {
    const file = withFiles({});
    const text = strFromU8(file, true);
    const place = text.lastIndexOf('collection.anki2') - 46;
    const view = new DataView(file.buffer, file.byteOffset);
    expect(view.getUint32(place, true)).toBe(0x02014b50);
    view.setUint32(place + 24, 100, true);
    expect(await readOrWhy(file)).toMatch(
      /“collection.anki2” in the file has \d+ bytes, and says 100/,
    );
  });
});

describe('[ANKI-18] numbers and dates:', () => {
  test('ids of 64 bits are read to the last digit, in JSON, protobuf and tables', async () => {
    const id = 9_007_199_254_740_993n;
    expect(parseExactJson(`{"id":${id},"text":"${id}","few":12}`)).toEqual({
      id,
      text: String(id),
      few: 12,
    });
    expect(
      parseExactJson('[-9223372036854775808, 1234567890123456, 1e99, 1234567890123456.5]'),
    ).toEqual([-9223372036854775808n, 1234567890123456, 1e99, 1234567890123456.5]);
    const lowest = [0x08, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01];
    expect(new WireMessage(new Uint8Array(lowest)).exact(1)).toBe(-9223372036854775808n);
    const file = await forged((db) => {
      const decks = JSON.parse(String(db.selectValue('SELECT decks FROM col'))) as object;
      const text = JSON.stringify({ ...decks, [String(id)]: { name: 'Far' } });
      db.exec({ sql: 'UPDATE col SET decks = ?', bind: [text] });
      db.exec({ sql: 'UPDATE cards SET did = ?', bind: [id] });
    });
    const { collection } = await readAnkiPackage(bytesOfArray(file), expected.madeAtMillis);
    expect(collection.decks.get(id)?.name).toBe('Far');
    expect(collection.cards.every(({ deckId }) => deckId === id)).toBe(true);
  });

  test.each([
    [
      'UPDATE notes SET id = 9223372036854775807 WHERE id = (SELECT max(id) FROM notes)',
      'a note dated no date there is',
    ],
    [
      'UPDATE cards SET id = 4102444800000 WHERE id = (SELECT max(id) FROM cards)',
      'a card dated 2100-01-01',
    ],
    [
      'UPDATE revlog SET id = 4102444800000 WHERE id = (SELECT max(id) FROM revlog)',
      'a review dated 2100',
    ],
    ['UPDATE col SET crt = 4102444800', 'begun after today'],
  ])('%s', async (sql, words) => {
    expect(await readOrWhy(await forged((db) => db.exec(sql)))).toContain(words);
  });
});

test('[ANKI-5] filtered decks that are each other’s home come to an end', async () => {
  const file = await forged((db) => {
    const decks = JSON.parse(String(db.selectValue('SELECT decks FROM col'))) as object;
    const more = { 5: { name: 'One', dyn: 1 }, 6: { name: 'One::Other', dyn: 1 } };
    db.exec({ sql: 'UPDATE col SET decks = ?', bind: [JSON.stringify({ ...decks, ...more })] });
    db.exec('UPDATE cards SET did = 5, odid = 6');
  });
  expect(await readOrWhy(file)).toBe(`${expected.notes} notes`);
});

test('[ANKI-3] what belongs to nothing is left out, and told', async () => {
  const file = await forged((db) => {
    db.exec('UPDATE notes SET mid = 77 WHERE id = (SELECT min(id) FROM notes)');
    db.exec(
      "UPDATE notes SET guid = 'same' WHERE id IN (SELECT id FROM notes ORDER BY id LIMIT 2 OFFSET 1)",
    );
  });
  expect(await readOrWhy(file)).toBe(
    [
      `${expected.notes - 2} notes`,
      '1 note cannot be taken, because the note type is not in the file.',
      '1 note cannot be taken, because another has the same mark of identity (guid).',
      '2 cards cannot be taken, because the note is not there or has that card twice.',
    ].join('\n'),
  );
});

test('[ANKI-16] decks in decks without end are refused', async () => {
  const file = await forged((db) => {
    const name = Array(200).fill('x').join('::');
    db.exec({ sql: 'UPDATE col SET decks = ?', bind: [JSON.stringify({ 1: { name } })] });
  });
  expect(await readOrWhy(file)).toContain('more than 100 decks deep');
});
