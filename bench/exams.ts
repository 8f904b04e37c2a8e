import type { Exam } from '../src/domain/overlay/overlay.ts';
import type { OverlayId } from '../src/kernel/ids.ts';
import { MILLIS_PER_DAY } from '../src/kernel/time.ts';
import type { Deps } from '../src/engine/deps.ts';
import { createEngine } from '../src/engine/engine.ts';
import { interleaved, type Timings } from './interleaved.ts';
import { answerOf } from './raw.ts';

/** Points of the curve that the page draws. */
const POINTS = [0.25, 0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2];
const DAYS = 30;

/** The first figure of an exam about every deck, against one read of all cards. */
export async function measureFirstFigure(
  deps: Deps,
  raw: IDBDatabase,
  runs: number,
): Promise<Timings> {
  const engine = createEngine(deps);
  const exam = await everyDeck(deps);
  return interleaved(
    runs,
    1,
    async () => {
      const said = await engine.ask('previewExam', { exam, isRough: true });
      if (!said.ok) throw new Error(said.problem.what);
    },
    () => answerOf(raw.transaction('cards').objectStore('cards').getAll()),
  );
}

/** A curve of ten points, against one real plan of the same exam. */
export async function measureCurve(deps: Deps, _raw: IDBDatabase, runs: number): Promise<Timings> {
  const engine = createEngine(deps);
  const exam = await everyDeck(deps);
  return interleaved(
    runs,
    1,
    async () => {
      for (const factor of POINTS) {
        const point = await engine.ask('previewPoint', { exam, factor });
        if (!point.ok) throw new Error(point.problem.what);
      }
    },
    async () => {
      const said = await engine.ask('previewExam', { exam, isRough: false });
      if (!said.ok) throw new Error(said.problem.what);
    },
  );
}

async function everyDeck({ store, clock }: Deps): Promise<Exam> {
  const deckIds = (await store.decks.toArray()).map(({ id }) => id);
  const { atMillis, utcOffsetMinutes } = clock();
  return {
    kind: 'exam',
    id: 'bench' as OverlayId,
    name: 'Finals',
    isOn: true,
    at: { atMillis: atMillis + DAYS * MILLIS_PER_DAY, utcOffsetMinutes },
    cards: { deckIds, sections: [], search: '' },
    weights: [],
    minutes: Array<number>(7).fill(60),
    daysOff: [],
    otherReviews: 'up-to-half',
  };
}
