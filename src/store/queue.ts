import { Dexie } from 'dexie';
import type { Card } from '../domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  DEFAULT_STUDY_SETTINGS,
  type Deck,
  type Preset,
  type StudySettings,
  schedulerOptions,
} from '../domain/collection/deck.ts';
import { type DayTotals, emptyDay } from '../domain/collection/review.ts';
import { type DeckId, type NoteId, noteIdOf } from '../domain/ids.ts';
import { allowanceOf, type KindCounts, leftToday } from '../domain/queue/allowance.ts';
import { arrangeQueue } from '../domain/queue/arrange.ts';
import { orderNew, orderReviews } from '../domain/queue/order.ts';
import { availableBy, withAncestors } from '../domain/queue/tally.ts';
import type { SchedulerOptions } from '../domain/scheduling/schedule.ts';
import {
  type ClockReading,
  type StudyDay,
  startOfStudyDay,
  studyDayOf,
} from '../domain/scheduling/study-day.ts';
import { cardsOfNotes, withoutKeys } from './reach.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** What is studied: everything, one deck, or one section of a deck. */
export interface Scope {
  readonly deckId?: DeckId;
  readonly section?: string;
}

export interface Queue {
  /** At most `limit` cards, the one to show now first. */
  readonly cards: readonly Card[];
  /** What is left today, beyond the limit too. */
  readonly left: KindCounts;
  /** When the next learning card comes, where none is due now; ms. */
  readonly nextLearningAtMillis: number | undefined;
}

/** What a random new order draws from: enough to be random, few enough to read at once (Q5). */
const RANDOM_POOL = 1000;

/** One deck's part in a queue. */
interface DeckShare {
  readonly deck: Deck;
  readonly preset: Preset;
  readonly allowance: { readonly new: number; readonly review: number };
  readonly left: { readonly new: number; readonly review: number };
  readonly done: DayTotals;
  readonly hasDueReviews: boolean;
}

/** What the parts of one queue have in common. */
interface Reading {
  readonly scope: Scope;
  readonly settings: StudySettings;
  readonly today: StudyDay;
  readonly limit: number;
  readonly burySiblings: boolean;
  /** Notes with a card in steps; with sibling burying their other cards wait (Q7). */
  readonly inSteps: ReadonlySet<NoteId>;
}

/** The queue of `scope` at `now`. Rows read: proportional to `limit`, not to the collection. */
export function readQueue(
  db: RoundsDatabase,
  scope: Scope,
  now: ClockReading,
  limit = 200,
): Promise<Queue> {
  const tables = [db.settings, db.presets, db.decks, db.tallies, db.days, db.cards];
  return db.transaction('r', tables, async () => {
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const today = studyDayOf(now, settings.rolloverHour);
    const [shares, learning] = await Promise.all([
      readShares(db, scope, today),
      readLearning(db, scope),
    ]);
    const { mixing, burySiblings } = shares[0]?.preset ?? DEFAULT_PRESET;
    const waiting = burySiblings ? learning.filter((card) => card.buriedUntil <= today) : [];
    const inSteps = new Set(waiting.map((card) => noteIdOf(card.id)));
    const reading: Reading = { scope, settings, today, limit, burySiblings, inSteps };
    const [reviews, fresh] = await Promise.all([
      readReviews(db, shares, reading),
      readNew(db, shares, reading),
    ]);
    const left = sum(shares, (share) => share.left);
    const cards = arrangeQueue({
      learning,
      reviews,
      fresh,
      allowance: new Map(shares.map((share) => [share.deck.id, share.allowance])),
      done: {
        new: total(shares, (share) => share.done.byKind.new.answers),
        review: total(shares, (share) => share.done.byKind.review.answers),
      },
      left,
      mixing,
      burySiblings,
      nowMillis: now.atMillis,
      learnAheadMinutes: settings.learnAheadMinutes,
      today,
    });
    const endOfDay = startOfStudyDay(today + 1, now.utcOffsetMinutes, settings.rolloverHour);
    const learningToday = learning.filter(
      (card) => card.readyAt < endOfDay && card.buriedUntil <= today,
    );
    return {
      cards: cards.slice(0, limit).map((card) => withoutKeys(card as CardRow)),
      left: { ...left, learning: learningToday.length },
      nextLearningAtMillis: learningToday[0]?.readyAt,
    };
  });
}

/** The decks that `scope` covers, with their limits and what they have left. */
async function readShares(db: RoundsDatabase, scope: Scope, today: StudyDay): Promise<DeckShare[]> {
  const [decks, presets] = await Promise.all([
    scope.deckId === undefined ? db.decks.toArray() : db.decks.bulkGet([scope.deckId]),
    db.presets.toArray(),
  ]);
  const present = decks.filter((deck) => deck !== undefined);
  const [tallies, days] = await Promise.all([
    db.tallies.bulkGet(present.map((deck): [string, string] => [deck.id, scope.section ?? ''])),
    db.days.bulkGet(present.map((deck): [string, number] => [deck.id, today])),
  ]);
  return present.map((deck, index) => {
    const preset = presets.find(({ id }) => id === deck.presetId) ?? DEFAULT_PRESET;
    const done = days[index];
    const allowance = allowanceOf(preset, done);
    return {
      deck,
      preset,
      allowance,
      left: leftToday(tallies[index], preset, allowance, today),
      done: done ?? emptyDay(deck.id, today),
      hasDueReviews: availableBy(tallies[index]?.reviewCards ?? {}, today) > 0,
    };
  });
}

