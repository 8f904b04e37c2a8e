import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import type { CardId, CramId } from '../../../kernel/ids.ts';
import { t } from '../../../kernel/texts.ts';
import type { Operation } from '../../../log/operation.ts';
import { notNow, ok, type Result } from '../../../kernel/problem.ts';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { apply } from '../../../store/apply.ts';
import { readCramAnswers } from '../../../store/reads/answers/cram-answers.ts';
import { beginSession } from '../../../store/device/session.ts';
import { readingProblem, storageProblem } from '../../../store/storage-problem.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { change } from '../change.ts';

/** Begins a round of cramming over `cardIds`, in that order; no schedule will change (CRAM-1). */
export async function beginCram(
  deps: Deps,
  cardIds: readonly CardId[],
  name: string,
): Promise<Result<CramId>> {
  if (cardIds.length === 0) {
    return notNow(
      t`There is no card to cram here.`,
      t`Everything is as it was.`,
      t`Choose a deck or a section that has cards in study.`,
    );
  }
  const cramId = deps.newId() as CramId;
  try {
    await beginSession(deps.store, { cardIds, name, cramId }, deps.clock());
    return ok(cramId);
  } catch (error) {
    return storageProblem(error);
  }
}

/** Grades a card in a round of cramming: to the ledger alone. */
export function answerCram(
  deps: Deps,
  cramId: CramId,
  cardId: CardId,
  grade: Grade,
  durationMillis: number,
): Promise<Result<Operation>> {
  const millis = Math.max(0, Math.round(durationMillis)) || 0;
  return apply(
    deps.store,
    intentOf(deps, { kind: 'cram-answer', cramId, cardId, grade, durationMillis: millis }),
  );
}

/** Counts the answers as study from now on (CRAM-5), or drops them (CRAM-6): one step to undo. */
export function settleCram(
  deps: Deps,
  answers: readonly CramAnswer[],
  isAccepted: boolean,
): Promise<Result<Operation>> {
  return change(deps, {
    kind: 'settle-cram',
    answerIds: answers.map(({ id }) => id),
    cardIds: [...new Set(answers.map(({ cardId }) => cardId))],
    isAccepted,
  });
}

/** Drops what is open of a round (CRAM-6): one step to undo. */
export async function dropCram(deps: Deps, cramId: CramId): Promise<Result<Operation>> {
  try {
    const answers = await readCramAnswers(deps.store, cramId);
    return settleCram(
      deps,
      answers.filter(({ state }) => state === 'open'),
      false,
    );
  } catch (error) {
    return readingProblem(error);
  }
}
