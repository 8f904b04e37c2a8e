import { expect, test } from 'vitest';
import type { DeckId, OverlayId } from '../../src/domain/ids.ts';
import { type Exam, NO_CARDS } from '../../src/domain/overlay/overlay.ts';
import { previewExam, saveOverlay } from '../../src/operations/overlays.ts';
import { planDay } from '../../src/operations/plan-day.ts';
import { problemOf, withSampleDeck } from '../support/deps.ts';

/** Today waited for the plan for ever, with no way to begin the ordinary reviews. */
test('[Y17] a plan that cannot be read for is a problem in words, not a rejection', async () => {
  const deps = await withSampleDeck(4);
  const exam: Exam = {
    kind: 'exam',
    id: 'e' as OverlayId,
    name: 'Finals',
    isOn: true,
    at: { atMillis: deps.nowMillis + 9 * 86_400_000, utcOffsetMinutes: 0 },
    cards: { ...NO_CARDS, deckIds: ['sample' as DeckId] },
    weights: [],
    minutes: Array<number>(7).fill(20),
    daysOff: [],
    otherReviews: 'up-to-half',
  };
  deps.store.close();
  expect(problemOf(await planDay(deps)).what).toMatch(/could not be read/);
  problemOf(await previewExam(deps, exam, true));
  problemOf(await saveOverlay(deps, exam));
  deps.close();
});
