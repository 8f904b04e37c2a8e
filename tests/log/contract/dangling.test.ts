import fc from 'fast-check';
import { expect, test } from 'vitest';
import { noteTypeOf } from '../../../src/domain/content/stock.ts';
import { noteIdOf } from '../../../src/kernel/ids.ts';
import { replayOperations } from '../../../src/log/replay/replay-all.ts';
import { anyLog } from './any-log.ts';

test('[DECK-37] whatever several devices did, no note is without its deck or type, and no card without its note', () => {
  let notes = 0;
  fc.assert(
    fc.property(anyLog(), (log) => {
      const rows = replayOperations(log);
      notes += rows.notes.size;
      for (const { id, deckId, noteTypeId } of rows.notes.values()) {
        expect([id, rows.decks.has(deckId)]).toEqual([id, true]);
        expect([id, noteTypeOf(noteTypeId, rows.noteTypes)?.id]).toEqual([id, noteTypeId]);
      }
      for (const { id, deckId } of rows.cards.values()) {
        expect([id, rows.notes.get(noteIdOf(id))?.deckId]).toEqual([id, deckId]);
      }
    }),
    { numRuns: 500 },
  );
  expect(notes).toBeGreaterThan(100);
});
