import { afterEach, expect } from 'vitest';
import { JournalKeeper } from '../../src/engine/journal/keeping/keeper.ts';
import type { Missing } from '../../src/engine/journal/recovery/missing.ts';
import { missingIn } from '../../src/engine/journal/recovery/missing-in.ts';
import { type Recovered, recover } from '../../src/engine/journal/recovery/recover.ts';
import type { DeviceId } from '../../src/kernel/ids.ts';
import { ok } from '../../src/kernel/problem.ts';
import type { CopiesPlace } from '../../src/platform/copies/copies-place.ts';
import type { JournalFiles } from '../../src/platform/journal/journal-files.ts';
import { hashOf, historyHashOf } from '../../src/store/log/rebuild/hashes.ts';
import { openDatabase } from '../../src/store/open.ts';
import { keepSecondCopy } from '../../src/store/place/second-copy.ts';
import type { RoundsDatabase } from '../../src/store/schema.ts';
import { accepted, freshName, type TestDeps, testDeps } from './deps.ts';
import { onlyOf, realJournal } from './journal.ts';

/** A device of a test: its collection, and the journal's files as it sees them. */
export interface OwnDevice {
  readonly device: DeviceId;
  readonly deps: TestDeps;
  readonly files: JournalFiles;
}

/** For a file of tests: devices, and databases beside theirs. All are let go after each test. */
export function withJournal() {
  const real = realJournal();
  const begun: TestDeps[] = [];
  const opened: RoundsDatabase[] = [];
  afterEach(async () => {
    for (const deps of begun.splice(0)) deps.close();
    for (const db of opened.splice(0)) await db.delete();
  });
  return {
    /** A device that has done nothing. It is added to `seen`: those whose files it sees. */
    async device(
      device = `device-${crypto.randomUUID()}` as DeviceId,
      seen: string[] = [],
    ): Promise<OwnDevice> {
      const deps = await testDeps(undefined, device);
      begun.push(deps);
      seen.push(device);
      return { device, deps, files: onlyOf(real, seen) };
    },
    /** A database without anything, as after the browser has deleted it; of a `name`, the one that is there. */
    async emptyDatabase(device?: DeviceId, name = freshName()): Promise<RoundsDatabase> {
      const db = accepted(await openDatabase(() => device ?? `new-${name}`, undefined, { name }));
      opened.push(db);
      return db;
    },
  };
}

/** Keeps a journal of what is done from now on. */
export function keepJournal({ store }: TestDeps, files: JournalFiles): JournalKeeper {
  const keeper = new JournalKeeper(store, files);
  keepSecondCopy(store, keeper);
  return keeper;
}

/** Gives `db` what it lacks of what `files` have, or of what is elsewhere. */
export async function putBack(
  db: RoundsDatabase,
  files: JournalFiles,
  elsewhere: { readonly place?: CopiesPlace; readonly shippedText?: string } = {},
): Promise<{ readonly missing: Missing; readonly report: Recovered }> {
  const missing = accepted(await missingIn(db, files, elsewhere.place));
  if (!missing) throw new Error('nothing is missing');
  const report = accepted(await recover(db, files, missing, undefined, elsewhere));
  return { missing, report };
}

/** Everything that a person can see is the same in both, and so is how it came to be. */
export async function expectSame(db: RoundsDatabase, model: RoundsDatabase): Promise<void> {
  expect(await hashOf(db)).toBe(await hashOf(model));
  expect(await historyHashOf(db)).toBe(await historyHashOf(model));
}

/** `files`, whose journal has other lines for whoever reads them. What is added is added as it is. */
export function linesRead(
  files: JournalFiles,
  change: (lines: string[]) => readonly string[],
): JournalFiles {
  return {
    ...files,
    async read(path, from) {
      const read = await files.read(path, 0);
      if (!read.ok || !path.startsWith('journal/')) return files.read(path, from);
      const lines = change(new TextDecoder().decode(read.value).split('\n'));
      return ok(new TextEncoder().encode(lines.join('\n')).slice(from));
    },
  };
}
