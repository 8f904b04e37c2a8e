import type { Figure } from '../../../domain/statistics/absence.ts';
import { type RetentionCurve, retentionCurve } from '../../../domain/workload/retention-curve.ts';
import type { DeckId } from '../../../kernel/ids.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { type LongWork, workOnDecks } from './long-work.ts';

/** What each desired retention would cost, for decks that share study options (OPTIONS-6). */
export function retentionCurveOf(
  work: LongWork,
  { deckIds }: { readonly deckIds: readonly DeckId[] },
): Promise<Result<Figure<RetentionCurve>>> {
  return workOnDecks(work, deckIds, retentionCurve, STOPPED);
}

const STOPPED: Problem = {
  what: t`Reckoning what each retention costs was stopped.`,
  kept: t`Nothing was changed.`,
  todo: t`Start it again when you like.`,
  isNoFault: true,
};
