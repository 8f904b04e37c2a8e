import fc from 'fast-check';
import { byName } from '../../../src/domain/text/same-name.ts';
import { describe, expect, test } from 'vitest';
import type { Deck } from '../../../src/domain/collection/deck.ts';
import {
  decksOfChoice,
  isChosen,
  countedSections,
  weightOf,
} from '../../../src/domain/exam/choice.ts';
import { NO_CARDS } from '../../../src/domain/overlay/overlay.ts';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import { A_DECK, aCard } from '../../support/collection.ts';

const deck = (name: string, sections: string[] = []): Deck => ({
  ...A_DECK,
  id: name as DeckId,
  name,
  sections,
});
const DECKS = [
  deck('Neurology'),
  deck('Neurology::MS', ['Drugs', 'Drugs::Old']),
  deck('Neurologyx', ['Drugsx']),
  deck('Surgery', ['Drugs::Old']),
];
const inDeck = (name: string, sections: string[] = []) =>
  aCard(`${name}/1`, { deckId: name as DeckId, sections });
const found: ReadonlySet<CardId> = new Set(['found/1' as CardId]);

describe('[EXAM-2] the cards of an exam', () => {
  test('are those of its decks and of the decks below, and of no other by a like name', () => {
    const chosen = isChosen({ ...NO_CARDS, deckIds: ['Neurology' as DeckId] }, DECKS, new Set());
    expect(chosen(inDeck('Neurology'))).toBe(true);
    expect(chosen(inDeck('Neurology::MS'))).toBe(true);
    expect(chosen(inDeck('Neurologyx'))).toBe(false);
    expect(chosen(inDeck('Surgery'))).toBe(false);
  });

  test('are those of its sections and of the sections below', () => {
    const chosen = isChosen({ ...NO_CARDS, sections: ['Drugs'] }, DECKS, new Set());
    expect(chosen(inDeck('Surgery', ['Drugs']))).toBe(true);
    expect(chosen(inDeck('Surgery', ['Anatomy', 'Drugs::Old::Very']))).toBe(true);
    expect(chosen(inDeck('Surgery', ['Drugsx']))).toBe(false);
    expect(chosen(inDeck('Surgery'))).toBe(false);
  });

  test('are those that its search finds, and none where nothing is chosen', () => {
    const chosen = isChosen(NO_CARDS, DECKS, found);
    expect(chosen(aCard('found/1'))).toBe(true);
    expect(chosen(aCard('other/1'))).toBe(false);
  });

  test('are none that is out of study', () => {
    const chosen = isChosen({ ...NO_CARDS, deckIds: ['Surgery' as DeckId] }, DECKS, found);
    expect(chosen({ ...inDeck('Surgery'), suspended: true })).toBe(false);
    expect(chosen({ ...inDeck('Surgery'), absent: true })).toBe(false);
    expect(chosen({ ...aCard('found/1'), suspended: true })).toBe(false);
  });

  test('may lie in its decks, and in every deck that lists one of its sections', () => {
    const names = (choice: Partial<typeof NO_CARDS>) =>
      decksOfChoice({ ...NO_CARDS, ...choice }, DECKS).map(({ name }) => name);
    expect(names({ deckIds: ['Neurology' as DeckId] })).toEqual(['Neurology', 'Neurology::MS']);
    expect(names({ sections: ['Drugs'] })).toEqual(['Neurology::MS', 'Surgery']);
    expect(names({ sections: ['Drugs::Old'] })).toEqual(['Neurology::MS', 'Surgery']);
    expect(names({})).toEqual([]);
  });

  test('are, in one of these decks, whatever is chosen without a search', () => {
    const name = fc.constantFrom(...DECKS.map((each) => each.name));
    const section = fc.constantFrom('Drugs', 'Drugs::Old', 'Drugsx', 'Anatomy');
    fc.assert(
      fc.property(fc.array(name), fc.array(section), name, (deckNames, sections, where) => {
        const choice = { ...NO_CARDS, deckIds: deckNames as string[] as DeckId[], sections };
        const chosen = isChosen(choice, DECKS, new Set());
        const own = DECKS.find((each) => each.name === where)?.sections ?? [];
        const possible = decksOfChoice(choice, DECKS).some((each) => each.name === where);
        const cards = [inDeck(where), ...own.map((each) => inDeck(where, [each]))];
        expect(cards.some(chosen)).toBe(possible);
      }),
    );
  });
});

describe('[EXAM-2] what a card counts', () => {
  test('it weighs what the longest weighted section says that it is in, else 1', () => {
    const card = aCard('a/1', { sections: ['Law', 'Drugs::Old::Very'] });
    const weigh = (weights: Record<string, number>) =>
      weightOf(Object.entries(weights).map(([section, weight]) => ({ section, weight })))(card);
    expect(weigh({ Drugs: 2, 'Drugs::Old': 3 })).toBe(3);
    expect(weigh({ Drugs: 2, Surgery: 3 })).toBe(2);
    expect(weigh({ Law: 2, 'Drugs::Old': 3 })).toBe(3);
    expect(weigh({ Surgery: 3 })).toBe(1);
    expect(weigh({ 'drugs::OLD': 3, law: 2 })).toBe(3);
  });

  test('it is listed under every section it has, as far as none is named', () => {
    const card = aCard('a/1', { sections: ['Law', 'Drugs::Old::Very'] });
    expect(countedSections(card, byName([]))).toEqual(['Law', 'Drugs::Old::Very']);
    expect(countedSections(card, byName(['Drugs', 'Drugs::Old']))).toEqual(['Drugs::Old']);
    expect(countedSections(card, byName(['Drugs', 'Law']))).toEqual(['Law', 'Drugs']);
    expect(countedSections(aCard('a/1', { sections: [] }), byName(['Law']))).toEqual(['']);
    const twice = aCard('a/1', { sections: ['Drugs::Old', 'Drugs::New'] });
    expect(countedSections(twice, byName(['Drugs']))).toEqual(['Drugs']);
    const spelt = aCard('a/1', { sections: ['drugs::old', 'DRUGS'] });
    expect(countedSections(spelt, byName(['Drugs']))).toEqual(['Drugs']);
    expect(countedSections(spelt, byName([]))).toEqual(['drugs::old', 'DRUGS']);
  });

  test('1 without a weight, else that of its section, of which the nearer one holds', () => {
    const weigh = weightOf([
      { section: 'Drugs', weight: 2 },
      { section: 'Drugs::Old', weight: 0 },
    ]);
    expect(weigh(aCard('a/1', { sections: ['Drugs::New'] }))).toBe(2);
    expect(weigh(aCard('a/1', { sections: ['Drugs::Old::Very'] }))).toBe(0);
    expect(weigh(aCard('a/1', { sections: ['Surgery'] }))).toBe(1);
    expect(weightOf([])(aCard('a/1', { sections: ['Drugs'] }))).toBe(1);
  });
});
