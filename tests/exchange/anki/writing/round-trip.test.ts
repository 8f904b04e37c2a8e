import { expect, test } from 'vitest';
import { readAnkiPackage } from '../../../../src/exchange/anki/read-package.ts';
import { realPackage } from '../../../support/anki-package.ts';
import { importedFrom, packageOf } from '../../../support/anki-round-trip.ts';
import { bytesOfArray } from '../../../support/bytes-of-array.ts';
import expected from '../fixtures/expected.json';

/** Rows by their numbers. Floats of 32 bits are the same where they are as such. */
function plain(rows: ReadonlyMap<unknown, { readonly id: unknown }>): unknown[] {
  const found = [...rows.values()].map((row) =>
    JSON.parse(
      JSON.stringify(row, (key, value: unknown) => {
        if (key === 'raw') return undefined;
        if (typeof value === 'bigint') return String(value);
        return typeof value === 'number' && !Number.isInteger(value) ? Math.fround(value) : value;
      }),
    ),
  ) as { readonly id: number }[];
  return found.sort((a, b) => a.id - b.id);
}

const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };

test.each(['oldest.apkg', 'older.apkg', 'newest.apkg', 'whole.colpkg'])(
  '[ANKI-44] what came in %s and was not changed goes out as it came, table by table',
  async (name) => {
    const bytes = realPackage(name);
    const back = await packageOf(await importedFrom(bytes, clock));
    const one = (await readAnkiPackage(bytesOfArray(bytes), clock.atMillis)).collection;
    const other = (await readAnkiPackage(bytesOfArray(back), clock.atMillis)).collection;
    expect(other.container).toBe('collection.anki21');
    expect(other.createdSeconds).toBe(one.createdSeconds);
    expect(other.notes).toEqual(one.notes);
    expect(other.cards).toEqual(one.cards);
    expect(other.reviews).toEqual(one.reviews);
    expect(plain(other.types)).toEqual(plain(one.types));
    expect(plain(other.decks)).toEqual(plain(one.decks));
    expect(plain(other.presets)).toEqual(plain(one.presets));
    expect(new Map([...other.config.all].sort())).toEqual(new Map([...one.config.all].sort()));
  },
);
