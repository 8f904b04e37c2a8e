import { useCallback, useRef, useState } from 'react';
import type { Watch } from '../../../kernel/watch.ts';
import { useNewest } from '../hooks/use-newest.ts';

/** Long work under way: what it is, and how far. `total` 0: not known yet. */
export interface Working {
  readonly doing: string;
  readonly done: number;
  readonly total: number;
  /** The person no longer wants it; it ends as soon as it hears of that. */
  readonly isStopping: boolean;
}

/**
 * Runs long work that says how far it is and can be stopped (LARGE-3, LARGE-4). One at a time; where
 * the one before is still ending, what is shown is the newest.
 */
export function useWork(): {
  readonly working: Working | undefined;
  /** `doing`: 'Undoing', 'Checking the collection'; until the work itself says what it is at. */
  readonly run: <Value>(doing: string, work: (watch: Watch) => Promise<Value>) => Promise<Value>;
  readonly stop: () => void;
} {
  const [working, setWorking] = useState<Working>();
  const isStopped = useRef(false);
  const beginning = useNewest();
  const run = useCallback(
    async <Value>(doing: string, work: (watch: Watch) => Promise<Value>): Promise<Value> => {
      isStopped.current = false;
      const isNewest = beginning();
      const show = (done: number, total: number, phase = doing): void => {
        if (isNewest()) setWorking({ doing: phase, done, total, isStopping: isStopped.current });
      };
      show(0, 0);
      try {
        return await work(async (done, total, phase) => {
          if (!isStopped.current) show(done, total, phase);
          // Lets the screen be painted and keys be heard. Where it is not seen there is nothing to
          // wait for, and a browser lets the timers of such a window run once a minute.
          if (!document.hidden) await new Promise((resolve) => setTimeout(resolve));
          return !isStopped.current;
        });
      } finally {
        if (isNewest()) setWorking(undefined);
      }
    },
    [beginning],
  );
  const stop = useCallback((): void => {
    isStopped.current = true;
    setWorking((current) => current && { ...current, isStopping: true });
  }, []);
  return { working, run, stop };
}
