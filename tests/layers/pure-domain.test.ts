import { expect, test, vi } from 'vitest';

// Importing any of these fails, as it would where they are not installed.
vi.mock('react', () => {
  throw new Error('domain reached react');
});
vi.mock('react-dom/client', () => {
  throw new Error('domain reached react-dom');
});
vi.mock('dexie', () => {
  throw new Error('domain reached dexie');
});
vi.mock('electron', () => {
  throw new Error('domain reached electron');
});

const domain = import.meta.glob('../../src/{kernel,domain,log}/**/*.ts');

test('all of kernel, domain and log is there without react, dexie and electron, and without clock and chance', async () => {
  const impure = [
    vi.spyOn(Date, 'now').mockImplementation(refused),
    vi.spyOn(Math, 'random').mockImplementation(refused),
  ];
  try {
    const modules = await Promise.all(Object.values(domain).map((load) => load()));
    expect(modules.length).toBeGreaterThan(40);
    expect(modules.every((module) => typeof module === 'object')).toBe(true);
  } finally {
    for (const spy of impure) spy.mockRestore();
  }
});

test('what is not pure does fail under the same conditions', async () => {
  await expect(import('../../src/store/schema.ts')).rejects.toThrow();
  await expect(import('../../src/main/window/window.ts')).rejects.toThrow();
});

function refused(): never {
  throw new Error('domain asked for the time or for chance while it was loaded');
}
