import { DEFAULT_PRESET_ID } from '../src/domain/collection/deck.ts';
import type { Card } from '../src/domain/collection/card.ts';
import type { Review } from '../src/domain/collection/review.ts';
import { textOfDraft } from '../src/domain/content/draft-text.ts';
import type { Grade, Schedule } from '../src/domain/memory/schedule.ts';
import { answer, DEFAULT_OPTIONS } from '../src/domain/memory/scheduler.ts';
import { answerCard } from '../src/engine/commands/study/answer.ts';
import type { Deps } from '../src/engine/deps.ts';
import type { Library } from '../src/engine/workers/connect.ts';
import { cardIdOf, type DeckId, operationIdOf, type DeviceId } from '../src/kernel/ids.ts';
import { studyDayOf } from '../src/kernel/study-day.ts';
import { MILLIS_PER_DAY } from '../src/kernel/time.ts';
import type { RoundsDatabase } from '../src/store/schema.ts';
import { rowOf } from '../src/store/write.ts';
import { chanceFrom } from './chance.ts';
import { interleaved, type Timings } from './interleaved.ts';
import { answerOf } from './raw.ts';
import { sampleDrafts } from './sample-notes.ts';

const CHUNK = 10_000;
const DECKS = 10;
/** Rows of one request, as the program reads them too. */
const PAGE = 5_000;

export interface InsightsSize {
  readonly cards: number;
  readonly reviews: number;
}

/** Fills an empty database with cards that were all answered, each as often; a full one is left as it is. */
export async function fillForInsights(
  db: RoundsDatabase,
  { cards, reviews }: InsightsSize,
  nowMillis: number,
): Promise<void> {
  if ((await db.reviews.count()) > 0) return;
  const chance = chanceFrom(20261130);
  const each = reviews / cards;
  const today = studyDayOf({ atMillis: nowMillis, utcOffsetMinutes: 0 }, 4);
  let counter = 0;
  for (let index = 0; index < DECKS; index++) {
    const deckId = `deck-${index}` as DeckId;
    const drafts = sampleDrafts(deckId, (cards / DECKS) * 3, chance).slice(0, cards / DECKS);
    await db.decks.add({
      id: deckId,
      name: `Deck ${index + 1}`,
      presetId: DEFAULT_PRESET_ID,
      sections: [],
      source: '',
    });
    let rows: { notes: object[]; cards: Card[]; reviews: Review[] } = {
      notes: [],
      cards: [],
      reviews: [],
    };
    const write = async () => {
      await db.notes.bulkAdd(rows.notes as never[]);
      await db.cards.bulkAdd(rows.cards.map(rowOf));
      await db.reviews.bulkAdd(rows.reviews);
      rows = { notes: [], cards: [], reviews: [] };
    };
    for (const [position, draft] of drafts.entries()) {
      const note = {
        ...textOfDraft(draft),
        id: draft.id,
        deckId,
        tags: [],
        position,
        archived: false,
        addedAtMillis: nowMillis - 900 * MILLIS_PER_DAY,
        editedAtMillis: nowMillis,
      };
      const cardId = cardIdOf(draft.id, 1);
      let schedule: Schedule = { state: 'new', reps: 0, lapses: 0 };
      let studyDay = today - 700 + Math.floor(chance.next() * 300);
      for (let count = 0; count < each; count++) {
        const before = schedule;
        const grade: Grade = chance.next() < 0.1 ? 1 : chance.next() < 0.1 ? 2 : 3;
        const atMillis = studyDay * MILLIS_PER_DAY + Math.floor(chance.next() * 6e7);
        schedule = answer(DEFAULT_OPTIONS, cardId, schedule, grade, { atMillis, studyDay });
        if (schedule.state === 'new') continue;
        const intervalDays = schedule.state === 'review' ? schedule.intervalDays : 0;
        rows.reviews.push({
          operationId: operationIdOf('filled' as DeviceId, counter++),
          cardId,
          deckId,
          atMillis,
          studyDay,
          grade,
          durationMillis: 2000 + Math.floor(chance.next() * 20_000),
          kind: before.state === 'new' ? 'new' : before.state === 'review' ? 'review' : 'learning',
          elapsedDays: before.state === 'new' ? 0 : studyDay - before.lastReview.studyDay,
          intervalDays,
          memory: schedule.memory,
        });
        studyDay = Math.min(today - 1, studyDay + Math.min(40, intervalDays));
      }
      rows.notes.push(note);
      rows.cards.push({
        id: cardId,
        deckId,
        sections: note.sections,
        position,
        schedule,
        flag: 0,
        suspended: false,
        buriedUntil: 0,
        absent: false,
      });
      if (rows.reviews.length >= CHUNK) await write();
    }
    await write();
  }
}

/**
 * The kinds of question: asked again, asked after an answer was given, and asked first of a worker
 * begun anew, where what answers add up to was kept and some were given since.
 */
export type InsightsKind = 'again' | 'afterAnswer' | 'first';
/** Answers given since the columns were kept, before each first question. */
const ANSWERS_SINCE = 20;

/**
 * Every figure of the statistics, asked of the worker until they are here, against reading every
 * review in plain requests, page by page. The very first question, which reads them all, is not
 * counted.
 */
export async function measureInsights(
  deps: Deps,
  raw: IDBDatabase,
  { kind, runs, begin }: { kind: InsightsKind; runs: number; begin: () => Library },
): Promise<Timings & { readonly firstMillis: number }> {
  const ask = async (library: Library) => {
    const told = await library.insights({ scope: { kind: 'all' }, period: 'all' });
    if (!told.ok) throw new Error(told.problem.what);
    if (told.value.calibration.is !== 'there') throw new Error('figures are missing');
  };
  await deps.library.counts();
  const began = performance.now();
  await ask(deps.library);
  const firstMillis = performance.now() - began;
  const cards = await deps.store.cards.limit(ANSWERS_SINCE).toArray();
  const answerSome = async (count: number) => {
    for (const { id } of cards.slice(0, count)) {
      const now = await deps.store.cards.get(id);
      const answered = now && (await answerCard(deps, now, 3, 5000));
      if (!answered?.ok) throw new Error('the answer was refused');
    }
  };
  let anew: Library | undefined;
  if (kind === 'first') while (!(await deps.store.kept.get('answers'))) await pause();
  const timings = await interleaved(
    runs,
    1,
    () => ask(anew ?? deps.library),
    () => readRaw(raw),
    async () => {
      if (kind === 'again') return;
      await answerSome(kind === 'first' ? ANSWERS_SINCE : 1);
      if (kind !== 'first') return;
      anew?.close();
      anew = begin();
      await anew.counts();
    },
  );
  anew?.close();
  return { ...timings, firstMillis };
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 500));

async function readRaw(raw: IDBDatabase): Promise<number> {
  const store = () => raw.transaction('reviews').objectStore('reviews');
  let count = 0;
  for (let last: string | undefined; ; ) {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const rows = (await answerOf(store().getAll(range, PAGE))) as Review[];
    count += rows.length;
    last = rows.at(-1)?.operationId;
    if (rows.length < PAGE) return count;
  }
}
