import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { cleanup } from 'vitest-browser-react';
import { createDeck } from '../../../../src/engine/commands/decks/decks.ts';
import { addNote } from '../../../../src/engine/commands/notes/notes.ts';
import { BASIC } from '../../../../src/domain/content/stock.ts';
import type { FieldTexts } from '../../../../src/domain/content/note-type.ts';
import { accepted, noteOf, type TestDeps, testDeps } from '../../../support/deps.ts';
import { choose, showAdd, showEdit } from './show-add.tsx';
import { waitFor } from '../../../support/wait-for.ts';

const fields = { front: 'Which lesion?', back: 'Medial' } as unknown as FieldTexts;
const button = (name: string) => page.getByRole('button', { name, exact: true });
const tags = () => page.getByRole('combobox', { name: 'Tags' });
const box = (name: string) => button(name).element().getBoundingClientRect();

let deps: TestDeps;

beforeEach(async () => {
  deps = await testDeps();
  accepted(await createDeck(deps, 'Neurology'));
});
afterEach(async () => {
  await cleanup();
  deps.close();
});

test.each([1200, 400])(
  '[WRITE-16] Add is in sight at %i px, whatever is written',
  async (width) => {
    await page.viewport(width, 560);
    await showAdd(deps);
    const before = box('Add');
    expect(before.bottom).toBeLessThanOrEqual(560);
    await userEvent.keyboard('Is it true?{Tab}yes');
    await expect.element(page.getByText(/^\d+ suggestions?$/)).toBeInTheDocument();
    expect(box('Add')).toEqual(before);
    // The last field is not hidden under it.
    const tags = page.getByRole('combobox', { name: 'Tags' });
    (tags.element() as HTMLElement).focus();
    await waitFor(() => {
      expect(tags.element().getBoundingClientRect().bottom).toBeLessThanOrEqual(before.top);
    });
  },
);

test('[WRITE-16] advice that comes moves neither a field nor a button', async () => {
  await page.viewport(1200, 1000);
  const deckId = (await deps.store.decks.toArray())[0]?.id;
  if (!deckId) throw new Error('no deck');
  accepted(await addNote(deps, deckId, { noteTypeId: BASIC.id, fields, sections: [] }));
  await showAdd(deps);
  const places = () => [tags().element().getBoundingClientRect().top, box('Add').top];
  const before = places();
  await userEvent.keyboard('Which lesion?');
  await expect.element(page.getByText(/There is a note with the same Front/)).toBeVisible();
  await expect.element(page.getByText(/^\d+ suggestions?$/)).toBeVisible();
  expect(places()).toEqual(before);
});

test('[WRITE-17] a note that is being changed goes to another deck, or to a new one, by its own step', async () => {
  await page.viewport(1200, 560);
  const deckId = (await deps.store.decks.toArray())[0]?.id;
  if (!deckId) throw new Error('no deck');
  const { noteId } = accepted(
    await addNote(deps, deckId, { noteTypeId: BASIC.id, fields, sections: [] }),
  );
  const other = accepted(await createDeck(deps, 'Cardiology'));
  const { asked } = await showEdit(deps, noteId);
  const deck = page.getByRole('combobox', { name: 'Deck' });
  await expect.element(deck).toHaveValue('Neurology');
  expect(box('Save').bottom).toBeLessThanOrEqual(560);
  await choose('Deck', 'Cardio');
  await waitFor(async () => expect((await noteOf(deps, noteId)).deckId).toBe(other));
  await expect.element(deck).toHaveValue('Cardiology');
  await expect.element(page.getByRole('status')).toHaveTextContent('Moved to Cardiology.');
  await choose('Deck', 'Nephrology');
  await waitFor(async () => {
    const { deckId } = await noteOf(deps, noteId);
    expect((await deps.store.decks.get(deckId))?.name).toBe('Nephrology');
  });
  expect(asked).toEqual({ onClosed: 0, onSaved: 0 });
});
