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