async function readLearning(db: RoundsDatabase, scope: Scope): Promise<CardRow[]> {
  const rows = await db.cards
    .where('[lane+readyAt]')
    .between(['learning', Dexie.minKey], ['learning', Dexie.maxKey])
    .toArray();
  return rows.filter((card) => isWithin(card, scope));
}

async function readReviews(
  db: RoundsDatabase,
  shares: readonly DeckShare[],
  reading: Reading,
): Promise<readonly Card[]> {
  const { scope, settings, today, limit } = reading;
  if (total(shares, (share) => share.left.review) === 0) return [];
  const order = (shares[0]?.preset ?? DEFAULT_PRESET).reviewOrder;
  // Other orders look at every due card; a section's cards lie scattered along the lane.
  const everyRow = order !== 'due-then-random' || scope.section !== undefined;
  const ranges = limitBinds(shares)
    ? shares.filter((share) => share.left.review > 0).map(({ deck }) => ({ deckId: deck.id }))
    : [scope];
  const lists = await Promise.all(
    ranges.map((range) => {
      const due = laneRange(db, range, 'review', today + 1);
      return everyRow
        ? due.toArray()
        : firstPicked(due, limit, (rows) => onePerNote(rows, reading));
    }),
  );
  const rows = ranges.length === 1 ? (lists[0] ?? []) : lists.flat().sort(byReadiness);
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

/** Whether some deck's limit keeps due reviews back: then one deck's cards must not crowd out others. */
function limitBinds(shares: readonly DeckShare[]): boolean {
  return shares.length > 1 && shares.some((share) => share.left.review >= share.allowance.review);
}

function byReadiness(a: CardRow, b: CardRow): number {
  return a.readyAt - b.readyAt;
}

async function readNew(
  db: RoundsDatabase,
  shares: readonly DeckShare[],
  reading: Reading,
): Promise<Card[]> {
  const { scope, today, limit } = reading;
  const found: Card[] = [];
  for (const { deck, preset, left, hasDueReviews } of shares) {
    if (left.new === 0) continue;
    if (found.length >= limit) break;
    const lane = laneRange(db, { deckId: deck.id }, 'new', Number.POSITIVE_INFINITY);
    const ready = (rows: readonly CardRow[]): CardRow[] =>
      rows.filter((card) => card.buriedUntil <= today && isWithin(card, scope));
    const free = async (rows: readonly CardRow[]): Promise<CardRow[]> => {
      const own = onePerNote(rows, reading);
      return hasDueReviews && reading.burySiblings ? withoutDueSiblings(db, own, today) : own;
    };
    const wanted = Math.min(limit, left.new);
    if (preset.newOrder === 'deck-order') {
      found.push(...(await firstPicked(lane, wanted, (rows) => free(ready(rows)))));
      continue;
    }
    const pool = orderNew(await firstPicked(lane, RANDOM_POOL, ready), preset.newOrder, today);
    found.push(...(await growing(async (size) => pool.slice(0, size), wanted, free)));
  }
  return found;
}

type Pick = (rows: readonly CardRow[]) => readonly CardRow[] | Promise<readonly CardRow[]>;

/** The first `count` cards that `pick` takes from `range`. */
function firstPicked(range: ReturnType<typeof laneRange>, count: number, pick: Pick) {
  return growing((size) => range.clone().limit(size).toArray(), count, pick);
}

/** The first `count` cards that `pick` takes from `first`, which is asked for more while too few. */
async function growing(
  first: (size: number) => Promise<readonly CardRow[]>,
  count: number,
  pick: Pick,
): Promise<readonly CardRow[]> {
  for (let size = count; ; size *= 4) {
    const rows = await first(size);
    const picked = await pick(rows);
    if (picked.length >= count || rows.length < size) return picked.slice(0, count);
  }
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

/** A note with a review due comes up as that review, and its new cards wait (Q7). */
async function withoutDueSiblings(
  db: RoundsDatabase,
  cards: readonly CardRow[],
  today: StudyDay,
): Promise<CardRow[]> {
  const siblings = await cardsOfNotes(db, new Set(cards.map((card) => noteIdOf(card.id))));
  const due = siblings.filter(({ lane, readyAt }) => lane === 'review' && readyAt < today + 1);
  const noteIds = new Set(due.map((card) => noteIdOf(card.id)));
  return cards.filter((card) => !noteIds.has(noteIdOf(card.id)));
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

function sum(
  shares: readonly DeckShare[],
  part: (share: DeckShare) => { readonly new: number; readonly review: number },
): { new: number; review: number } {
  return {
    new: total(shares, (share) => part(share).new),
    review: total(shares, (share) => part(share).review),
  };
}

function total(shares: readonly DeckShare[], part: (share: DeckShare) => number): number {
  return shares.reduce((sum, share) => sum + part(share), 0);
}
