import { failed, ok, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import type { Watch } from '../kernel/watch.ts';
import { countOn } from './device/count-on.ts';
import { databasesAt, type DatabasePlace, SIGNPOST_VERSION, versionAt } from './place/place.ts';
import { type DeviceRow, RoundsDatabase, SCHEMA_VERSION } from './schema.ts';
import { namesOf } from './storage-problem.ts';

const NOTHING_TOUCHED = t`Nothing was read or written; your cards are as they were.`;

/** Hears what an opening does that takes its time, and how far it is. */
export type OpeningWatch = (doing: 'carrying' | 'working-out', done: number, total: number) => void;

/** A database, or why there is none; `isUnreadable`: it is there, and this browser cannot read it. */
export type Opened = Result<RoundsDatabase> & { readonly isUnreadable?: boolean };

/** How a database is opened. */
export interface OpeningManner {
  /** Another window has opened it, and writes; this one makes, carries and writes nothing. */
  readonly follows?: boolean;
  /** Called when what is there is of an older version, and not touched yet. */
  readonly beforeUpgrade?: (older: DatabasePlace) => Promise<unknown>;
  /** Works the tables out anew off the screen's thread; where that fails it is done here. */
  readonly workOut?: (place: DatabasePlace, watch: Watch) => Promise<Result<unknown>>;
}

/**
 * Opens the database and, on a new profile, names this device. `newDeviceId` is asked once.
 * `onClosed`: another version of Rounds wants the database, or the browser took it away.
 */
export async function openDatabase(
  newDeviceId: () => string,
  onClosed: (why: 'newer-version' | 'closed-by-browser') => void = () => {},
  place: DatabasePlace,
  watch?: OpeningWatch,
  { follows = false, beforeUpgrade = async () => {}, workOut }: OpeningManner = {},
): Promise<Opened> {
  let db: RoundsDatabase;
  try {
    if (typeof indexedDB === 'undefined') {
      return failed(
        t`This browser does not let Rounds keep cards (IndexedDB is missing or switched off).`,
        NOTHING_TOUCHED,
        t`Leave private browsing, or allow this site to store data, and load the page again.`,
      );
    }
    const factory = await databasesAt(place);
    // Asked before opening: Dexie would add to a newer database what it misses in it.
    const there = await versionAt(place, factory);
    if (isNewer(there)) return newerVersion();
    if (follows && there !== SCHEMA_VERSION * 10) return notOpenThere();
    if (isOlder(there)) await beforeUpgrade(place);
    db = new RoundsDatabase(place, factory, isOlder(there) ? await upgrades() : undefined);
    if (factory !== indexedDB && !follows) {
      const common = await versionAt({ name: place.name }, indexedDB);
      if (common !== SIGNPOST_VERSION) {
        if (isNewer(common)) return newerVersion();
        if (isOlder(common)) await beforeUpgrade({ name: place.name });
        const { moveIn, StillUsed } = await import('./place/move-in.ts');
        try {
          await moveIn(db, common !== undefined, (done, total) => watch?.('carrying', done, total));
        } catch (error) {
          if (error instanceof StillUsed) return usedByOlder();
          throw error;
        }
      }
    }
  } catch (error) {
    return { ...openingProblem(error), isUnreadable: isUnreadable(error) };
  }
  const blocked = new Promise<'blocked'>((resolve) => {
    db.on('blocked', () => resolve('blocked'));
  });
  let isOver = false;
  const over = (why: 'newer-version' | 'closed-by-browser'): void => {
    if (!isOver) onClosed(why);
    isOver = true;
  };
  // Dexie closes by itself here, and says 'close' first.
  db.on('versionchange', ({ newVersion }) =>
    over(newVersion ? 'newer-version' : 'closed-by-browser'),
  );
  db.on('close', () => queueMicrotask(() => over('closed-by-browser')));
  const close = (): void => {
    isOver = true;
    db.close();
  };
  try {
    const outcome = await Promise.race([db.open(), blocked]);
    if (outcome === 'blocked') {
      close();
      return usedByOlder();
    }
    // A newer program may have come in between; Dexie opens its database without a word.
    if (isNewer(db.backendDB().version)) {
      close();
      return newerVersion();
    }
    if (follows) return ok(db);
    await followOperations(
      db,
      await countOn(db, newDeviceId),
      (done, total) => {
        watch?.('working-out', done, total);
        return true;
      },
      workOut,
    );
    return ok(db);
  } catch (error) {
    close();
    return { ...openingProblem(error), isUnreadable: isUnreadable(error) };
  }
}

/** Most starts find the database as they left it. */
const upgrades = async () => (await import('./migrations/upgrades.ts')).UPGRADES;

/** Dexie keeps its version times ten. */
function isNewer(nativeVersion = 0): boolean {
  return nativeVersion > SCHEMA_VERSION * 10;
}

function isOlder(nativeVersion = Number.POSITIVE_INFINITY): boolean {
  return nativeVersion < SCHEMA_VERSION * 10;
}

/**
 * After a change of version, a rebuild that was killed, or an update that understands what it put
 * aside before: the tables anew from the operations, once.
 */
async function followOperations(
  db: RoundsDatabase,
  device: DeviceRow | undefined,
  watch: Watch,
  workOut: OpeningManner['workOut'],
): Promise<void> {
  if (device?.mustPack) await (await import('./log/payloads.ts')).packLargeBodies(db);
  if (!device?.mustRebuild && !(await isUnderstoodNow(device?.deferred))) return;
  // Said before the first operation is read: of many that takes a while.
  await watch(0, 0);
  if ((await workOut?.(db.place, watch))?.ok) return;
  await (await import('./log/rebuild/rebuild.ts')).rebuild(db, watch);
}

async function isUnderstoodNow(deferred: DeviceRow['deferred'] = []): Promise<boolean> {
  if (deferred.length === 0) return false;
  const { understands } = await import('../log/registry.ts');
  return deferred.some(({ kind, version }) => understands(kind, version));
}

function isUnreadable(error: unknown): boolean {
  const others = ['VersionError', 'QuotaExceededError', 'SecurityError', 'MissingAPIError'];
  const names = namesOf(error);
  return !others.some((name) => names.has(name));
}

export function openingProblem(error: unknown): Result<never> {
  const names = namesOf(error);
  if (names.has('VersionError')) return newerVersion();
  if (names.has('QuotaExceededError')) {
    return failed(
      t`The disk is full, so the cards cannot be opened safely.`,
      NOTHING_TOUCHED,
      t`Free some space on this disk, then start Rounds again.`,
    );
  }
  if (names.has('SecurityError') || names.has('MissingAPIError')) {
    return failed(
      t`This browser does not let Rounds keep cards (storage is blocked for this address).`,
      NOTHING_TOUCHED,
      t`Leave private browsing, or allow this site to store data, and load the page again.`,
    );
  }
  return failed(
    t`The card database could not be read (${[...names].join(', ') || t`unknown error`}).`,
    t`Rounds has written nothing to it.`,
    t`Before you try again, copy the folder of this browser’s data: a browser may clear a database that it cannot read.`,
  );
}

function usedByOlder(): Result<never> {
  return failed(
    t`Another window still uses an older version of the cards.`,
    NOTHING_TOUCHED,
    t`Close the other Rounds windows and tabs, then start again.`,
  );
}

function notOpenThere(): Result<never> {
  return failed(
    t`The window that writes to these cards is of an older version of Rounds.`,
    NOTHING_TOUCHED,
    t`Close that window, then load this one again.`,
  );
}

function newerVersion(): Result<never> {
  return failed(
    t`These cards were saved by a newer version of Rounds.`,
    t`Nothing was changed: the newer version finds all of it as it was.`,
    t`Start the newer version, or update this one.`,
  );
}
