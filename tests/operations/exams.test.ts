import { afterEach, expect, test } from 'vitest';
import type { DeckId, OverlayId } from '../../src/domain/ids.ts';
import { type Exam, NO_CARDS } from '../../src/domain/overlay/overlay.ts';
import { previewExam, saveOverlay } from '../../src/operations/overlays.ts';
import { beginPlannedStudy, planDay } from '../../src/operations/plan-day.ts';
import { nextInStudy } from '../../src/operations/study.ts';
import { accepted, type TestDeps, withSampleDeck } from '../support/deps.ts';

let deps: TestDeps;
afterEach(() => deps.close());

function anExam(change: Partial<Exam> = {}): Exam {
  return {
    kind: 'exam',
    id: 'exam-1' as OverlayId,
    name: 'Neurology',
    isOn: true,
    at: { atMillis: Date.parse('2026-03-16T09:00:00Z'), utcOffsetMinutes: 0 },
    cards: { ...NO_CARDS, deckIds: ['sample' as DeckId] },
    weights: [],
    minutes: [20, 20, 20, 20, 20, 20, 20],
    daysOff: [],
    otherReviews: 'up-to-half',
    ...change,
  };
}

test('[Y8] an exam chooses cards for today within its minutes', async () => {
  deps = await withSampleDeck(40);
  const outlook = accepted(await previewExam(deps, anExam(), false));
  console.log(
    JSON.stringify({
      ...outlook,
      days: outlook.days.length,
      unfitting: outlook.unfitting.cardIds.length,
    }),
  );
  accepted(await saveOverlay(deps, anExam()));
  const day = accepted(await planDay(deps));
  console.log(JSON.stringify({ ...day, cards: day.cards.slice(0, 3), n: day.cards.length }));
  accepted(await beginPlannedStudy(deps));
  const next = accepted(await nextInStudy(deps));
  console.log(JSON.stringify(next).slice(0, 300));
  expect(next.kind).toBe('card');
});
