import { Dexie } from 'dexie';
import type { Card } from '../domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  type Deck,
  type Preset,
  type StudySettings,
  schedulerOptions,
} from '../domain/collection/deck.ts';
import type { DayTotals } from '../domain/collection/review.ts';
import { type CardId, type DeckId, type NoteId, noteIdOf } from '../domain/ids.ts';
import { orderNew, orderReviews } from '../domain/queue/order.ts';
import { withAncestors } from '../domain/queue/tally.ts';
import type { SchedulerOptions } from '../domain/scheduling/schedule.ts';
import type { StudyDay } from '../domain/scheduling/study-day.ts';
import { cardsOfNotes } from './reach.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** What is studied: everything, one deck, or one section of a deck. */
export interface Scope {
  readonly deckId?: DeckId;
  readonly section?: string;
}

/** One deck's part in a queue. */
export interface DeckShare {
  readonly deck: Deck;
  readonly preset: Preset;
  readonly allowance: { readonly new: number; readonly review: number };
  readonly left: { readonly new: number; readonly review: number };
  readonly done: DayTotals;
  /** Reviews due today, limits aside. */
  readonly due: { readonly cards: number; readonly notes: number };
  /** Some notes have both a new card and a review due. */
  readonly hasNewAndDue: boolean;
}

/** What the parts of one queue have in common. */
export interface Reading {
  readonly scope: Scope;
  readonly settings: StudySettings;
  readonly today: StudyDay;
  readonly burySiblings: boolean;
  /** Notes with a card in steps; with sibling burying their other cards wait (Q7). */
  readonly inSteps: ReadonlySet<NoteId>;
}

/** What a random new order draws from: enough to be random, few enough to read at once (Q5). */
const RANDOM_POOL = 1000;

export async function readLearning(db: RoundsDatabase, scope: Scope): Promise<CardRow[]> {
  const rows = await db.cards
    .where('[lane+readyAt]')
    .between(['learning', Dexie.minKey], ['learning', Dexie.maxKey])
    .toArray();
  return rows.filter((card) => isWithin(card, scope));
}

/** Due reviews in the order asked for (Q4): the first `count`, or more. */
export async function readReviews(
  db: RoundsDatabase,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
): Promise<readonly Card[]> {
  const { scope, settings, today } = reading;
  const order = (shares[0]?.preset ?? DEFAULT_PRESET).reviewOrder;
  // Other orders look at every due card; a section's cards lie scattered along the lane.
  const everyRow = order !== 'due-then-random' || scope.section !== undefined;
  const wanted = Math.min(count, total(shares, 'review'));
  if (wanted === 0) return [];
  if (!everyRow) return firstReviews(db, shares, reading, wanted);
  const rows = await laneRange(db, scope, 'review', today + 1).toArray();
  const options = new Map<string, SchedulerOptions>(
    shares.map(({ deck, preset }) => [deck.id, schedulerOptions(preset, settings)]),
  );
  const fallback = schedulerOptions(DEFAULT_PRESET, settings);
  return orderReviews(
    rows.filter((card) => isWithin(card, scope)),
    order,
    (card) => options.get(card.deckId) ?? fallback,
    today,
  );
}

/** New cards in the order asked for (Q5), deck after deck, `count` at most. */
export async function readNew(
  db: RoundsDatabase,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
): Promise<readonly Card[]> {
  const found: Card[] = [];
  const waiting = shares.filter((share) => share.left.new > 0);
  while (waiting.length > 0 && found.length < count) {
    const lists: Promise<readonly CardRow[]>[] = [];
    for (let expected = found.length; expected < count; ) {
      const share = waiting.shift();
      if (!share) break;
      const wanted = Math.min(count - expected, share.left.new);
      lists.push(newOfDeck(db, share, reading, wanted));
      expected += wanted;
    }
    found.push(...(await Promise.all(lists)).flat());
  }
  return found;
}

/** In lane order. Most often the head of the whole lane; deck by deck where one crowds out others. */
async function firstReviews(
  db: RoundsDatabase,
  shares: readonly DeckShare[],
  reading: Reading,
  count: number,
): Promise<readonly CardRow[]> {
  const { scope, today } = reading;
  const due = (range: Scope) => laneRange(db, range, 'review', today + 1);
  const pick = (rows: readonly CardRow[]) => withinAllowance(onePerNote(rows, reading), shares);
  const first = reading.burySiblings ? rowsWithNotes(count, shares) : count;
  if (shares.length === 1) return firstPicked(due(scope), count, pick, first);
  for (const size of [withSpare(first), 4 * withSpare(first)]) {
    const rows = await due(scope).limit(size).toArray();
    const picked = pick(rows);
    if (picked.length >= count || rows.length < size) return picked;
  }
  const lists = await Promise.all(
    shares
      .filter((share) => share.left.review > 0)
      .map(({ deck, left }) =>
        firstPicked(due({ deckId: deck.id }), Math.min(count, left.review), pick),
      ),
  );
  return lists.flat().sort((a, b) => a.readyAt - b.readyAt);
}

async function newOfDeck(
  db: RoundsDatabase,
  share: DeckShare,
  reading: Reading,
  count: number,
): Promise<readonly CardRow[]> {
  const { scope, today } = reading;
  const { deck, preset } = share;
  const lane = laneRange(db, { deckId: deck.id }, 'new', Number.POSITIVE_INFINITY);
  const ready = (rows: readonly CardRow[]): CardRow[] =>
    rows.filter((card) => card.buriedUntil <= today && isWithin(card, scope));
  if (preset.newOrder === 'deck-order') {
    const free = freeNotes(db, share, reading, count);
    const pick = free.then((free) => (rows: readonly CardRow[]) => free(ready(rows)));
    // Siblings are new together: two cards a note is usual.
    return firstPicked(lane, count, pick, 2 * count);
  }
  const pool = orderNew(await firstPicked(lane, RANDOM_POOL, ready), preset.newOrder, today);
  const free = freeNotes(db, share, reading, count);
  return growing(async (size) => pool.slice(0, size), count, free);
}

