import { useCallback, useEffect, useRef, useState } from 'react';
import type { Problem, Result } from '../../kernel/problem.ts';
import type { Watch } from '../../kernel/watch.ts';
import { type Working, useWork } from '../kit/progress/use-work.ts';
import { useQuery, useStudyDay } from '../live.ts';

/** What a page shows of what takes long to work out. */
export interface LongAnswer<Value> {
  /** The newest; that of before stays while another is worked out. */
  readonly value: Value | undefined;
  readonly problem: Problem | undefined;
  readonly working: Working | undefined;
  /** Another is on its way. */
  readonly isBusy: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/**
 * Asks what `key` stands for, and again after each change of the collection and when a study day
 * begins; what is asked anew ends what was asked before. `ask` undefined: nothing is asked. Asked a
 * while after the last change of the key where there is an answer already.
 */
export function useLongAnswer<Value>(
  doing: string,
  key: string,
  ask: ((watch: Watch) => Promise<Result<Value>>) | undefined,
  waitMillis = 0,
): LongAnswer<Value> {
  const lastOperation = useQuery('lastOperation');
  const today = useStudyDay()?.today;
  const { working, run, stop } = useWork();
  const [found, setFound] = useState<Pick<LongAnswer<Value>, 'value' | 'problem'>>({
    value: undefined,
    problem: undefined,
  });
  const [turn, setTurn] = useState(0);
  const [isBusy, setBusy] = useState(true);
  const newest = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    // Asked before it is known, it would be worked out twice, and the page fade in between.
    if (lastOperation === undefined || today === undefined) return;
    if (!ask) {
      setBusy(false);
      return;
    }
    const mine = ++newest.current;
    const isNewest = (): boolean => mine === newest.current;
    setBusy(true);
    const begin = (): void =>
      void run(doing, (watch) => ask(async (done, total) => isNewest() && watch(done, total))).then(
        (answer) => {
          if (!isNewest()) return;
          setBusy(false);
          setFound((before) =>
            answer.ok
              ? { value: answer.value ?? before.value, problem: undefined }
              : { ...before, problem: answer.problem },
          );
        },
      );
    const timer = found.value && waitMillis > 0 ? setTimeout(begin, waitMillis) : begin();
    return () => {
      newest.current++;
      if (timer !== undefined) clearTimeout(timer);
    };
  }, [run, key, ask === undefined, lastOperation, today, turn]);

  const again = useCallback(() => setTurn((before) => before + 1), []);
  return { ...found, working, isBusy, stop, again };
}
