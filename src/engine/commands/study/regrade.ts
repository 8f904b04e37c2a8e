import { t } from '../../../kernel/texts.ts';
import type { Operation } from '../../../log/operation.ts';
import { failed, type Result } from '../../../kernel/problem.ts';
import type { Watch } from '../../../kernel/watch.ts';
import type { Deps } from '../../deps.ts';
import { inWords } from '../../in-words.ts';
import { planRegrade, type RegradeAsked } from '../../queries/once/study/regrade.ts';
import { change } from '../change.ts';

/**
 * Answers graded Hard count as Again from now on, as the preview has it (INSIGHT-12). `movesDates`:
 * due dates follow the memories.
 */
export function regradeHard(
  deps: Deps,
  asked: RegradeAsked,
  movesDates: boolean,
  watch?: Watch,
): Promise<Result<Operation>> {
  return inWords(async () => {
    const plan = await planRegrade(deps, asked, watch);
    if (!plan.ok) return plan;
    const { regrades: cards, pastLogIds } = plan.value;
    if (cards.length === 0) return NOTHING_FOUND;
    return change(deps, { kind: 'regrade', cards, pastLogIds, movesDates }, watch);
  });
}

const NOTHING_FOUND: Result<never> = failed(
  t`No answer graded Hard is left that could count as Again.`,
  t`Nothing was changed.`,
  t`Choose other days, or go on as it is.`,
);
