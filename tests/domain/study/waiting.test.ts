import { expect, test } from 'vitest';
import type { Card } from '../../../src/domain/collection/card.ts';
import {
  byNote,
  heldBackBySteps,
  heldOf,
  isInSection,
  waitingIn,
} from '../../../src/domain/study/waiting.ts';
import { DEFAULT_PRESET } from '../../../src/domain/collection/deck.ts';
import { TallyChanges } from '../../../src/domain/study/tally.ts';
import { aCard, DECK, inLearning, inReview, NOW, TODAY } from '../../support/collection.ts';
import { aDeck } from '../../support/study.ts';

const inSteps = { schedule: inLearning(NOW) };
const dueOn = (day: number, more: Partial<Card> = {}) => ({ schedule: inReview(day), ...more });

test('[QUEUE-7] a note with a card in steps is held back as what would come up with it', () => {
  const held = (...others: Partial<Card>[]) =>
    heldBackBySteps(
      [inSteps, ...others].map((more, at) => aCard(`n/${at + 1}`, more)),
      TODAY,
    ).map(({ kind }) => kind);
  expect(held()).toEqual([]);
  expect(held({})).toEqual(['new']);
  expect(held(dueOn(TODAY))).toEqual(['review']);
  expect(held({}, dueOn(TODAY - 3))).toEqual(['review']);
  // What would not come up anyhow is not held back.
  expect(held(dueOn(TODAY + 1))).toEqual([]);
  expect(held({ buriedUntil: TODAY + 1 })).toEqual([]);
  expect(held({ suspended: true }, dueOn(TODAY, { absent: true }))).toEqual([]);
  expect(held({ buriedUntil: TODAY })).toEqual(['new']);
});

test('[QUEUE-7] only by a card in steps that is there by that day, of the note itself', () => {
  const held = (more: Partial<Card>, other = 'n/2') =>
    heldBackBySteps([aCard('n/1', more), aCard(other)], TODAY).length;
  expect(held(inSteps)).toBe(1);
  expect(held({ schedule: { ...inLearning(NOW), state: 'relearning' } })).toBe(1);
  expect(held(inSteps, 'm/1')).toBe(0);
  expect(held({ ...inSteps, suspended: true })).toBe(0);
  expect(held({ ...inSteps, buriedUntil: TODAY + 1 })).toBe(0);
  expect(held(dueOn(TODAY))).toBe(0);
  expect(heldBackBySteps([], TODAY)).toEqual([]);
});

test('[QUEUE-7] what is held back is told of its deck, its sections and those above', () => {
  const cards = ['n/1', 'n/2'].map((id, at) =>
    aCard(id, { sections: ['Safety::PML', 'Doses'], ...(at === 0 ? inSteps : {}) }),
  );
  const held = heldBackBySteps(cards, TODAY);
  const of = (section: string, deck = DECK) => heldOf(held, deck, section);
  expect(['', 'Safety', 'safety::pml', 'Doses'].map((name) => of(name).new)).toEqual([1, 1, 1, 1]);
  expect(['Safety::P', 'PML', 'Trials'].map((name) => of(name).new)).toEqual([0, 0, 0]);
  expect(of('').review).toBe(0);
  expect(of('', 'other' as never)).toEqual({ new: 0, review: 0 });
});

test('[TODAY-1] what waits in a deck or a section: notes where siblings are buried, cards where not', () => {
  const [first, second] = [aCard('n/1', dueOn(TODAY)), aCard('n/2')];
  const notes = [[first, second], [aCard('m/1'), aCard('m/2')], [aCard('o/1', dueOn(TODAY + 1))]];
  const changes = new TallyChanges();
  for (const own of notes) changes.count(own, 1);
  const tally = changes.tally(DECK, '');
  const steps = [aCard('p/1', inSteps), aCard('p/2')];
  const held = heldBackBySteps(steps, TODAY);
  const waiting = (burySiblings: boolean, held: Parameters<typeof waitingIn>[3] = []) => {
    const preset = { ...DEFAULT_PRESET, burySiblings };
    const deck = { ...aDeck('Deck'), id: DECK };
    return waitingIn({ deck, preset, section: '' }, tally, TODAY, held);
  };
  expect(waiting(false)).toEqual({ new: 3, review: 1 });
  expect(waiting(true)).toEqual({ new: 1, review: 1 });
  expect(waiting(true, held)).toEqual({ new: 0, review: 1 });
  expect(waiting(false, held)).toEqual({ new: 3, review: 1 });
  const nothing = { deck: aDeck('None'), preset: DEFAULT_PRESET, section: '' };
  expect(waitingIn(nothing, undefined, TODAY, held)).toEqual({ new: 0, review: 0 });
});

test('[DECK-29] a card is in its sections and those above, however they are spelt', () => {
  const card = aCard('n/1', { sections: ['Safety::PML'] });
  const isIn = (section: string) => isInSection(card, section);
  expect(['', 'Safety', 'safety', 'SAFETY::pml'].map(isIn)).toEqual([true, true, true, true]);
  expect(['PML', 'Safety::P', 'Safe'].map(isIn)).toEqual([false, false, false]);
  expect(isInSection(aCard('n/1', { sections: [] }), '')).toBe(true);
});

test('[QUEUE-7] cards are put together by their note, in their order', () => {
  const notes = byNote(['n/1', 'm/1', 'n/2'].map((id) => aCard(id)));
  expect([...notes].map(([id, own]) => [id, own.map((card) => card.id)])).toEqual([
    ['n', ['n/1', 'n/2']],
    ['m', ['m/1']],
  ]);
});
