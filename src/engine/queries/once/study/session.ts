import {
  type SectionOfSession,
  sectionsOfSession,
} from '../../../../domain/study/session-report.ts';
import type { AnsweredCard } from '../../../../domain/study/session-total.ts';
import type { CardId } from '../../../../kernel/ids.ts';
import { ok, type Result } from '../../../../kernel/problem.ts';
import { readCards } from '../../../../store/reads/answers/cram-answers.ts';
import { readQuestions } from '../../../../store/reads/answers/questions.ts';
import { inWords } from '../../../in-words.ts';
import type { Asked } from '../../context.ts';

export interface SessionReport {
  readonly sections: readonly SectionOfSession[];
  /** What each forgotten card asks, as one line; those that are gone are left out. */
  readonly forgotten: readonly { readonly cardId: CardId; readonly question: string }[];
}

/** What a session came to, section by section, and what was forgotten in it. */
export function sessionReport(
  { store }: Pick<Asked, 'store'>,
  { answered }: { readonly answered: readonly AnsweredCard[] },
): Promise<Result<SessionReport>> {
  return inWords(async () => {
    const forgotten = answered.filter(({ isForgotten }) => isForgotten);
    const [cards, questions] = await Promise.all([
      readCards(
        store,
        answered.map(({ cardId }) => cardId),
      ),
      readQuestions(
        store,
        forgotten.map(({ cardId }) => cardId),
      ),
    ]);
    return ok({
      sections: sectionsOfSession(answered, cards),
      forgotten: [...questions].map(([cardId, question]) => ({ cardId, question })),
    });
  });
}
