import type { DeckId } from '../src/kernel/ids.ts';
import { type ClockReading, studyDayOf } from '../src/kernel/study-day.ts';
import { type Scope, sourceOf } from '../src/domain/study/source.ts';
import { readQueue } from '../src/store/queue.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';
import { readStudySettings } from '../src/store/reads/settings.ts';
import { readToday } from '../src/store/reads/today.ts';
import type { Deps } from '../src/engine/deps.ts';
import { answerGood, cardsInReview } from './answers.ts';
import { interleaved, type Timings } from './interleaved.ts';
import { answerOf, dueRange } from './raw.ts';

const QUEUE = 200;
const WARM_UPS = 5;

/** A queue of 200, against 200 due cards read from the same index. */
export async function measureQueue(
  db: RoundsDatabase,
  raw: IDBDatabase,
  now: ClockReading,
  runs: number,
  deckId?: string,
): Promise<Timings> {
  const scope: Scope = deckId === undefined ? {} : { deckId: deckId as DeckId };
  const tomorrow = (await today(db, now)) + 1;
  const index = deckId === undefined ? '[lane+readyAt]' : '[deckId+lane+readyAt]';
  const range = dueRange(deckId === undefined ? ['review'] : [deckId, 'review'], tomorrow);
  return interleaved(
    runs,
    WARM_UPS,
    () => readQueue(db, sourceOf(scope), now, QUEUE),
    () => answerOf(raw.transaction('cards').objectStore('cards').index(index).getAll(range, QUEUE)),
  );
}

/**
 * A queue of 200, against raw reads of all that decides it, asked for at once in one transaction:
 * settings, presets, decks, their kept counts and today's totals, the cards in steps, and of due
 * and new cards exactly as many as the queue holds.
 */
export async function measureQueueMinimum(
  db: RoundsDatabase,
  raw: IDBDatabase,
  now: ClockReading,
  runs: number,
  deckId?: string,
): Promise<Timings> {
  const scope: Scope = deckId === undefined ? {} : { deckId: deckId as DeckId };
  const queue = await readQueue(db, sourceOf(scope), now, QUEUE);
  const studyDay = await today(db, now);
  const reviews = queue.cards.filter(({ schedule }) => schedule.state === 'review').length;
  const fresh = new Map<string, number>();
  for (const card of queue.cards) {
    if (card.schedule.state === 'new') fresh.set(card.deckId, (fresh.get(card.deckId) ?? 0) + 1);
  }
  const stores = ['settings', 'presets', 'decks', 'tallies', 'days', 'cards'];
  const always = Number.POSITIVE_INFINITY;
  return interleaved(
    runs,
    WARM_UPS,
    () => readQueue(db, sourceOf(scope), now, QUEUE),
    () => {
      const transaction = raw.transaction(stores);
      const store = (name: string) => transaction.objectStore(name);
      const lanes = store('cards').index('[lane+readyAt]');
      const lanesOfDecks = store('cards').index('[deckId+lane+readyAt]');
      const ofScope =
        deckId === undefined
          ? [
              store('decks').getAll(),
              store('tallies').getAll(IDBKeyRange.bound([''], ['', []])),
              store('days').index('studyDay').getAll(studyDay),
              lanes.getAll(dueRange(['review'], studyDay + 1), reviews),
            ]
          : [
              store('decks').get(deckId),
              store('tallies').get(['', deckId]),
              store('days').get([deckId, studyDay]),
              lanesOfDecks.getAll(dueRange([deckId, 'review'], studyDay + 1), reviews),
            ];
      const requests: IDBRequest[] = [
        store('settings').get('study'),
        store('presets').getAll(),
        lanes.getAll(dueRange(['learning'], always)),
        ...ofScope,
        ...[...fresh].map(([id, count]) =>
          lanesOfDecks.getAll(dueRange([id, 'new'], always), count),
        ),
      ];
      return Promise.all(requests.map(answerOf));
    },
  );
}

/** What is left today in 50 decks, by kind, against reading one kept count a deck. */
export function measureCounts(
  db: RoundsDatabase,
  raw: IDBDatabase,
  now: ClockReading,
  runs: number,
): Promise<Timings> {
  return againstKeptCounts(db, raw, runs, () => readQueue(db, sourceOf({}), now, 0));
}

/**
 * All of Today (decks and their sections, forecast, pace, streak), against the same: after an answer,
 * or where nothing of it is known any more, as at a start.
 */
export async function measureToday(
  deps: Deps,
  raw: IDBDatabase,
  runs: number,
  isFirst: boolean,
): Promise<Timings> {
  const { store, clock } = deps;
  const cardAt = await cardsInReview(deps, isFirst ? 0 : 2 * (runs + WARM_UPS));
  let answered = 0;
  const answer = () => answerGood(deps, cardAt(answered++));
  // As another window's step would leave it.
  const forget = () =>
    store.device.toCollection().modify((device) => {
      device.writes = (device.writes ?? 0) + 1;
    });
  const today = () => readToday(store, clock());
  return againstKeptCounts(store, raw, runs, today, isFirst ? forget : answer);
}

async function againstKeptCounts(
  db: RoundsDatabase,
  raw: IDBDatabase,
  runs: number,
  program: () => Promise<unknown>,
  before?: () => Promise<unknown>,
): Promise<Timings> {
  const decks = (await db.decks.toCollection().primaryKeys()) as string[];
  const gets = () => {
    const tallies = raw.transaction('tallies').objectStore('tallies');
    return Promise.all(decks.map((deckId) => answerOf(tallies.get(['', deckId]))));
  };
  return interleaved(runs, WARM_UPS, program, gets, before);
}

/** The same counts without kept counts: one count() of due cards a deck. */
export async function measureCounting(
  db: RoundsDatabase,
  raw: IDBDatabase,
  now: ClockReading,
  runs: number,
): Promise<Timings> {
  const decks = (await db.decks.toCollection().primaryKeys()) as string[];
  const tomorrow = (await today(db, now)) + 1;
  return interleaved(
    runs,
    2,
    () => readQueue(db, sourceOf({}), now, 0),
    () => {
      const index = raw.transaction('cards').objectStore('cards').index('[deckId+lane+readyAt]');
      return Promise.all(
        decks.map((deckId) => answerOf(index.count(dueRange([deckId, 'review'], tomorrow)))),
      );
    },
  );
}

async function today(db: RoundsDatabase, now: ClockReading): Promise<number> {
  return studyDayOf(now, (await readStudySettings(db)).rolloverHour);
}
