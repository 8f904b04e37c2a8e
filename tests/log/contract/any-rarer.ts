import fc from 'fast-check';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import { noteTypeOf } from '../../../src/domain/content/stock.ts';
import type { CardId, DeckId, NoteId, NoteTypeId } from '../../../src/kernel/ids.ts';
import type { OperationBody } from '../../../src/log/operation.ts';
import { TODAY } from '../../support/collection.ts';

type Plain = Exclude<OperationBody, { kind: 'undo' | 'redo' }>;

/** The kinds that a person needs less often. */
export function anyRarer(
  noteId: fc.Arbitrary<NoteId>,
  cardId: fc.Arbitrary<CardId>,
  deckId: fc.Arbitrary<DeckId>,
  text: fc.Arbitrary<string>,
): fc.Arbitrary<Plain> {
  const noteIds = fc.uniqueArray(noteId, { minLength: 1 });
  const cardIds = fc.array(cardId, { minLength: 1, maxLength: 3 });
  const newDeck = fc.record({
    name: fc.constantFrom('One', 'Four', 'Five::Below', ''),
    presetId: fc.constantFrom('default', 'own'),
  });
  const newDeckId = fc.constantFrom('d1', 'd3') as fc.Arbitrary<DeckId>;
  const sections = fc.array(fc.constantFrom('Even', 'even', 'Odd::Below', 'New'), { maxLength: 2 });
  const labels = fc.uniqueArray(fc.constantFrom('marked', 'leech'), { maxLength: 2 });
  const typeId = fc.constantFrom('cloze', 'reversed') as fc.Arbitrary<NoteTypeId>;
  const draft = fc.record({
    id: noteId,
    content: fc.oneof(
      fc.record({ type: fc.constant('cloze' as const), text }),
      fc.record({ type: fc.constant('reversed' as const), front: text, back: text }),
    ),
    extra: fc.constant(''),
    sections,
    source: fc.constant(''),
  });
  return fc.oneof(
    fc.record({
      kind: fc.constant('bury' as const),
      cardIds,
      until: fc.constantFrom(0, TODAY + 1, TODAY + 2),
      isByHand: fc.boolean(),
    }),
    fc.record({ kind: fc.constant('redate' as const), cardIds }),
    fc.record({ kind: fc.constant('mark' as const), noteIds, marked: fc.boolean() }),
    fc.record({
      kind: fc.constant('load-deck' as const),
      deckId,
      name: fc.constantFrom('One', 'Loaded'),
      source: fc.constant(''),
      drafts: fc.uniqueArray(draft, { maxLength: 2, selector: ({ id }) => id }),
      archive: fc.uniqueArray(noteId, { maxLength: 1 }),
      keep: fc.uniqueArray(noteId, { maxLength: 1 }),
      restore: fc.uniqueArray(noteId, { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constant('more-new' as const),
      decks: fc.uniqueArray(fc.record({ deckId, count: fc.nat(20), after: fc.nat(5) }), {
        minLength: 1,
        maxLength: 2,
        selector: (each) => each.deckId,
      }),
    }),
    fc.record({
      kind: fc.constant('set-deck-preset' as const),
      deckIds: fc.uniqueArray(deckId, { minLength: 1 }),
      presetId: fc.constantFrom('own', 'default', 'gone'),
    }),
    fc.record({
      kind: fc.constant('set-note-type' as const),
      noteType: fc
        .record({
          id: typeId,
          front: fc.constantFrom('{{front}}', '{{cloze:text}}', '{{text}}', ''),
        })
        .map(({ id, front }) => {
          const type = noteTypeOf(id, new Map());
          if (!type) throw new Error('no such type');
          const templates = type.templates.map((each, at) =>
            at === 0 ? { ...each, front } : each,
          );
          return { ...type, templates };
        }),
    }),
    fc.record({ kind: fc.constant('delete-note-type' as const), noteTypeId: typeId }),
    fc.record({
      kind: fc.constant('set-study' as const),
      settings: fc
        .record({ rolloverHour: fc.nat(23), answerCapSeconds: fc.constantFrom(5, 60) })
        .map((changed) => ({ ...DEFAULT_STUDY_SETTINGS, ...changed })),
    }),
    fc.record({
      kind: fc.constant('save-options' as const),
      preset: fc.constant({ ...DEFAULT_PRESET, leechThreshold: 1, id: 'own', name: 'Own' }),
      settings: fc.constant({ ...DEFAULT_STUDY_SETTINGS, learnAheadMinutes: 5 }),
      decks: fc.uniqueArray(deckId),
    }),
    fc.record({ kind: fc.constant('move-notes' as const), noteIds, deckId: newDeckId, newDeck }),
    fc.record({
      kind: fc.constant('add-notes' as const),
      notes: fc.array(
        fc.record({
          id: noteId,
          deckId: newDeckId,
          noteTypeId: typeId,
          fields: fc.record({ text, front: text }),
          sections,
        }),
        { minLength: 1, maxLength: 2 },
      ),
      newDeck,
    }),
    fc.record({
      kind: fc.constant('delete-decks' as const),
      deckIds: fc.uniqueArray(deckId, { minLength: 1 }),
      noteIds,
      moveTo: newDeckId,
    }),
    fc.record({
      kind: fc.constant('edit-notes' as const),
      edits: fc.array(
        fc.record({ noteId, sections, labels }, { requiredKeys: ['noteId', 'sections'] }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    fc.record({
      kind: fc.constant('rename-section' as const),
      noteIds,
      from: fc.constantFrom('Even', 'Odd'),
    }),
  ) as fc.Arbitrary<Plain>;
}
