import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { editNotes } from '../../../../src/engine/commands/notes/notes.ts';
import { accepted, type TestDeps, testDeps } from '../../../support/deps.ts';
import { ctrlEnter, showAdd } from './show-add.tsx';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
  accepted(await createDeck(deps, 'Deck'));
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

test('[WRITE-9] “Added. Undo” goes when a note was edited since: undo would take the edit back', async () => {
  await showAdd(deps);
  await userEvent.keyboard('Front');
  await ctrlEnter();
  const undo = page.getByRole('button', { name: 'Undo', exact: true });
  await expect.element(undo).toBeVisible();
  const [note] = await deps.store.notes.toArray();
  if (!note) throw new Error('no note');
  const fields = { back: 'new' } as unknown as FieldTexts;
  accepted(await editNotes(deps, [{ noteId: note.id, fields }]));
  await expect.element(undo).not.toBeInTheDocument();
});
