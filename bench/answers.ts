import { Dexie } from 'dexie';
import type { Card } from '../src/domain/collection/card.ts';
import { DEFAULT_PRESET, schedulerOptions } from '../src/domain/collection/deck.ts';
import { type DeviceId, operationIdOf } from '../src/domain/ids.ts';
import { answer } from '../src/domain/scheduling/scheduler.ts';
import { studyDayOf } from '../src/domain/scheduling/study-day.ts';
import { answerCard } from '../src/operations/answer.ts';
import type { Deps } from '../src/operations/deps.ts';
import { readStudySettings } from '../src/store/settings.ts';
import { rowOf } from '../src/store/write.ts';
import { interleaved, type Timings } from './interleaved.ts';
import { answerOf, completionOf } from './raw.ts';

const WARM_UPS = 10;

/**
 * One card graded Good, through the program's own operation, against a raw strict transaction
 * that gets the card and puts the card, its review and its operation: the least that stores an
 * answer. Both take cards from the review lane's head by turns, each card once.
 */
export async function measureAnswers(deps: Deps, raw: IDBDatabase, runs: number): Promise<Timings> {
  const reviews = await deps.store.cards
    .where('[lane+readyAt]')
    .between(['review', Dexie.minKey], ['review', Dexie.maxKey])
    .limit(2 * (runs + WARM_UPS))
    .toArray();
  const settings = await readStudySettings(deps.store);
  const options = schedulerOptions(DEFAULT_PRESET, settings);
  const rawDevice = 'raw' as DeviceId;
  const counted = Math.min(runs, Math.floor(reviews.length / 2) - WARM_UPS);
  const cardAt = (at: number): Card => {
    const card = reviews[at];
    if (!card) throw new Error('too few cards for so many answers');
    return card;
  };
  return interleaved(
    counted,
    WARM_UPS,
    async (run) => {
      const saved = await answerCard(deps, cardAt(2 * run), 3, 4_000);
      if (!saved.ok) throw new Error(saved.problem.what);
    },
    async (run) => {
      const card = cardAt(2 * run + 1);
      const now = deps.clock();
      const moment = { atMillis: now.atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
      const schedule = answer(options, card.id, card.schedule, 3, moment);
      const operationId = operationIdOf(rawDevice, run);
      const transaction = raw.transaction(['cards', 'reviews', 'operations'], 'readwrite', {
        durability: 'strict',
      });
      const completed = completionOf(transaction);
      const cards = transaction.objectStore('cards');
      const stored: Card = await answerOf(cards.get(card.id));
      cards.put(rowOf({ ...stored, schedule }));
      transaction.objectStore('reviews').put({
        operationId,
        cardId: card.id,
        deckId: card.deckId,
        ...moment,
        grade: 3,
        durationMillis: 4_000,
        kind: 'review',
        elapsedDays: 1,
        intervalDays: schedule.state === 'review' ? schedule.intervalDays : 0,
        memory: schedule.state === 'new' ? undefined : schedule.memory,
      });
      transaction.objectStore('operations').put({
        id: operationId,
        deviceId: rawDevice,
        counter: run,
        ...now,
        ...moment,
        logicalMillis: moment.atMillis,
        origin: 'person',
        body: { kind: 'answer', cardId: card.id, grade: 3, durationMillis: 4_000 },
      });
      await completed;
    },
  );
}
