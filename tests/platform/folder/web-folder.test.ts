import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ok, type Result } from '../../../src/kernel/problem.ts';
import type { ChosenFolder } from '../../../src/platform/folder/chosen-folder.ts';
import { webFolder } from '../../../src/platform/folder/web-folder.ts';
import { accepted, problemOf } from '../../support/deps.ts';

const NAME = 'Rounds 2026-11-29 1795910400000-20786-day.rounds';
const COPY = new Blob(['all of it']);
const SOON = { ticks: 4, tickMillis: 20 };
const ownPicker = (globalThis as { showDirectoryPicker?: unknown }).showDirectoryPicker;

let folder: ChosenFolder;
let stick: FileSystemDirectoryHandle;
beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  stick = await root.getDirectoryHandle(`stick-${crypto.randomUUID()}`, { create: true });
  Object.assign(globalThis, { showDirectoryPicker: async () => stick });
  folder = webFolder(SOON);
  accepted(await folder.choose());
  accepted(await folder.put(NAME, COPY, async () => ok(true)));
});
afterEach(async () => {
  vi.restoreAllMocks();
  accepted(await folder.forget());
  Object.assign(globalThis, { showDirectoryPicker: ownPicker });
});

const never = () => new Promise<never>(() => {});

/** A stick that hangs: whatever is asked of it is never answered. */
function hang(): void {
  const of = FileSystemDirectoryHandle.prototype;
  vi.spyOn(of, 'getFileHandle').mockImplementation(never);
  vi.spyOn(of, 'getDirectoryHandle').mockImplementation(never);
  vi.spyOn(of, 'removeEntry').mockImplementation(never);
  for (const each of ['entries', 'keys'] as const) {
    const silent = { next: never, [Symbol.asyncIterator]: () => silent };
    vi.spyOn(of, each).mockReturnValue(silent as never);
  }
}

const ASKED: readonly [string, (folder: ChosenFolder) => Promise<Result<unknown>>][] = [
  ['what is in it', (own) => own.list()],
  ['to keep a copy', (own) => own.put(NAME, COPY, async () => ok(true))],
  ['a piece of a copy', (own) => own.read(NAME, 0, 4)],
  ['a copy', (own) => own.open(NAME)],
  ['to remove one', (own) => own.remove(NAME)],
];

test.each(ASKED)(
  '[JOURNAL-18] a folder that is asked for %s and never answers keeps nobody waiting in the browser',
  async (_what, ask) => {
    hang();
    expect(problemOf(await ask(folder)).what).toContain('its disk does not answer');
  },
  10_000,
);

test('[JOURNAL-18] a disk that hangs in the middle of a copy keeps nobody waiting, and one that is slow has its time', async () => {
  const write = vi.spyOn(FileSystemWritableFileStream.prototype, 'write');
  write.mockImplementation(never);
  const put = folder.put(NAME.replace('29', '30'), COPY, async () => ok(true));
  expect(problemOf(await put).what).toContain('its disk does not answer');
  write.mockRestore();
  const slowly = async () => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return ok(true);
  };
  accepted(await folder.put(NAME, COPY, slowly));
}, 10_000);

test('[COPY-16] a copy that is done only after another folder was chosen is not looked for in that one', async () => {
  const root = await navigator.storage.getDirectory();
  const other = await root.getDirectoryHandle(`other-${crypto.randomUUID()}`, { create: true });
  const late = await folder.put(NAME.replace('29', '30'), COPY, async () => {
    Object.assign(globalThis, { showDirectoryPicker: async () => other });
    accepted(await folder.choose());
    return ok(true);
  });
  accepted(late);
  // Empty, and the right one: nothing of Rounds was ever written there.
  expect(accepted(await folder.list())).toEqual([]);
});

test('[COPY-5] what a kill left of a copy in the folder goes with the next one, and nothing else does', async () => {
  const begun = (day: string) => `${NAME.replace('29', day)}.part`;
  const isThere = async (name: string) => {
    for await (const each of stick.keys()) if (each === name) return true;
    return false;
  };
  // As a killed browser leaves it: from here on the first window does nothing any more.
  const killed = new Promise<void>((resolve) => {
    void webFolder().put(NAME.replace('29', '28'), COPY, () => {
      resolve();
      return never();
    });
  });
  await killed;
  expect(await isThere(begun('28'))).toBe(true);
  await stick.getFileHandle(begun('27'), { create: true });
  accepted(await webFolder(SOON).put(NAME.replace('29', '30'), COPY, async () => ok(true)));
  expect(await isThere(begun('28'))).toBe(false);
  expect(await isThere(begun('27'))).toBe(true);
  expect(await isThere(begun('30'))).toBe(false);
  expect(await isThere(NAME.replace('29', '30'))).toBe(true);
});
