import { expect, test } from 'vitest';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../../src/domain/collection/deck.ts';
import type { DeckId, NoteTypeId } from '../../../src/kernel/ids.ts';
import { aCard, inLearning, inReview, NEW, NOW, TODAY } from '../../support/collection.ts';
import { aDeck, aRowNote, CLOCK, indexOf, nothingHeld, OWN_TYPE } from './rows.ts';

const DAY = 86_400_000;

/** Three decks, four notes, seven cards in every state. */
function collection() {
  const held = nothingHeld();
  for (const deck of [aDeck('d0', 'Heart'), aDeck('d1', 'Heart::Valves'), aDeck('d2', 'Empty')]) {
    held.decks.set(deck.id, deck);
  }
  held.presets.set('default', DEFAULT_PRESET);
  held.presets.set('own', { ...DEFAULT_PRESET, id: 'own', name: 'Before the exam' });
  held.settings.set('study', DEFAULT_STUDY_SETTINGS);
  held.noteTypes.set(OWN_TYPE.id, OWN_TYPE);
  held.searches.set('s', { id: 's', name: 'Due ones', text: 'is:due' });
  const notes = [
    aRowNote('n0', ['a'], { sections: ['A::B'], tags: ['leech'], addedAtMillis: NOW - 2 * DAY }),
    aRowNote('n1', ['b'], { sections: ['A', 'A::C'], tags: ['marked'] }),
    aRowNote('n2', ['c'], { deckId: 'd1' as DeckId, noteTypeId: 'own' as NoteTypeId }),
    aRowNote('n3', ['d']),
  ];
  for (const note of notes) held.notes.set(note.id, note);
  const inValves = { deckId: 'd1' as DeckId };
  const cards = [
    aCard('n0/1', { deckId: 'd0' as DeckId, schedule: inReview(TODAY - 1), flag: 1 }),
    aCard('n0/2', { deckId: 'd0' as DeckId, schedule: NEW, suspended: true }),
    aCard('n1/1', { deckId: 'd0' as DeckId, schedule: inLearning(NOW - 1), flag: 1 }),
    aCard('n1/2', { deckId: 'd0' as DeckId, absent: true }),
    aCard('n2/1', { ...inValves, schedule: inReview(TODAY + 3), buriedUntil: TODAY + 1 }),
    aCard('n2/2', {
      ...inValves,
      schedule: { ...inLearning(NOW + DAY), state: 'relearning' },
      buriedUntil: TODAY,
    }),
    aCard('n3/1', { deckId: 'd0' as DeckId, absent: true }),
  ];
  for (const card of cards) held.cards.set(card.id, card);
  return indexOf(held);
}

test('[SEARCH-26] the side tree counts the cards in sight by deck, section, state, type and flag', () => {
  const counts = collection().counts(CLOCK);
  expect(counts).toMatchObject({ cards: 5, notes: 3, untagged: 2, addedToday: 3 });
  expect(counts.decks).toEqual([
    { name: 'Empty', cards: 0 },
    { name: 'Heart', cards: 5 },
    { name: 'Heart::Valves', cards: 2 },
  ]);
  expect(counts.tags).toEqual([
    { name: 'A', cards: 3 },
    { name: 'A::B', cards: 2 },
    { name: 'A::C', cards: 1 },
    { name: 'leech', cards: 2 },
    { name: 'marked', cards: 1 },
  ]);
  expect(counts.flags).toEqual([3, 2, 0, 0, 0, 0, 0, 0]);
  expect(counts.states).toEqual({
    new: 1,
    learn: 2,
    review: 3,
    due: 2,
    suspended: 1,
    buried: 1,
    'buried-manually': 1,
    'buried-sibling': 1,
    leech: 2,
    marked: 1,
    absent: 2,
  });
  const ofType = new Map(counts.types.map(({ id, name, cards }) => [id as string, [name, cards]]));
  expect(ofType.get('basic')).toEqual(['Basic', 3]);
  expect(ofType.get('own')).toEqual(['Drug card', 2]);
  expect(ofType.get('cloze')).toEqual(['Cloze', 0]);
});

test('[SEARCH-22] completion knows the names of the collection, each once and in order', () => {
  const { decks, tags, presets, saved, types, templates, fields } = collection().vocabulary();
  expect(decks).toEqual(['Empty', 'Heart', 'Heart::Valves']);
  expect(tags).toEqual(['A', 'A::B', 'A::C', 'leech', 'marked']);
  expect(presets).toEqual(['Before the exam', 'Default']);
  expect(saved).toEqual([{ name: 'Due ones', text: 'is:due' }]);
  expect(types).toContain('Drug card');
  expect(types).toContain('Basic');
  expect(templates).toEqual([
    'Back to front',
    'Card 1',
    'Cloze',
    'Front to back',
    'Image occlusion',
  ]);
  expect(fields).toContain('Drug');
  expect(new Set(fields).size).toBe(fields.length);
});
