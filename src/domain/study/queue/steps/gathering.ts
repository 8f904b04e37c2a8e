import { DEFAULT_PRESET, type Preset } from '../../../collection/deck.ts';
import { presetOf } from '../../../collection/presets.ts';
import type { Card } from '../../../collection/card.ts';
import { type DeckId, type NoteId, noteIdOf } from '../../../../kernel/ids.ts';
import { inTreeOrder, withDecksBelow } from '../../deck-tree.ts';
import { countedByLimits, type DeckShare, leftOf, type NewAndDue, sharesOf } from '../../limits.ts';
import { moreToday } from '../../more-new.ts';
import { availableBy, EMPTY_TALLY } from '../../tally.ts';
import { heldBackBySteps, isInSection, waitingIn } from '../../waiting.ts';
import type { QueueMoment } from '../queue.ts';
import type { Ranges } from '../ranges.ts';

/** A deck's part in a queue, with what is known of its lanes before a card is read. */
export interface QueueShare extends DeckShare {
  /** Reviews due today, limits aside. */
  readonly due: { readonly cards: number; readonly notes: number };
  /** Some notes have both a new card and a review due. */
  readonly hasNewAndDue: boolean;
}

/** What the steps of one queue have in common: its decks with their limits, and what is in steps. */
export interface Gathering {
  readonly ranges: Ranges;
  readonly moment: QueueMoment;
  /** The decks covered, in tree order. */
  readonly shares: readonly QueueShare[];
  /** undefined: all decks. */
  readonly deckIds: ReadonlySet<DeckId> | undefined;
  /** '' for whole decks. */
  readonly section: string;
  /** Decks with sibling burying. */
  readonly burying: ReadonlySet<DeckId>;
  /** Cards in steps within the scope that are not buried, the first to come back first. */
  readonly inSteps: readonly Card[];
  /** With sibling burying, the other cards of their notes wait (QUEUE-7). */
  readonly notesInSteps: ReadonlySet<NoteId>;
  readonly left: NewAndDue;
}

interface GatheringScope {
  readonly deckId?: DeckId;
  readonly section?: string;
  /** Whether a deck's limits hold for the decks below it too (QUEUE-13). */
  readonly isTree: boolean;
}

/** The first step: which decks are covered, and what their limits leave of what waits. */
export async function beginGathering(
  ranges: Ranges,
  { deckId, section = '', isTree }: GatheringScope,
  moment: QueueMoment,
): Promise<Gathering> {
  const { today } = moment;
  const keptOf = (deckIds: readonly DeckId[] | undefined) =>
    Promise.all([ranges.tallies(section, deckIds, today), ranges.totals(today, deckIds)]);
  const [everyDeck, presets, everyStep, keptOfAll] = await Promise.all([
    ranges.decks(),
    ranges.presets(),
    ranges.inSteps(),
    // Those of some decks can be asked for once it is known which.
    deckId === undefined ? keptOf(undefined) : undefined,
  ]);
  const decks = deckId === undefined ? inTreeOrder(everyDeck) : withDecksBelow(everyDeck, deckId);
  const deckIds = deckId === undefined ? undefined : decks.map(({ id }) => id);
  const presetByDeck = new Map<DeckId, Preset>(
    decks.map((deck) => [deck.id, presetOf(deck, presets)]),
  );
  const burying = new Set(
    decks.map(({ id }) => id).filter((id) => presetByDeck.get(id)?.burySiblings),
  );
  const inSteps = everyStep.filter(
    (card) =>
      presetByDeck.has(card.deckId) && card.buriedUntil <= today && isInSection(card, section),
  );
  const notesInSteps = new Set(inSteps.map((card) => noteIdOf(card.id)));
  const [[tallies, totals], theirs] = await Promise.all([
    keptOfAll ?? keptOf(deckIds),
    ranges.cardsOfNotes(notesOf(inSteps.filter((card) => burying.has(card.deckId)))),
  ]);
  const held = heldBackBySteps(theirs, today);
  const shares = sharesOf(
    decks.map((deck) => {
      const preset = presetByDeck.get(deck.id) ?? DEFAULT_PRESET;
      const waiting = waitingIn({ deck, preset, section }, tallies.get(deck.id), today, held);
      const done = countedByLimits(totals.get(deck.id));
      return { deck, preset, waiting, done, more: moreToday(deck, today) };
    }),
    isTree,
  );
  const withLanes = (share: DeckShare): QueueShare => {
    const tally = tallies.get(share.deck.id) ?? EMPTY_TALLY;
    return {
      ...share,
      due: {
        cards: availableBy(tally.reviewCards, today),
        notes: availableBy(tally.reviewNotes, today),
      },
      hasNewAndDue: availableBy(tally.newNotesInReview, today) > 0,
    };
  };
  return {
    ranges,
    moment,
    shares: shares.map(withLanes),
    deckIds: deckIds && new Set(deckIds),
    section,
    burying,
    inSteps,
    notesInSteps,
    left: leftOf(shares),
  };
}

function notesOf(cards: readonly Card[]): Set<NoteId> {
  return new Set(cards.map((card) => noteIdOf(card.id)));
}
