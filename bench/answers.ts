import { Dexie } from 'dexie';
import type { Card } from '../src/domain/collection/card.ts';
import { DEFAULT_PRESET, schedulerOptions } from '../src/domain/collection/deck.ts';
import { answer } from '../src/domain/memory/scheduler.ts';
import { studyDayOf } from '../src/kernel/study-day.ts';
import { answerCard } from '../src/engine/commands/study/answer.ts';
import type { Deps } from '../src/engine/deps.ts';
import { withoutKeys } from '../src/store/reach.ts';
import { readStudySettings } from '../src/store/reads/settings.ts';
import { interleaved, type Timings } from './interleaved.ts';
import type { RawAnswer } from './raw-answer.ts';

const WARM_UPS = 10;

/**
 * One card graded Good through the program's own operation, against `store`, which writes an
 * answer by plain IndexedDB. Both take cards in review by turns, each card once.
 */
export async function measureAnswers(
  deps: Deps,
  raw: IDBDatabase,
  runs: number,
  store: (raw: IDBDatabase, answer: RawAnswer) => Promise<void>,
): Promise<Timings> {
  const rows = await deps.store.cards
    .where('[lane+readyAt]')
    .between(['review', Dexie.minKey], ['review', Dexie.maxKey])
    .limit(2 * (runs + WARM_UPS))
    .toArray();
  const settings = await readStudySettings(deps.store);
  const options = schedulerOptions(DEFAULT_PRESET, settings);
  const cardAt = (at: number): Card => {
    const row = rows[at];
    if (!row) throw new Error('too few cards for so many answers');
    return withoutKeys(row);
  };
  return interleaved(
    Math.min(runs, Math.floor(rows.length / 2) - WARM_UPS),
    WARM_UPS,
    async (run) => {
      const saved = await answerCard(deps, cardAt(2 * run), 3, 4_000);
      if (!saved.ok) throw new Error(saved.problem.what);
    },
    (run) => {
      const card = cardAt(2 * run + 1);
      const now = deps.clock();
      const moment = { atMillis: now.atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
      const schedule = answer(options, card.id, card.schedule, 3, moment);
      return store(raw, { card, after: { ...card, schedule }, now, studyDay: moment.studyDay });
    },
  );
}
