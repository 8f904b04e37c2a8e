import { DEFAULT_STUDY_SETTINGS, schedulerOptions } from '../domain/collection/deck.ts';
import type { CramAnswer } from '../domain/cram/ledger.ts';
import { settled } from '../domain/cram/settle.ts';
import type { CardId } from '../kernel/ids.ts';
import { failed, ok, type Result } from '../kernel/problem.ts';
import { gradedCard, presetOf } from './answer.ts';
import type { Operation, OperationBody } from './operation.ts';
import type { Change, Effects, Rows } from '../domain/collection/rows.ts';

type Body<Kind extends OperationBody['kind']> = Extract<OperationBody, { kind: Kind }>;

/** A line in the ledger, and nothing else: the card stays as it is (CRAM-1). */
export function effectsOfCramAnswer(
  operation: Operation,
  body: Body<'cram-answer'>,
  rows: Rows,
): Result<Effects> {
  const card = gradedCard(body, rows);
  if (!card.ok) return card;
  const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
  const longest = settings.answerCapSeconds * 1000;
  const after: CramAnswer = {
    id: operation.id,
    cramId: body.cramId,
    cardId: body.cardId,
    grade: body.grade,
    durationMillis: Math.min(Math.max(0, body.durationMillis), longest),
    atMillis: operation.atMillis,
    studyDay: operation.studyDay,
    state: 'open',
  };
  return ok({ changes: [{ table: 'cramAnswers', key: after.id, before: undefined, after }] });
}

/** Open answers counted as study, or dropped; decided ones are passed over (CRAM-5, CRAM-6). */
export function effectsOfSettleCram(body: Body<'settle-cram'>, rows: Rows): Result<Effects> {
  const open = body.answerIds
    .map((answerId) => rows.cramAnswers.get(answerId))
    .filter((answer) => answer?.state === 'open') as CramAnswer[];
  if (open.length === 0) {
    return failed(
      'Those answers were decided on already.',
      'Nothing was changed.',
      'Go on as it is.',
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
    const result = settled(card, answers, schedulerOptions(presetOf(card, rows), settings));
    for (const answer of [...result.answers, ...result.tooLate]) settle(answer);
    if (result.answers.length === 0) continue;
    changes.push({ table: 'cards', key: cardId, before: card, after: result.after });
  }
  return ok({ changes });
}

function byCard(answers: readonly CramAnswer[]): Map<CardId, CramAnswer[]> {
  const lists = new Map<CardId, CramAnswer[]>();
  for (const answer of answers) {
    lists.set(answer.cardId, [...(lists.get(answer.cardId) ?? []), answer]);
  }
  return lists;
}
