import type { Card } from '../../../../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
  schedulerOptions,
} from '../../../../src/domain/collection/deck.ts';
import type { Review } from '../../../../src/domain/collection/review.ts';
import type { Figure } from '../../../../src/domain/statistics/absence.ts';
import { AnswerIntake } from '../../../../src/domain/statistics/columns/intake.ts';
import { NO_DAYS_OFF } from '../../../../src/domain/workload/simulator/days-off.ts';
import {
  type Simulation,
  type SimulatorAsked,
  type SimulatorInput,
  simulator,
} from '../../../../src/domain/workload/simulator/simulator.ts';
import { A_DECK, aCard, inReview, TODAY } from '../../../support/collection.ts';
import { toTell } from '../../statistics/answers.ts';

export { TODAY };

/** Cards in review with memories from two days to `longest`, due within them. */
export function learned(count: number, longest = 180, more: Partial<Card> = {}): Card[] {
  return Array.from({ length: count }, (_, index) => {
    const stability = 2 + ((index * 37) % longest);
    const intervalDays = Math.round(stability);
    const schedule = inReview(TODAY + ((index * 53) % intervalDays), {
      intervalDays,
      memory: { stability, difficulty: 2 + (index % 8) },
    });
    return aCard(`r${index}/1`, { schedule, position: index, ...more });
  });
}

export function fresh(count: number, more: Partial<Card> = {}): Card[] {
  return Array.from({ length: count }, (_, index) =>
    aCard(`n${index}/1`, { position: 10_000 + index, ...more }),
  );
}

export interface TriedOut extends Partial<Pick<SimulatorInput, 'isKept'>> {
  readonly cards: readonly Card[];
  readonly others?: readonly Card[];
  readonly decks?: readonly Deck[];
  readonly presets?: readonly Preset[];
  readonly reviews?: readonly Review[];
  readonly changed?: Partial<SimulatorAsked['changed']>;
  readonly daysOff?: SimulatorAsked['daysOff'];
  readonly days?: number;
}

/** What the simulator says, and the shares of its work that it told. */
export function triedOut(given: TriedOut): {
  readonly figure: Figure<Simulation>;
  readonly shares: readonly number[];
} {
  const { decks = [A_DECK], presets = [DEFAULT_PRESET], reviews = [] } = given;
  const intake = new AnswerIntake();
  for (const review of reviews) intake.addReview(review);
  const [first = DEFAULT_PRESET] = presets;
  const optionsOf = (card: Card) => {
    const { presetId } = decks.find(({ id }) => id === card.deckId) ?? A_DECK;
    const preset = presets.find(({ id }) => id === presetId) ?? DEFAULT_PRESET;
    return schedulerOptions(preset, DEFAULT_STUDY_SETTINGS);
  };
  const told = (cards: readonly Card[]) =>
    cards.map((card) => toTell(card.id, card, {}, { id: card.deckId, options: optionsOf(card) }));
  const { id: presetId, newPerDay, reviewsPerDay, desiredRetention } = first;
  const steps = simulator({
    asked: {
      decks,
      presets,
      changed: { presetId, newPerDay, reviewsPerDay, desiredRetention, ...given.changed },
      daysOff: given.daysOff ?? NO_DAYS_OFF,
      days: (given.days ?? 90) as SimulatorAsked['days'],
    },
    columns: intake.columns(),
    cards: told(given.cards),
    others: told(given.others ?? []),
    today: TODAY,
    isKept: given.isKept ?? (() => false),
  });
  const shares: number[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done) return { figure: step.value, shares };
    shares.push(step.value);
  }
}

export function simulationOf(given: TriedOut): Simulation {
  const { figure } = triedOut(given);
  if (figure.is === 'absent') throw new Error(`absent: ${figure.because.reason}`);
  return figure.value;
}

export function sum(values: Iterable<number>): number {
  let all = 0;
  for (const value of values) all += value;
  return all;
}
