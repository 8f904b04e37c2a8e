import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FileOrders } from '../../../src/platform/files/file-orders.ts';
import { NoAnswer, withPatience } from '../../../src/platform/files/patience.ts';

interface Order {
  readonly number: number;
  readonly does: 'at once' | 'nothing' | 'a part' | 'dies';
}

const started: Worker[] = [];
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
  for (const each of started.splice(0)) each.terminate();
});

/** A worker that does as it is told; no file is needed to see who waits for it. */
function worker(): Worker {
  const code = `
    addEventListener('message', ({ data: { number, does } }) => {
      if (does === 'dies') close();
      if (does === 'a part') postMessage({ number, goesOn: true });
      if (does === 'at once') postMessage({ number });
    });`;
  const made = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
  started.push(made);
  return made;
}

const FOUR = { ticks: 4, tickMillis: 1000 };
const passed = (ticks: number) => vi.advanceTimersByTime(ticks * FOUR.tickMillis);

test.each(['nothing', 'dies'] as const)(
  '[JOURNAL-18] a writer that answers nothing any more (it %s) keeps nobody waiting, and the next order starts another',
  async (does) => {
    const orders = new FileOrders<Order>(worker, FOUR);
    const told = Promise.allSettled([orders.give({ does }), orders.give({ does: 'nothing' })]);
    passed(4);
    const why = { status: 'rejected', reason: new Error('its writer does not answer') };
    expect(await told).toEqual([why, why]);
    await expect(orders.give({ does: 'at once' })).resolves.toBe(true);
    expect(started).toHaveLength(2);
    // Whoever takes over the files does not wait for what has died either.
    await orders.letGo();
  },
);

test('[JOURNAL-18] one that takes long and says that it goes on is waited for', async () => {
  const orders = new FileOrders<Order>(worker, FOUR);
  const long = orders.give({ does: 'a part' });
  for (let part = 0; part < 5; part++) {
    await new Promise((resolve) => {
      started[0]?.addEventListener('message', resolve, { once: true });
      started[0]?.postMessage({ number: 0, does: 'a part' });
    });
    passed(3);
  }
  started[0]?.postMessage({ number: 0, does: 'at once' });
  await expect(long).resolves.toBe(true);
  expect(started).toHaveLength(1);
});

test('[JOURNAL-18] an order that cannot be sent is refused, and is not waited for when the files are let go', async () => {
  const orders = new FileOrders<Order>(worker, FOUR);
  const unsendable = { does: (() => {}) as never };
  await expect(orders.give(unsendable)).rejects.toThrow();
  await orders.letGo();
});

test('[JOURNAL-18] what the browser never answers is given up; what goes on is not', async () => {
  const given = withPatience(() => new Promise(() => {}), FOUR).catch((error: unknown) => error);
  passed(4);
  expect(await given).toBeInstanceOf(NoAnswer);

  let goesOn = (): void => {};
  let finish = (_value: string): void => {};
  const slow = withPatience((sign) => {
    goesOn = sign;
    return new Promise<string>((resolve) => {
      finish = resolve;
    });
  }, FOUR);
  for (let part = 0; part < 5; part++) {
    passed(3);
    goesOn();
  }
  finish('done');
  expect(await slow).toBe('done');
});
