import type { AnkiCard, AnkiCollection, AnkiReviews } from '../anki-collection.ts';

const LEARNING = 0;
const RELEARNING = 2;

/**
 * Rows of Anki's first scheduler (until 2021) as its second has them: learning had three buttons
 * without Hard, so that Good was 2 and Easy 3, and relearning was no type of card. Anki changes them
 * likewise when it opens such a collection; without it every first answer would count as Hard.
 */
export function withoutFirstScheduler({
  container,
  config,
  cards,
  reviews,
}: Pick<AnkiCollection, 'container' | 'config' | 'cards' | 'reviews'>): {
  readonly cards: readonly AnkiCard[];
  readonly reviews: AnkiReviews;
} {
  const isFirst = container === 'collection.anki2' && config.all.get('schedVer') !== 2;
  if (!isFirst) return { cards, reviews };
  const ease = reviews.ease.map((grade, at) => {
    const type = reviews.types[at];
    const isInSteps = type === LEARNING || type === RELEARNING;
    return isInSteps && (grade === 2 || grade === 3) ? grade + 1 : grade;
  });
  return {
    cards: cards.map((card) =>
      card.type === 2 && (card.queue === 1 || card.queue === 3) ? { ...card, type: 3 } : card,
    ),
    reviews: { ...reviews, ease },
  };
}
