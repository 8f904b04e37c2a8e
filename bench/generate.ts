import type { Card } from '../src/domain/collection/card.ts';
import type { Deck } from '../src/domain/collection/deck.ts';
import {
  ALL_DECKS,
  countReview,
  type DayTotals,
  emptyDay,
} from '../src/domain/collection/review.ts';
import type { Note } from '../src/domain/content/note.ts';
import { type DeckId, type DeviceId, noteIdOf, operationIdOf } from '../src/kernel/ids.ts';
import { effectsOf } from '../src/log/effects.ts';
import type { Operation } from '../src/log/operation.ts';
import type { Effects } from '../src/domain/collection/rows.ts';
import { NO_ROWS } from '../src/domain/collection/rows.ts';
import { TallyChanges } from '../src/domain/study/tally.ts';
import { type ClockReading, studyDayOf } from '../src/kernel/study-day.ts';
import type { OperationRow, RoundsDatabase } from '../src/store/schema.ts';
import { changedRows } from '../src/store/tally-row.ts';
import { undoRowsOf, withUndoRows } from '../src/store/log/undo-rows.ts';
import { rowOf } from '../src/store/write.ts';
import { packBody } from '../src/store/log/payloads.ts';
import { kindOfBody } from '../src/log/registry.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { type Done, type StudyTime, studyNote } from './sample-history.ts';
import { sampleDrafts } from './sample-notes.ts';

export interface Size {
  readonly cards: number;
  readonly decks: number;
  /** One note in so many has its whole history in the log; the others as after an import. */
  readonly loggedEvery: number;
}

export interface Generated {
  readonly cards: number;
  readonly notes: number;
  readonly reviews: number;
  readonly operations: number;
  /** Cards by lane, and reviews due today. */
  readonly lanes: Readonly<Record<string, number>>;
  readonly due: number;
}

const DAY = 86_400_000;
const ROLLOVER_HOUR = 4;
/** Study began so many days ago. */
const HISTORY_DAYS = 420;
/** Cards in learning steps today: as many in a small collection as in a large one. */
const LEARNING_NOTES = 20;
const CHUNK = 5_000;

/**
 * Fills an empty database with `size` cards. Every row is what the program itself would have
 * written: operations go through effectsOf, rows through rowOf, counts through TallyChanges.
 */
export async function generate(
  db: RoundsDatabase,
  size: Size,
  now: ClockReading,
): Promise<Generated> {
  const chance = chanceFrom(20261122);
  const device = await db.device.get('device');
  if (!device) throw new Error('the database was opened without a device');
  const log = new Log(device.deviceId, now);
  const tallies = new TallyChanges();
  const donors = new Map<number, Donor[]>();
  const done: Done[] = [];
  const lanes: Record<string, number> = {};
  let notes = 0;
  let due = 0;
  const tomorrow = studyDayOf(now, ROLLOVER_HOUR) + 1;

  for (let index = 0; index < size.decks; index++) {
    const loaded = loadDeck(log, index, size, now, chance);
    const cards: Card[] = [];
    for (const [at, note] of loaded.notes.entries()) {
      const fresh = loaded.cards.get(note.id) ?? [];
      const lived =
        at % size.loggedEvery === 0
          ? live(loaded.deck, note, fresh, notes + at, size, now, chance)
          : asDonated(fresh, donors, chance);
      if (lived.done) {
        done.push(...lived.done);
        if (lived.isDonor) remember(donors, lived.cards);
      }
      tallies.count(lived.cards, 1);
      cards.push(...lived.cards);
    }
    notes += loaded.notes.length;
    const rows = cards.map(rowOf);
    for (const row of rows) {
      lanes[row.lane] = (lanes[row.lane] ?? 0) + 1;
      if (row.lane === 'review' && row.readyAt < tomorrow) due++;
    }
    await db.decks.add(loaded.deck);
    await addAll(db, 'notes', loaded.notes);
    await addAll(db, 'cards', rows);
    const { body, payload } = await packBody(loaded.operation.body);
    if (payload) await db.payloads.put(payload);
    const { row, parts } = withUndoRows({ ...loaded.operation, body }, loaded.undo);
    await db.operations.add(row);
    await db.changeParts.bulkAdd(parts);
  }

  const days = new Map<string, DayTotals>();
  const numbered = done.sort((a, b) => a.atMillis - b.atMillis).map((each) => log.number(each));
  const reviews = numbered.flatMap(({ review }) => (review ? [review] : []));
  for (const review of reviews) {
    for (const deckId of [review.deckId, ALL_DECKS]) {
      const key = `${deckId}\n${review.studyDay}`;
      const day = days.get(key) ?? emptyDay(deckId, review.studyDay);
      days.set(key, countReview(day, review, 1));
    }
  }
  await addAll(
    db,
    'operations',
    numbered.map(({ row }) => row),
  );
  await addAll(db, 'reviews', reviews);
  await addAll(db, 'days', [...days.values()]);
  await addAll(db, 'tallies', changedRows(tallies));
  await db.device.put({ ...device, ...log.end, cardsInSight: size.cards });
  const operations = size.decks + numbered.length;
  return { cards: size.cards, notes, reviews: reviews.length, operations, lanes, due };
}

