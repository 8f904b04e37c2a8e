import { useEffect, useState } from 'react';
import type { WorkloadWithOverlay } from '../../../domain/exam/overlay-workload.ts';
import { canonical } from '../../../kernel/canonical.ts';
import type { Pause } from '../../../domain/overlay/pauses.ts';
import type { Problem, Result } from '../../../kernel/problem.ts';
import { useEngine } from '../../engine.tsx';

interface LiveWorkload {
  /** The newest found; it stays while the next is worked out. */
  readonly days: readonly WorkloadWithOverlay[] | undefined;
  readonly problem: Problem | undefined;
  readonly isWorking: boolean;
}

const WAIT_MILLIS = 250;

/** The coming days without and with `pause` as it stands, a moment after each change (EXAM-20). */
export function useWorkload(pause: Result<Pause>): LiveWorkload {
  const engine = useEngine();
  const [live, setLive] = useState<LiveWorkload>({
    days: undefined,
    problem: undefined,
    isWorking: true,
  });
  const isFirst = live.days === undefined && live.problem === undefined;
  const key = canonical(pause);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    let isGone = false;
    setLive((before) => ({ ...before, isWorking: true }));
    const ask = async (): Promise<void> => {
      const found = pause.ok
        ? await engine.ask('previewWorkloadOf', { pause: pause.value })
        : pause;
      if (isGone) return;
      setLive((before) =>
        found.ok
          ? { days: found.value, problem: undefined, isWorking: false }
          : { ...before, problem: found.problem, isWorking: false },
      );
    };
    const timer = setTimeout(() => void ask(), isFirst ? 0 : WAIT_MILLIS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [engine, key]);
  return live;
}
