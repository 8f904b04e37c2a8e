import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { BASIC, STOCK_TYPES } from '../../../src/domain/content/stock.ts';
import { keepDraft } from '../../../src/engine/commands/notes/drafts.ts';
import { saveNoteType } from '../../../src/engine/commands/notes/note-types.ts';
import { undoLast } from '../../../src/engine/commands/study/undo.ts';
import { accepted, type TestDeps, testDeps } from '../../support/deps.ts';
import '../../../src/renderer/kit/theme.css';
import '../../../src/renderer/kit/base.css';
import { waitFor } from '../../support/wait-for.ts';
import { showTypes } from './show-types.tsx';

const CLOZE = STOCK_TYPES.find(({ kind }) => kind === 'cloze')?.name ?? '';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const name = () => page.getByRole('textbox', { name: 'Name of the type' });
const question = () => page.getByRole('textbox', { name: 'Question', exact: true }).first();
const button = (words: string) => page.getByRole('button', { name: words, exact: true });
const isBack = () => page.getByText(/What was not saved when you left this note type/);
const drafts = () => deps.store.drafts.count();

async function show() {
  const screen = await showTypes(deps);
  await expect.element(name()).toBeVisible();
  return screen;
}

test('[WRITE-4] what was changed and not saved is there again, says so, and can be given up', async () => {
  const left = await show();
  await expect.element(button('Give up the changes')).not.toBeInTheDocument();
  await userEvent.fill(question(), 'Think: {{Front}}');
  await expect.element(button('Give up the changes')).toBeVisible();
  await left.unmount();
  await waitFor(async () => expect(await drafts()).toBe(1));

  await show();
  await expect.element(isBack()).toBeVisible();
  await expect.element(question()).toHaveValue('Think: {{Front}}');
  await button('Show the note type as it is').click();
  await expect.element(question()).toHaveValue('{{Front}}');
  await expect.element(isBack()).not.toBeInTheDocument();
  await waitFor(async () => expect(await drafts()).toBe(0));
});

test('[WRITE-4] each type keeps its own, and saving, then undoing, leaves none', async () => {
  await show();
  await userEvent.fill(name(), 'Plain');
  const types = page.getByRole('combobox', { name: 'Type', exact: true });
  await userEvent.selectOptions(types, `${CLOZE} – 0 notes`);
  await expect.element(name()).toHaveValue(CLOZE);
  await userEvent.selectOptions(types, `${BASIC.name} – 0 notes`);
  await expect.element(name()).toHaveValue('Plain');
  await button('Save').click();
  await expect.element(isBack()).not.toBeInTheDocument();
  await waitFor(async () => expect(await drafts()).toBe(0));
  expect((await deps.store.noteTypes.get(BASIC.id))?.name).toBe('Plain');
  accepted(await undoLast(deps));
  await expect.element(name()).toHaveValue(BASIC.name);
  await expect.element(isBack()).not.toBeInTheDocument();
});

test('[WRITE-4] parts that were not touched are as they are by then', async () => {
  await keepDraft(deps, `type/${BASIC.id}`, { css: '.card { color: teal }' });
  accepted(await saveNoteType(deps, { ...BASIC, name: 'Renamed elsewhere' }));
  await show();
  await expect.element(isBack()).toBeVisible();
  await expect.element(name()).toHaveValue('Renamed elsewhere');
  await expect.element(page.getByLabelText('Styling')).toHaveValue('.card { color: teal }');
});

test('[WRITE-4] taking a type back to how it came takes what was not saved along', async () => {
  accepted(await saveNoteType(deps, { ...BASIC, css: '.card { color: teal }' }));
  await show();
  await userEvent.fill(question(), 'Think: {{Front}}');
  await waitFor(async () => expect(await drafts()).toBe(1));
  await button('Back to how it came').click();
  await expect.element(question()).toHaveValue('{{Front}}');
  await expect.element(page.getByLabelText('Styling')).toHaveValue('');
  await expect.element(isBack()).not.toBeInTheDocument();
  await waitFor(async () => expect(await drafts()).toBe(0));
});

test.each([
  null,
  'text',
  { fields: [], templates: 'no' },
  { fields: [{ id: 1 }], templates: [{ slot: 'x' }], name: 7 },
])('[WRITE-4] a draft that cannot be read (%j) is none', async (value) => {
  await keepDraft(deps, `type/${BASIC.id}`, value);
  await show();
  await expect.element(question()).toHaveValue('{{Front}}');
  await expect.element(isBack()).not.toBeInTheDocument();
});
