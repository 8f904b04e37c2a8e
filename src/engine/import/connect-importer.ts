import type { Change } from '../../domain/collection/rows.ts';
import { operationIdOf } from '../../kernel/ids.ts';
import { failed, type Result } from '../../kernel/problem.ts';
import type { ClockReading } from '../../kernel/study-day.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import { announceChanges } from '../../store/announce.ts';
import { inTurn } from '../../store/log/turns.ts';
import type { DatabasePlace } from '../../store/place/place.ts';
import { roomOf } from '../../store/place/room.ts';
import { secondCopyOf } from '../../store/place/second-copy.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { ImportChoices, ImportLook } from './import-look.ts';
import type { ListedImport } from './take-back/list-imports.ts';
import type { TakeBackAsked, TakeBackLook } from './take-back/take-back.ts';
import type { FileToImport, ImportDone } from './import-work.ts';
import { connect, type Port } from '../rpc.ts';
import type { Envelope } from '../workers/connect.ts';

/** What the page tells the importer. */
export type ToImporter =
  | { readonly kind: 'open'; readonly place: DatabasePlace }
  | { readonly kind: 'forget' };

/** What the importer tells the page: rows that it wrote; undefined: all may be others. */
export interface FromImporter {
  readonly changes: readonly Change[] | undefined;
}

/** The importer's worker, as the page reaches it: it keeps the file that was read last. */
export interface Importer {
  read(file: FileToImport, watch?: Watch): Promise<Result<ImportLook>>;
  look(choices: ImportChoices, watch?: Watch): Promise<Result<ImportLook>>;
  /** Writes it as one step. `watch` can stop it until it is on disk; then nothing was changed. */
  run(choices: ImportChoices, watch?: Watch): Promise<Result<ImportDone>>;
  list(watch?: Watch): Promise<Result<readonly ListedImport[]>>;
  lookAtTakeBack(asked: TakeBackAsked, watch?: Watch): Promise<Result<TakeBackLook>>;
  /** Takes an earlier import back as one step, likewise. */
  takeBack(asked: TakeBackAsked, watch?: Watch): Promise<Result<TakeBackLook>>;
  forget(): void;
  close(): void;
}

/** Connects to import-worker.ts, which starts with the first file. */
export function connectImporter({
  store,
  clock,
  start,
}: {
  readonly store: RoundsDatabase;
  readonly clock: () => ClockReading;
  readonly start: () => Port;
}): Importer {
  const connection = connect({
    start,
    name: t`The import`,
    kept: t`Nothing was changed.`,
    greeting: { kind: 'open', place: store.place } satisfies ToImporter,
    hear: (event) => announceChanges(store, (event as FromImporter).changes),
  });
  let isStarted = false;
  const ask = async (name: string, asked: unknown, watch?: Watch) => {
    // Fails where this page's connection was closed: the worker has one of its own.
    await store.device.get('device');
    isStarted = true;
    return connection.call(name, { now: clock(), asked } satisfies Envelope, watch);
  };
  /** One step, in its turn; the journal gets it before the answer. */
  const write = (name: 'run' | 'take-back', asked: unknown, watch?: Watch) =>
    inTurn(store, async (): Promise<Result<unknown>> => {
      const noRoom = await roomOf(store).problem();
      if (noRoom) return { ok: false, problem: noRoom };
      const before = await store.device.get('device');
      const done = await ask(name, asked, watch);
      if (done.ok) await secondCopyOf(store)?.catchUp();
      if (done.ok || !before) return done;
      // A worker that died may have written it before it could say so: then its number is given.
      const id = operationIdOf(before.deviceId, before.nextCounter);
      if ((await store.operations.get(id)) === undefined) return done;
      announceChanges(store, undefined);
      await secondCopyOf(store)?.catchUp();
      return DONE_UNHEARD[name];
    });
  return {
    read: (file, watch) => ask('read', file, watch) as Promise<Result<ImportLook>>,
    look: (choices, watch) => ask('look', choices, watch) as Promise<Result<ImportLook>>,
    run: (choices, watch) => write('run', choices, watch) as Promise<Result<ImportDone>>,
    list: (watch) => ask('list', undefined, watch) as Promise<Result<readonly ListedImport[]>>,
    lookAtTakeBack: (asked, watch) =>
      ask('look-at-take-back', asked, watch) as Promise<Result<TakeBackLook>>,
    takeBack: (asked, watch) => write('take-back', asked, watch) as Promise<Result<TakeBackLook>>,
    forget: () => {
      if (isStarted) connection.tell({ kind: 'forget' } satisfies ToImporter);
    },
    close: () => connection.close(),
  };
}

/** The worker ended between its writing and its answer. */
const DONE_UNHEARD = {
  run: failed(
    t`The import stopped after it was done.`,
    t`All of the file is here; only the report is lost.`,
    t`Look through your decks; undo takes the import back.`,
  ),
  'take-back': failed(
    t`It stopped after the import was taken back.`,
    t`The import is taken back.`,
    t`Undo brings it again.`,
  ),
} as const;
