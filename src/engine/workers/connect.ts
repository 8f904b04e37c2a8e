import type { Change } from '../../domain/collection/rows.ts';
import type { FileCheck } from '../../exchange/collection-file/check-file.ts';
import { operationIdOf } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import type { Intent, Operation } from '../../log/operation.ts';
import { announceChanges, onChanges } from '../../store/announce.ts';
import type { DifferingRow } from '../../store/check/differing.ts';
import type { Looked } from '../../store/check/look.ts';
import type { MendedRows, Mending } from '../../store/check/mend.ts';
import { inTurn } from '../../store/log/turns.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import { roomOf } from '../../store/place/room.ts';
import { secondCopyOf } from '../../store/place/second-copy.ts';
import type { DeckReport } from '../queries/once/decks.ts';
import type { CollectionSnapshot, SnapshotOptions } from '../copies/snapshot.ts';
import type { TakenIn } from '../copies/take-in.ts';
import type { LibraryQueries, PlannerQueries } from '../queries/table.ts';
import { IN_LIBRARY, IN_PLANNER } from '../queries/table.ts';
import type { RemoteTable } from '../queries/context.ts';
import type { ReadOnly } from '../read-only.ts';
import { type Connection, connect, type Port } from '../rpc.ts';

/** A question on its way to a worker. The clock is the asker's. */
export interface Envelope {
  readonly now: ClockReading;
  readonly asked: unknown;
}

/** What the page tells the workers. */
export type ToLibrary =
  | { readonly kind: 'open'; readonly place: DatabasePlace; readonly mayKeep?: boolean }
  /** Whether the index may be kept for the next start: where another window writes, that one does. */
  | { readonly kind: 'may-keep'; readonly mayKeep: boolean }
  | { readonly kind: 'changed'; readonly changes: readonly Change[] }
  | { readonly kind: 'reset' };
export type ToPlanner = { readonly kind: 'open'; readonly place: DatabasePlace };
export type ToWriter = { readonly kind: 'open'; readonly place: DatabasePlace };

/** What a look found, with the rows by their names and the beginning of what they say. */
export interface LookResult extends Omit<Looked, 'differing'> {
  readonly differing: readonly (Pick<DifferingRow, 'table' | 'key' | 'is'> & {
    readonly text: string;
  })[];
  /** Steps are missing or damaged: what stands there may be all that is left of them. */
  readonly isShort: boolean;
}

/** What a person lets be mended, and when. */
export interface MendingAsked {
  readonly accepted: readonly Mending[];
  readonly now: ClockReading;
}

/** What the writer tells the page: some of the rows that it wrote; undefined: all may be others. */
export interface FromWriter {
  readonly changes: readonly Change[] | undefined;
}

/** The library's worker, as the page reaches it. */
export interface Library extends RemoteTable<LibraryQueries> {
  /** `listener` is called when rows, counts or names may be others. Returns how to stop that. */
  onChange(listener: () => void): () => void;
  /** Reads everything anew. */
  reset(): void;
  close(): void;
}

/** The planner's worker, as the page reaches it. */
export interface Planner extends RemoteTable<PlannerQueries> {
  close(): void;
}

/** The writer's worker, as the page reaches it. */
export interface Writer {
  /** Writes one operation. `watch` can stop it until it is on disk; then nothing was changed. */
  apply(intent: Intent, watch?: Watch): Promise<Result<Operation>>;
  /** Reads all of the collection, compares it with its steps, and writes nothing. */
  look(nowMillis: number, watch?: Watch): Promise<Result<LookResult>>;
  /** Puts right what a person accepts of what a look finds. */
  mend(asked: MendingAsked, watch?: Watch): Promise<Result<MendedRows>>;
  /** Reads a long deck file and compares it with what is stored; writes nothing. */
  readDeck(text: string, watch?: Watch): Promise<Result<DeckReport>>;
  /** The whole collection as a file. `watch` can stop it. */
  snapshot(options: SnapshotOptions, watch?: Watch): Promise<Result<CollectionSnapshot>>;
  /** Reads a file to its end, and compares it with what it says of itself. */
  readBack(content: Blob): Promise<Result<true>>;
  /** The same, and works out what it comes to. `watch` can stop it. */
  checkFile(content: Blob, watch?: Watch): Promise<Result<FileCheck>>;
  /** Adds a file's steps to those that are here; once they are being written it goes on. */
  merge(content: Blob, watch?: Watch): Promise<Result<TakenIn>>;
  close(): void;
}

interface Parts {
  readonly store: RoundsDatabase;
  readonly clock: () => ClockReading;
  /** Starts the worker, when it is first asked: study never waits for it. */
  readonly start: () => Port;
  readonly readOnly?: ReadOnly;
}

