import { DEFAULT_STUDY_SETTINGS } from '../../../domain/collection/deck.ts';
import type { CramAnswer } from '../../../domain/cram/ledger.ts';
import { ok } from '../../../kernel/problem.ts';
import { t } from '../../../kernel/texts.ts';
import { defineKind } from '../../kind.ts';
import { GRADE_WORDS, gradedCard } from '../../parts/graded-card.ts';
import { cardId, cramId, grade, number, object } from '../../shapes.ts';

/** A grade given while cramming: a line in the ledger; the card stays as it is (CRAM-1). */
export const cramAnswerKind = defineKind({
  name: 'cram-answer',
  version: 1,
  shape: object({ cramId, cardId, grade, durationMillis: number }),
  word: t`answer`,
  about: (body) => ({ cardIds: [body.cardId], detail: GRADE_WORDS[body.grade] }),
  reach: (body) => ({ cardIds: [body.cardId], withoutNotes: true }),
  effects(body, stamp, rows) {
    const card = gradedCard(body, rows);
    if (!card.ok) return card;
    const settings = rows.settings.get('study') ?? DEFAULT_STUDY_SETTINGS;
    const longest = settings.answerCapSeconds * 1000;
    const after: CramAnswer = {
      id: stamp.id,
      cramId: body.cramId,
      cardId: body.cardId,
      grade: body.grade,
      durationMillis: Math.min(Math.max(0, body.durationMillis), longest),
      atMillis: stamp.atMillis,
      studyDay: stamp.studyDay,
      state: 'open',
    };
    return ok({ changes: [{ table: 'cramAnswers', key: after.id, before: undefined, after }] });
  },
});
