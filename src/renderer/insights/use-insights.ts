import { useCallback, useEffect, useRef, useState } from 'react';
import type { Insights, InsightsAsked } from '../../domain/statistics/insights.ts';
import { canonical } from '../../kernel/canonical.ts';
import type { Problem } from '../../kernel/problem.ts';
import { useEngine } from '../engine.tsx';
import type { Working } from '../kit/progress/use-work.ts';
import { useWork } from '../kit/progress/use-work.ts';
import { useQuery } from '../live.ts';

/** What the page shows of what is asked. */
export interface LiveInsights {
  /** The newest figures; those of before stay while others are worked out. */
  readonly insights: Insights | undefined;
  readonly problem: Problem | undefined;
  readonly working: Working | undefined;
  /** Figures are on their way. */
  readonly isBusy: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/** Asks for the figures, and again after each change of the collection; the newest answer counts. */
export function useInsights(asked: InsightsAsked): LiveInsights {
  const engine = useEngine();
  const lastOperation = useQuery('lastOperation');
  const { working, run, stop } = useWork();
  const [found, setFound] = useState<Pick<LiveInsights, 'insights' | 'problem'>>({
    insights: undefined,
    problem: undefined,
  });
  const [turn, setTurn] = useState(0);
  const [isBusy, setBusy] = useState(true);
  const newest = useRef(0);
  const key = canonical(asked);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    // Asked before it is known, they would be worked out twice, and the page fade in between.
    if (lastOperation === undefined) return;
    const mine = ++newest.current;
    const isNewest = (): boolean => mine === newest.current;
    setBusy(true);
    void run('Working it out', (watch) =>
      engine.ask('insights', asked, async (done, total) => isNewest() && watch(done, total)),
    ).then((answer) => {
      if (!isNewest()) return;
      setBusy(false);
      setFound((before) =>
        answer.ok
          ? { insights: answer.value ?? before.insights, problem: undefined }
          : { ...before, problem: answer.problem },
      );
    });
    return () => {
      newest.current++;
    };
  }, [engine, run, key, lastOperation, turn]);

  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...found, working, isBusy, stop, again };
}
