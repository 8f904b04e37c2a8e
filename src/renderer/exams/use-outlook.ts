import { useEffect, useState } from 'react';
import { CURVE_FACTORS, type ExamOutlook, withCurve } from '../../domain/exam/outlook.ts';
import { canonical } from '../../domain/operation/state-hash.ts';
import type { Exam } from '../../domain/overlay/overlay.ts';
import type { Problem } from '../../domain/problem.ts';
import { previewExam, previewPoint } from '../../operations/overlays.ts';
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
/** Fewer points than these make no curve, beside those of no study and of the minutes as they are. */
const LEAST_POINTS = 3;

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
      if (!found.ok) {
        setLive({ outlook: undefined, problem: found.problem, isWorking: false });
        return;
      }
      setLive((before) => ({
        // The last curve stays in sight until there is a new one.
        outlook: { ...found.value, curve: before.outlook?.curve ?? [] },
        problem: undefined,
        isWorking: true,
      }));
      if (!isRough) await drawCurve(found.value);
    };
    /** One plan after the other, so that a change of the exam never waits for a whole curve. */
    const drawCurve = async (outlook: ExamOutlook): Promise<void> => {
      const known: { factor: number; recall: number }[] = [];
      for (const factor of outlook.cards > 0 ? CURVE_FACTORS : []) {
        const point = await previewPoint(deps, exam, factor);
        if (isGone) return;
        if (point.ok) known.push({ factor, recall: point.value });
        if (known.length >= LEAST_POINTS) {
          setLive({ outlook: withCurve(outlook, known), problem: undefined, isWorking: true });
        }
      }
      setLive((before) => ({ ...before, isWorking: false }));
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
