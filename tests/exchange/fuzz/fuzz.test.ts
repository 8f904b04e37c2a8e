import { expect, test } from 'vitest';
import { NO_ROWS } from '../../../src/domain/collection/rows.ts';
import { STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { decide } from '../../../src/engine/import/decide/decide.ts';
import { NOTHING_HERE } from '../../../src/engine/import/decide/here.ts';
import { DEFAULT_CHOICES } from '../../../src/engine/import/import-look.ts';
import { inPackageWords } from '../../../src/exchange/anki/bad-package.ts';
import { isOfOneFile } from '../../../src/exchange/anki/read-package.ts';
import type { Brought } from '../../../src/exchange/incoming/brought.ts';
import { broughtByText } from '../../../src/exchange/incoming/of-text.ts';
import { readImportFile } from '../../../src/exchange/incoming/read-file.ts';
import { sha256Of } from '../../../src/kernel/sha256.ts';
import { admitOperation } from '../../../src/log/door.ts';
import { bytesOfArray } from '../../support/bytes-of-array.ts';
import { anOperation } from '../../support/collection.ts';
import { inSentences, rowsAfter } from '../../support/effects.ts';
import expected from '../anki/fixtures/expected.json';
import { chanceOf, damaged } from './chance.ts';
import { oddTable } from './odd-values.ts';
import { oddCollection, oddMnemosyne } from './others.ts';
import { oddPackage } from './packages.ts';

/** `npm run fuzz` tries ten thousand. */
const CASES = Number(process.env.ROUNDS_FUZZ_CASES ?? 200);
const FIRST = Number(process.env.ROUNDS_FUZZ_FIRST ?? 0);
/** Of fewer, all may end alike. */
const MANY = 100;
const LIMIT_MILLIS = 30_000;
const MOST_BYTES = 800 * 1024 * 1024;
const clock = { atMillis: expected.madeAtMillis, utcOffsetMinutes: 0 };

/** Of ten files six are Anki’s packages. */
async function oddFile(seed: number) {
  const below = chanceOf(String(seed));
  const kind = below(10);
  if (kind < 6) return oddPackage(below);
  if (kind < 8) return oddCollection(below);
  if (kind < 9) return oddMnemosyne(below);
  const text = new TextEncoder().encode(oddTable(`text ${seed}`));
  const bytes = below(2) === 0 && text.length > 0 ? damaged(text, below) : text;
  return { name: below(4) === 0 ? 'deck.md' : 'table.csv', way: 'text', bytes };
}

/** As an import does it, up to what would be written; whether anything would be. */
async function takenIn(bytes: Uint8Array, name: string): Promise<'taken' | 'refused'> {
  const read = await readImportFile(bytesOfArray(bytes), name, clock);
  if (!read.ok) {
    inSentences(read.problem);
    return 'refused';
  }
  const file = read.value;
  if (file.kind === 'rounds' || file.kind === 'deck-file') return 'taken';
  const brought =
    file.kind === 'text'
      ? broughtByText(file.text, name, STOCK_TYPES, clock.atMillis).brought
      : file.brought;
  const media = await inPackageWords(() => contentsOf(brought));
  if (!media.ok) {
    inSentences(media.problem);
    return 'refused';
  }
  const decided = decide(name, brought, NOTHING_HERE, DEFAULT_CHOICES, new Map(), media.value);
  const body = { kind: 'import', ...decided.incoming } as const;
  // What is written must be what every reader of the log takes: otherwise it is there until a rebuild.
  const stored = JSON.parse(JSON.stringify(anOperation(body))) as unknown;
  expect(admitOperation(stored)).toMatchObject({ is: 'known' });
  const { cards } = rowsAfter(body, NO_ROWS);
  for (const { schedule } of cards.values()) {
    if (schedule.state === 'review') expect(Number.isFinite(schedule.dueDay)).toBe(true);
    if (schedule.state !== 'new') expect(schedule.memory.stability).toBeGreaterThan(0);
  }
  return 'taken';
}

async function contentsOf({ media }: Brought) {
  const stored = [];
  for (const { name, read } of media) {
    const content = await read().catch((error: unknown) => {
      if (!isOfOneFile(error)) throw error;
      return undefined;
    });
    if (!content) continue;
    const type = 'application/octet-stream';
    const sha256 = await sha256Of(content);
    stored.push({ id: name, sha256, bytes: content.length, type, addedAtMillis: clock.atMillis });
  }
  return stored;
}

test(`[ANKI-19] ${CASES} files damaged or forged by chance are taken sound, or refused in words`, async () => {
  const ends: Record<string, { taken: number; refused: number }> = {};
  let longest = { millis: 0, seed: FIRST };
  let mostBytes = 0;
  for (let seed = FIRST; seed < FIRST + CASES; seed++) {
    const { name, way, bytes } = await oddFile(seed);
    const began = process.cpuUsage();
    const end = await takenIn(bytes, name).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${name}, ${way}`, { cause: error });
    });
    // Of the processor: on a busy machine a second lasts long.
    const { user, system } = process.cpuUsage(began);
    const millis = (user + system) / 1000;
    if (millis > longest.millis) longest = { millis, seed };
    mostBytes = Math.max(mostBytes, process.memoryUsage().rss);
    const own = `${name.replace(/^\w+/, '')} ${way}`;
    ends[own] ??= { taken: 0, refused: 0 };
    ends[own][end]++;
  }
  const sum = (end: 'taken' | 'refused') =>
    Object.values(ends).reduce((all, each) => all + each[end], 0);
  if (CASES >= MANY) {
    expect(sum('taken')).toBeGreaterThan(0);
    expect(sum('refused')).toBeGreaterThan(0);
  }
  if (process.env.ROUNDS_FUZZ_CASES === undefined) return;
  console.table(ends);
  console.log(
    `Longest: ${longest.millis.toFixed(0)} ms, seed ${longest.seed}. Most memory: ${(mostBytes / 2 ** 20).toFixed(0)} MB.`,
  );
  expect(longest.millis).toBeLessThan(LIMIT_MILLIS);
  expect(mostBytes).toBeLessThan(MOST_BYTES);
}, 7_200_000);
