import type { Schedule } from '../../../../domain/memory/schedule.ts';
import { nextStep } from '../../../../domain/memory/steps.ts';
import type { Review } from '../../../../domain/collection/review.ts';
import type { PastEntry } from '../../../../domain/import/past-log.ts';

import type { OutgoingCard } from '../outgoing.ts';
import type { CardRules } from './card-row.ts';

const [LEARNING, REVIEW, RELEARNING, FILTERED, BY_HAND] = [0, 1, 2, 3, 4];

/**
 * A card's whole log as Anki keeps one, oldest first: what came with it, what was answered here, and
 * what was crammed, which counts for nothing there either.
 */
export function reviewRows(
  { card, past, reviews, crammed }: OutgoingCard,
  rules: CardRules,
): readonly PastEntry[] {
  const known = new Set(past.map(({ atMillis }) => atMillis));
  const own = ownEntries(
    reviews.filter(({ atMillis }) => !known.has(atMillis)),
    past,
    rules,
  );
  const cram = crammed.map(({ atMillis, grade, durationMillis }): PastEntry => {
    const nothing = { interval: 0, lastInterval: 0, factor: 0 };
    return { atMillis, grade, ...nothing, durationMillis, type: FILTERED };
  });
  const all = [...past, ...own, ...cram].sort((a, b) => a.atMillis - b.atMillis);
  return [...all, ...forgotten(card.schedule, reviews.at(-1))];
}

function ownEntries(
  reviews: readonly Review[],
  past: readonly PastEntry[],
  { preset }: CardRules,
): readonly PastEntry[] {
  let lastInterval = past.at(-1)?.interval ?? 0;
  let isRelearning = false;
  let step = 0;
  return reviews.map(({ atMillis, grade, kind, intervalDays, durationMillis, memory }) => {
    if (kind === 'new') [isRelearning, step] = [false, 0];
    const isLapse = kind === 'review' && grade === 1;
    const steps =
      isLapse || isRelearning ? preset.relearningStepsMinutes : preset.learningStepsMinutes;
    // The log says that a card stayed in steps, not how long it had to wait.
    const next = isLapse ? nextStep(steps, 0, 1) : nextStep(steps, step, grade);
    const minutes = next?.minutes ?? steps.at(-1) ?? 1;
    const interval = intervalDays > 0 ? intervalDays : -Math.round(Math.max(minutes, 1 / 60) * 60);
    const type = kind === 'review' ? REVIEW : isRelearning ? RELEARNING : LEARNING;
    const factor = Math.round(((memory.difficulty - 1) / 9 + 0.1) * 1000);
    const entry: PastEntry = {
      atMillis,
      grade,
      interval,
      lastInterval,
      factor,
      durationMillis,
      type,
    };
    lastInterval = interval;
    step = next?.step ?? 0;
    if (intervalDays > 0) isRelearning = false;
    else if (kind === 'review') isRelearning = true;
    return entry;
  });
}

/** A card that is new again after it was answered was forgotten, which Anki's log says. */
function forgotten({ state }: Schedule, last: Review | undefined): readonly PastEntry[] {
  if (state !== 'new' || last === undefined) return [];
  const nothing = { grade: 0, interval: 0, lastInterval: 0, factor: 0, durationMillis: 0 };
  return [{ atMillis: last.atMillis + 1, ...nothing, type: BY_HAND }];
}
