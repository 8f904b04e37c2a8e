import { useEffect, useRef, useState } from 'react';
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

const NOTHING_YET: LiveOutlook = { outlook: undefined, problem: undefined, isWorking: true };

/**
 * What `exam` would give: the quick tier at once, then the real plan; anew whenever the exam or
 * the collection changes. One question at a time goes to the planner: of those that come up while
 * it works, the newest is asked next. `exam` undefined: a value cannot be read yet.
 */
export function useOutlook(exam: Exam | undefined): LiveOutlook {
  const deps = useDeps();
  const lastOperation = useLastOperation();
  const [live, setLive] = useState(NOTHING_YET);
  const wanted = useRef<Exam>(undefined);
  const isBusy = useRef(false);
  const key = `${canonical(exam ?? null)} ${lastOperation}`;

  async function work(): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    for (let asked = wanted.current; asked; asked = wanted.current) {
      const isOld = (): boolean => wanted.current !== asked;
      const ask = async (isRough: boolean): Promise<void> => {
        const found = await previewExam(deps, asked, isRough);
        if (isOld()) return;
        if (!isRough || !found.ok) wanted.current = undefined;
        setLive(
          found.ok
            ? { outlook: found.value, problem: undefined, isWorking: isRough }
            : { outlook: undefined, problem: found.problem, isWorking: false },
        );
      };
      await ask(true);
      if (isOld()) continue;
      await new Promise((resolve) => setTimeout(resolve, WAIT_MILLIS));
      if (!isOld()) await ask(false);
    }
    isBusy.current = false;
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    if (!exam) return;
    // Another object even where the exam is the same: it is asked anew.
    wanted.current = { ...exam };
    setLive((before) => ({ ...before, isWorking: true }));
    void work();
    return () => {
      wanted.current = undefined;
    };
  }, [deps, key]);
  return live;
}
