import { afterEach, expect, test, vi } from 'vitest';
import { createWebWindows } from '../../../src/platform/windows/web-windows.ts';

afterEach(() => vi.restoreAllMocks());

test('[SHELL-22] a window whose turn is given on to another before it was heard of follows that one', async () => {
  const { locks } = navigator;
  const request = locks.request.bind(locks) as (...given: unknown[]) => Promise<unknown>;
  const query = locks.query.bind(locks);
  // Another was promised to write: this window's turn came and was given back, and it asks again.
  vi.spyOn(locks, 'request').mockImplementation(((...given: unknown[]) =>
    (given[1] as LockOptions).signal === undefined
      ? request(...given)
      : new Promise(() => {})) as typeof locks.request);
  let looks = 0;
  vi.spyOn(locks, 'query').mockImplementation(async () => {
    const real = await query();
    // The first look is for the page's own name.
    if (looks++ === 0 || looks === 2) return { held: real.held ?? [], pending: [] };
    const { clientId } = (await ownLock()) ?? {};
    const waiting = { name: 'rounds-only-instance', mode: 'exclusive', clientId } as LockInfo;
    return { held: [], pending: [waiting] };
  });
  const ownLock = () =>
    request('a test’s own', async () => {
      const { held = [] } = await query();
      return held.find(({ name }) => name === 'a test’s own');
    }) as Promise<LockInfo | undefined>;
  const nothing = { onOurs: () => {}, onTold: () => {} };
  const events = { ...nothing, onHandOver: async () => {}, onNewer: async () => {} };
  const windows = createWebWindows(1);
  expect(await windows.join(events)).toBe('follows');
  windows.leave();
});

const WRITER = 'rounds-only-instance';
const eventsOf = (
  given: Partial<Parameters<ReturnType<typeof createWebWindows>['join']>[0]> = {},
) => ({
  ...{ onOurs: () => {}, onTold: () => {}, onHandOver: async () => {}, onNewer: async () => {} },
  ...given,
});

async function askedForOrHeld(): Promise<number> {
  const { held = [], pending = [] } = await navigator.locks.query();
  return [...held, ...pending].filter(({ name }) => name === WRITER).length;
}

test('[SHELL-34] [SHELL-33] a window that was handing over when a newer program came does not ask for the cards again', async () => {
  let finish = (): void => {};
  const written = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const turns: string[] = [];
  const old = createWebWindows(1);
  const handOver = { onHandOver: () => written, onOurs: () => turns.push('old') };
  expect(await old.join(eventsOf(handOver))).toBe('writes');
  old.ready();
  const other = createWebWindows(1);
  expect(await other.join(eventsOf({ onOurs: () => turns.push('other') }))).toBe('follows');
  const wished = other.wish();
  await expect.poll(async () => (await navigator.locks.query()).held?.length).toBeGreaterThan(1);
  const newer = createWebWindows(2);
  expect(await newer.join(eventsOf())).toBe('writes');
  finish();
  // What waits for its turn is told that it does not come.
  expect(await wished).toBe('no answer');
  await expect.poll(askedForOrHeld).toBe(1);
  newer.leave();
  await expect.poll(askedForOrHeld).toBe(0);
  const next = createWebWindows(2);
  expect(await next.join(eventsOf())).toBe('writes');
  expect(turns).toEqual([]);
  next.leave();
});

test('[SHELL-33] a window in which something fails as it hands over hands over all the same', async () => {
  const old = createWebWindows(1);
  const fails = { onHandOver: () => Promise.reject(new Error('something of its own')) };
  expect(await old.join(eventsOf(fails))).toBe('writes');
  old.ready();
  const other = createWebWindows(1);
  expect(await other.join(eventsOf())).toBe('follows');
  expect(await other.wish()).toBe('ours');
  other.leave();
  old.leave();
});

test('[SHELL-34] a window in which something fails as it gives way to a newer program gives way all the same', async () => {
  const old = createWebWindows(1);
  const fails = { onNewer: () => Promise.reject(new Error('something of its own')) };
  expect(await old.join(eventsOf(fails))).toBe('writes');
  old.ready();
  const newer = createWebWindows(2);
  expect(await newer.join(eventsOf())).toBe('writes');
  newer.leave();
});
