import { DEFAULT_STUDY_SETTINGS } from '../domain/collection/deck.ts';
import { buildQueue, type PassedOver } from '../domain/study/queue/build.ts';
import { momentOf, type Queue } from '../domain/study/queue/queue.ts';
import type { Source } from '../domain/study/source.ts';
import type { ClockReading } from '../kernel/study-day.ts';
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
  const tables = [db.settings, db.presets, db.decks, db.tallies, db.days, db.cards];
  return db.transaction('r', tables, async () => {
    const settings = (await db.settings.get('study')) ?? DEFAULT_STUDY_SETTINGS;
    const ranges = new StoredRanges(db);
    const queue = await buildQueue(source, ranges, momentOf(now, settings), limit, passOver);
    return { ...queue, cards: queue.cards.map((card) => withoutKeys(card as CardRow)) };
  });
}
