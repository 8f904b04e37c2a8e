import { failed, type Result } from '../kernel/problem.ts';
import { t } from '../kernel/texts.ts';
import type { Watch } from '../kernel/watch.ts';

export type { Watch };

/** One end of a channel: a Worker, a worker's own scope, a MessagePort. */
export interface Port {
  postMessage(message: unknown): void;
  addEventListener(type: string, listener: (event: Event) => void): void;
  /** Ends the other side, where this is a Worker. */
  terminate?(): void;
}

type ToServer =
  | {
      readonly kind: 'call';
      readonly number: number;
      readonly name: string;
      readonly asked: unknown;
      readonly isWatched: boolean;
    }
  /** The answer to a report of progress. */
  | { readonly kind: 'go-on'; readonly number: number; readonly isWanted: boolean }
  | { readonly kind: 'event'; readonly event: unknown };

type FromServer =
  | { readonly kind: 'answer'; readonly number: number; readonly answer: Result<unknown> }
  | {
      readonly kind: 'progress';
      readonly number: number;
      readonly done: number;
      readonly phase?: string | undefined;
      readonly total: number;
    }
  | { readonly kind: 'event'; readonly event: unknown }
  /** The lock `lock` is held for as long as the server lives. */
  | { readonly kind: 'alive'; readonly lock: string };

export interface Server {
  /** Answers a call. What it throws is said to the asker in words. */
  answer(name: string, asked: unknown, watch: Watch): Promise<Result<unknown>>;
  /** Hears what the other side tells without waiting for an answer. */
  hear(event: unknown): void;
}

/** Reports of one phase lie so far apart: the other side draws each, and the work waits for it. */
const REPORT_MILLIS = 50;

/** Answers what comes in at `port`. Returns how to tell the other side something unasked. */
export function serve(port: Port, server: Server): (event: unknown) => void {
  /** By the number of the call; of one there may be several reports that were not answered yet. */
  const watched = new Map<number, ((isWanted: boolean) => void)[]>();
  const send = (message: FromServer): void => port.postMessage(message);
  // No question is begun before the asker can learn of a death.
  const isAlive = holdLock((lock) => send({ kind: 'alive', lock }));

  async function answer({ number, name, asked, isWatched }: ToServer & { kind: 'call' }) {
    let told: { readonly phase: string | undefined; readonly atMillis: number } | undefined;
    const watch: Watch = (done, total, phase) => {
      if (!isWatched) return true;
      const atMillis = performance.now();
      const isSoon = told?.phase === phase && told && atMillis - told.atMillis < REPORT_MILLIS;
      if (isSoon && done < total) return true;
      told = { phase, atMillis };
      return new Promise((resolve) => {
        watched.set(number, [...(watched.get(number) ?? []), resolve]);
        send({ kind: 'progress', number, done, total, phase });
      });
    };
    await isAlive;
    try {
      send({ kind: 'answer', number, answer: await server.answer(name, asked, watch) });
    } catch (error) {
      send({ kind: 'answer', number, answer: unanswered(error) });
    }
    watched.delete(number);
  }

  port.addEventListener('message', (event) => {
    const data = (event as MessageEvent<ToServer>).data;
    if (data.kind === 'call') void answer(data);
    else if (data.kind === 'event') server.hear(data.event);
    else {
      // Reports are answered in their order, each.
      watched.get(data.number)?.shift()?.(data.isWanted);
    }
  });
  return (event) => send({ kind: 'event', event });
}

/** A browser that does not give a lock that nobody else can want must not keep a question waiting. */
const LOCK_PATIENCE_MILLIS = 5000;

/**
 * Holds a lock for as long as this side lives: it is given back when its holder dies, however it
 * dies, while no event tells of most deaths. Settles once it is held, or has not come for seconds.
 */
function holdLock(isHeld: (name: string) => void): Promise<void> {
  // Absent where the address is not secure; a death is then heard of only where it is an error.
  if (!navigator.locks) return Promise.resolve();
  const name = `rounds-worker-${crypto.randomUUID()}`;
  return new Promise((resolve) => {
    setTimeout(resolve, LOCK_PATIENCE_MILLIS);
    const held = navigator.locks.request(name, () => {
      isHeld(name);
      resolve();
      return new Promise(() => {});
    });
    held.catch(resolve);
  });
}

