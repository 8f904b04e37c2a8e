import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { JournalKeeper } from '../../../src/engine/journal/keeper.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { recoverBeside } from '../../../src/engine/workers/connect-recovery.ts';
import type { DeviceId } from '../../../src/kernel/ids.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../../src/store/open.ts';
import { keepSecondCopy } from '../../../src/store/place/second-copy.ts';
import {
  accepted,
  answerFirst,
  freshName,
  problemOf,
  sampleDeck,
  type TestDeps,
  testDeps,
} from '../../support/deps.ts';
import { onlyOf, realJournal } from '../../support/journal.ts';

const real = realJournal();
let files: JournalFiles;
let deps: TestDeps;

beforeEach(async () => {
  const copies = createWebCopies(startRecovery);
  for (const name of accepted(await copies.list())) accepted(await copies.remove(name));
  const device = `device-${crypto.randomUUID()}` as DeviceId;
  files = onlyOf(real, [device]);
  deps = await testDeps(undefined, device);
  keepSecondCopy(deps.store, new JournalKeeper(deps.store, files));
  accepted(await loadDeck(deps, sampleDeck(20), NO_CHOICE, 'program'));
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
});
afterEach(() => deps.close());

function startRecovery(): Worker {
  return new Worker(new URL('../../../src/engine/workers/recovery-worker.ts', import.meta.url), {
    type: 'module',
  });
}

test('[LARGE-3] [JOURNAL-5] what the journal has is put back beside the page, which hears how far it is', async () => {
  const name = freshName();
  const db = accepted(await openDatabase(() => `new-${name}`, undefined, { name }));
  const missing = accepted(await missingIn(db, files));
  if (!missing) throw new Error('nothing is missing');
  let written = 0;
  db.use({
    stack: 'dbcore',
    name: 'counts what the page writes',
    create: (core) => ({
      ...core,
      table: (table) => ({
        ...core.table(table),
        mutate: (request) => {
          written++;
          return core.table(table).mutate(request);
        },
      }),
    }),
  });
  // What is put between is there from the next opening on.
  db.close();
  await db.open();
  const told: string[] = [];
  const report = accepted(
    await recoverBeside(db.place, missing, startRecovery, (done, total) => {
      told.push(`${done} of ${total}`);
      return true;
    }),
  );
  expect(report).toMatchObject({ operations: 4, lost: [] });
  expect(told).toEqual(['1 of 1']);
  expect(written).toBe(0);
  expect(await hashOf(db)).toBe(await hashOf(deps.store));
  expect(accepted(await missingIn(db, files))).toBeUndefined();
  await db.delete();
});

test('[LARGE-3] where the worker cannot be started that is said, and the journal has all as before', async () => {
  const name = freshName();
  const db = accepted(await openDatabase(() => `new-${name}`, undefined, { name }));
  const missing = accepted(await missingIn(db, files));
  if (!missing) throw new Error('nothing is missing');
  const refused = () => {
    throw new TypeError('refused');
  };
  const problem = problemOf(await recoverBeside(db.place, missing, refused, () => true));
  expect(problem.kept).toBe('The journal and the copies have all that they had.');
  expect(accepted(await missingIn(db, files))?.operations).toBe(4);
  await db.delete();
});
