import { afterEach, beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import type { FieldTexts } from '../../../src/domain/content/note-type.ts';
import { BASIC } from '../../../src/domain/content/stock.ts';
import { createDeck } from '../../../src/engine/commands/decks/decks.ts';
import { saveNoteType } from '../../../src/engine/commands/notes/note-types.ts';
import { addNote } from '../../../src/engine/commands/notes/notes.ts';
import { accepted, answerFirst, type TestDeps, testDeps } from '../../support/deps.ts';
import { showTypes } from './show-types.tsx';

let deps: TestDeps;
beforeEach(async () => {
  deps = await testDeps();
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

const BOTH_WAYS = {
  ...BASIC,
  templates: [
    ...BASIC.templates,
    { slot: 2, name: 'Back', front: '{{Back}}', back: '{{FrontSide}}<hr>{{Front}}' },
  ],
};

test('[NOTE-6][WRITE-11] a card added to a type is new for every note: it gets no schedule of one that was taken out', async () => {
  accepted(await saveNoteType(deps, BOTH_WAYS));
  const deckId = accepted(await createDeck(deps, 'Deck'));
  const fields = { front: 'f', back: 'b' } as unknown as FieldTexts;
  const note = { noteTypeId: BASIC.id, fields, sections: [] };
  const { noteId } = accepted(await addNote(deps, deckId, note));
  await answerFirst(deps, 4);
  deps.advance(2 * 24 * 60);
  const second = await answerFirst(deps, 4);
  expect(second.id).toBe(`${noteId}/2`);
  accepted(await saveNoteType(deps, BASIC));

  await showTypes(deps);
  await page.getByRole('button', { name: 'Add a card' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Name of card 2' })).toBeVisible();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const inSight = async () =>
    (await deps.store.cards.toArray()).filter(({ id, absent }) => id !== `${noteId}/1` && !absent);
  await expect.poll(inSight).toHaveLength(1);
  expect((await inSight())[0]?.schedule.state).toBe('new');
  // What was taken out waits out of sight as it was.
  expect(await deps.store.cards.get(second.id)).toMatchObject({ schedule: { reps: 1 } });
});
