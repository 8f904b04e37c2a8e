import { afterEach, expect, test, vi } from 'vitest';
import { type Connection, connect, type Port, serve } from '../../src/engine/rpc.ts';
import { ok } from '../../src/kernel/problem.ts';
import { accepted, problemOf } from '../support/deps.ts';

const open: Connection[] = [];
const started: Worker[] = [];
const told: unknown[] = [];
afterEach(() => {
  for (const each of open.splice(0)) each.close();
  started.length = 0;
  told.length = 0;
});

function connected(start: () => Port = worker): Connection {
  const connection = connect({
    start,
    greeting: 'good morning',
    name: 'The index',
    kept: 'Your cards are as they were.',
    hear: (event) => told.push(event),
  });
  open.push(connection);
  return connection;
}

function worker(): Worker {
  const made = new Worker(new URL('./rpc-worker.ts', import.meta.url), { type: 'module' });
  started.push(made);
  return made;
}

const STOPPED = {
  what: 'The index stopped at its work.',
  kept: 'Your cards are as they were.',
  todo: 'Try again: it starts anew.',
};
const GIVEN_UP = {
  ...STOPPED,
  what: 'The index has stopped working.',
  todo: 'Load this page again.',
};

test('[STORE-8] the other side starts at the first question, is greeted first, and answers each its own', async () => {
  const connection = connected();
  connection.tell('nobody hears this');
  expect(started).toHaveLength(0);
  const slow = connection.call('after', 40);
  const quick = connection.call('echo', { of: new Map([[1, new Uint8Array([7])]]) });
  expect(accepted(await quick)).toEqual({ of: new Map([[1, new Uint8Array([7])]]) });
  expect(accepted(await slow)).toBe(40);
  expect(accepted(await connection.call('heard', undefined))).toEqual(['good morning']);
  expect(started).toHaveLength(1);
});

test('[STORE-8] events go both ways without an answer', async () => {
  const connection = connected();
  accepted(await connection.call('echo', 1));
  connection.tell('tell back');
  await expect.poll(() => told).toEqual([{ back: true }]);
});

test('[STORE-8] a question that fails over there is answered in words, and the rest goes on', async () => {
  const connection = connected();
  const failed = problemOf(await connection.call('fail', undefined));
  expect(failed.what).toBe('A question could not be answered (RangeError: too far).');
  expect(failed.kept).toContain('your cards are as they were');
  problemOf(await connection.call('no such question', undefined));
  problemOf(await connection.call('unsendable', undefined));
  problemOf(await connection.call('echo', () => 'neither can this be sent'));
  expect(accepted(await connection.call('echo', 5))).toBe(5);
  expect(started).toHaveLength(1);
});

test('[STORE-8] long work says how far it is, and waits for the answer; false stops it', async () => {
  const connection = connected();
  const heard: number[] = [];
  const done = connection.call('steps', 3, (step, of) => heard.push(10 * step + of) > 0);
  expect(accepted(await done)).toEqual({ done: 3 });
  // The first and the last are told, and between them what is no longer soon after another.
  expect(heard).toEqual([13, 33]);
  const slowly: number[] = [];
  const stopped = connection.call('slow steps', 100, async (step) => {
    await new Promise((resolve) => setTimeout(resolve));
    slowly.push(step);
    return step < 4;
  });
  expect(accepted(await stopped)).toEqual({ stoppedAt: 4 });
  expect(slowly).toEqual([1, 2, 3, 4]);
  const thrown = connection.call('steps', 100, () => {
    throw new Error('the screen is gone');
  });
  expect(accepted(await thrown)).toEqual({ stoppedAt: 1 });
  // Unwatched, it runs through.
  expect(accepted(await connection.call('steps', 9))).toEqual({ done: 9 });
});

test('[STORE-8] reports that are made at the same time are each answered', async () => {
  const connection = connected();
  // Each is of a phase of its own.
  const wanted = connection.call('together', 3, (done) => done < 3);
  expect(accepted(await wanted)).toEqual([true, true, false]);
});

test('[STORE-8] no question waits for a lock that the browser does not give', async () => {
  // A stand-in: no browser can be made not to answer. Everything else is real.
  const { port1, port2 } = new MessageChannel();
  const { locks } = navigator;
  Object.defineProperty(navigator, 'locks', {
    value: { request: () => new Promise(() => {}) },
    configurable: true,
  });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  try {
    serve(port2, { hear: () => {}, answer: async (_name, asked) => ok(asked) });
    port1.start();
    port2.start();
    const answer = connected(() => port1).call('echo', 7);
    vi.advanceTimersByTime(5000);
    expect(accepted(await answer)).toBe(7);
  } finally {
    vi.useRealTimers();
    Object.defineProperty(navigator, 'locks', { value: locks, configurable: true });
  }
});

test.each(['close', 'crash'])(
  '[STORE-8] a worker that dies (%s) is said to all who wait, and starts anew at the next question',
  async (how) => {
    const connection = connected();
    const waiting = connection.call('never', undefined);
    const fatal = connection.call(how, undefined);
    expect(problemOf(await waiting)).toEqual(STOPPED);
    expect(problemOf(await fatal)).toEqual(STOPPED);
    expect(started).toHaveLength(1);
    expect(accepted(await connection.call('echo', 'again'))).toBe('again');
    expect(accepted(await connection.call('heard', undefined))).toEqual(['good morning']);
    expect(started).toHaveLength(2);
  },
);

test('[STORE-8] one that dies twice without an answer in between stays down, and says so', async () => {
  const connection = connected();
  expect(problemOf(await connection.call('crash', undefined))).toEqual(STOPPED);
  const [waiting, fatal] = [
    connection.call('never', undefined),
    connection.call('close', undefined),
  ];
  expect(problemOf(await fatal)).toEqual(GIVEN_UP);
  expect(problemOf(await waiting)).toEqual(GIVEN_UP);
  expect(problemOf(await connection.call('echo', 1))).toEqual(GIVEN_UP);
  expect(started).toHaveLength(2);
});

test('[STORE-8] one that cannot be started at all is said in words', async () => {
  const connection = connected(() => {
    throw new DOMException('no workers here', 'SecurityError');
  });
  expect(problemOf(await connection.call('echo', 1))).toEqual(STOPPED);
  expect(problemOf(await connection.call('echo', 1))).toEqual(GIVEN_UP);
  const missing = connected(() => new Worker(new URL('./no-such-worker.ts', import.meta.url)));
  expect(problemOf(await missing.call('echo', 1))).toEqual(STOPPED);
});

test('[STORE-8] a closed connection answers what is open and what comes', async () => {
  const connection = connected();
  const waiting = connection.call('never', undefined);
  connection.close();
  expect(problemOf(await waiting)).toEqual(GIVEN_UP);
  expect(problemOf(await connection.call('echo', 1))).toEqual(GIVEN_UP);
});

test('[STORE-8] it travels over a MessagePort as well', async () => {
  const { port1, port2 } = new MessageChannel();
  serve(port2, { hear: () => {}, answer: async (name, asked) => ok({ name, asked }) });
  port1.start();
  port2.start();
  const connection = connected(() => port1);
  expect(accepted(await connection.call('any', [1, 2]))).toEqual({ name: 'any', asked: [1, 2] });
});
