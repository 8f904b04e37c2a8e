import { ok, type Problem, type Result } from '../kernel/problem.ts';
import type { ClockReading } from '../kernel/study-day.ts';
import type { Platform } from '../platform/platform.ts';
import { follow } from '../store/live.ts';
import { COMMANDS, type CommandName, type Commands } from './commands/table.ts';
import type { Deps } from './deps.ts';
import { onceReady } from './loaded.ts';
import { inWords } from './in-words.ts';
import type { KeptFolder } from './journal/folder/kept-folder.ts';
import type { ArgsOf, Given, Read } from './queries/context.ts';
import { LIVE, type LiveQueries, ONCE, type Queries } from './queries/table.ts';
import { refusalOf } from './read-only.ts';
import type { Watch } from './rpc.ts';

export type QueryName = keyof Queries;
export type LiveName = keyof LiveQueries;

/** What a query answers: its value, or a problem in words. */
export type QueryAnswer<Name extends QueryName> = Name extends LiveName
  ? Result<LiveValue<Name>>
  : Awaited<ReturnType<Queries[Name]>>;
export type LiveValue<Name extends LiveName> = Awaited<ReturnType<LiveQueries[Name]>>;

/** What is given to a command beside what the program is built from. */
export type CommandArgs<Name extends CommandName> =
  Parameters<Commands[Name]> extends [unknown, ...infer Args] ? Args : never;

/** All that a screen, or whoever comes, can do with the collection. Nothing in it rejects. */
export interface Engine {
  run<Name extends CommandName>(name: Name, ...args: CommandArgs<Name>): ReturnType<Commands[Name]>;
  ask<Name extends QueryName>(
    name: Name,
    ...given: Given<Queries[Name]>
  ): Promise<QueryAnswer<Name>>;
  /** Tells `listener` the answer, and again after every write that changes it, until stopped. */
  watch<Name extends LiveName>(
    name: Name,
    args: ArgsOf<LiveQueries[Name]>,
    listener: (answer: Result<LiveValue<Name>>) => void,
  ): () => void;
  /** `listener` is called when the library's rows, counts or names may be others. */
  onLibraryChange(listener: () => void): () => void;
  /** Why every command that writes is refused now; undefined: none is. */
  readOnlyBecause(): Problem | undefined;
  onReadOnlyChange(listener: () => void): () => void;
  /** `listener` is called before another window gets its turn to write, while this one still may. */
  onGiving(listener: () => void): () => void;
  /** Has all that waits to be kept written now. */
  giving(): void;
  /** Settles when every command that was begun is done. */
  settled(): Promise<void>;
  readonly clock: () => ClockReading;
  /** A name that was never given before: letters, digits and '-'. */
  readonly newId: () => string;
  readonly platform: Platform;
  /** The journal in the folder of the person's own; absent: the shell lets none be chosen. */
  readonly folderJournal?: KeptFolder | undefined;
}

/** The engine over `deps`, which main.tsx puts together. */
export function createEngine(deps: Deps): Engine {
  const { store, library, planner, clock, newId, platform, readOnly, damage, folderJournal } = deps;
  const underWay = new Set<Promise<unknown>>();
  const waiting = new Set<() => void>();
  const inWorkers = { ...library, ...planner } as unknown as Record<string, Read>;

  function begin(name: CommandName, args: readonly unknown[]): Promise<unknown> {
    const command = COMMANDS[name] as (deps: Deps, ...args: unknown[]) => Promise<unknown>;
    const done = command(deps, ...args);
    underWay.add(done);
    void done.finally(() => underWay.delete(done));
    void done.then((answer) => damage?.in(answer));
    return done;
  }

  return {
    run(name, ...args) {
      const problem = refusalOf(name, readOnly);
      if (!problem) return begin(name, args) as never;
      const refused = (because: Problem): unknown => ({ ok: false, problem: because });
      const { deciding } = readOnly ?? {};
      if (!deciding) return Promise.resolve(refused(problem)) as never;
      // Whoever has just asked to write here is answered when that is decided.
      return deciding.then(() => {
        const still = refusalOf(name, readOnly);
        return still ? refused(still) : begin(name, args);
      }) as never;
    },
    ask(name, ...[args = {}, watch]: [unknown?, Watch?]) {
      const live = (LIVE as Record<string, Read>)[name];
      const once = (ONCE as Record<string, Read>)[name];
      const answer = inWords(async () => {
        if (live) return ok(await live({ store }, args));
        const context = watch ? { ...deps, watch } : deps;
        return (once ? once(context, args) : inWorkers[name]?.(args, watch)) as Promise<
          Result<unknown>
        >;
      });
      void answer.then((each) => damage?.in(each));
      return answer as never;
    },
    watch(name, args, listener) {
      const read = LIVE[name] as Read;
      const tell = (answer: Result<unknown>): void => {
        damage?.in(answer);
        (listener as (answer: Result<unknown>) => void)(answer);
      };
      return onceReady(read, () => follow(() => read({ store }, args), tell), tell);
    },
    onLibraryChange: (listener) => library.onChange(listener),
    readOnlyBecause: () => readOnly?.because,
    onReadOnlyChange: (listener) => readOnly?.onChange(listener) ?? (() => {}),
    onGiving(listener) {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    giving() {
      for (const listener of waiting) listener();
    },
    async settled() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    clock,
    newId,
    platform,
    folderJournal,
  };
}
