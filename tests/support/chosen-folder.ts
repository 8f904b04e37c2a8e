import { afterEach, beforeEach } from 'vitest';
import { createWebCopies } from '../../src/platform/copies/web-copies.ts';
import type { ChosenFolder } from '../../src/platform/folder/chosen-folder.ts';
import { webFolder } from '../../src/platform/folder/web-folder.ts';
import { loadDeck, NO_CHOICE } from '../../src/engine/commands/decks/load-deck.ts';
import { accepted, sampleDeck, type TestDeps, testDeps } from './deps.ts';

interface WithPicker {
  showDirectoryPicker?: unknown;
}

export const copiesPlace = createWebCopies(
  () =>
    new Worker(new URL('../../src/platform/copies/copies-worker.ts', import.meta.url), {
      type: 'module',
    }),
);

/**
 * For each test of a file: eight cards, no copies, and a folder that can be chosen. Only the system's
 * dialog is replaced: a folder of the browser's own stands in for a stick's.
 */
export function withStick() {
  const { showDirectoryPicker: ownPicker } = globalThis as WithPicker;
  let deps: TestDeps;
  let stick: FileSystemDirectoryHandle;
  beforeEach(async () => {
    const root = await navigator.storage.getDirectory();
    stick = await root.getDirectoryHandle(`stick-${crypto.randomUUID()}`, { create: true });
    (globalThis as WithPicker).showDirectoryPicker = async () => stick;
    for (const name of accepted(await copiesPlace.list())) accepted(await copiesPlace.remove(name));
    const plain = await testDeps();
    const platform = { ...plain.platform, copies: copiesPlace, folder: webFolder() };
    deps = Object.assign(plain, { platform });
    accepted(await loadDeck(deps, sampleDeck(4), NO_CHOICE));
  });
  afterEach(async () => {
    accepted(await folder().forget());
    deps.close();
    (globalThis as WithPicker).showDirectoryPicker = ownPicker;
  });
  function folder(): ChosenFolder {
    const { folder } = deps.platform;
    if (!folder) throw new Error('this browser lets no folder be chosen');
    return folder;
  }
  return {
    deps: () => deps,
    folder,
    handle: () => stick,
    async names(): Promise<string[]> {
      const names: string[] = [];
      for await (const name of stick.keys()) names.push(name);
      return names.sort();
    },
    async put(name: string, content: string | ArrayBuffer): Promise<void> {
      const file = await (await stick.getFileHandle(name, { create: true })).createWritable();
      await file.write(content);
      await file.close();
    },
  };
}
