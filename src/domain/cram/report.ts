import type { Card } from '../collection/card.ts';
import { Spellings } from '../text/same-name.ts';
import type { CardId } from '../../kernel/ids.ts';
import { type CramAnswer, type Readiness, readinessOf } from './ledger.ts';

/** What a round of cramming came to. */
export interface CramReport {
  readonly cards: number;
  /** Cards recalled (Good or Easy) at their first answer. */
  readonly atFirst: number;
  readonly answers: number;
  readonly millis: number;
  /** Cards that were not recalled at their first answer, in the order of that. */
  readonly hard: readonly CardId[];
  /** In the order in which their cards came, each card in every section that it has; '': in none. */
  readonly sections: readonly CramSection[];
  readonly open: number;
  readonly accepted: number;
}

export interface CramSection extends Readiness {
  readonly name: string;
  readonly atFirst: number;
}

/** The round that `answers`, oldest first, are of. `cards`: those of its cards that are there. */
export function cramReport(cards: readonly Card[], answers: readonly CramAnswer[]): CramReport {
  const sectionsOf = new Map(cards.map((card) => [card.id, card.sections]));
  const first = new Map<CardId, CramAnswer>();
  for (const answer of answers) {
    if (!first.has(answer.cardId)) first.set(answer.cardId, answer);
  }
  const isKnown = ({ grade }: CramAnswer): boolean => grade >= 3;
  const bySection = new Map<string, Set<CardId>>();
  const spellings = new Spellings();
  for (const cardId of first.keys()) {
    const names = sectionsOf.get(cardId) ?? [];
    for (const name of names.length > 0 ? names.map((each) => spellings.of(each)) : ['']) {
      bySection.set(name, (bySection.get(name) ?? new Set()).add(cardId));
    }
  }
  const firsts = [...first.values()];
  // How ready one is does not depend on what became of the answers since.
  const asOpen = answers.map((answer) => ({ ...answer, state: 'open' as const }));
  return {
    cards: first.size,
    atFirst: firsts.filter(isKnown).length,
    answers: answers.length,
    millis: answers.reduce((sum, { durationMillis }) => sum + durationMillis, 0),
    hard: firsts.filter((answer) => !isKnown(answer)).map(({ cardId }) => cardId),
    sections: [...bySection].map(([name, cardIds]) => ({
      name,
      ...readinessOf(cardIds, asOpen),
      atFirst: firsts.filter((answer) => cardIds.has(answer.cardId) && isKnown(answer)).length,
    })),
    open: answers.filter(({ state }) => state === 'open').length,
    accepted: answers.filter(({ state }) => state === 'accepted').length,
  };
}
