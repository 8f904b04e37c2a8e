import { expect, test } from 'vitest';
import { inPackageWords } from '../../../src/exchange/anki/bad-package.ts';
import { mapCollection } from '../../../src/exchange/anki/mapping/map-collection.ts';
import { checkedMedia, readAnkiPackage } from '../../../src/exchange/anki/read-package.ts';
import { readTextTable } from '../../../src/exchange/text-table/text-notes.ts';
import { seededFraction } from '../../../src/kernel/seeded.ts';
import { filesIn, realPackage, zipOf } from '../../support/anki-package.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import expected from './fixtures/expected.json';

/** Ten thousand: ROUNDS_FUZZ_CASES=10000 npx vitest run --project unit tests/exchange/anki/fuzz.test.ts */
const CASES = Number(process.env.ROUNDS_FUZZ_CASES ?? 200);
const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };

/** Numbers below `most`, the same for the same seed. */
function chance(seed: string) {
  let count = 0;
  return (most: number) => Math.floor(seededFraction(`${seed}/${count++}`) * most);
}

function damaged(bytes: Uint8Array, below: (most: number) => number): Uint8Array {
  const copy = bytes.slice();
  for (let times = 1 + below(8); times > 0; times--) {
    const at = below(copy.length);
    const way = below(4);
    if (way === 0) copy[at] = below(256);
    else if (way === 1) copy[at] = (copy[at] ?? 0) ^ (1 << below(8));
    else if (way === 2) copy.fill([0, 0xff, 0x7f][below(3)] ?? 0, at, at + 1 + below(64));
    else copy.copyWithin(at, below(copy.length), below(copy.length));
  }
  return below(12) === 0 ? copy.subarray(0, below(copy.length)) : copy;
}

test(`[ANKI-19] ${CASES} packages damaged by chance are read, or refused in words`, async () => {
  const outer = ['oldest.apkg', 'newest.apkg', 'older.apkg', 'whole.colpkg'].map(realPackage);
  const inner = filesIn('oldest.apkg');
  const ends = { read: 0, refused: 0 };
  for (let seed = 0; seed < CASES; seed++) {
    const below = chance(String(seed));
    const name = ['collection.anki2', 'media', '0'][below(3)] ?? '';
    // Half of them damaged within, under a sound zip: deeper layers are met too.
    const file =
      seed % 2 === 0
        ? damaged(outer[below(outer.length)] ?? new Uint8Array(), below)
        : zipOf({ ...inner, [name]: damaged(inner[name] ?? new Uint8Array(), below) });
    const read = await inPackageWords(async () => {
      const found = await readAnkiPackage(bytesOfArray(file), clock.atMillis);
      for await (const _ of checkedMedia(found.opened, []));
      return mapCollection(found.collection, clock);
    }).catch((error: unknown) => {
      throw new Error(`seed ${seed}`, { cause: error });
    });
    if (read.ok) {
      ends.read++;
      for (const { schedule } of read.value.cards) {
        if (schedule.state === 'review') expect(Number.isFinite(schedule.dueDay)).toBe(true);
        if (schedule.state !== 'new') expect(schedule.memory.stability).toBeGreaterThan(0);
      }
    } else {
      ends.refused++;
      expect(read.problem.what).toMatch(/^[A-Z“].*\.$/s);
    }
  }
  expect(ends.refused).toBeGreaterThan(0);
  expect(ends.read).toBeGreaterThan(0);
}, 600_000);

test('[ANKI-19] whatever a text is, reading it ends', () => {
  const pieces = [
    '"',
    '""',
    '\n',
    '\r\n',
    '\t',
    ',',
    ';',
    '#',
    '#separator:',
    '#deck column:',
    'tags:',
    'a',
    '{{c1::',
    '}}',
    '\ufeff',
    '9',
    '|',
    '<b>',
    ' ',
  ];
  for (let seed = 0; seed < CASES; seed++) {
    const below = chance(`text ${seed}`);
    const text = Array.from({ length: below(60) }, () => pieces[below(pieces.length)]).join('');
    const { rows, notes } = readTextTable(text);
    expect(notes.length).toBeLessThanOrEqual(rows.length);
  }
});