export interface Connection {
  /** Never rejects: what went wrong, the other side's death too, is a problem in words. */
  call(name: string, asked: unknown, watch?: Watch): Promise<Result<unknown>>;
  /** Tells something and waits for no answer; nothing where the other side does not run. */
  tell(event: unknown): void;
  close(): void;
}

interface Waiting {
  readonly answered: (answer: Result<unknown>) => void;
  readonly watch: Watch | undefined;
}

/** So many deaths without an answer in between, and it is not started again. */
const MOST_DEATHS = 2;

/**
 * A connection to what `start` starts: at the first call, and anew at the next one after it has
 * died. `greeting` is told it first of all. `name` and `kept` are the words of its problems.
 */
export function connect(options: {
  readonly start: () => Port;
  readonly greeting: unknown;
  readonly hear: (event: unknown) => void;
  /** As at the beginning of a sentence: 'The library'. */
  readonly name: string;
  /** What a person need not fear for. */
  readonly kept: string;
}): Connection {
  const waiting = new Map<number, Waiting>();
  let port: Port | undefined;
  let calls = 0;
  let deaths = 0;

  function running(): Port | undefined {
    if (port || deaths >= MOST_DEATHS) return port;
    try {
      const fresh = options.start();
      const whileItRuns = (act: (event: Event) => void) => (event: Event) => {
        if (port === fresh) act(event);
      };
      fresh.addEventListener(
        'message',
        whileItRuns((event) => received((event as MessageEvent<FromServer>).data)),
      );
      for (const end of ['error', 'messageerror', 'close']) {
        fresh.addEventListener(end, whileItRuns(died));
      }
      port = fresh;
      send({ kind: 'event', event: options.greeting });
    } catch {
      died();
    }
    return port;
  }

  function send(message: ToServer): void {
    port?.postMessage(message);
  }

  function received(message: FromServer): void {
    if (message.kind === 'event') options.hear(message.event);
    else if (message.kind === 'alive') dieWith(message.lock);
    else if (message.kind === 'answer') {
      deaths = 0;
      waiting.get(message.number)?.answered(message.answer);
      waiting.delete(message.number);
    } else void report(message);
  }

  async function report({
    number,
    done,
    total,
    phase,
  }: FromServer & { kind: 'progress' }): Promise<void> {
    const of = port;
    let isWanted = false;
    try {
      isWanted = (await waiting.get(number)?.watch?.(done, total, phase)) ?? false;
    } catch {
      // Nobody is left who could hear of it.
    }
    if (of === port) send({ kind: 'go-on', number, isWanted });
  }

  /** Granted only once the holder is gone. */
  function dieWith(lock: string): void {
    const of = port;
    void navigator.locks.request(lock, () => {
      if (of && of === port) died();
    });
  }

  function died(): void {
    deaths++;
    end();
  }

  function end(): void {
    port?.terminate?.();
    port = undefined;
    for (const { answered } of waiting.values()) answered(stopped());
    waiting.clear();
  }

  function stopped(): Result<never> {
    return deaths < MOST_DEATHS
      ? failed(t`${options.name} stopped at its work.`, options.kept, t`Try again: it starts anew.`)
      : failed(t`${options.name} has stopped working.`, options.kept, t`Load this page again.`);
  }

  return {
    call(name, asked, watch) {
      if (!running()) return Promise.resolve(stopped());
      return new Promise((answered) => {
        const number = calls++;
        waiting.set(number, { answered, watch });
        try {
          send({ kind: 'call', number, name, asked, isWatched: watch !== undefined });
        } catch (error) {
          waiting.delete(number);
          answered(unanswered(error));
        }
      });
    },
    tell: (event) => send({ kind: 'event', event }),
    close() {
      deaths = MOST_DEATHS;
      end();
    },
  };
}

function unanswered(error: unknown): Result<never> {
  const why = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return failed(
    t`A question could not be answered (${why}).`,
    t`Nothing was changed by asking; your cards are as they were.`,
    t`Try again; if it happens again, this is a defect worth reporting.`,
  );
}
