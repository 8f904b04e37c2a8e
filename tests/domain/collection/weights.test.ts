import { describe, expect, test } from 'vitest';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Preset,
  schedulerOptions,
} from '../../../src/domain/collection/deck.ts';
import { weightsOfMost } from '../../../src/domain/collection/presets.ts';
import type { CardId, DeckId } from '../../../src/kernel/ids.ts';
import { A_DECK, aCard, aNote, inReview, rowsOf, TODAY } from '../../support/collection.ts';
import { rowsAfter } from '../../support/effects.ts';

const PROFILE = DEFAULT_STUDY_SETTINGS.weights;
/** A memory that forgets more slowly: first stabilities twice as long. */
const SLOW = PROFILE.map((weight, index) => (index < 4 ? weight * 2 : weight));
const OWN: Preset = { ...DEFAULT_PRESET, weights: SLOW, fuzz: false };

describe('FSRS weights of options', () => {
  test('[MEMORY-24] hold for the decks of these options; without any the profile’s do', () => {
    expect(schedulerOptions(OWN, DEFAULT_STUDY_SETTINGS).weights).toBe(SLOW);
    expect(schedulerOptions(DEFAULT_PRESET, DEFAULT_STUDY_SETTINGS).weights).toBe(PROFILE);
    const other = { ...DEFAULT_STUDY_SETTINGS, weights: [...PROFILE] };
    expect(schedulerOptions(DEFAULT_PRESET, other).weights).toBe(other.weights);
    expect(schedulerOptions(OWN, other).weights).toBe(SLOW);
  });

  test('[MEMORY-24] that cannot be used count as none', () => {
    for (const weights of [[], [1, 2, 3], [...SLOW.slice(1), Number.NaN]]) {
      const options = schedulerOptions({ ...OWN, weights }, DEFAULT_STUDY_SETTINGS);
      expect(options.weights).toBe(PROFILE);
    }
    // 19 and 17 of older versions are carried over where they are used.
    const older = SLOW.slice(0, 19);
    expect(schedulerOptions({ ...OWN, weights: older }, DEFAULT_STUDY_SETTINGS).weights).toBe(
      older,
    );
  });

  test('[MEMORY-24] an answer goes by those of the card’s deck', () => {
    const note = aNote('a', [1]);
    const id = `${note.id}/1` as CardId;
    const answer = {
      kind: 'answer',
      cardId: id,
      grade: 4,
      durationMillis: 1,
      repsBefore: 0,
    } as const;
    const stabilityUnder = (preset: Partial<Preset>): number => {
      const { schedule } = rowsAfter(answer, rowsOf([note], [], preset)).cards.get(id) ?? aCard(id);
      return schedule.state === 'new' ? 0 : schedule.memory.stability;
    };
    expect(stabilityUnder({})).toBeCloseTo(PROFILE[3] ?? 0, 5);
    expect(stabilityUnder({ weights: SLOW })).toBeCloseTo(2 * (PROFILE[3] ?? 0), 5);
  });

  test('[MEMORY-24] a plan takes those of most of its cards', () => {
    const other = { ...A_DECK, id: 'other' as DeckId, presetId: 'own' };
    const own = { ...OWN, id: 'own' };
    const cards = [1, 2, 3].map((n) =>
      aCard(`n/${n}`, { deckId: n > 1 ? other.id : A_DECK.id, schedule: inReview(TODAY) }),
    );
    const of = (some: typeof cards) =>
      weightsOfMost(some, [A_DECK, other], [DEFAULT_PRESET, own], DEFAULT_STUDY_SETTINGS);
    expect(of(cards)).toBe(SLOW);
    expect(of(cards.slice(0, 2))).toBe(PROFILE);
    expect(of([])).toBe(PROFILE);
    expect(weightsOfMost(cards, [other], [DEFAULT_PRESET], DEFAULT_STUDY_SETTINGS)).toBe(PROFILE);
  });
});
