import { type Card, historyIdOf } from '../../domain/collection/card.ts';
import type { Review } from '../../domain/collection/review.ts';
import type { CramAnswer } from '../../domain/cram/ledger.ts';
import { asReview } from '../../domain/cram/settle.ts';
import { unpackedLog } from '../../domain/import/packed-log.ts';
import type { OutgoingNote } from '../../exchange/anki/writing/outgoing.ts';
import { noteIdOf } from '../../kernel/ids.ts';
import type { NotesInFull } from '../../store/copies/outgoing.ts';

/** Answers given while cramming, by the ids under which they are part of a history. */
export interface Crammed {
  readonly accepted: ReadonlyMap<string, readonly Review[]>;
  readonly others: ReadonlyMap<string, readonly CramAnswer[]>;
}

export function crammedByCard(answers: readonly CramAnswer[]): Crammed {
  const accepted = new Map<string, Review[]>();
  const others = new Map<string, CramAnswer[]>();
  for (const answer of answers) {
    const review = answer.state === 'accepted' ? asReview(answer) : undefined;
    if (review) put(accepted, review.cardId, review);
    else put(others, answer.cardId, answer);
  }
  return { accepted, others };
}

/** Notes with what belongs to each of their cards, histories oldest first. */
export function outgoingNotes(
  { notes, cards, reviews, pastLogs }: NotesInFull,
  crammed: Crammed,
): readonly OutgoingNote[] {
  const cardsOf = groupedBy(cards, (card) => noteIdOf(card.id));
  const reviewsOf = groupedBy(reviews, ({ cardId }) => cardId);
  const logs = new Map(pastLogs.map((log) => [log.id as string, log.packed]));
  const cardOf = (card: Card) => {
    const id = historyIdOf(card);
    const accepted = crammed.accepted.get(id) ?? [];
    const own = [...(reviewsOf.get(id) ?? []), ...accepted];
    return {
      card,
      past: unpackedLog(logs.get(id) ?? ''),
      reviews: own.sort((a, b) => a.atMillis - b.atMillis),
      crammed: crammed.others.get(card.id) ?? [],
    };
  };
  return notes.map((note) => ({ note, cards: (cardsOf.get(note.id) ?? []).map(cardOf) }));
}

function groupedBy<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) put(groups, keyOf(row), row);
  return groups;
}

function put<Row>(groups: Map<string, Row[]>, key: string, row: Row): void {
  const own = groups.get(key);
  if (own) own.push(row);
  else groups.set(key, [row]);
}
