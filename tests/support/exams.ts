import type { DeckId, OverlayId } from '../../src/kernel/ids.ts';
import type { Exam } from '../../src/domain/overlay/overlay.ts';
import type { TestDeps } from './deps.ts';

const DAY = 86_400_000;

/** An exam about all of the sample deck, `days` from now, with 20 minutes a day. */
export function sampleExam(
  deps: Pick<TestDeps, 'nowMillis'>,
  days: number,
  part: Partial<Exam> = {},
): Exam {
  return {
    kind: 'exam',
    id: `exam-${days}` as OverlayId,
    name: 'Finals',
    isOn: true,
    at: { atMillis: deps.nowMillis + days * DAY, utcOffsetMinutes: 0 },
    cards: { deckIds: ['sample' as DeckId], sections: [], search: '' },
    weights: [],
    minutes: Array<number>(7).fill(20),
    daysOff: [],
    otherReviews: 'up-to-half',
    ...part,
  };
}
