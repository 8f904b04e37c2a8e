import { Dexie } from 'dexie';
import type { Card } from '../src/domain/collection/card.ts';
import {
  DEFAULT_PRESET,
  schedulerOptions,
  type StudySettings,
} from '../src/domain/collection/deck.ts';
import { answer } from '../src/domain/memory/scheduler.ts';
import { noteIdOf } from '../src/kernel/ids.ts';
import { studyDayOf } from '../src/kernel/study-day.ts';
import { answerCard } from '../src/engine/commands/study/answer.ts';
import type { Deps } from '../src/engine/deps.ts';
import { JournalKeeper } from '../src/engine/journal/keeping/keeper.ts';
import type { JournalFiles } from '../src/platform/journal/journal-files.ts';
import { foresee, type Foreseen } from '../src/store/device/foreseen.ts';
import { readDevice } from '../src/store/device/writes.ts';
import { tablesOfOperations } from '../src/store/apply.ts';
import { keepSecondCopy } from '../src/store/place/second-copy.ts';
import { cardsOfNotes, withoutKeys } from '../src/store/reach.ts';
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
  const cardAt = await cardsInReview(deps, 2 * (runs + WARM_UPS));
  const settings = await readStudySettings(deps.store);
  const options = schedulerOptions(DEFAULT_PRESET, settings);
  let foreseen: Foreseen | undefined;
  return interleaved(
    runs,
    WARM_UPS,
    (run) => answerGood(deps, cardAt(2 * run), foreseen),
    (run) => {
      const card = cardAt(2 * run + 1);
      const now = deps.clock();
      const moment = { atMillis: now.atMillis, studyDay: studyDayOf(now, settings.rolloverHour) };
      const schedule = answer(options, card.id, card.schedule, 3, moment);
      return store(raw, { card, after: { ...card, schedule }, now, studyDay: moment.studyDay });
    },
    // As the review does while the answer is looked at.
    async (run) => {
      foreseen = await foreseenOf(deps, cardAt(2 * run), settings);
    },
  );
}

function foreseenOf(
  { store, clock }: Deps,
  { id }: Card,
  settings: StudySettings,
): Promise<Foreseen> {
  return store.transaction('r', tablesOfOperations(store), async () => {
    const [device, presets, decks, cards] = await Promise.all([
      readDevice(store),
      store.presets.toArray(),
      store.decks.toArray(),
      cardsOfNotes(store, new Set([noteIdOf(id)])),
    ]);
    const studyDay = studyDayOf(clock(), settings.rolloverHour);
    const known = { settings, presets, decks, cards, counts: undefined };
    return foresee(store, device, id, studyDay, known);
  });
}

/** One answer that goes to the journal too, against the same one that does not. */
export async function measureJournalled(
  deps: Deps,
  files: JournalFiles,
  runs: number,
): Promise<Timings> {
  const cardAt = await cardsInReview(deps, 2 * (runs + WARM_UPS));
  const keeper = new JournalKeeper(deps.store, files);
  let isKept = false;
  keepSecondCopy(deps.store, {
    add: (copied) => (isKept ? keeper.add(copied) : Promise.resolve()),
    catchUp: () => keeper.catchUp(),
    takeBack: (id) => keeper.takeBack(id),
    writeAgain: (ids) => keeper.writeAgain(ids),
  });
  const timings = await interleaved(
    runs,
    WARM_UPS,
    (run) => {
      isKept = true;
      return answerGood(deps, cardAt(2 * run));
    },
    (run) => {
      isKept = false;
      return answerGood(deps, cardAt(2 * run + 1));
    },
    // An answer that the journal lacks would be copied together with the next.
    () => keeper.catchUp(),
  );
  if (keeper.problem) throw new Error(keeper.problem.what);
  return timings;
}

export async function answerGood(deps: Deps, card: Card, foreseen?: Foreseen): Promise<void> {
  const saved = await answerCard(deps, card, 3, 4_000, foreseen);
  if (!saved.ok) throw new Error(saved.problem.what);
}

export async function cardsInReview({ store }: Deps, count: number): Promise<(at: number) => Card> {
  const rows = await store.cards
    .where('[lane+readyAt]')
    .between(['review', Dexie.minKey], ['review', Dexie.maxKey])
    .limit(count)
    .toArray();
  return (at) => {
    const row = rows[at];
    if (!row) throw new Error('too few cards for so many answers');
    return withoutKeys(row);
  };
}
