import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { addNote } from '../../../../src/engine/commands/notes/notes.ts';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import type { NoteId, NoteTypeId } from '../../../../src/kernel/ids.ts';
import { accepted, type TestDeps, testDeps } from '../../../support/deps.ts';
import { showEdit } from './show-add.tsx';

let deps: TestDeps;

beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

async function added(noteTypeId: string, deckName: string, fields: object): Promise<NoteId> {
  const deckId = accepted(await createDeck(deps, deckName));
  const text = { noteTypeId: noteTypeId as NoteTypeId, fields: fields as FieldTexts, sections: [] };
  return accepted(await addNote(deps, deckId, text)).noteId;
}

test('[WRITE-6] a sentence with deletions that is there already is pointed out', async () => {
  const text = 'Left: the {{c1::mitral::which}} valve';
  await added('cloze', 'Heart', { text });
  await showEdit(deps, await added('cloze', 'Neurology', { text }));
  await expect
    .element(page.getByText(/There is a note with the same Text already, in Heart/))
    .toBeVisible();
});

test('[WRITE-6] a raised number is the same as itself, and not as the number without it', async () => {
  await added('basic', 'Heart', { front: '10<sup>6</sup> cells', back: 'a' });
  await added('basic', 'Blood', { front: '106 cells', back: 'a' });
  await showEdit(
    deps,
    await added('basic', 'Neurology', { front: '10<sup>6</sup> cells', back: 'b' }),
  );
  await expect
    .element(page.getByText(/There is a note with the same Front already, in Heart\. /))
    .toBeVisible();
});
