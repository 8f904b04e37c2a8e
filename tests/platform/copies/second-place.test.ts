import { beforeEach, expect, test, vi } from 'vitest';
import copiesWorker from '../../../src/platform/copies/copies-worker.ts?worker';
import { secondPlace } from '../../../src/platform/copies/second-place.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import { failed, ok } from '../../../src/kernel/problem.ts';
import { accepted } from '../../support/deps.ts';

interface Buckets {
  readonly storageBuckets: { delete(name: string): Promise<void> };
}

const copies = createWebCopies(() => new copiesWorker());
const nameOf = (day: number) => `${1_000_000_000 * day}-${day}-day.rounds`;
const put = async (day: number, text = `copy ${day}`) =>
  accepted(await copies.put(nameOf(day), new Blob([text]), async () => ok(true)));
const listed = async () => [...accepted(await copies.list())].sort();
const textOf = async (day: number) => accepted(await copies.open(nameOf(day))).text();

async function loseBuckets(): Promise<void> {
  await (navigator as unknown as Buckets).storageBuckets.delete('rounds-journal');
}

beforeEach(async () => {
  for (const name of await secondPlace.names()) await secondPlace.remove(name);
  await loseBuckets();
});

test('[COPY-20] the two newest copies stand in a second place, and are there when the buckets are lost', async () => {
  for (const day of [8, 9, 10, 11]) await put(day);
  expect(await listed()).toEqual([8, 9, 10, 11].map(nameOf).sort());
  expect([...(await secondPlace.names())].sort()).toEqual([10, 11].map(nameOf));
  await loseBuckets();
  expect(await listed()).toEqual([10, 11].map(nameOf));
  expect(await textOf(11)).toBe('copy 11');
  // The next takes its place among them.
  await put(12);
  expect([...(await secondPlace.names())].sort()).toEqual([11, 12].map(nameOf));
  expect(await textOf(12)).toBe('copy 12');
});

test('[COPY-20] a copy that is deleted is gone from both, also where only the second has it', async () => {
  await put(8);
  await put(9);
  accepted(await copies.remove(nameOf(8)));
  expect(await secondPlace.names()).toEqual([nameOf(9)]);
  await loseBuckets();
  accepted(await copies.remove(nameOf(9)));
  expect(await listed()).toEqual([]);
  expect((await copies.remove(nameOf(9))).ok).toBe(false);
  expect((await copies.open(nameOf(9))).ok).toBe(false);
});

test('[COPY-20] what is not whole does not come there, and a large copy neither', async () => {
  const refused = await copies.put(nameOf(8), new Blob(['half']), async () =>
    failed('It is not whole.', 'All is kept.', 'Try again.'),
  );
  expect(refused.ok).toBe(false);
  await secondPlace.keep(nameOf(9), { size: 300 * 1024 * 1024 } as Blob);
  expect(await secondPlace.names()).toEqual([]);
});

test('[COPY-20] a common place that takes nothing costs no copy', async () => {
  const own = IDBFactory.prototype.open;
  IDBFactory.prototype.open = () => {
    throw new DOMException('no', 'SecurityError');
  };
  try {
    await put(8);
    expect(await listed()).toEqual([nameOf(8)]);
    expect(await textOf(8)).toBe('copy 8');
    accepted(await copies.remove(nameOf(8)));
  } finally {
    IDBFactory.prototype.open = own;
  }
});

test('[COPY-20] a common place that never answers keeps no list waiting', async () => {
  await put(8);
  const own = IDBFactory.prototype.open;
  IDBFactory.prototype.open = () => ({}) as IDBOpenDBRequest;
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    let names: readonly string[] | undefined;
    void listed().then((all) => {
      names = all;
    });
    for (let seconds = 0; seconds < 20 && !names; seconds++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await vi.advanceTimersByTimeAsync(1000);
    }
    expect(names).toEqual([nameOf(8)]);
  } finally {
    vi.useRealTimers();
    IDBFactory.prototype.open = own;
  }
});

test('[COPY-20] where the bucket cannot be read, the copies of the second place are there', async () => {
  await put(8);
  const { storageBuckets } = navigator as unknown as { storageBuckets: { open: unknown } };
  storageBuckets.open = () => Promise.reject(new DOMException('i/o error', 'InvalidStateError'));
  try {
    expect(await listed()).toEqual([nameOf(8)]);
    expect(await textOf(8)).toBe('copy 8');
    await secondPlace.remove(nameOf(8));
    expect(await copies.list()).toMatchObject({ ok: false });
  } finally {
    // What stands over the prototype's own goes.
    Reflect.deleteProperty(storageBuckets, 'open');
  }
});
