import { beforeEach, expect, test } from 'vitest';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { missingIn } from '../../../src/engine/journal/recovery/missing-in.ts';
import { recoverBeside, workOutBeside } from '../../../src/engine/workers/connect-recovery.ts';
import { failed } from '../../../src/kernel/problem.ts';
import type { Watch } from '../../../src/kernel/watch.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import type { JournalFiles } from '../../../src/platform/journal/journal-files.ts';
import { hashOf } from '../../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../../src/store/open.ts';
import type { DatabasePlace } from '../../../src/store/place/place.ts';
import { accepted, answerFirst, problemOf, sampleDeck, type TestDeps } from '../../support/deps.ts';
import { keepJournal, withJournal } from '../../support/kept-journal.ts';

const own = withJournal();
let files: JournalFiles;
let deps: TestDeps;

beforeEach(async () => {
  const copies = createWebCopies(startRecovery);
  for (const name of accepted(await copies.list())) accepted(await copies.remove(name));
  ({ deps, files } = await own.device());
  keepJournal(deps, files);
  accepted(await loadDeck(deps, sampleDeck(20), NO_CHOICE, 'program'));
  for (let answers = 0; answers < 3; answers++) await answerFirst(deps);
});

function startRecovery(): Worker {
  return new Worker(new URL('../../../src/engine/workers/recovery-worker.ts', import.meta.url), {
    type: 'module',
  });
}

test('[LARGE-3] [JOURNAL-5] what the journal has is put back beside the page, which hears how far it is', async () => {
  const db = await own.emptyDatabase();
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
  expect(told[0]).toBe('0 of 4');
  expect(told.at(-1)).toBe('4 of 4');
  expect(written).toBe(0);
  expect(await hashOf(db)).toBe(await hashOf(deps.store));
  expect(accepted(await missingIn(db, files))).toBeUndefined();
});

test('[LARGE-3] where the worker cannot be started that is said, and the journal has all as before', async () => {
  const db = await own.emptyDatabase();
  const missing = accepted(await missingIn(db, files));
  if (!missing) throw new Error('nothing is missing');
  const refused = () => {
    throw new TypeError('refused');
  };
  const problem = problemOf(await recoverBeside(db.place, missing, refused, () => true));
  expect(problem.kept).toBe('The journal and the copies have all that they had.');
  expect(accepted(await missingIn(db, files))?.operations).toBe(4);
});

test('[SHELL-31] a start that has to work the tables out does so beside the page, and says so at once', async () => {
  const { store } = deps;
  const before = await hashOf(store);
  await store.cards.clear();
  await store.device.where('id').equals('device').modify({ mustRebuild: true });
  store.close();
  const said: [string, number, number][] = [];
  let done = 0;
  const workOut = async (place: DatabasePlace, watch: Watch) => {
    const worked = await workOutBeside(place, startRecovery, watch);
    done = accepted(worked);
    return worked;
  };
  const opening = (...told: [string, number, number]) => {
    said.push(told);
  };
  const again = accepted(
    await openDatabase(() => 'never asked', undefined, store.place, opening, { workOut }),
  );
  expect(done).toBe(await again.operations.count());
  expect(await hashOf(again)).toBe(before);
  expect((await again.device.get('device'))?.mustRebuild).toBeUndefined();
  expect(said[0]).toEqual(['working-out', 0, 0]);
  expect(said.length).toBeGreaterThan(1);
  // Without a worker it is done in the page.
  await again.cards.clear();
  await again.device.where('id').equals('device').modify({ mustRebuild: true });
  again.close();
  const none = async () => failed('none', 'none', 'none');
  const here = accepted(
    await openDatabase(() => 'never asked', undefined, store.place, undefined, { workOut: none }),
  );
  expect(await hashOf(here)).toBe(before);
  here.close();
});
