import { expect, onTestFinished, test, vi } from 'vitest';
import { createWebWindows } from '../../src/platform/windows/web-windows.ts';
import { waitUntil } from '../support/wait-for.ts';

type Request = (name: string, does: () => unknown) => Promise<boolean>;

/** On a slow machine Rounds said "already open in another window" where there was no other. */
test('[SHELL-22] a grant that the page hears of late is its own, on however slow a machine', async () => {
  const { locks } = navigator;
  const request = locks.request.bind(locks) as unknown as Request;
  const looks = vi.spyOn(locks, 'query');
  let hear = (): void => {};
  const heard = new Promise<void>((resolve) => {
    hear = resolve;
  });
  // The browser grants at once and the page hears of it later. A request that is given up in between
  // is refused, and the lock is held all the same.
  function late(name: string, ...rest: unknown[]): Promise<unknown> {
    const does = rest.at(-1) as () => unknown;
    const { signal } = rest[0] as LockOptions;
    if (signal === undefined) return request(name, does);
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason));
      request(name, () => heard.then(does)).then(resolve, reject);
    });
  }
  const slow = vi.spyOn(locks, 'request').mockImplementation(late as typeof locks.request);
  onTestFinished(() => {
    slow.mockRestore();
    looks.mockRestore();
  });
  let answer: string | undefined;
  void createWebWindows(1)
    .join(NO_EVENTS)
    .then((is) => {
      answer = is;
    });
  // One look is for the page's own name, the next finds the grant that is on its way.
  await waitUntil(() => looks.mock.calls.length >= 2);
  // As long as two more waits take.
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  expect(answer).toBeUndefined();
  hear();
  await waitUntil(() => answer !== undefined);
  expect(answer).toBe('writes');
});

const NO_EVENTS = {
  onOurs: () => {},
  onHandOver: async () => {},
  onNewer: async () => {},
  onTold: () => {},
};
