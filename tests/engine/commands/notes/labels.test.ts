import { afterEach, expect, test } from 'vitest';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { addNote, editNote, renameSection } from '../../../../src/engine/commands/notes/notes.ts';
import { undoLast } from '../../../../src/engine/commands/study/undo.ts';
import type { NoteId } from '../../../../src/kernel/ids.ts';
import { accepted, type TestDeps, testDeps } from '../../../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

async function aNote(...sections: string[]): Promise<NoteId> {
  deps = await testDeps();
  const deckId = accepted(await createDeck(deps, 'Deck'));
  const fields = { front: 'f', back: 'b' } as unknown as FieldTexts;
  const text = { noteTypeId: BASIC.id, fields, sections };
  return accepted(await addNote(deps, deckId, text)).noteId;
}

async function tagsOf(noteId: NoteId) {
  const note = await deps.store.notes.get(noteId);
  return [note?.sections, note?.tags];
}

test('[NOTE-7] “marked” typed among the tags of a note that is edited marks it, as where one is added', async () => {
  const noteId = await aNote('Renal', 'Marked');
  expect(await tagsOf(noteId)).toEqual([['Renal'], ['marked']]);

  const other = await aNote('Renal');
  const note = await deps.store.notes.get(other);
  if (!note) throw new Error('no note');
  const fields = { ...note.fields, back: 'new' } as FieldTexts;
  accepted(await editNote(deps, note, BASIC, fields, ['Renal', 'Leech', 'marked']));
  expect(await tagsOf(other)).toEqual([['Renal'], ['leech', 'marked']]);
  expect((await deps.store.notes.get(other))?.fields).toMatchObject({ back: 'new' });
  // One press is one step.
  accepted(await undoLast(deps));
  expect(await deps.store.notes.get(other)).toEqual(note);
});

test('[NOTE-7] a section is not renamed to what is no section', async () => {
  const noteId = await aNote('Renal');
  for (const name of ['marked', 'LEECH']) {
    const refused = await renameSection(deps, 'Renal', name);
    expect(refused).toMatchObject({ ok: false, problem: { kept: 'Nothing was changed.' } });
  }
  expect(await tagsOf(noteId)).toEqual([['Renal'], []]);
  accepted(await renameSection(deps, 'Renal', 'Marked by hand'));
});
