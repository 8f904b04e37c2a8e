import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Result } from '../../../src/kernel/problem.ts';
import type { DesktopApi } from '../../../src/platform/desktop-api.ts';
import type { ChosenFolder } from '../../../src/platform/folder/chosen-folder.ts';
import { desktopFolder } from '../../../src/platform/folder/desktop-folder.ts';
import { problemOf } from '../../support/deps.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A drive in the network that is gone: main waits for it, and nothing that it was asked is answered. */
const SILENT = new Proxy({}, { get: () => () => new Promise(() => {}) }) as DesktopApi;
const FOUR = { ticks: 4, tickMillis: 1000 };
const NAME = 'Rounds 2026-11-29 1795910400000-20786-day.rounds';

const ASKED: readonly [string, (folder: ChosenFolder) => Promise<Result<unknown>>][] = [
  ['which it is', (folder) => folder.known()],
  ['what is in it', (folder) => folder.list()],
  ['a piece of a copy', (folder) => folder.read(NAME, 0, 4)],
  ['a copy', (folder) => folder.open(NAME)],
  ['to remove one', (folder) => folder.remove(NAME)],
  ['its journal', ({ journal }) => journal.list('journal')],
  ['a file of it', ({ journal }) => journal.read('journal/a/0000000000.jsonl', 0)],
  ['to add to one', ({ journal }) => journal.append('journal/a/0.jsonl', 0, new Uint8Array())],
  ['to put one', ({ journal }) => journal.put('media/a', new Uint8Array())],
];

test.each(ASKED)(
  '[JOURNAL-18] a folder that is asked for %s and never answers keeps nobody waiting on the desktop',
  async (_what, ask) => {
    const asked = ask(desktopFolder(SILENT, FOUR));
    vi.advanceTimersByTime(FOUR.ticks * FOUR.tickMillis);
    expect(problemOf(await asked).what).toContain('its disk does not answer');
  },
);
