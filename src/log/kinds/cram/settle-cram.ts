import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../../../domain/collection/deck.ts';
import type { Change } from '../../../domain/collection/rows.ts';
import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import { settled } from '../../../domain/cram/settle.ts';
import type { CardId } from '../../../kernel/ids.ts';
import { failed, ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { presetOfCard } from '../../parts/graded-card.ts';
import { oldRules, underRules1 } from '../../parts/interval-rules.ts';
import { cardId, list, object, operationId, truth } from '../../shapes.ts';

/** Open answers counted as study, or dropped; decided ones are passed over (CRAM-5, CRAM-6). */
export const settleCramKind = defineKind({
  name: 'settle-cram',
  version: 2,
  shape: object({
    answerIds: list(operationId),
    /** Their cards. */
    cardIds: list(cardId),
    isAccepted: truth,
    rules: oldRules,
  }),
  upgrade: { 1: underRules1 },
  word: t`decision on crammed answers`,
  about: ({ cardIds }) => ({ cardIds }),
  reach: ({ cardIds, answerIds }) => ({ cardIds, cramAnswerIds: answerIds, withoutNotes: true }),
  effects(body, _stamp, rows) {
    const open = [...new Set(body.answerIds)]
      .map((answerId) => rows.cramAnswers.get(answerId))
      .filter((answer) => answer?.state === 'open') as CramAnswer[];
    if (open.length === 0) {
      return failed(
        t`Those answers were decided on already.`,
        t`Nothing was changed.`,
        t`Go on as it is.`,
      );
    }
    const changes: Change[] = [];
    const settle = (after: CramAnswer): void => {
      const before = rows.cramAnswers.get(after.id);
      changes.push({ table: 'cramAnswers', key: after.id, before, after });
    };
    const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
    for (const [cardId, answers] of byCard(open)) {
      const card = rows.cards.get(cardId);
      if (!card || !body.isAccepted) {
        for (const answer of answers) settle({ ...answer, state: 'dropped' });
        continue;
      }
      const options = schedulerOptions(presetOfCard(card, rows), settings);
      const result = settled(card, answers, options, body.rules);
      for (const answer of [...result.answers, ...result.tooLate]) settle(answer);
      if (result.answers.length === 0) continue;
      changes.push({ table: 'cards', key: cardId, before: card, after: result.after });
    }
    return ok({ changes });
  },
});

function byCard(answers: readonly CramAnswer[]): Map<CardId, CramAnswer[]> {
  const lists = new Map<CardId, CramAnswer[]>();
  for (const answer of answers) {
    lists.set(answer.cardId, [...(lists.get(answer.cardId) ?? []), answer]);
  }
  return lists;
}
