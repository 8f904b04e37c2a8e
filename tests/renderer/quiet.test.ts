import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inQuietMoments } from '../../src/renderer/quiet.ts';

let root: HTMLElement;
beforeEach(() => {
  root = document.createElement('div');
  document.body.append(root);
});
afterEach(() => root.remove());

const idle = () => new Promise<void>((resolve) => requestIdleCallback(() => resolve()));

test('[SHELL-27] nothing is loaded ahead before a screen shows something; then all, whatever fails', async () => {
  const loaded: string[] = [];
  const part = (name: string) => async () => void loaded.push(name);
  const torn = () => Promise.reject(new TypeError('Failed to fetch dynamically imported module'));
  const done = inQuietMoments(root, [part('library'), torn, part('editor')]);

  const main = document.createElement('main');
  main.setAttribute('aria-busy', 'true');
  main.append('…');
  root.append(main);
  await idle();
  await idle();
  expect(loaded).toEqual([]);

  main.removeAttribute('aria-busy');
  await done;
  expect(loaded).toEqual(['library', 'editor']);
});

test('[SHELL-27] an empty screen is none yet', async () => {
  const loaded: string[] = [];
  const done = inQuietMoments(root, [async () => void loaded.push('library')]);
  const main = document.createElement('main');
  root.append(main);
  await idle();
  await idle();
  expect(loaded).toEqual([]);
  main.append('9 minutes');
  await done;
  expect(loaded).toEqual(['library']);
});

test('[SHELL-27] nor is a card whose frame is still being loaded', async () => {
  const loaded: string[] = [];
  const main = document.createElement('main');
  const frame = document.createElement('iframe');
  frame.setAttribute('aria-busy', 'true');
  main.append(frame);
  root.append(main);
  const done = inQuietMoments(root, [async () => void loaded.push('library')]);
  await idle();
  await idle();
  expect(loaded).toEqual([]);
  frame.setAttribute('aria-busy', 'false');
  await done;
  expect(loaded).toEqual(['library']);
});

test('[JOURNAL-18] what waits for a quiet moment is done where none comes, and where no screen ever has anything to show', async () => {
  // A window that is not seen gets no such moments; and this screen is busy for good.
  const idle = vi.spyOn(globalThis, 'requestIdleCallback').mockImplementation((work, given) => {
    if (given?.timeout !== undefined) setTimeout(work, given.timeout);
    return 0;
  });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const main = document.createElement('main');
    main.setAttribute('aria-busy', 'true');
    root.append(main);
    const loaded: string[] = [];
    const done = inQuietMoments(root, [async () => void loaded.push('journal')]);
    await vi.advanceTimersByTimeAsync(60_000);
    await done;
    expect(loaded).toEqual(['journal']);
  } finally {
    vi.useRealTimers();
    idle.mockRestore();
  }
});
