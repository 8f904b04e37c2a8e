import { DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import { buildQueue, type PassedOver } from '../domain/study/queue/build.ts';
import { momentOf, type Queue, type QueueMoment } from '../domain/study/queue/queue.ts';
import type { Ranges } from '../domain/study/queue/ranges.ts';
import type { Source } from '../domain/study/source.ts';
import { KeptRanges } from '../domain/study/queue/kept-ranges.ts';
import type { StudySettings } from '../domain/collection/deck.ts';
import type { ClockReading } from '../kernel/study-day.ts';
import { writesOf } from './device/writes.ts';
import { StoredRanges, TABLES_OF_RANGES } from './ranges.ts';
import { withoutKeys } from './reach.ts';
import { answerOf, beginReading } from './reads/requests.ts';
import type { CardRow, DeviceRow, RoundsDatabase } from './schema.ts';

/** The queue of `source` at `now`, at most `limit` cards of it, as of one moment of the database. */
export async function readQueue(
  db: RoundsDatabase,
  source: Source,
  now: ClockReading,
  limit = 200,
  passOver?: PassedOver,
): Promise<Queue> {
  return withPlainCards(
    await readInRanges(db, now, (ranges, moment) =>
      buildQueue(source, ranges, moment, limit, passOver),
    ),
  );
}

/** What `read` makes of what queues are read from, as of one moment; it awaits nothing else. */
export async function readInRanges<Found>(
  db: RoundsDatabase,
  now: ClockReading,
  read: (ranges: Ranges, moment: QueueMoment) => Promise<Found>,
): Promise<Found> {
  const transaction = beginReading(db, ['settings', ...TABLES_OF_RANGES]);
  const stored = readSettings(transaction);
  const ranges = new StoredRanges(transaction).ask();
  return read(ranges, momentOf(now, await stored));
}

/** What a queue was read from, and of which moment it is. */
export interface KeptQueue {
  readonly queue: Queue;
  readonly settings: StudySettings;
  /** Closed; the days ahead are among what was read. */
  readonly ranges: KeptRanges;
  /** See DeviceRow. */
  readonly writes: number;
}

/** The same, together with what it was read from. */
export async function readKeptQueue(
  db: RoundsDatabase,
  source: Source,
  now: ClockReading,
  limit: number,
  passOver?: PassedOver,
): Promise<KeptQueue> {
  const transaction = beginReading(db, ['device', 'settings', ...TABLES_OF_RANGES]);
  const stored = readSettings(transaction);
  const device = answerOf<DeviceRow>(transaction.objectStore('device').get('device'));
  const ranges = new KeptRanges(new StoredRanges(transaction).ask(), 0);
  const settings = await stored;
  const [queue] = await Promise.all([
    buildQueue(source, ranges, momentOf(now, settings), limit, passOver),
    // What the cards are shown by and their days are chosen by, whatever the queue was made of.
    ranges.dueByDay(),
    ranges.decks(),
    ranges.presets(),
  ]);
  ranges.close();
  return { queue: withPlainCards(queue), settings, ranges, writes: writesOf(await device) };
}

async function readSettings(transaction: IDBTransaction): Promise<StudySettings> {
  const stored = await answerOf<StudySettings | undefined>(
    transaction.objectStore('settings').get('study'),
  );
  return stored ?? DEFAULT_STUDY_SETTINGS;
}

function withPlainCards(queue: Queue): Queue {
  return { ...queue, cards: queue.cards.map((card) => withoutKeys(card as CardRow)) };
}
