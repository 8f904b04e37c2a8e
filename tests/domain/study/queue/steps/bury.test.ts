import { expect, test } from 'vitest';
import { oncePerNote } from '../../../../../src/domain/study/queue/steps/bury.ts';
import type { DeckId, NoteId } from '../../../../../src/kernel/ids.ts';
import { aCard, DECK } from '../../../../support/collection.ts';

const cards = [aCard('a/1'), aCard('b/1'), aCard('a/2'), aCard('b/2'), aCard('c/1')];

test('[QUEUE-7] the first card of each note comes, whichever it is', () => {
  expect(cards.filter(oncePerNote(new Set([DECK]))).map(({ id }) => id)).toEqual([
    'a/1',
    'b/1',
    'c/1',
  ]);
});

test('[QUEUE-7] none of a note that waits in steps', () => {
  const isShown = oncePerNote(new Set([DECK]), new Set(['b' as NoteId]));
  expect(cards.filter(isShown).map(({ id }) => id)).toEqual(['a/1', 'c/1']);
});

test('[QUEUE-12] where the deck does not bury, all come', () => {
  expect(cards.filter(oncePerNote(new Set(['other' as DeckId])))).toEqual(cards);
});
