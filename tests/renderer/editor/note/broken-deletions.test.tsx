import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { clozeNumbersIn } from '../../../../src/domain/template/cloze-html.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { addNote } from '../../../../src/engine/commands/notes/notes.ts';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import type { NoteTypeId } from '../../../../src/kernel/ids.ts';
import { accepted, testDeps } from '../../../support/deps.ts';
import { showEdit } from './show-add.tsx';

test('[EDITOR-32] what is said of a broken deletion is what it does', async () => {
  const deps = await testDeps();
  const deckId = accepted(await createDeck(deps, 'Heart'));
  const nested = `${'{{c1::'.repeat(11)}a${'}}'.repeat(11)}`;
  const text = `${nested} {{c600::b}} {{c0::c}} {{c500::d}}`;
  expect(clozeNumbersIn(text)).toEqual([1, 500]);
  const noteTypeId = 'cloze' as NoteTypeId;
  const fields = { text } as unknown as FieldTexts;
  const { noteId } = accepted(await addNote(deps, deckId, { noteTypeId, fields, sections: [] }));
  await showEdit(deps, noteId);
  const said = page.getByRole('status').filter({ hasText: 'deep' });
  await expect.element(said).toHaveTextContent('lies more than ten deep, so it hides nothing');
  const number = 'has a number outside 1 to 500: 0 hides nothing, and a larger one counts as 500.';
  await expect.element(said).toHaveTextContent(number);
  expect(said.element().querySelectorAll('p')).toHaveLength(3);
  deps.close();
});
