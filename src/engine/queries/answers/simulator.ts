import { daysKept } from '../../../domain/overlay/days-kept.ts';
import type { Figure } from '../../../domain/statistics/absence.ts';
import {
  type Simulation,
  simulator,
  type SimulatorAsked,
} from '../../../domain/workload/simulator/simulator.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { type LongWork, workOnDecks } from './long-work.ts';

/** The coming days under today's study options and under other ones (SIM-1). */
export function simulated(
  work: LongWork,
  asked: SimulatorAsked,
): Promise<Result<Figure<Simulation>>> {
  const deckIds = asked.decks.map(({ id }) => id);
  return workOnDecks(
    work,
    deckIds,
    ({ columns, cards, others, today, overlays }) =>
      simulator({ asked, columns, cards, others, today, isKept: daysKept(overlays) }),
    STOPPED,
  );
}

const STOPPED: Problem = {
  what: t`Playing out the coming days was stopped.`,
  kept: t`Nothing was changed.`,
  todo: t`Start it again when you like.`,
};
