import { expect, test } from 'vitest';
import type { NoteId } from '../../src/kernel/ids.ts';
import { effectsOf } from '../../src/log/effects.ts';
import { aNote, anOperation, DECK, rowsOf } from '../support/collection.ts';

/** Changes handed over as arguments of one call were too many for the stack. */
test('[DECK-24] a deck of tens of thousands of notes is deleted like any other', () => {
  const notes = Array.from({ length: 70_000 }, (_, index) => aNote(`n${index}`, [1]));
  const noteIds = notes.map((note): NoteId => note.id);
  const operation = anOperation({ kind: 'delete-decks', deckIds: [DECK], noteIds });
  const effects = effectsOf(operation, rowsOf(notes));
  if (!effects.ok) throw new Error(effects.problem.what);
  expect(effects.value.changes.length).toBeGreaterThan(140_000);
});
