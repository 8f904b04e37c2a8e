import type { Card } from '../domain/collection/card.ts';
import type { Operation } from '../domain/operation/operation.ts';
import type { Result } from '../domain/problem.ts';
import type { Grade } from '../domain/scheduling/schedule.ts';
import { apply } from '../store/apply.ts';
import { type Deps, intentOf } from './deps.ts';

/** Grades a card as it was shown. Accepted only when this resolves with ok. */
export function answerCard(
  deps: Deps,
  card: Card,
  grade: Grade,
  durationMillis: number,
): Promise<Result<Operation>> {
  return apply(
    deps.store,
    intentOf(deps, {
      kind: 'answer',
      cardId: card.id,
      grade,
      durationMillis: Math.max(0, Math.round(durationMillis)),
      repsBefore: card.schedule.reps,
    }),
  );
}
