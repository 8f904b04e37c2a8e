import type { PassedOver } from '../../../domain/study/queue/build.ts';
import { readQueue } from '../../../store/queue.ts';
import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import type { CardId, CramId } from '../../../kernel/ids.ts';
import type { Operation } from '../../../log/operation.ts';
import { failed, ok, type Result } from '../../../kernel/problem.ts';
import type { Grade } from '../../../domain/memory/schedule.ts';
import { apply } from '../../../store/apply.ts';
import { readCard } from '../../../store/reads/card-info.ts';
import { readCramAnswers } from '../../../store/reads/cram-answers.ts';
import type { SessionRow } from '../../../store/schema.ts';
import { beginSession, rememberCard } from '../../../store/device/session.ts';
import { readingProblem, storageProblem } from '../../../store/storage-problem.ts';
import { type Deps, intentOf } from '../../deps.ts';
import { change } from '../change.ts';
import type { Next } from '../study/study.ts';

/** Begins a round of cramming over `cardIds`, in that order; no schedule will change (CRAM-1). */
export async function beginCram(
  deps: Deps,
  cardIds: readonly CardId[],
  name: string,
): Promise<Result<CramId>> {
  if (cardIds.length === 0) {
    return failed(
      'There is no card to cram here.',
      'Everything is as it was.',
      'Choose a deck or a section that has cards in study.',
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

/**
 * The next card of the round that `session` is; cards that are gone are passed over. The answers
 * alone say which it is, after a crash and an undo too.
 */
export async function nextInCram(
  deps: Deps,
  session: SessionRow,
  passOver?: PassedOver,
): Promise<Next> {
  const { cramId = '' as CramId, name = '' } = session;
  const answers = await readCramAnswers(deps.store, cramId);
  let { cardIds = [] } = session;
  for (;;) {
    const source = { kind: 'crammed', cardIds, answers } as const;
    const queue = await readQueue(deps.store, source, deps.clock(), 1, passOver);
    const { cards, left, recalled = 0, passedOver } = queue;
    const passed = passedOver && { passedOver };
    const cram = { cramId, name, recalled, cards: left.review + recalled };
    const [card] = cards;
    if (!card) {
      const summary = summaryOf(answers);
      return { kind: 'finished', summary, nextLearningAtMillis: undefined, cram, ...passed };
    }
    const showing = await readCard(deps.store, card.id);
    if (showing) {
      void rememberCard(deps.store, card.id).catch(() => {});
      return { kind: 'card', showing, left, answered: answers.length, cram, ...passed };
    }
    cardIds = cardIds.filter((id) => id !== card.id);
  }
}

function summaryOf(answers: readonly CramAnswer[]) {
  return {
    answers: answers.length,
    cards: new Set(answers.map(({ cardId }) => cardId)).size,
    recalled: answers.filter(({ grade }) => grade > 1).length,
    millis: answers.reduce((sum, { durationMillis }) => sum + durationMillis, 0),
  };
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
