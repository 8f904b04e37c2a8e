import { useEffect, useRef, useState } from 'react';
import { CURVE_FACTORS, type ExamOutlook, withCurve } from '../../domain/exam/outlook/outlook.ts';
import { canonical } from '../../kernel/canonical.ts';
import type { Exam } from '../../domain/overlay/overlay.ts';
import type { Problem } from '../../kernel/problem.ts';
import { useEngine } from '../engine.tsx';
import { useQuery, useStudyDay } from '../live.ts';

export interface LiveOutlook {
  /** The newest one found; it stays while the next is being worked out. */
  readonly outlook: ExamOutlook | undefined;
  readonly problem: Problem | undefined;
  /** A better or newer one is on its way. */
  readonly isWorking: boolean;
}

/** How long after the last change the real plan is asked for, while an exam is being written. */
const WAIT_MILLIS = 300;
/** Fewer points make no curve, beside those of no study and of the minutes as they are. */
const LEAST_POINTS = 3;

const NOTHING_YET: LiveOutlook = { outlook: undefined, problem: undefined, isWorking: true };

/**
 * What `exam` would give: the quick tier at once, then the real plan, then the curve; anew whenever
 * the exam or the collection changes, or a study day begins. One question at a time goes to the planner: of those that
 * come up while it works, the newest is asked next. `exam` undefined: a value cannot be read yet.
 */
export function useOutlook(exam: Exam | undefined): LiveOutlook {
  const engine = useEngine();
  const lastOperation = useQuery('lastOperation');
  const today = useStudyDay()?.today;
  const [live, setLive] = useState(NOTHING_YET);
  const wanted = useRef<Exam>(undefined);
  const isBusy = useRef(false);
  const key = `${canonical(exam ?? null)} ${lastOperation} ${today}`;

  async function ask(
    asked: Exam,
    isRough: boolean,
    isOld: () => boolean,
  ): Promise<ExamOutlook | undefined> {
    const found = await engine.ask('previewExam', { exam: asked, isRough });
    if (isOld()) return undefined;
    if (!found.ok) {
      setLive({ outlook: undefined, problem: found.problem, isWorking: false });
      return undefined;
    }
    const outlook = found.value;
    // The last curve stays in sight until there is a new one.
    setLive((before) => ({
      outlook: { ...outlook, curve: before.outlook?.curve ?? [] },
      problem: undefined,
      isWorking: true,
    }));
    return outlook;
  }

  /** A plan for each point, so that a change of the exam never waits for a whole curve. */
  async function drawCurve(asked: Exam, outlook: ExamOutlook, isOld: () => boolean): Promise<void> {
    const known: { factor: number; recall: number }[] = [];
    for (const factor of outlook.cards > 0 && outlook.minutesADay > 0 ? CURVE_FACTORS : []) {
      const point = await engine.ask('previewPoint', { exam: asked, factor });
      if (isOld()) return;
      if (point.ok) known.push({ factor, recall: point.value });
      if (known.length < LEAST_POINTS) continue;
      setLive({ outlook: withCurve(outlook, known), problem: undefined, isWorking: true });
    }
  }

  /** Answers what is wanted, and what comes to be wanted meanwhile. */
  async function work(): Promise<void> {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      for (let asked = wanted.current; asked; asked = wanted.current) await answer(asked);
    } catch {
      // The database was closed meanwhile, which the program says by itself.
    } finally {
      isBusy.current = false;
    }
  }

  async function answer(asked: Exam): Promise<void> {
    const isOld = (): boolean => wanted.current !== asked;
    const rough = await ask(asked, true, isOld);
    if (isOld()) return;
    if (rough) await new Promise((resolve) => setTimeout(resolve, WAIT_MILLIS));
    if (isOld()) return;
    const outlook = rough && (await ask(asked, false, isOld));
    if (outlook && !isOld()) await drawCurve(asked, outlook, isOld);
    if (isOld()) return;
    wanted.current = undefined;
    setLive((before) => ({ ...before, isWorking: false }));
  }

  // While the exam is being written, so that its first figure need not wait.
  useEffect(() => {
    engine.ask('makeReady', null).catch(() => {});
  }, [engine]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for all that is asked
  useEffect(() => {
    // Asked before it is known, the whole outlook would be worked out twice.
    if (!exam || lastOperation === undefined || today === undefined) return;
    // Another object even where the exam is the same: it is asked anew.
    wanted.current = { ...exam };
    setLive((before) => ({ ...before, isWorking: true }));
    void work();
    return () => {
      wanted.current = undefined;
    };
  }, [engine, key]);
  return live;
}
