import { expect, test } from 'vitest';
import { deckAt, decksBelow } from '../../../src/domain/collection/deck.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { A_DECK } from '../../support/collection.ts';

const named = (...names: string[]) =>
  names.map((name, at) => ({ ...A_DECK, id: `${at}` as DeckId, name }));

test('[SEARCH-33] a deck is found by its name in any spelling, and in that spelling first', () => {
  const decks = named('Heart', 'HEART', 'Heart::Valves', 'Lung');
  expect(deckAt(decks, 'HEART')?.id).toBe('1');
  expect(deckAt(decks, 'Heart')?.id).toBe('0');
  expect(deckAt(decks, 'heart')?.id).toBe('0');
  expect(deckAt(decks, 'Hear')).toBeUndefined();
  expect(deckAt([], 'Heart')).toBeUndefined();
});

test('[SEARCH-33] below a deck are those whose names continue it, in its own spelling where it is spelt so', () => {
  const decks = named('Heart', 'HEART', 'Heart::Valves', 'HEART::Valves', 'Hearts', 'Lung');
  const names = (path: string) => decksBelow(decks, path).map(({ name }) => name);
  expect(names('Heart')).toEqual(['Heart', 'Heart::Valves', 'HEART::Valves']);
  expect(names('HEART')).toEqual(['HEART', 'Heart::Valves', 'HEART::Valves']);
  expect(names('heart')).toEqual(['Heart', 'HEART', 'Heart::Valves', 'HEART::Valves']);
  expect(names('Kidney')).toEqual([]);
});
