import { expect, test } from 'vitest';
import { RowWriter } from '../../../src/exchange/anki/sqlite/row-writer.ts';
import { UntrustedDatabase } from '../../../src/exchange/anki/sqlite/untrusted-database.ts';

const TABLE = 'CREATE TABLE revlog (id integer PRIMARY KEY, cid integer NOT NULL, ivl integer)';
const ROWS = [
  [1, 1_700_000_000_123, -60],
  [1_700_000_000_456, Number.MAX_SAFE_INTEGER, 0],
  [-3, -1_700_000_000_123, 2 ** 31],
];

async function read(put: (writer: RowWriter, row: readonly number[]) => void): Promise<unknown> {
  const writer = await RowWriter.open(TABLE);
  for (const row of ROWS) put(writer, row);
  const database = await UntrustedDatabase.open([writer.end('')]);
  const rows = database.rows('SELECT *, typeof(id), typeof(cid), typeof(ivl) FROM revlog');
  database.close();
  return rows;
}

test('[ANKI-48] a row of numbers stands there as one of any values does, whole numbers as such', async () => {
  const plain = await read((writer, row) => writer.put('revlog', row));
  expect(await read((writer, row) => writer.putNumbers('revlog', row))).toEqual(plain);
  expect(plain).toContainEqual([1, 1_700_000_000_123, -60, 'integer', 'integer', 'integer']);
});

test('[ANKI-48] what is no number goes in as well, and what a table refuses is thrown', async () => {
  const writer = await RowWriter.open(TABLE);
  writer.putNumbers('revlog', [7, 8n, null]);
  writer.putNumbers('revlog', [8, 9, 10]);
  expect(() => writer.putNumbers('revlog', [8, 9, 11])).toThrow(/UNIQUE/);
  writer.putNumbers('revlog', [9, 9, 12]);
  const database = await UntrustedDatabase.open([writer.end('')]);
  expect(database.rows('SELECT id, cid, ivl FROM revlog')).toEqual([
    [7, 8, null],
    [8, 9, 10],
    [9, 9, 12],
  ]);
  database.close();
});
