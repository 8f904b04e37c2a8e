import type { IndexableType } from 'dexie';
import type { Card } from '../../domain/collection/card.ts';
import {
  ALL_DECKS,
  countReview,
  type DayTotals,
  emptyDay,
  type Review,
  sumOfDays,
} from '../../domain/collection/review.ts';
import { PastDays } from '../../domain/import/past-days.ts';
import type { KeptPastLog } from '../../domain/import/past-log.ts';
import { TallyChanges } from '../../domain/study/tally.ts';
import { canonical } from '../../kernel/canonical.ts';
import { type NoteId, noteIdOf } from '../../kernel/ids.ts';
import { withoutKeys } from '../reach.ts';
import type { DeviceRow, RoundsDatabase } from '../schema.ts';
import { changedRows, type TallyRow } from '../tally-row.ts';
import { keyText } from './readable.ts';

/** How many kept counts are other than a fresh count of the cards and reviews that are there. */
export interface CountsDiffering {
  readonly tallies: number;
  readonly days: number;
  /** How many cards are in sight is kept wrong. */
  readonly inSight: boolean;
}

/** Compares what is kept with a fresh count. */
export async function countsThatDiffer(
  db: RoundsDatabase,
  cards: readonly Card[],
  reviews: readonly Review[],
  undone: ReadonlyMap<string, unknown>,
  pastLogs: Iterable<KeptPastLog>,
  device: DeviceRow | undefined,
): Promise<CountsDiffering> {
  const [tallies, days] = await Promise.all([
    differing(db, 'tallies', talliesOf(cards)),
    differing(db, 'days', daysOf(reviews, undone, pastLogs)),
  ]);
  const { cardsInSight } = device ?? {};
  const inSight = cardsInSight !== undefined && cardsInSight !== inSightOf(cards);
  return { tallies: tallies.length, days: days.length, inSight };
}

/** Counts everything anew, and writes what differs. Inside the caller's transaction. */
export async function countAnew(db: RoundsDatabase): Promise<void> {
  const [rows, reviews, undone, pastLogs] = await Promise.all([
    db.cards.toArray(),
    db.reviews.toArray(),
    db.undone.toArray(),
    db.pastLogs.toArray(),
  ]);
  const cards = rows.map(withoutKeys);
  const takenBack = new Map(undone.map((row) => [row.target as string, row]));
  const wanted = { tallies: talliesOf(cards), days: daysOf(reviews, takenBack, pastLogs) };
  for (const name of ['tallies', 'days'] as const) {
    const wrong = await differing(db, name, wanted[name]);
    await db.table(name).bulkPut(wrong.flatMap(({ row }) => (row ? [row] : [])));
    await db.table(name).bulkDelete(wrong.flatMap(({ row, key }) => (row ? [] : [key])));
  }
  await db.device.update('device', { cardsInSight: inSightOf(cards) });
}

type Kept = TallyRow | DayTotals;

/** The keys of kept rows that are wrong, each with the right row; without one: it should not be. */
async function differing(
  db: RoundsDatabase,
  name: 'tallies' | 'days',
  wanted: ReadonlyMap<string, Kept>,
): Promise<readonly { readonly key: IndexableType; readonly row?: Kept }[]> {
  const table = db.table<Kept, IndexableType>(name);
  const [keys, stored] = await Promise.all([table.toCollection().primaryKeys(), table.toArray()]);
  // A day is there only where something was answered (TODAY-9).
  const mayStay = (row: Kept): boolean => name === 'tallies' && isNothing(row);
  const wrong: { key: IndexableType; row?: Kept }[] = [];
  const seen = new Set<string>();
  stored.forEach((row, index) => {
    const key = keys[index] as IndexableType;
    const right = wanted.get(keyText(key));
    seen.add(keyText(key));
    const isRight = right ? canonical(right) === canonical(row) : mayStay(row);
    if (!isRight) {
      wrong.push(right ? { key, row: right } : { key });
    }
  });
  for (const [key, row] of wanted) {
    if (!seen.has(key) && !isNothing(row)) wrong.push({ key, row });
  }
  return wrong;
}

/** The kept counts that follow from the cards. */
export function talliesOf(cards: readonly Card[]): ReadonlyMap<string, TallyRow> {
  const byNote = new Map<NoteId, Card[]>();
  for (const card of cards) {
    const noteId = noteIdOf(card.id);
    const siblings = byNote.get(noteId);
    if (siblings) siblings.push(card);
    else byNote.set(noteId, [card]);
  }
  const counts = new TallyChanges();
  // A card without a schedule is in no queue, and is named elsewhere.
  for (const own of byNote.values()) counts.count(own.filter(hasPlace), 1);
  return new Map(changedRows(counts).map((row) => [keyText([row.section, row.deckId]), row]));
}

function hasPlace({ schedule }: Card): boolean {
  return (
    schedule?.state === 'new' ||
    schedule?.state === 'learning' ||
    schedule?.state === 'relearning' ||
    (schedule?.state === 'review' && Number.isFinite(schedule.dueDay))
  );
}

function daysOf(
  reviews: readonly Review[],
  undone: ReadonlyMap<string, unknown>,
  pastLogs: Iterable<KeptPastLog>,
): ReadonlyMap<string, DayTotals> {
  const days = new Map<string, DayTotals>();
  for (const review of reviews) {
    if (undone.has(review.operationId)) continue;
    for (const deckId of [review.deckId, ALL_DECKS]) {
      const key = keyText([deckId, review.studyDay]);
      const day = days.get(key) ?? emptyDay(deckId, review.studyDay);
      days.set(key, countReview(day, review, 1));
    }
  }
  const past = new PastDays();
  for (const log of pastLogs) past.count(log, 1);
  for (const row of past.rows()) {
    const key = keyText([row.deckId, row.studyDay]);
    const known = days.get(key);
    days.set(key, known ? sumOfDays(known, row) : row);
  }
  return days;
}

function inSightOf(cards: readonly Card[]): number {
  return cards.filter(({ absent }) => !absent).length;
}

/** Kept counts of nothing are as good as absent. */
export function isNothing(row: Kept): boolean {
  const { deckId: _deck, ...rest } = row as TallyRow & DayTotals;
  const { section: _section, studyDay: _day, ...counts } = rest;
  return !/[1-9]/.test(JSON.stringify(Object.values(counts)));
}
