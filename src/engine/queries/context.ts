import type { ClockReading } from '../../kernel/study-day.ts';
import type { RoundsDatabase } from '../../store/schema.ts';
import type { Deps } from '../deps.ts';
import type { Watch } from '../rpc.ts';

/** What a live query reads: the store alone, so that its rows can be followed. */
export interface Stored {
  readonly store: RoundsDatabase;
}

/** What a query asked once may use. A long one tells `watch` how far it is. */
export interface Asked extends Deps {
  readonly watch?: Watch;
}

/** What every query in a worker has beside what the worker keeps. The clock is the asker's. */
export interface InWorker {
  readonly now: ClockReading;
  readonly watch: Watch;
}

/** What a query does: reads by what its context offers, and writes nothing. */
// biome-ignore lint/suspicious/noExplicitAny: any context and any arguments; each query names its own
export type Read = (context: any, args: any) => Promise<unknown>;

/** What a query that asks for nothing is given. */
export type NoArgs = Readonly<Record<string, never>>;

export type ArgsOf<Query extends Read> =
  Parameters<Query> extends [unknown, infer Args, ...unknown[]] ? Args : NoArgs;

/** What is given with a question: its arguments, where it has any, and who hears how far it is. */
export type Given<Query extends Read> =
  NoArgs extends ArgsOf<Query>
    ? [args?: ArgsOf<Query>, watch?: Watch]
    : [args: ArgsOf<Query>, watch?: Watch];

/** The queries of a table, as they are asked from elsewhere. */
export type RemoteTable<Table> = {
  readonly [Name in keyof Table]: Table[Name] extends Read
    ? (...given: Given<Table[Name]>) => ReturnType<Table[Name]>
    : never;
};
