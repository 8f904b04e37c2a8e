import { expect, test } from 'vitest';
import type { Deck } from '../../../src/domain/collection/deck.ts';
import type { DeckId } from '../../../src/kernel/ids.ts';
import {
  cardGroups,
  choiceAmong,
  sectionsIn,
} from '../../../src/renderer/exams/editor/card-groups.ts';
import { A_DECK } from '../../support/collection.ts';

const deck = (name: string, ...sections: readonly string[]): Deck => ({
  ...A_DECK,
  id: name as DeckId,
  name,
  sections,
});
const DECKS = [
  deck('Neuro', 'Brain'),
  deck('Neuro::MS', 'Brain::Stem', 'Nerve'),
  deck('Heart::Left', 'Valve'),
];

test('[EXAM-2] a deck without a row of its own stands for those below it', () => {
  const groups = cardGroups(DECKS, undefined);
  expect(groups.map(({ kind, path, deckIds }) => [kind, path, deckIds])).toEqual([
    ['deck', 'Heart', ['Heart::Left']],
    ['deck', 'Heart::Left', ['Heart::Left']],
    ['deck', 'Neuro', ['Neuro']],
    ['deck', 'Neuro::MS', ['Neuro::MS']],
    ['section', 'Brain', []],
    ['section', 'Brain::Stem', []],
    ['section', 'Nerve', []],
    ['section', 'Valve', []],
  ]);
});

test('[EXAM-2] what is chosen has all that is below it', () => {
  const groups = cardGroups(DECKS, undefined);
  const choice = { deckIds: ['Neuro' as DeckId], sections: ['Brain'] };
  const chosen = choiceAmong(groups, choice);
  const paths = (is: 'itself' | 'within') => groups.filter(chosen[is]).map(({ path }) => path);
  expect(paths('itself')).toEqual(['Neuro', 'Brain']);
  expect(paths('within')).toEqual(['Neuro::MS', 'Brain::Stem']);
  expect(sectionsIn(choice, DECKS)).toEqual(['Brain', 'Brain::Stem', 'Nerve']);
});

/** How often a deck's name, a section or a chosen one is looked at, for so many decks and sections. */
function looks(size: number): number {
  let count = 0;
  const counting = <Item extends object>(item: Item): Item =>
    new Proxy(item, {
      get: (target, key) => {
        count++;
        return Reflect.get(target, key);
      },
    });
  const names = Array.from({ length: size }, (_, at) => `D${at % 40}::${at}`);
  const decks = names.map((name) => counting(deck(name, ...[counting([`S::${name}`])].flat())));
  const choice = {
    deckIds: counting(names.map((name) => name as DeckId)),
    sections: counting(names.map((name) => `S::${name}`)),
  };
  const groups = cardGroups(decks, undefined);
  const chosen = choiceAmong(groups, choice);
  expect(groups.filter(chosen.itself).length).toBeGreaterThan(2 * size - 1);
  expect(groups.filter(chosen.within).length).toBeGreaterThan(size - 1);
  sectionsIn(choice, decks);
  return count;
}

test('[LARGE-1] the editor looks at each deck and each chosen section a few times, however many there are', () => {
  const small = looks(200);
  expect(looks(2000)).toBeLessThan(10.5 * small);
});