/** Picks one card a note. A note with a review due comes up as that, and its new cards wait (Q7). */
async function freeNotes(
  db: RoundsDatabase,
  share: DeckShare,
  reading: Reading,
  count: number,
): Promise<Pick> {
  if (!share.hasNewAndDue || !reading.burySiblings) return (rows) => onePerNote(rows, reading);
  const withoutDue = await noteCheck(db, share, reading.today, count);
  return async (rows) => {
    const own = onePerNote(rows, reading);
    const found: CardRow[] = [];
    for (let at = 0; at < own.length && found.length < count; at += count) {
      found.push(...(await withoutDue(own.slice(at, at + count))));
    }
    return found;
  };
}

type Pick = (rows: readonly CardRow[]) => readonly CardRow[] | Promise<readonly CardRow[]>;

/** The first `count` cards that `pick` takes from `range`, of which `size` are read at first. */
function firstPicked(
  range: ReturnType<typeof laneRange>,
  count: number,
  pick: Pick | Promise<Pick>,
  size = count,
) {
  return growing((size) => range.clone().limit(size).toArray(), count, pick, size);
}

/**
 * The first `count` cards that `pick` takes from `first`, which is asked for more while too few.
 * `pick` may still be on its way: both are waited for together.
 */
async function growing(
  first: (size: number) => Promise<readonly CardRow[]>,
  count: number,
  pick: Pick | Promise<Pick>,
  firstSize = count,
): Promise<readonly CardRow[]> {
  for (let size = withSpare(firstSize); ; size *= 2) {
    const [rows, pickFrom] = await Promise.all([first(size), pick]);
    const picked = await pickFrom(rows);
    if (picked.length >= count || rows.length < size) return picked.slice(0, count);
  }
}

/**
 * How many due cards hold `count` different notes, on average, where the cards of a note fall due
 * independently: of C cards of N notes, C·(1 − (1 − count/N)^(N/C)).
 */
function rowsWithNotes(count: number, shares: readonly DeckShare[]): number {
  const cards = shares.reduce((sum, { due }) => sum + due.cards, 0);
  const notes = shares.reduce((sum, { due }) => sum + due.notes, 0);
  if (notes === 0 || count >= notes) return Math.max(count, cards);
  return Math.ceil(cards * (1 - (1 - count / notes) ** (notes / cards)));
}

/** A few rows more, because some are passed over: cheaper than reading again. */
function withSpare(count: number): number {
  return count + Math.ceil(count / 8) + 2;
}

/** With sibling burying: the first card of each note that has none in steps. */
function onePerNote(rows: readonly CardRow[], { burySiblings, inSteps }: Reading): CardRow[] {
  if (!burySiblings) return [...rows];
  const taken = new Set(inSteps);
  return rows.filter((card) => {
    const noteId = noteIdOf(card.id);
    if (taken.has(noteId)) return false;
    taken.add(noteId);
    return true;
  });
}

/** Reviews that their decks' limits let through today (Q6). */
function withinAllowance(rows: readonly CardRow[], shares: readonly DeckShare[]): CardRow[] {
  const left = new Map(shares.map(({ deck, allowance }) => [deck.id, allowance.review]));
  return rows.filter((card) => {
    const more = left.get(card.deckId) ?? 0;
    left.set(card.deckId, more - 1);
    return more > 0;
  });
}

/** A request costs as much time as so many keys of an answer. */
const KEYS_PER_REQUEST = 25;

/**
 * Leaves out cards whose note has a review due: by the keys of all that is due in the deck, or note
 * by note where only a few cards are asked about and much is due.
 */
async function noteCheck(
  db: RoundsDatabase,
  { deck, due }: DeckShare,
  today: StudyDay,
  count: number,
): Promise<(rows: readonly CardRow[]) => Promise<readonly CardRow[]>> {
  if (due.cards < KEYS_PER_REQUEST * count) {
    const range = laneRange(db, { deckId: deck.id }, 'review', today + 1);
    const keys = (await range.primaryKeys()) as CardId[];
    const noteIds = new Set(keys.map(noteIdOf));
    return async (rows) => rows.filter((card) => !noteIds.has(noteIdOf(card.id)));
  }
  return async (rows) => {
    const siblings = await cardsOfNotes(db, new Set(rows.map((card) => noteIdOf(card.id))));
    const isDue = ({ lane, readyAt }: CardRow) => lane === 'review' && readyAt < today + 1;
    const noteIds = new Set(siblings.filter(isDue).map((card) => noteIdOf(card.id)));
    return rows.filter((card) => !noteIds.has(noteIdOf(card.id)));
  };
}

function laneRange(db: RoundsDatabase, scope: Scope, lane: 'new' | 'review', below: number) {
  return scope.deckId === undefined
    ? db.cards.where('[lane+readyAt]').between([lane, Dexie.minKey], [lane, below], true, false)
    : db.cards
        .where('[deckId+lane+readyAt]')
        .between([scope.deckId, lane, Dexie.minKey], [scope.deckId, lane, below], true, false);
}

function isWithin(card: Card, scope: Scope): boolean {
  if (scope.deckId !== undefined && card.deckId !== scope.deckId) return false;
  return scope.section === undefined || withAncestors(card.sections).includes(scope.section);
}

function total(shares: readonly DeckShare[], kind: 'new' | 'review'): number {
  return shares.reduce((sum, { left }) => sum + left[kind], 0);
}
