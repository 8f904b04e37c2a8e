import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { COMMAND_CHANNEL, channels } from '../../src/platform/desktop-api.ts';

const bundle = readFileSync(
  fileURLToPath(new URL('../../out/preload/index.cjs', import.meta.url)),
  'utf8',
);

/** Runs the built preload script with what a sandboxed one has: electron, and nothing of Node. */
function runPreload() {
  const exposed = new Map<string, Record<string, (...args: unknown[]) => unknown>>();
  const listeners: ((...args: unknown[]) => void)[] = [];
  const invoke = vi.fn(async (..._args: unknown[]) => ({ ok: true, value: null }));
  const ipcRenderer = {
    invoke,
    on: (channel: string, listener: () => void) => {
      expect(channel).toBe(COMMAND_CHANNEL);
      listeners.push(listener);
    },
    removeListener: (_channel: string, listener: () => void) => {
      const at = listeners.indexOf(listener);
      if (at >= 0) listeners.splice(at, 1);
    },
  };
  const contextBridge = {
    exposeInMainWorld: (name: string, api: Record<string, () => unknown>) => exposed.set(name, api),
  };
  const required: string[] = [];
  const require = (name: string) => {
    required.push(name);
    if (name === 'electron') return { contextBridge, ipcRenderer };
    throw new Error(`A sandboxed preload script may not require ${name}`);
  };
  const module = { exports: {} };
  runInNewContext(bundle, { require, module, exports: module.exports });
  const desktop = exposed.get('desktop');
  if (desktop === undefined) throw new Error('Nothing was exposed.');
  return { exposed, desktop, listeners, invoke, required };
}

test('[SHELL-10] the preload script requires electron alone, and carries no library', () => {
  expect(runPreload().required).toEqual(['electron']);
  expect(bundle.length).toBeLessThan(4_500);
});

test('[SHELL-10] the page gets window.desktop with exactly twenty-four functions', () => {
  const { exposed, desktop } = runPreload();
  expect([...exposed.keys()]).toEqual(['desktop']);
  expect(Object.keys(desktop).sort()).toEqual([
    'folderChoose',
    'folderDrop',
    'folderForget',
    'folderJournalAppend',
    'folderJournalList',
    'folderJournalPut',
    'folderJournalRead',
    'folderKeep',
    'folderKnown',
    'folderList',
    'folderOpen',
    'folderRead',
    'folderRemove',
    'folderWrite',
    'freeBytes',
    'journalAppend',
    'journalList',
    'journalPut',
    'journalRead',
    'onCommand',
    'openExternal',
    'openedFiles',
    'openedRead',
    'saveTextFile',
  ]);
});

test('[SHELL-11] the page’s side uses exactly the channels of the contract', async () => {
  const { desktop, invoke } = runPreload();
  await desktop.openedFiles?.();
  await desktop.openedRead?.(2, 5, 3);
  await desktop.saveTextFile?.('a.md', 'text');
  await desktop.openExternal?.('https://example.org');
  const bytes = new Uint8Array(3);
  await desktop.journalList?.('media');
  await desktop.journalRead?.('path', 5);
  await desktop.journalAppend?.('path', 5, bytes);
  await desktop.journalPut?.('path', bytes);
  await desktop.freeBytes?.();
  await desktop.folderKnown?.();
  await desktop.folderChoose?.();
  await desktop.folderForget?.();
  await desktop.folderList?.();
  await desktop.folderWrite?.('name', 5, bytes);
  await desktop.folderRead?.('name', 5, 3);
  await desktop.folderOpen?.('name', 5, 3);
  await desktop.folderKeep?.('name');
  await desktop.folderDrop?.('name');
  await desktop.folderRemove?.('name');
  await desktop.folderJournalList?.('media');
  await desktop.folderJournalRead?.('path', 5);
  await desktop.folderJournalAppend?.('path', 5, bytes);
  await desktop.folderJournalPut?.('path', bytes);
  expect(invoke.mock.calls).toEqual([
    [channels.openedFiles],
    [channels.openedRead, 2, 5, 3],
    [channels.saveTextFile, 'a.md', 'text'],
    [channels.openExternal, 'https://example.org'],
    [channels.journalList, 'media'],
    [channels.journalRead, 'path', 5],
    [channels.journalAppend, 'path', 5, bytes],
    [channels.journalPut, 'path', bytes],
    [channels.freeBytes],
    [channels.folderKnown],
    [channels.folderChoose],
    [channels.folderForget],
    [channels.folderList],
    [channels.folderWrite, 'name', 5, bytes],
    [channels.folderRead, 'name', 5, 3],
    [channels.folderOpen, 'name', 5, 3],
    [channels.folderKeep, 'name'],
    [channels.folderDrop, 'name'],
    [channels.folderRemove, 'name'],
    [channels.folderJournalList, 'media'],
    [channels.folderJournalRead, 'path', 5],
    [channels.folderJournalAppend, 'path', 5, bytes],
    [channels.folderJournalPut, 'path', bytes],
  ]);
  expect(Object.keys(channels)).toHaveLength(invoke.mock.calls.length);
});

test('[SHELL-10] a listener gets the command without the event, until it stops listening', () => {
  const { desktop, listeners } = runPreload();
  const received: unknown[] = [];
  const stop = desktop.onCommand?.((...args: unknown[]) => received.push(...args));
  listeners.forEach((listener) => {
    listener({ sender: 'secret' }, 'today', 'more');
  });
  (stop as () => void)();
  expect(received).toEqual(['today']);
  expect(listeners).toEqual([]);
});

test('[SHELL-20] what is asked for before the page listens waits for its first listener', () => {
  const { desktop, listeners } = runPreload();
  for (const listener of [...listeners]) listener({ sender: 'secret' }, 'add');
  const [first, second]: [unknown[], unknown[]] = [[], []];
  desktop.onCommand?.((...args: unknown[]) => first.push(...args));
  desktop.onCommand?.((...args: unknown[]) => second.push(...args));
  for (const listener of [...listeners]) listener({ sender: 'secret' }, 'today');
  expect(first).toEqual(['add', 'today']);
  expect(second).toEqual(['today']);
});
