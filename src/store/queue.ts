import { DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import { buildQueue, type PassedOver } from '../domain/study/queue/build.ts';
import { momentOf, type Queue } from '../domain/study/queue/queue.ts';
import type { Source } from '../domain/study/source.ts';
import { KeptRanges } from '../domain/study/queue/kept-ranges.ts';
import type { StudySettings } from '../domain/collection/deck.ts';
import type { ClockReading } from '../kernel/study-day.ts';
import { readDevice, writesOf } from './device/writes.ts';
import { StoredRanges } from './ranges.ts';
import { withoutKeys } from './reach.ts';
import type { CardRow, RoundsDatabase } from './schema.ts';

/** The queue of `source` at `now`, at most `limit` cards of it, as of one moment of the database. */
export function readQueue(
  db: RoundsDatabase,
  source: Source,
  now: ClockReading,
  limit = 200,
  passOver?: PassedOver,
): Promise<Queue> {
  return db.transaction('r', tablesOfQueues(db), async () => {
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const ranges = new StoredRanges(db);
    return withPlainCards(
      await buildQueue(source, ranges, momentOf(now, settings), limit, passOver),
    );
  });
}

/** What a queue was read from, and of which moment it is. */
export interface KeptQueue {
  readonly queue: Queue;
  readonly settings: StudySettings;
  /** Closed. */
  readonly ranges: KeptRanges;
  /** See DeviceRow. */
  readonly writes: number;
}

/** The same, together with what it was read from. */
export function readKeptQueue(
  db: RoundsDatabase,
  source: Source,
  now: ClockReading,
  limit: number,
  passOver?: PassedOver,
): Promise<KeptQueue> {
  return db.transaction('r', [...tablesOfQueues(db), db.device], async () => {
    const [device, stored] = await Promise.all([readDevice(db), db.settings.get('study')]);
    const settings = stored ?? DEFAULT_STUDY_SETTINGS;
    const ranges = new KeptRanges(new StoredRanges(db));
    const queue = await buildQueue(source, ranges, momentOf(now, settings), limit, passOver);
    ranges.close();
    return { queue: withPlainCards(queue), settings, ranges, writes: writesOf(device) };
  });
}

function tablesOfQueues(db: RoundsDatabase) {
  return [db.settings, db.presets, db.decks, db.tallies, db.days, db.cards];
}

function withPlainCards(queue: Queue): Queue {
  return { ...queue, cards: queue.cards.map((card) => withoutKeys(card as CardRow)) };
}
