import type { Insights, InsightsAsked } from '../../domain/statistics/insights.ts';
import { canonical } from '../../kernel/canonical.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { type LongAnswer, useLongAnswer } from './use-long-answer.ts';

/** The figures of what is asked, as they are now. */
export function useInsights(asked: InsightsAsked): LongAnswer<Insights> {
  const engine = useEngine();
  return useLongAnswer(t`Working it out`, canonical(asked), (watch) =>
    engine.ask('insights', asked, watch),
  );
}
