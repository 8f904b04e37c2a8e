import { failed, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';

// biome-ignore lint/suspicious/noExplicitAny: any command, any query; each keeps its own types
type Work = (...given: any[]) => Promise<Result<any>>;

const NOT_LOADED = failed(
  t`A part of the program could not be loaded.`,
  t`Nothing was changed.`,
  t`Load this page again; if you are offline, try once more when you are not.`,
);

/** A command or query whose code the start of the program does not wait for. */
export function loaded<Loaded extends Work>(load: () => Promise<Loaded>): Loaded {
  return (async (...given) => {
    let work: Loaded;
    try {
      work = await load();
    } catch {
      return NOT_LOADED;
    }
    return work(...given);
  }) as Loaded;
}

/** `names` of the code that `load` brings, each likewise. */
export function eachLoaded<Code, const Names extends readonly (keyof Code)[]>(
  load: () => Promise<Code>,
  names: Names,
): Pick<Code, Names[number]> {
  const each = names.map((name) => [name, loaded(async () => (await load())[name] as Work)]);
  return Object.fromEntries(each);
}

// biome-ignore lint/suspicious/noExplicitAny: any context, any arguments; each query keeps its own types
type Reading = (context: any, args: any) => Promise<any>;

/** A live query; `getReady`, where its code comes later, loads that: undefined where it is there already. */
export type Ready<Read extends Reading> = Read & {
  readonly getReady?: () => Promise<unknown> | undefined;
};

/** A live query whose code the start of the program does not wait for; to be begun by `onceReady`. */
export function ready<Read extends Reading>(load: () => Promise<Read>): Ready<Read> {
  let read: Read | undefined;
  const get = async (): Promise<Read> => {
    read ??= await load();
    return read;
  };
  const readNow = async (context: unknown, args: unknown) => (read ?? (await get()))(context, args);
  const getReady = () => (read ? undefined : get());
  return Object.assign(readNow as Read, { getReady });
}

/** `names` of the code that `load` brings, each likewise. */
export function eachReady<Code, const Names extends readonly (keyof Code)[]>(
  load: () => Promise<Code>,
  names: Names,
): { readonly [Name in Names[number]]: Code[Name] extends Reading ? Ready<Code[Name]> : never } {
  const each = names.map((name) => [name, ready(async () => (await load())[name] as Reading)]);
  return Object.fromEntries(each);
}

/**
 * Begins to follow a live query, at once where its code is there: what it read after waiting for that
 * would not be followed. `fail` hears where the code cannot come. Returns how to stop.
 */
export function onceReady(
  read: Ready<Reading>,
  begin: () => () => void,
  fail: (answer: Result<never>) => void,
): () => void {
  let isOver = false;
  let stop = (): void => {};
  const now = (): void => {
    if (!isOver) stop = begin();
  };
  const waiting = read.getReady?.();
  if (waiting) waiting.then(now, () => fail(NOT_LOADED));
  else now();
  return () => {
    isOver = true;
    stop();
  };
}
