import { expect, test } from 'vitest';
import { DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS } from '../../src/domain/collection/deck.ts';
import { presetOf } from '../../src/domain/collection/presets.ts';
import { deckValues } from '../../src/domain/library/entries.ts';
import { effectsOf } from '../../src/log/effects.ts';
import { aCard, aNote, anOperation, DECK, inReview, rowsOf, TODAY } from '../support/collection.ts';

const OWN = { ...DEFAULT_PRESET, name: 'Mine', fuzz: false, desiredRetention: 0.8 };
const OTHER = { ...DEFAULT_PRESET, id: 'other', name: 'Other', fuzz: false };

test('[OPTIONS-5] a deck’s own options come first; the default ones as they are set stand in for gone ones', () => {
  for (const presets of [
    [OWN, OTHER],
    [OTHER, OWN],
  ]) {
    expect(presetOf({ presetId: 'other' }, presets)).toBe(OTHER);
    expect(presetOf({ presetId: 'default' }, presets)).toBe(OWN);
    expect(presetOf({ presetId: 'gone' }, presets)).toBe(OWN);
    expect(presetOf(undefined, presets)).toBe(OWN);
  }
  expect(presetOf({ presetId: 'gone' }, [OTHER])).toBe(DEFAULT_PRESET);
});

// Answers, queues and counts took the options that Rounds ships with, while an accepted round of
// cramming took the person's own.
test('[OPTIONS-5] a card whose options are gone is answered under the person’s default ones', () => {
  const note = aNote('a', [1]);
  const card = aCard(`${note.id}/1`, { schedule: inReview(TODAY, { intervalDays: 100 }) });
  const intervalOf = (presetId: string) => {
    const rows = rowsOf([note], [card], OWN);
    const decks = new Map([...rows.decks].map(([id, deck]) => [id, { ...deck, presetId }]));
    const body = {
      kind: 'answer',
      cardId: card.id,
      grade: 3,
      durationMillis: 1,
      repsBefore: card.schedule.reps,
    } as const;
    const result = effectsOf(anOperation(body), { ...rows, decks });
    if (!result.ok) throw new Error(result.problem.what);
    return result.value.review?.intervalDays;
  };
  expect(intervalOf('gone')).toBe(intervalOf('default'));
  expect(intervalOf('gone')).toBeGreaterThan(200);
});

test('[OPTIONS-5] the library searches and sorts such a card by the same options', () => {
  const presets = new Map([[OWN.id, OWN]]);
  const deck = { id: DECK, name: 'D', presetId: 'gone', sections: [], source: '' };
  const values = deckValues(deck, presets, DEFAULT_STUDY_SETTINGS);
  expect(values).toMatchObject({ presetName: 'Mine', options: { desiredRetention: 0.8 } });
});
