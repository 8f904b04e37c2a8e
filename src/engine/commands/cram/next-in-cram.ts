import type { AnsweredCard } from '../../../domain/study/session-total.ts';
import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import type { PassedOver } from '../../../domain/study/queue/build.ts';
import type { CramId } from '../../../kernel/ids.ts';
import { rememberCard } from '../../../store/device/session.ts';
import { readQueue } from '../../../store/queue.ts';
import { readCard } from '../../../store/reads/card-info.ts';
import { readCramAnswers } from '../../../store/reads/answers/cram-answers.ts';
import type { SessionRow } from '../../../store/schema.ts';
import type { Deps } from '../../deps.ts';
import type { Next } from '../study/study.ts';

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
      // The round's own report tells of its cards.
      const cards: readonly AnsweredCard[] = [];
      return { kind: 'finished', summary, cards, nextLearningAtMillis: undefined, cram, ...passed };
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
