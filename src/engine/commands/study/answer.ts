import type { Card } from '../../../domain/collection/card.ts';
import { ok, type Result } from '../../../kernel/problem.ts';
import type { Grade } from '../../../domain/memory/schedule.ts';
import type { Applied } from '../../../store/apply.ts';
import { apply } from '../../../store/apply.ts';
import type { Foreseen } from '../../../store/device/foreseen.ts';
import { type Deps, intentOf } from '../../deps.ts';

export interface Answered {
  readonly operation: Applied;
  /** What the answer made of the card, where it became a leech (CARD-5). */
  readonly leech: 'suspended' | 'tagged' | undefined;
}

/**
 * Grades a card as it was shown. Accepted only when this resolves with ok. `foreseen`: what it reads,
 * where that was read ahead. `chosenDays`: the interval that its button told, where it is not that of
 * fuzz alone (BALANCE-2).
 */
export async function answerCard(
  deps: Deps,
  card: Card,
  grade: Grade,
  durationMillis: number,
  foreseen?: Foreseen,
  chosenDays?: number,
): Promise<Result<Answered>> {
  const body = answerBody(card, grade, durationMillis);
  const intent = intentOf(deps, chosenDays === undefined ? body : { ...body, chosenDays });
  const applied = await apply(deps.store, intent, undefined, foreseen);
  return applied.ok ? ok({ operation: applied.value, leech: leechIn(applied.value) }) : applied;
}

/** A grade to a card as it was shown. */
export function answerBody(card: Card, grade: Grade, durationMillis: number) {
  return {
    kind: 'answer',
    cardId: card.id,
    grade,
    durationMillis: Math.max(0, Math.round(durationMillis)) || 0,
    repsBefore: card.schedule.reps,
  } as const;
}

function leechIn({ changes, body }: Applied): Answered['leech'] {
  const isTagged = changes.some(
    ({ table, before, after }) =>
      table === 'notes' && after?.tags.includes('leech') && !before?.tags.includes('leech'),
  );
  const isSuspended = changes.some(
    ({ table, key, before, after }) =>
      table === 'cards' &&
      body.kind === 'answer' &&
      key === body.cardId &&
      after?.suspended &&
      !before?.suspended,
  );
  if (isSuspended) return 'suspended';
  return isTagged ? 'tagged' : undefined;
}
