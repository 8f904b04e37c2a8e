import { beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { addMedia } from '../../../src/engine/commands/media/media.ts';
import { checkCollection } from '../../../src/engine/commands/settings/check-collection.ts';
import { readEnds } from '../../../src/engine/journal/ends.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import { ok } from '../../../src/kernel/problem.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { ONE_PIXEL } from '../../support/a-picture.ts';
import { accepted, answerFirst, sampleDeck, type TestDeps } from '../../support/deps.ts';
import {
  expectSame,
  keepJournal,
  linesRead,
  putBack,
  withJournal,
} from '../../support/kept-journal.ts';

const own = withJournal();
let device: DeviceId;
let files: JournalFiles;
let deps: TestDeps;

beforeEach(async () => {
  ({ device, deps, files } = await own.device());
  keepJournal(deps, files);
  accepted(await loadDeck(deps, sampleDeck(8), NO_CHOICE, 'program'));
  for (let answers = 0; answers < 5; answers++) await answerFirst(deps);
});

type Damage = (line: string) => string;
/** As many bytes as before, and nothing to be read. */
const unreadable: Damage = (line) => line.replaceAll(/[{:,]/g, '\0');
const twoSigns: Damage = (line) =>
  line.replace('"person"', '"persom"').replace('"atMillis":1', '"atMillis":3');
const oneSign: Damage = (line) => line.replace('"grade":3', '"grade":1');

/** The journal, some of its lines damaged for whoever reads them; added to as it is. */
function damaged(damage: Damage, ...lines: number[]): JournalFiles {
  return linesRead(files, (all) =>
    all.map((line, at) => (lines.includes(at) ? damage(line) : line)),
  );
}

function checked(journal: JournalFiles): Promise<ReturnType<typeof checkCollection>> {
  keepJournal(deps, journal);
  return checkCollection({ ...deps, platform: { ...deps.platform, journal } }) as never;
}

/** The database is gone, and the journal is as damaged as it was. */
async function expectBackFrom(journal: JournalFiles): Promise<void> {
  const db = await own.emptyDatabase();
  expect((await putBack(db, journal)).report.lost).toEqual([]);
  await expectSame(db, deps.store);
}

test.each([
  ['the deck', unreadable, [1]],
  ['some answers', unreadable, [2, 4]],
  ['the last answer', unreadable, [6]],
  ['an answer, changed and still a line', twoSigns, [3]],
  ['an answer, changed in one sign', oneSign, [3]],
  ['all of it', unreadable, [1, 2, 3, 4, 5, 6]],
])(
  '[JOURNAL-11] %s: the check writes what was damaged again, and the journal alone gives all',
  async (_what, damage, lines) => {
    const journal = damaged(damage, ...lines);
    const before = await hashOf(deps.store);
    const check = accepted(await checked(journal));
    // The last is missed by the journal's end already, and written before the check.
    const isLast = lines.includes(6);
    if (!isLast) expect(check.writtenAgain).toBe(lines.length);
    expect(check.journal).toMatchObject({ missing: [], unwritten: [], different: [], damaged: [] });
    expect(await hashOf(deps.store)).toBe(before);
    expect(accepted(await checked(journal)).writtenAgain).toBe(0);
    await expectBackFrom(journal);
  },
);

test('[JOURNAL-11] the journal goes on where it was: what is answered next follows what was written again', async () => {
  const journal = damaged(unreadable, 1, 3);
  const end = accepted(await readEnds(journal)).get(device)?.next;
  accepted(await checked(journal));
  expect(accepted(await readEnds(journal)).get(device)?.next).toBe(end);
  await answerFirst(deps);
  expect(accepted(await readEnds(journal)).get(device)?.next).toBe((end ?? 0) + 1);
  await expectBackFrom(journal);
});

test('[JOURNAL-11] a large body that is damaged is put right from the database', async () => {
  accepted(await loadDeck(deps, sampleDeck(700, 2, 'large'), NO_CHOICE, 'program'));
  const [payload] = await deps.store.payloads.toArray();
  if (!payload) throw new Error('there is no large body');
  const path = `payloads/${payload.sha256}.gz`;
  const damage = payload.bytes.slice();
  damage[100] = (damage[100] ?? 0) ^ 4;
  accepted(await files.put(path, damage));
  const check = accepted(await checked(files));
  expect(check.writtenAgain).toBe(1);
  expect(accepted(await files.read(path, 0))).toEqual(payload.bytes);
  await expectBackFrom(files);
});

test('[JOURNAL-11] what a damaged line says otherwise does not come into a sound log', async () => {
  const check = accepted(await checked(damaged(twoSigns, 3)));
  expect(check.offered).toEqual([]);
  expect(check.wasSound).toBe(true);
});

test('[JOURNAL-11] a picture that is damaged in the journal is found by the check, and put right', async () => {
  const added = accepted(
    await addMedia(deps, new File([ONE_PIXEL], 'a.png', { type: 'image/png' })),
  );
  const path = `media/${added.sha256}`;
  const written: string[] = [];
  let isDamaged = true;
  const flipped: JournalFiles = {
    ...files,
    async read(asked, from) {
      const read = await files.read(asked, from);
      if (!read.ok || asked !== path || !isDamaged) return read;
      return ok(read.value.map((byte, at) => (at === 20 ? byte ^ 1 : byte)));
    },
    async put(asked, bytes) {
      written.push(asked);
      if (asked === path) isDamaged = false;
      return files.put(asked, bytes);
    },
  };
  const check = accepted((await checked(flipped)) as never) as { writtenAgain: number };
  expect(check.writtenAgain).toBe(1);
  expect(new Set(written)).toEqual(new Set([path]));
  // Damaged in the database as well, it does not take the place of what is whole in the journal.
  await deps.store.blobs.put({ sha256: added.sha256, blob: new Blob(['other']) });
  isDamaged = true;
  written.length = 0;
  expect(accepted((await checked(flipped)) as never)).toMatchObject({ writtenAgain: 0 });
  expect(written).toEqual([]);
});
