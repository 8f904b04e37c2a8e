import { expect, test } from 'vitest';
import {
  endsBelow,
  inTreeOrder,
  placesAbove,
  withDecksBelow,
} from '../../../src/domain/study/deck-tree.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { aDeck } from '../../support/study.ts';

const decks = ['M::A::x', 'M B', 'MB', 'M', 'Gone::D', 'M::A'].map((name) => aDeck(name));
const names = (list: readonly { readonly name: string }[]) => list.map(({ name }) => name);

test('[QUEUE-12] decks come by name, each before those below it, and nothing comes between', () => {
  expect(names(inTreeOrder(decks))).toEqual(['Gone::D', 'M', 'M::A', 'M::A::x', 'M B', 'MB']);
});

test('[QUEUE-13] the nearest deck above is found, past headings without a deck', () => {
  const inOrder = inTreeOrder([...decks, aDeck('M::A::gone::z')]);
  const above = placesAbove(inOrder).map((at) => inOrder[at]?.name);
  expect(Object.fromEntries(inOrder.map(({ name }, at) => [name, above[at]]))).toEqual({
    'Gone::D': undefined,
    M: undefined,
    'M::A': 'M',
    'M::A::gone::z': 'M::A',
    'M::A::x': 'M::A',
    'M B': undefined,
    MB: undefined,
  });
});

test('[QUEUE-10] a deck is taken with those below it, and none where it is gone', () => {
  expect(names(withDecksBelow(decks, 'M::A' as DeckId))).toEqual(['M::A', 'M::A::x']);
  expect(withDecksBelow(decks, 'other' as DeckId)).toEqual([]);
});

test('[TODAY-1] behind a deck and those below it the next begins, from the first deck on', () => {
  const inOrder = inTreeOrder(['M::A::x', 'M B', 'M', 'M::A', 'M::C'].map((name) => aDeck(name)));
  expect(names(inOrder)).toEqual(['M', 'M::A', 'M::A::x', 'M::C', 'M B']);
  expect(endsBelow(inOrder, placesAbove(inOrder))).toEqual([4, 3, 3, 4, 5]);
});
