import { expect, test } from 'vitest';
import type { Deck } from '../../../src/domain/collection/deck.ts';
import { cardsByGroup } from '../../../src/domain/exam/cards-by-group.ts';
import { isChosen } from '../../../src/domain/exam/choice.ts';
import { keyOfName } from '../../../src/domain/text/same-name.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import { A_DECK, aCard } from '../../support/collection.ts';

const deck = (name: string): Deck => ({ ...A_DECK, id: name as DeckId, name, sections: [] });
const DECKS = [deck('Neuro'), deck('Neuro::MS'), deck('Heart::Left')];
const card = (id: string, deckId: string, ...sections: readonly string[]) =>
  aCard(id, { deckId: deckId as DeckId, sections });
const CARDS = [
  card('a/1', 'Neuro', 'Brain'),
  card('a/2', 'Neuro::MS', 'Brain::Stem', 'Brain::Lobes'),
  card('b/1', 'Neuro::MS', 'brain'),
  card('c/1', 'Heart::Left'),
  { ...card('c/2', 'Heart::Left', 'Brain'), absent: true },
];

test('[EXAM-2] a deck or section holds the cards below it, each once, and none that its note no longer makes', () => {
  const { decks, sections } = cardsByGroup(CARDS, DECKS);
  expect(Object.fromEntries(decks)).toEqual({
    Neuro: 3,
    'Neuro::MS': 2,
    Heart: 1,
    'Heart::Left': 1,
  });
  const named = ['Brain', 'Brain::Stem', 'Brain::Lobes', 'Heart'];
  expect(named.map((name) => sections.get(keyOfName(name)))).toEqual([3, 1, 1, undefined]);
});

test('[EXAM-2] so many cards an exam about it takes', () => {
  const { decks, sections } = cardsByGroup(CARDS, DECKS);
  const taken = (choice: { deckIds?: readonly DeckId[]; sections?: readonly string[] }) => {
    const whole = { deckIds: [], sections: [], search: '', ...choice };
    return CARDS.filter(isChosen(whole, DECKS, new Set())).length;
  };
  for (const { id, name } of DECKS) expect(taken({ deckIds: [id] })).toBe(decks.get(name));
  for (const name of ['Brain', 'Brain::Stem']) {
    expect(taken({ sections: [name] })).toBe(sections.get(keyOfName(name)));
  }
});
