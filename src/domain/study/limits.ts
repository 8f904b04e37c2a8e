import type { Deck, MoreNew, Preset } from '../collection/deck.ts';
import type { DayTotals } from '../collection/review.ts';
import type { DeckId } from '../../kernel/ids.ts';
import { inTreeOrder, placesAbove } from './deck-tree.ts';

/** Counts of new cards and of reviews. */
export interface NewAndDue {
  readonly new: number;
  readonly review: number;
}
/** Counts by kind. */
export interface KindCounts extends NewAndDue {
  readonly learning: number;
}
export type LimitedKind = keyof NewAndDue;

/** A deck by itself, without those below it. */
export interface DeckStanding {
  readonly deck: Deck;
  readonly preset: Preset;
  /** Answered today. */
  readonly done: NewAndDue;
  /** What waits by today, limits aside. */
  readonly waiting: NewAndDue;
  /** New cards that were asked for today beyond the limit (TODAY-13). */
  readonly more?: Pick<MoreNew, 'count' | 'after'> | undefined;
}

/** A deck's part in what is studied, with the limits that hold for it. */
export interface DeckShare extends DeckStanding {
  /** The deck whose limits hold here too; undefined where limits start. */
  readonly above: DeckId | undefined;
  /** How much the deck's own limits still let through today, of it and the decks below. */
  readonly allowance: NewAndDue;
  /** What it and the decks below ask for today when it is the deck that is studied. */
  readonly left: NewAndDue;
  /** New cards of it and the decks below that its own limit counts: not those beyond it. */
  readonly counted: number;
  /** How many new cards come from the deck itself: they come deck after deck (QUEUE-12). */
  readonly ownNew: number;
}

/**
 * The one place where limits are worked out (QUEUE-6, QUEUE-13 to QUEUE-15): the shares of `decks`, in tree order.
 * Limits start from those without a deck above among them; `isTree` false: each deck by itself.
 *
 * Reviews of decks below count once in every deck above, so which reviews are taken is free and how
 * many is not: the least of a deck's limit and of what its own cards and the decks below give.
 */
export function sharesOf(decks: readonly DeckStanding[], isTree = true): DeckShare[] {
  const { standings, above, nodes } = workedOut(decks, isTree);
  const shares: DeckShare[] = [];
  standings.forEach((standing, at) => {
    const node = nodes[at];
    if (!node) return;
    const path: { free: number }[] = [];
    for (let up = at; up >= 0; up = above[up] ?? -1) {
      const each = nodes[up];
      if (each) path.push(each);
    }
    const ownNew = Math.min(standing.waiting.new, ...path.map(({ free }) => free));
    for (const each of path) each.free -= ownNew;
    const { allowance, left, counted } = node;
    const deckAbove = shares[above[at] ?? -1]?.deck.id;
    shares.push({ ...standing, above: deckAbove, allowance, left, counted, ownNew });
  });
  return shares;
}

interface Node {
  readonly done: { new: number; review: number };
  /** What waits in the deck, and what the decks below ask for. */
  readonly below: { new: number; review: number };
  allowance: NewAndDue;
  left: NewAndDue;
  /** New cards that its limit still lets through. */
  free: number;
  counted: number;
}

/** Each deck's limits, from the decks below upwards. */
function workedOut(decks: readonly DeckStanding[], isTree: boolean) {
  const standings = standingsInTreeOrder(decks);
  const above = isTree ? placesAbove(standings.map(({ deck }) => deck)) : standings.map(() => -1);
  const nodes = standings.map(
    ({ done, waiting }): Node => ({
      done: { ...done },
      below: { ...waiting },
      allowance: { new: 0, review: 0 },
      left: { new: 0, review: 0 },
      free: 0,
      counted: 0,
    }),
  );
  // In tree order the decks below come after those above.
  for (let at = nodes.length - 1; at >= 0; at--) {
    const [node, standing] = [nodes[at], standings[at]];
    if (!node || !standing) continue;
    const { newPerDay, reviewsPerDay, newWithinReviewLimit = false } = standing.preset;
    const { done, below } = node;
    const { count = 0, after = 0 } = standing.more ?? {};
    const beyond = Math.min(count, atLeast0(done.new - after));
    node.counted = done.new - beyond;
    const review = atLeast0(
      reviewsPerDay - done.review - (newWithinReviewLimit ? node.counted : 0),
    );
    const dueReviews = Math.min(review, below.review);
    const room = newWithinReviewLimit ? review - dueReviews : Number.POSITIVE_INFINITY;
    const within = Math.min(atLeast0(newPerDay - node.counted), room);
    node.allowance = { new: within + count - beyond, review };
    node.left = { new: Math.min(node.allowance.new, below.new), review: dueReviews };
    node.free = node.allowance.new;
    const parent = nodes[above[at] ?? -1];
    if (!parent) continue;
    for (const kind of ['new', 'review'] as const) {
      parent.done[kind] += done[kind];
      parent.below[kind] += node.left[kind];
    }
  }
  return { standings, above, nodes };
}

/** What `decks` ask for together: leftOf their shares, for less. */
export function leftIn(decks: readonly DeckStanding[]): NewAndDue {
  const { above, nodes } = workedOut(decks, true);
  return added(nodes.filter((_, at) => (above[at] ?? -1) < 0).map(({ left }) => left));
}

/** What all of `shares` ask for together. */
export function leftOf(shares: readonly DeckShare[]): NewAndDue {
  return added(shares.filter(({ above }) => above === undefined).map(({ left }) => left));
}

/** What is still allowed while cards are taken one after the other. */
export class LimitsLeft {
  readonly #left: ReadonlyMap<
    DeckId,
    { new: number; review: number; readonly above: DeckId | undefined }
  >;

  constructor(shares: readonly DeckShare[]) {
    this.#left = new Map(
      shares.map(({ deck, allowance, above }) => [deck.id, { ...allowance, above }]),
    );
  }

  /** Whether every limit that holds for a card of the deck lets one more through. */
  allows(deckId: DeckId, kind: LimitedKind): boolean {
    let left = this.#left.get(deckId);
    if (!left) return false;
    for (; left; left = this.#above(left)) if (left[kind] <= 0) return false;
    return true;
  }

  take(deckId: DeckId, kind: LimitedKind): void {
    for (let left = this.#left.get(deckId); left; left = this.#above(left)) left[kind]--;
  }

  #above({ above }: { readonly above: DeckId | undefined }) {
    return above === undefined ? undefined : this.#left.get(above);
  }
}

/** Of a day's totals, what limits count; learning cards have no limit. */
export function countedByLimits(totals: DayTotals | undefined): NewAndDue {
  return {
    new: totals?.byKind.new.answers ?? 0,
    review: totals?.byKind.review.answers ?? 0,
  };
}

export function added(counts: readonly NewAndDue[]): NewAndDue {
  return {
    new: counts.reduce((sum, count) => sum + count.new, 0),
    review: counts.reduce((sum, count) => sum + count.review, 0),
  };
}

function standingsInTreeOrder(standings: readonly DeckStanding[]): DeckStanding[] {
  if (standings.length < 2) return [...standings];
  const byDeck = new Map(standings.map((standing) => [standing.deck, standing]));
  return inTreeOrder([...byDeck.keys()]).flatMap((deck) => byDeck.get(deck) ?? []);
}

function atLeast0(count: number): number {
  return Math.max(0, count);
}
