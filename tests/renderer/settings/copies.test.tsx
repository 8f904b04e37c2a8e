import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { makeCopy } from '../../../src/engine/commands/copies/copies.ts';
import { loadDeck, NO_CHOICE } from '../../../src/engine/commands/decks/load-deck.ts';
import { createWebCopies } from '../../../src/platform/copies/web-copies.ts';
import { webFolder } from '../../../src/platform/folder/web-folder.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Copies } from '../../../src/renderer/settings/copies/copies.tsx';
import { FolderOfOwn } from '../../../src/renderer/settings/copies/folder-of-own.tsx';
import { accepted, engineOf, sampleDeck, type TestDeps, testDeps } from '../../support/deps.ts';

const copies = createWebCopies(
  () =>
    new Worker(new URL('../../../src/platform/copies/copies-worker.ts', import.meta.url), {
      type: 'module',
    }),
);
const { showDirectoryPicker: ownPicker } = globalThis as WithPicker;
let deps: TestDeps;
let stick: FileSystemDirectoryHandle;

interface WithPicker {
  showDirectoryPicker?: unknown;
}

/** Only the system's dialog is replaced: a folder of the browser's own stands in for a stick's. */
beforeEach(async () => {
  const root = await navigator.storage.getDirectory();
  stick = await root.getDirectoryHandle(`stick-${crypto.randomUUID()}`, { create: true });
  (globalThis as WithPicker).showDirectoryPicker = async () => stick;
  for (const name of accepted(await copies.list())) accepted(await copies.remove(name));
  const plain = await testDeps();
  deps = Object.assign(plain, { platform: { ...plain.platform, copies, folder: webFolder() } });
  accepted(await loadDeck(deps, sampleDeck(4), NO_CHOICE));
});
afterEach(async () => {
  await cleanup();
  accepted((await deps.platform.folder?.forget()) as never);
  deps.close();
  (globalThis as WithPicker).showDirectoryPicker = ownPicker;
});

async function show(): Promise<void> {
  await render(
    <EngineProvider engine={engineOf(deps)}>
      <Copies />
      <FolderOfOwn />
    </EngineProvider>,
  );
  await expect.element(page.getByRole('heading', { name: 'Copies and files' })).toBeVisible();
}

const here = () => page.getByRole('list', { name: 'Copies', exact: true }).getByRole('listitem');
const outside = () =>
  page.getByRole('list', { name: 'Copies in the folder' }).getByRole('listitem');

test('[COPY-15] a copy made for the folder is listed in both places at once, and so is one made here', async () => {
  await show();
  await page.getByRole('button', { name: 'Choose a folder…' }).click();
  await expect
    .element(page.getByText('A copy was made in the folder, and read back.'))
    .toBeVisible();
  await expect.poll(() => here().elements()).toHaveLength(1);
  await expect.poll(() => outside().elements()).toHaveLength(1);
  await expect
    .element(outside())
    .toHaveTextContent(/8 cards, 0 reviews, .* (bytes|kB), checked when it was made/);
  deps.advance(1);
  await page.getByRole('button', { name: 'Make a copy now' }).click();
  await expect.poll(() => outside().elements()).toHaveLength(2);
  await expect.poll(() => here().elements()).toHaveLength(2);
});

test('[COPY-15] what another device put there, or what was damaged, is listed as that', async () => {
  accepted((await deps.platform.folder?.choose()) as never);
  accepted(await makeCopy(deps, 'asked'));
  const [own = ''] = await names();
  const whole = await (await (await stick.getFileHandle(own)).getFile()).arrayBuffer();
  await put('Rounds 2026-01-02 1767312000000-20455-asked.rounds', whole);
  await put('Rounds 2026-01-01 1767225600000-20454-day.rounds', whole.slice(0, 300));
  await put('thesis.docx', whole);
  await show();
  await expect.poll(() => outside().elements()).toHaveLength(3);
  const [first, second, third] = outside().elements();
  expect(first?.textContent).toContain('checked when it was made');
  expect(second?.textContent).toMatch(/8 cards.*not of this device, not checked here/);
  expect(third?.textContent).toContain('The end of the file is missing');
  await expect.element(outside().nth(2).getByRole('button', { name: /^Load/ })).toBeDisabled();
  await outside().nth(1).getByRole('button', { name: /^Load/ }).click();
  await expect.element(page.getByRole('dialog')).toHaveTextContent('8 cards of 4 notes');
});

test('[COPY-15] a copy that is taken away while it is listed is said as that', async () => {
  accepted((await deps.platform.folder?.choose()) as never);
  accepted(await makeCopy(deps, 'asked'));
  await show();
  await expect.poll(() => outside().elements()).toHaveLength(1);
  for (const name of await names()) await stick.removeEntry(name);
  await outside().getByRole('button', { name: /^Load/ }).click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(/cannot be read: it is not there/);
});

test('[COPY-13] of many copies the newest are shown, and all where they are wanted', async () => {
  for (let made = 0; made < 8; made++) {
    accepted(await makeCopy(deps, 'asked'));
    deps.advance(1);
  }
  await show();
  await expect.poll(() => here().elements()).toHaveLength(5);
  await page.getByRole('button', { name: 'Show all 8 copies' }).click();
  await expect.poll(() => here().elements()).toHaveLength(8);
});

async function names(): Promise<string[]> {
  const found: string[] = [];
  for await (const name of stick.keys()) found.push(name);
  return found;
}

async function put(name: string, content: ArrayBuffer): Promise<void> {
  const file = await (await stick.getFileHandle(name, { create: true })).createWritable();
  await file.write(content);
  await file.close();
}
