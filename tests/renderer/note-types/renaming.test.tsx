import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup, render } from 'vitest-browser-react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import { EngineProvider } from '../../../src/renderer/engine.tsx';
import { Announcer } from '../../../src/renderer/kit/page/announcer.tsx';
import { NoteTypes } from '../../../src/renderer/note-types/note-types.tsx';
import { engineOf, type TestDeps, testDeps } from '../../support/deps.ts';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
  await render(
    <Router hook={memoryLocation({ path: '/types' }).hook}>
      <EngineProvider engine={engineOf(deps)}>
        <Announcer>
          <NoteTypes />
        </Announcer>
      </EngineProvider>
    </Router>,
  );
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const side = (name: string) => page.getByRole('textbox', { name, exact: true }).first();

/** Deletes what stands in the field sign by sign, and types `name`. */
async function retype(field: number, name: string): Promise<void> {
  const input = page.getByRole('textbox', { name: `Name of field ${field}` });
  await input.click();
  await userEvent.keyboard('{End}');
  const { length } = (input.element() as HTMLInputElement).value;
  for (let sign = 0; sign < length; sign++) await userEvent.keyboard('{Backspace}');
  await userEvent.keyboard(name);
}

test('[WRITE-11] a name that was deleted before the new one was typed is renamed in the templates', async () => {
  await expect.element(side('Question')).toHaveValue('{{Front}}');
  await retype(1, 'Term');
  await expect.element(side('Question')).toHaveValue('{{Term}}');
});

test('[WRITE-11] a name that is that of another field while it is typed leaves that one alone', async () => {
  await retype(2, 'Front side');
  await expect.element(side('Question')).toHaveValue('{{Front}}');
  await expect.element(side('Answer')).toHaveValue(expect.stringContaining('{{Front side}}'));
  await retype(2, 'Back');
  await expect.element(side('Answer')).toHaveValue(expect.stringContaining('{{Back}}'));
});

test('[WRITE-11] a name that has a meaning of its own while it is typed leaves its tags alone', async () => {
  await userEvent.fill(side('Question'), '{{Front}} {{Deck}}');
  await retype(1, 'Deck of cards');
  await expect.element(side('Question')).toHaveValue('{{Deck of cards}} {{Deck}}');
});
