import { useCallback, useRef, useState } from 'react';
import type { Problem, Result } from '../../kernel/problem.ts';
import { t } from '../../kernel/texts.ts';
import type { Watch } from '../../kernel/watch.ts';
import { useWork, type Working } from '../kit/progress/use-work.ts';
import { useTurnStep } from '../steps/steps.tsx';
import { useOwnStep } from '../steps/use-own-step.ts';
import { useLatest } from '../kit/hooks/use-latest.ts';

/** A change on its way to the store, and what is said of it. */
export interface Job {
  /** 'Suspending 3 cards'. */
  readonly doing: string;
  /** 'Suspended 3 cards.' */
  readonly said: string;
  readonly work: (watch: Watch) => Promise<Result<unknown>>;
  /** Rows come or go, so that the listing is asked for anew. */
  readonly changesListing?: boolean;
}
export type RunJob = (job: Job) => void;

/** How the last change stands. */
export type JobState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly working: Working }
  | { readonly kind: 'done'; readonly said: string; readonly canUndo: boolean }
  | { readonly kind: 'failed'; readonly problem: Problem };

const IDLE: JobState = { kind: 'idle' };

/**
 * One change at a time, those asked for meanwhile after it; the last can be taken back by a button,
 * unless something else was done since, which is what undo would take back.
 * `onListingChanged` is called after those that make rows come or go, and after every undo.
 */
export function useJob(onListingChanged: () => void): {
  readonly state: JobState;
  readonly run: RunJob;
  readonly stop: () => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly dismiss: () => void;
} {
  const turnStep = useTurnStep();
  const work = useWork();
  const { run: runWork } = work;
  const [state, setState] = useState<JobState>(IDLE);
  const { isNewest, note } = useOwnStep();
  const queue = useRef(Promise.resolve());
  const waiting = useRef(0);
  const listingChanged = useLatest(onListingChanged);

  const inTurn = useCallback((work: () => Promise<JobState>): void => {
    waiting.current++;
    queue.current = queue.current.then(async () => {
      const after = await work().catch(unexpected);
      waiting.current--;
      setState(after);
    });
  }, []);

  const run = useCallback(
    (job: Job): void =>
      inTurn(async () => {
        const result = await note(() => runWork(job.doing, job.work));
        if (!result.ok) return { kind: 'failed', problem: result.problem };
        if (job.changesListing) listingChanged.current();
        return { kind: 'done', said: job.said, canUndo: true };
      }),
    [note, inTurn, listingChanged, runWork],
  );
  const turn = useCallback(
    (way: 'undo' | 'redo'): void =>
      inTurn(async () => {
        const doing = way === 'undo' ? t`Undoing` : t`Doing again`;
        if (await runWork(doing, (watch) => turnStep(way, watch))) listingChanged.current();
        return IDLE;
      }),
    [inTurn, turnStep, listingChanged, runWork],
  );
  const dismiss = useCallback(() => {
    if (waiting.current === 0) setState(IDLE);
  }, []);
  const undo = useCallback(() => turn('undo'), [turn]);
  const redo = useCallback(() => turn('redo'), [turn]);
  const { working, stop } = work;
  const settled = state.kind === 'done' ? { ...state, canUndo: isNewest } : state;
  return {
    state: working ? { kind: 'running', working } : settled,
    run,
    stop,
    undo,
    redo,
    dismiss,
  };
}

function unexpected(error: unknown): JobState {
  const problem = {
    what: t`That could not be done (${error instanceof Error ? error.message : String(error)}).`,
    kept: t`Nothing was changed.`,
    todo: t`Try again; if that does not help, load the page again.`,
  };
  return { kind: 'failed', problem };
}