/** Numbers operations as the store does. */
class Log {
  readonly #deviceId: DeviceId;
  readonly #now: ClockReading;
  #counter = 0;
  #logicalMillis = 0;

  constructor(deviceId: DeviceId, now: ClockReading) {
    this.#deviceId = deviceId;
    this.#now = now;
  }

  get end() {
    return { nextCounter: this.#counter, logicalMillis: this.#logicalMillis };
  }

  stamp(body: Operation['body'], atMillis: number, origin: Operation['origin']): Operation {
    this.#logicalMillis = Math.max(atMillis, this.#logicalMillis + 1);
    const { utcOffsetMinutes } = this.#now;
    const counter = this.#counter++;
    return {
      body,
      atMillis,
      utcOffsetMinutes,
      origin,
      id: operationIdOf(this.#deviceId, counter),
      deviceId: this.#deviceId,
      counter,
      logicalMillis: this.#logicalMillis,
      studyDay: studyDayOf({ atMillis, utcOffsetMinutes }, ROLLOVER_HOUR),
      version: kindOfBody(body).version,
    };
  }

  number({ body, atMillis, changes, review }: Done) {
    const operation = this.stamp(body, atMillis, 'person');
    const row: OperationRow = { ...operation, undo: undoRowsOf(operation, changes) };
    return { row, review: review && { ...review, operationId: operation.id } };
  }
}

function loadDeck(log: Log, index: number, size: Size, now: ClockReading, chance: Chance) {
  const deckId = `deck-${String(index).padStart(2, '0')}` as DeckId;
  const drafts = sampleDrafts(deckId, Math.round(size.cards / size.decks), chance);
  const nothing = { archive: [], keep: [], restore: [] };
  const operation = log.stamp(
    {
      kind: 'load-deck',
      deckId,
      name: `Deck ${index + 1}`,
      source: 'Handbook',
      drafts,
      ...nothing,
    },
    now.atMillis - HISTORY_DAYS * DAY + index,
    'program',
  );
  const effects = effectsOf(operation, NO_ROWS);
  if (!effects.ok) throw new Error(effects.problem.what);
  const { changes } = effects.value;
  return { ...rowsIn(changes), operation, undo: undoRowsOf(operation, changes) };
}

function rowsIn(changes: Effects['changes']) {
  const notes: Note[] = [];
  const cards = new Map<string, Card[]>();
  let deck: Deck | undefined;
  for (const change of changes) {
    if (change.table === 'decks') deck = change.after;
    if (change.table === 'notes' && change.after) notes.push(change.after);
    if (change.table === 'cards' && change.after) {
      const noteId = noteIdOf(change.after.id);
      cards.set(noteId, [...(cards.get(noteId) ?? []), change.after]);
    }
  }
  if (!deck) throw new Error('loading made no deck');
  return { deck, notes, cards };
}

interface Lived {
  readonly cards: readonly Card[];
  /** Undefined where nothing of it is in the log. */
  readonly done?: readonly Done[];
  readonly isDonor?: boolean;
}

function live(
  deck: Deck,
  note: Note,
  fresh: readonly Card[],
  number: number,
  size: Size,
  now: ClockReading,
  chance: Chance,
): Lived {
  const logged = Math.floor(number / size.loggedEvery);
  const step = Math.max(1, Math.floor(size.cards / 2 / size.loggedEvery / LEARNING_NOTES));
  const isLearning = logged % step === 0 && logged / step < LEARNING_NOTES;
  const time: StudyTime = isLearning
    ? { firstDaysAgo: 1, lastDaysAgo: 1, mostAnswers: 1, suspended: false }
    : ordinaryTime(chance);
  return { ...studyNote(deck, note, fresh, time, now, chance), isDonor: !isLearning };
}

/** An eighth of the notes never seen, three in a hundred suspended, the rest up to 13 days behind. */
function ordinaryTime(chance: Chance): StudyTime {
  return {
    firstDaysAgo: chance.next() < 0.125 ? undefined : 14 + chance.below(HISTORY_DAYS - 20),
    lastDaysAgo: 1 + chance.below(13),
    suspended: chance.next() < 0.03,
  };
}

/** The cards of a note with a history, by number of cards. */
type Donor = readonly Card[];

function remember(donors: Map<number, Donor[]>, cards: readonly Card[]): void {
  const list = donors.get(cards.length) ?? [];
  list.push(cards);
  donors.set(cards.length, list);
}

/** A note whose history is not in the log: it stands where another note stands after its own. */
function asDonated(
  fresh: readonly Card[],
  donors: ReadonlyMap<number, readonly Donor[]>,
  chance: Chance,
): Lived {
  const list = donors.get(fresh.length) ?? [];
  const donor = list[chance.below(list.length)];
  if (!donor) return { cards: fresh };
  return {
    cards: fresh.map((card, index) => {
      const { schedule = card.schedule, buriedUntil = 0, suspended = false } = donor[index] ?? {};
      return { ...card, schedule, buriedUntil, suspended };
    }),
  };
}

async function addAll(db: RoundsDatabase, table: string, rows: readonly unknown[]): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    await db.table(table).bulkAdd(rows.slice(from, from + CHUNK));
  }
}
