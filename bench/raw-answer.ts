import type { Card } from '../src/domain/collection/card.ts';
import { emptyDay } from '../src/domain/collection/review.ts';
import { type DeckId, noteIdOf } from '../src/kernel/ids.ts';
import type { ClockReading } from '../src/kernel/study-day.ts';
import { rowOf } from '../src/store/write.ts';
import { answerOf, completionOf } from './raw.ts';

/** An answer already worked out: all that is left is to store it. */
export interface RawAnswer {
  readonly card: Card;
  readonly after: Card;
  readonly now: ClockReading;
  readonly studyDay: number;
}

let written = 0;

/** The least that stores an answer: gets the card; puts the card, its review and its operation. */
export async function leastOfAnswer(raw: IDBDatabase, answer: RawAnswer): Promise<void> {
  const transaction = raw.transaction(['cards', 'reviews', 'operations'], 'readwrite', {
    durability: 'strict',
  });
  const completed = completionOf(transaction);
  const stored: Card = await answerOf(transaction.objectStore('cards').get(answer.card.id));
  const { schedule } = answer.after;
  transaction.objectStore('cards').put(rowOf({ ...stored, schedule }));
  putReviewAndOperation(transaction, answer);
  await completed;
}

/** Every row that an answer reads and writes in the program, by plain IndexedDB. */
export async function everyRowOfAnswer(raw: IDBDatabase, answer: RawAnswer): Promise<void> {
  const { card, after, studyDay } = answer;
  const transaction = raw.transaction([...raw.objectStoreNames], 'readwrite', {
    durability: 'strict',
  });
  const completed = completionOf(transaction);
  const store = (name: string) => transaction.objectStore(name);
  const noteId = noteIdOf(card.id);
  const [device] = await Promise.all([
    answerOf(store('device').get('device')),
    answerOf(store('settings').get('study')),
    answerOf(store('presets').getAll()),
    answerOf(store('cards').getAll(IDBKeyRange.bound(`${noteId}/`, `${noteId}0`, false, true))),
  ]);
  const deckIds = [card.deckId, '' as DeckId];
  const sections = ['', ...card.sections];
  const [tallies, days] = await Promise.all([
    Promise.all(sections.map((each) => answerOf(store('tallies').get([each, card.deckId])))),
    Promise.all(deckIds.map((each) => answerOf(store('days').get([each, studyDay])))),
    answerOf(store('decks').get(card.deckId)),
  ]);
  store('cards').put(rowOf(after));
  putReviewAndOperation(transaction, answer, [
    { table: 'cards', key: card.id, before: card, after },
  ]);
  store('device').put(device);
  for (const tally of tallies) if (tally) store('tallies').put(tally);
  deckIds.forEach((deckId, index) => {
    store('days').put(days[index] ?? emptyDay(deckId, studyDay));
  });
  await completed;
}

function putReviewAndOperation(
  transaction: IDBTransaction,
  { card, after: { schedule }, now, studyDay }: RawAnswer,
  changes?: readonly object[],
): void {
  const id = `raw:${String(written++).padStart(10, '0')}`;
  if (schedule.state !== 'review') throw new Error('a card in review graded Good stays in review');
  transaction.objectStore('reviews').put({
    operationId: id,
    cardId: card.id,
    deckId: card.deckId,
    atMillis: now.atMillis,
    studyDay,
    grade: 3,
    durationMillis: 4_000,
    kind: 'review',
    elapsedDays: 1,
    intervalDays: schedule.intervalDays,
    memory: schedule.memory,
  });
  transaction.objectStore('operations').put({
    id,
    deviceId: 'raw',
    counter: written,
    ...now,
    logicalMillis: now.atMillis,
    studyDay,
    origin: 'person',
    body: { kind: 'answer', cardId: card.id, grade: 3, durationMillis: 4_000 },
    ...(changes ? { changes } : {}),
  });
}
