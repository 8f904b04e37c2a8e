import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { makeCopy } from '../../../src/engine/commands/copies/copies.ts';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Copies } from '../../../src/renderer/settings/copies/copies.tsx';
import { FolderOfOwn } from '../../../src/renderer/settings/copies/folder-of-own.tsx';
import { withStick } from '../../support/chosen-folder.ts';
import { accepted, engineOf, type TestDeps } from '../../support/deps.ts';

const stick = withStick();
let deps: TestDeps;
beforeEach(() => {
  deps = stick.deps();
});
afterEach(() => cleanup());

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
  accepted(await stick.folder().choose());
  accepted(await makeCopy(deps, 'asked'));
  const [own = ''] = await stick.names();
  const whole = await (await (await stick.handle().getFileHandle(own)).getFile()).arrayBuffer();
  await stick.put('Rounds 2026-01-02 1767312000000-20455-asked.rounds', whole);
  await stick.put('Rounds 2026-01-01 1767225600000-20454-day.rounds', whole.slice(0, 300));
  await stick.put('thesis.docx', whole);
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
  accepted(await stick.folder().choose());
  accepted(await makeCopy(deps, 'asked'));
  // Taken away between the press and the reading: listed anew before, its row would be gone.
  const { open } = stick.folder();
  stick.folder().open = async (name) => {
    await stick.handle().removeEntry(name);
    return open(name);
  };
  await show();
  await outside().getByRole('button', { name: /^Load/ }).click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent(/cannot be read: it is not there/);
});

test('[COPY-15] what is listed is what was found last, however long an earlier look takes', async () => {
  accepted(await stick.folder().choose());
  accepted(await makeCopy(deps, 'asked'));
  const engine = engineOf(deps);
  const waiting: { readonly copies: number; readonly answer: () => void }[] = [];
  const ask: typeof engine.ask = async (name, ...given) => {
    const found = await engine.ask(name, ...given);
    if (name !== 'copiesOutside') return found;
    const { value } = found as { readonly value: readonly unknown[] };
    await new Promise<void>((answer) => waiting.push({ copies: value.length, answer }));
    return found;
  };
  await render(
    <EngineProvider engine={{ ...engine, ask }}>
      <FolderOfOwn />
    </EngineProvider>,
  );
  await expect.poll(() => waiting.at(-1)?.copies).toBe(1);
  deps.advance(1);
  accepted(await makeCopy(deps, 'asked'));
  await expect.poll(() => waiting.at(-1)?.copies).toBe(2);
  for (const { answer } of waiting.reverse()) answer();
  await expect.poll(() => outside().elements()).not.toHaveLength(0);
  expect(outside().elements()).toHaveLength(2);
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
