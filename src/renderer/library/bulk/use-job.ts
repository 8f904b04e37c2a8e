import { useCallback, useRef, useState } from 'react';
import type { Problem, Result } from '../../../domain/problem.ts';
import { undoLast } from '../../../operations/undo.ts';
import { useDeps } from '../../deps.tsx';
import { useAnnounce } from '../../ui/announcer.tsx';
import { useLatest } from '../parts/use-latest.ts';

/** A change on its way to the store, and what is said of it. */
export interface Job {
  /** 'Suspending 3 cards'. */
  readonly doing: string;
  /** 'Suspended 3 cards.' */
  readonly said: string;
  readonly work: (onProgress: (done: number, total: number) => void) => Promise<Result<unknown>>;
  /** Rows come or go, so that the listing is asked for anew. */
  readonly changesListing?: boolean;
}
export type RunJob = (job: Job) => void;

/** How the last change stands. */
export type JobState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly doing: string;
      readonly done: number;
      readonly total: number;
    }
  | { readonly kind: 'done'; readonly said: string }
  | { readonly kind: 'failed'; readonly problem: Problem };

const IDLE: JobState = { kind: 'idle' };

/**
 * One change at a time; it can be taken back by a button until the next one. `onListingChanged` is
 * called after those that make rows come or go, and after every undo.
 */
export function useJob(onListingChanged: () => void): {
  readonly state: JobState;
  readonly run: RunJob;
  readonly undo: () => void;
  readonly dismiss: () => void;
} {
  const deps = useDeps();
  const announce = useAnnounce();
  const [state, setState] = useState<JobState>(IDLE);
  const isBusy = useRef(false);
  const listingChanged = useLatest(onListingChanged);

  const alone = useCallback(async (work: () => Promise<JobState>): Promise<void> => {
    if (isBusy.current) return;
    isBusy.current = true;
    try {
      setState(await work());
    } finally {
      isBusy.current = false;
    }
  }, []);

  const run = useCallback(
    (job: Job): void =>
      void alone(async () => {
        const progress = (done: number, total: number): void =>
          setState({ kind: 'running', doing: job.doing, done, total });
        progress(0, 0);
        const result = await job.work(progress);
        if (!result.ok) return { kind: 'failed', problem: result.problem };
        if (job.changesListing) listingChanged.current();
        return { kind: 'done', said: job.said };
      }),
    [alone, listingChanged],
  );
  const undo = useCallback(
    (): void =>
      void alone(async () => {
        setState({ kind: 'running', doing: 'Undoing', done: 0, total: 0 });
        const undone = await undoLast(deps);
        listingChanged.current();
        announce(undone.ok ? `Undid: ${undone.value.name}.` : undone.problem.what);
        return IDLE;
      }),
    [alone, announce, deps, listingChanged],
  );
  const dismiss = useCallback(() => {
    if (!isBusy.current) setState(IDLE);
  }, []);
  return { state, run, undo, dismiss };
}
