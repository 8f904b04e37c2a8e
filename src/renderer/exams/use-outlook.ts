import { useEffect, useState } from 'react';
import type { ExamOutlook } from '../../domain/exam/outlook.ts';
import { canonical } from '../../domain/operation/state-hash.ts';
import type { Exam } from '../../domain/overlay/overlay.ts';
import type { Problem } from '../../domain/problem.ts';
import { previewExam } from '../../operations/overlays.ts';
import { useDeps } from '../deps.tsx';
import { useLastOperation } from '../live.ts';

export interface LiveOutlook {
  /** The newest one found; it stays while the next is being worked out. */
  readonly outlook: ExamOutlook | undefined;
  readonly problem: Problem | undefined;
  /** A better or newer one is on its way. */
  readonly isWorking: boolean;
}

/** How long after the last change the real plan is asked for, while an exam is being written. */
const WAIT_MILLIS = 300;

/**
 * What `exam` would give: the quick tier at once, then the real plan; anew whenever the exam or
 * the collection changes. `exam` undefined: a value cannot be read yet.
 */
export function useOutlook(exam: Exam | undefined): LiveOutlook {
  const deps = useDeps();
  const lastOperation = useLastOperation();
  const [live, setLive] = useState<LiveOutlook>({
    outlook: undefined,
    problem: undefined,
    isWorking: true,
  });
  const key = `${canonical(exam ?? null)} ${lastOperation}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!exam) return;
    let isGone = false;
    setLive((before) => ({ ...before, isWorking: true }));
    const ask = async (isRough: boolean): Promise<void> => {
      const found = await previewExam(deps, exam, isRough);
      if (isGone) return;
      setLive(
        found.ok
          ? { outlook: found.value, problem: undefined, isWorking: isRough }
          : { outlook: undefined, problem: found.problem, isWorking: false },
      );
    };
    void ask(true);
    const timer = setTimeout(() => void ask(false), WAIT_MILLIS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [deps, key]);
  return live;
}