/** Connects to library-worker.ts, and tells it of every change that is written to `store`. */
export function connectLibrary({ store, clock, start, readOnly }: Parts): Library {
  const mayKeep = () => readOnly?.because === undefined;
  const listeners = new Set<() => void>();
  const connection = connect({
    start,
    name: t`The library`,
    kept: t`Your cards are as they were.`,
    // As it is when the worker is started, which may be anew.
    greeting: {
      kind: 'open',
      place: store.place,
      get mayKeep() {
        return mayKeep();
      },
    } satisfies ToLibrary,
    hear: () => {
      for (const listener of listeners) listener();
    },
  });
  const tell = (event: ToLibrary): void => connection.tell(event);
  const stopFollowing = onChanges(store, (changes) => {
    if (!changes) tell({ kind: 'reset' });
    else if (changes.length > 0) tell({ kind: 'changed', changes: changes.map(withoutBefore) });
  });
  const stopHearing = readOnly?.onChange(() => tell({ kind: 'may-keep', mayKeep: mayKeep() }));
  return {
    ...reaching<LibraryQueries>(connection, clock, IN_LIBRARY),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reset: () => tell({ kind: 'reset' }),
    close() {
      stopFollowing();
      stopHearing?.();
      connection.close();
    },
  };
}

/** Connects to plan-worker.ts. */
export function connectPlanner({ store, clock, start }: Parts): Planner {
  const connection = connect({
    start,
    name: t`The planner`,
    kept: t`Your cards and exams are as they were, and the ordinary reviews are there.`,
    greeting: { kind: 'open', place: store.place } satisfies ToPlanner,
    hear: () => {},
  });
  return {
    ...reaching<PlannerQueries>(connection, clock, IN_PLANNER),
    close: () => connection.close(),
  };
}

/**
 * Connects to write-worker.ts. What it is given waits for its turn among all changes of the log, and
 * the page hears of every row that it wrote before the answer.
 */
export function connectWriter({ store, start }: Omit<Parts, 'clock'>): Writer {
  const connection = connect({
    start,
    name: t`The change`,
    kept: t`Nothing was changed.`,
    greeting: { kind: 'open', place: store.place } satisfies ToWriter,
    hear: (event) => announceChanges(store, (event as FromWriter).changes),
  });
  return {
    apply: (intent, watch) =>
      inTurn(store, async () => {
        const noRoom = await roomOf(store).problem();
        if (noRoom) return { ok: false, problem: noRoom };
        const before = await store.device.get('device');
        const done = await connection.call('apply', intent, watch);
        if (done.ok) await secondCopyOf(store)?.catchUp();
        if (done.ok || !before) return done as Result<Operation>;
        // A worker that died may have written it before it could say so: then its number is given.
        const id = operationIdOf(before.deviceId, before.nextCounter);
        const { readOperation } = await import('../../store/log/log-rows.ts');
        const written = await readOperation(store, id);
        if (!written) return done;
        announceChanges(store, undefined);
        return ok(written);
      }),
    look: (nowMillis, watch) =>
      inTurn(store, async () => {
        // Fails where this page's connection was closed: the worker has one of its own.
        await store.device.get('device');
        return (await connection.call('look', nowMillis, watch)) as Result<LookResult>;
      }),
    mend: (asked, watch) =>
      inTurn(store, async () => {
        await store.device.get('device');
        const done = await connection.call('mend', asked, watch);
        if (done.ok) await secondCopyOf(store)?.catchUp();
        return done as Result<MendedRows>;
      }),
    readDeck: async (text, watch) =>
      (await connection.call('read-deck', text, watch)) as Result<DeckReport>,
    snapshot: (options, watch) =>
      connection.call('snapshot', options, watch) as Promise<Result<CollectionSnapshot>>,
    readBack: (content) => connection.call('readBack', content) as Promise<Result<true>>,
    checkFile: (content, watch) =>
      connection.call('checkFile', content, watch) as Promise<Result<FileCheck>>,
    merge: (content, watch) =>
      inTurn(store, async () => {
        const before = await store.operations.count();
        const done = (await connection.call('merge', content, watch)) as Result<TakenIn>;
        // Of a full disk, or a worker that died, not all that was written is told.
        const isBegun = !done.ok && (await store.operations.count()) > before;
        if (isBegun) announceChanges(store, undefined);
        // No start waits for words that few people ever read.
        return isBegun ? (await import('./partly-merged.ts')).PARTLY_MERGED : done;
      }),
    close: () => connection.close(),
  };
}

/** Each query of the table as a function that asks it over `connection`. */
function reaching<Table>(
  connection: Connection,
  clock: () => ClockReading,
  names: readonly string[],
): RemoteTable<Table> {
  const ask = (name: string) => (asked: unknown, watch?: Watch) => {
    const envelope: Envelope = { now: clock(), asked };
    return connection.call(name, envelope, watch) as Promise<Result<unknown>>;
  };
  return Object.fromEntries(names.map((name) => [name, ask(name)])) as RemoteTable<Table>;
}

/** What a row was before is half of the message, and not looked at. */
function withoutBefore(change: Change): Change {
  return { ...change, before: undefined };
}
