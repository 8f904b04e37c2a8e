import { useMemo } from 'react';
import { readinessOf } from '../../domain/cram/ledger.ts';
import type { CardId } from '../../kernel/ids.ts';
import { plural, t, thousands } from '../../kernel/texts.ts';
import { useQuery } from '../live.ts';

/** What cramming has shown of an exam's cards: apart from the prediction, which knows nothing of it. */
export function ExamReadiness({ cardIds }: { readonly cardIds: readonly CardId[] }) {
  const answers = useQuery('openCramAnswers');
  const ready = useMemo(
    () => answers && readinessOf(new Set(cardIds), answers),
    [answers, cardIds],
  );
  if (!ready || ready.crammed === 0) return null;
  return (
    <p className="soft number">{t`Crammed: ${thousands(ready.recalled)} of ${plural(ready.crammed, '# card')} recalled at the last try. The prediction does not count it.`}</p>
  );
}
