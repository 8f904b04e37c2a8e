import type { DeckId, DeviceId, FieldId, NoteId, NoteTypeId } from '../../src/kernel/ids.ts';
import { cardIdOf } from '../../src/kernel/ids.ts';
import type { Operation, OperationBody } from '../../src/log/operation.ts';
import { anOperation } from '../support/collection.ts';

const deckId = 'anatomy' as DeckId;
const noteId = 'anatomy:aorta' as NoteId;
const bodies: readonly OperationBody[] = [
  { kind: 'create-deck', deckId, name: 'Anatomy', presetId: 'default' },
  {
    kind: 'add-notes',
    notes: [
      {
        id: noteId,
        deckId,
        noteTypeId: 'cloze' as NoteTypeId,
        fields: { ['text' as FieldId]: 'The largest artery is the {{c1::aorta}}.' },
        sections: ['Vessels'],
      },
    ],
  },
  { kind: 'answer', cardId: cardIdOf(noteId, 1), grade: 3, durationMillis: 4200, repsBefore: 0 },
];

/**
 * The collection of docs/collection-format.md: one device, a deck, a note, an answer. Its versions are
 * those of the page, whatever the program's are by now.
 */
export const EXAMPLE: readonly Operation[] = bodies.map((body, counter) => ({
  ...anOperation(body, counter, counter, 'laptop' as DeviceId),
  version: body.kind === 'create-deck' ? 1 : 2,
}));
