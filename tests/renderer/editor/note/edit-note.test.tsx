import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import type { NoteId } from '../../../../src/kernel/ids.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { addNote, editNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { accepted, noteOf, type TestDeps, testDeps } from '../../../support/deps.ts';
import { ctrlEnter, fieldNamed, showEdit } from './show-add.tsx';
import { waitFor } from '../../../support/wait-for.ts';

const fields = { front: 'Which lesion?', back: 'Medial' } as unknown as FieldTexts;

let deps: TestDeps;
let noteId: NoteId;

beforeEach(async () => {
  deps = await testDeps();
  const deckId = accepted(await createDeck(deps, 'Neurology'));
  const note = { noteTypeId: BASIC.id, fields, sections: [] };
  noteId = accepted(await addNote(deps, deckId, note)).noteId;
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const drafts = () => deps.store.drafts.count();
const restored = () => page.getByText(/not saved when you left/);

test('[WRITE-3] an edit that was left is there again, beside what changed meanwhile', async () => {
  const left = await showEdit(deps, noteId);
  await userEvent.keyboard('{End} And why?');
  await userEvent.keyboard('{Escape}');
  expect(left.asked.onClosed).toBeGreaterThan(0);
  expect(left.asked.onSaved).toBe(0);
  await left.screen.unmount();
  await waitFor(async () => expect(await drafts()).toBe(1));
  const elsewhere = { back: 'Lateral' } as unknown as FieldTexts;
  accepted(await editNotes(deps, [{ noteId, fields: elsewhere }]));

  const again = await showEdit(deps, noteId);
  await expect.element(restored()).toBeVisible();
  await expect.element(fieldNamed('Front')).toHaveTextContent('Which lesion? And why?');
  await ctrlEnter();
  await waitFor(() => expect(again.asked.onSaved).toBe(1));
  const saved = { front: 'Which lesion? And why?', back: 'Lateral' };
  expect((await noteOf(deps, noteId)).fields).toMatchObject(saved);
  await waitFor(async () => expect(await drafts()).toBe(0));
});

test('[WRITE-3] Cancel, and showing the note as it is, give up what was not saved', async () => {
  const cancelled = await showEdit(deps, noteId);
  await userEvent.keyboard('x');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await cancelled.screen.unmount();
  await waitFor(async () => expect(await drafts()).toBe(0));

  const left = await showEdit(deps, noteId);
  await expect.element(restored()).not.toBeInTheDocument();
  await userEvent.keyboard('x');
  await waitFor(async () => expect(await drafts()).toBe(1));
  await left.screen.unmount();
  await showEdit(deps, noteId);
  await page.getByRole('button', { name: 'Show the note as it is' }).click();
  await expect.element(fieldNamed('Front')).toHaveTextContent(/^Which lesion\?$/);
  await waitFor(async () => expect(await drafts()).toBe(0));
});

test('[EDITOR-17] Ctrl+Enter in a dialog over the form is that dialog’s', async () => {
  const { asked } = await showEdit(deps, noteId);
  await userEvent.keyboard('{End}{Control>}m{/Control}');
  await userEvent.keyboard('x^2');
  await ctrlEnter();
  await expect.element(page.getByLabelText('TeX', { exact: true })).not.toBeInTheDocument();
  expect(asked.onSaved).toBe(0);
  await ctrlEnter();
  await waitFor(() => expect(asked.onSaved).toBe(1));
  expect((await noteOf(deps, noteId)).fields).toMatchObject({ front: 'Which lesion?\\(x^2\\)' });
});
