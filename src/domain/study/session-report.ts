import type { CardId } from '../../kernel/ids.ts';
import type { Card } from '../collection/card.ts';
import { Spellings } from '../text/same-name.ts';
import type { AnsweredCard } from './session-total.ts';

/** What a section came to in a session. */
export interface SectionOfSession {
  /** '' for the cards that are in none. */
  readonly name: string;
  readonly cards: number;
  /** Those that were never graded Again. */
  readonly recalled: number;
}

/** By section, in the order in which their cards came; a card counts in every section that it has. */
export function sectionsOfSession(
  answered: readonly AnsweredCard[],
  cards: readonly Pick<Card, 'id' | 'sections'>[],
): readonly SectionOfSession[] {
  const sectionsOf = new Map<CardId, readonly string[]>(
    cards.map((card) => [card.id, card.sections]),
  );
  const spellings = new Spellings();
  const found = new Map<string, { cards: number; recalled: number }>();
  for (const { cardId, isForgotten } of answered) {
    const sections = sectionsOf.get(cardId);
    // A card that is gone was in no section that could be named.
    if (!sections) continue;
    for (const name of sections.length > 0 ? sections.map((each) => spellings.of(each)) : ['']) {
      const counted = found.get(name) ?? { cards: 0, recalled: 0 };
      found.set(name, {
        cards: counted.cards + 1,
        recalled: counted.recalled + (isForgotten ? 0 : 1),
      });
    }
  }
  return [...found].map(([name, counted]) => ({ name, ...counted }));
}
