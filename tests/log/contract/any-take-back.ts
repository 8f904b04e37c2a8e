import fc from 'fast-check';
import { type CardId, type DeckId, type NoteId, operationIdOf } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { asImportedOf } from '../../../src/log/parts/as-imported.ts';
import type { anyImport } from './any-import.ts';

type TakeBack = Extract<OperationBody, { kind: 'take-back-import' }>;

/** Taking back such imports, whether or not they were ever made. */
export function anyTakeBack(
  anImport: ReturnType<typeof anyImport>,
  noteId: fc.Arbitrary<NoteId>,
  cardId: fc.Arbitrary<CardId>,
  deckId: fc.Arbitrary<DeckId>,
): fc.Arbitrary<TakeBack> {
  return fc
    .record({
      was: anImport,
      file: anImport,
      noteIds: fc.uniqueArray(noteId, { maxLength: 2 }),
      logIds: fc.uniqueArray(cardId, { maxLength: 2 }),
      deckIds: fc.uniqueArray(deckId, { maxLength: 1 }),
    })
    .map(({ was, file, noteIds, logIds, deckIds }): TakeBack => {
      const before = new Map(was.cards.map((card) => [card.id, card]));
      return {
        kind: 'take-back-import',
        importId: operationIdOf('device-a' as never, 0),
        fileName: 'some.apkg',
        noteIds,
        logIds,
        lines: file.pastLogs.map(({ id, packed }) => ({ id, packed })),
        notes: was.notes.map((note) => ({ before: note, brought: asImportedOf(note) })),
        cards: file.cards.map(({ id, ...brought }) => {
          const old = before.get(id);
          return { id, brought, ...(old && { before: old }) };
        }),
        types: file.types.map(({ id }) => ({ id, brought: 'other' })),
        presetIds: ['own'],
        presets: [],
        deckIds,
        decks: file.decks.map(({ id, sections }) => ({ id, unlisted: sections })),
        media: file.media.map(({ id, sha256 }) => ({ id, sha256 })),
        graves: noteIds.map((id) => `note:${id}`),
        settings: { brought: 'other' },
      };
    });
}
