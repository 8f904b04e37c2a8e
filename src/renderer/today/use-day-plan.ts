import { useEffect, useState } from 'react';
import type { DayPlan } from '../../domain/exam/day/day-plan.ts';
import type { Problem } from '../../kernel/problem.ts';
import { useEngine } from '../engine.tsx';
import type { LiveToday } from '../../engine/queries/live/today.ts';

export interface LiveDayPlan {
  /** Undefined: no exam, break or catch-up has a say today, or the plan is being made. */
  readonly plan: DayPlan | undefined;
  readonly problem: Problem | undefined;
  /** The plan is wanted and not there yet. */
  readonly isAwaited: boolean;
}

const NONE: LiveDayPlan = { plan: undefined, problem: undefined, isAwaited: false };
const AWAITED: LiveDayPlan = { ...NONE, isAwaited: true };

/** What today asks for, where it is planned; anew with every operation and every study day. */
export function useDayPlan(today: LiveToday): LiveDayPlan {
  const { isPlanned, lastOperation } = today;
  const { studyDay } = today.view;
  const engine = useEngine();
  const [live, setLive] = useState<LiveDayPlan>(AWAITED);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a plan is for its day and its operations
  useEffect(() => {
    if (!isPlanned || lastOperation === undefined) return;
    let isGone = false;
    setLive((before) => ({ ...before, isAwaited: true }));
    void engine.run('planDay').then((planned) => {
      if (isGone) return;
      setLive(
        planned.ok
          ? { plan: planned.value, problem: undefined, isAwaited: false }
          : { plan: undefined, problem: planned.problem, isAwaited: false },
      );
    });
    return () => {
      isGone = true;
    };
  }, [engine, isPlanned, studyDay, lastOperation]);
  return isPlanned ? live : NONE;
}
