import type { Card } from '../../../collection/card.ts';
import type { QueueMoment } from '../queue.ts';

/** Cards in steps, by when they come; each the first to come back first. */
export interface Learning {
  /** Whose instant has come (QUEUE-1). */
  readonly due: readonly Card[];
  /** Shown when nothing else is left (QUEUE-8). */
  readonly early: readonly Card[];
  /** How many come today, later ones too. */
  readonly left: number;
  /** When the first of them comes; ms. */
  readonly nextAtMillis: number | undefined;
}

/** `cards`: in steps and not buried. `isShown`: asked of each in turn, such as once a note (QUEUE-7). */
export function learningOf(
  cards: readonly Card[],
  { nowMillis, endOfDayMillis, settings }: QueueMoment,
  isShown: (card: Card) => boolean = () => true,
): Learning {
  const shown = cards.filter(isShown);
  const horizon = nowMillis + settings.learnAheadMinutes * 60_000;
  const today = cards.filter((card) => dueAt(card) < endOfDayMillis);
  const [next] = today;
  return {
    due: shown.filter((card) => dueAt(card) <= nowMillis),
    early: shown.filter((card) => dueAt(card) <= horizon),
    left: today.length,
    nextAtMillis: next && dueAt(next),
  };
}

function dueAt({ schedule }: Card): number {
  return 'dueAtMillis' in schedule ? schedule.dueAtMillis : 0;
}
