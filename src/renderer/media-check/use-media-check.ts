import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { MediaCheck } from '../../domain/media/check-media.ts';
import { ok, type Problem, type Result } from '../../kernel/problem.ts';
import type { Engine } from '../../engine/engine.ts';
import type { SpaceToFree } from '../../engine/queries/once/media/space-to-free.ts';
import type { Watch } from '../../engine/rpc.ts';
import { useEngine } from '../engine.tsx';
import { useQuery } from '../live.ts';

export interface Checked {
  readonly check: MediaCheck;
  readonly space: SpaceToFree;
}

export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

export interface LiveCheck {
  /** What was last found; stays while it is checked again. */
  readonly found: Checked | undefined;
  /** While something is going on. */
  readonly progress: CheckProgress | undefined;
  readonly problem: Problem | undefined;
  /** The person stopped the check, so that what is shown may be old, or nothing. */
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly again: () => void;
  /** Does a piece of work that can be stopped, then checks again; undefined: stopped or failed. */
  readonly run: <Value>(
    work: (watch: Watch) => Promise<Result<Value | undefined>>,
  ) => Promise<Value | undefined>;
}

/** Checks the media when the screen opens and after every step that is done or undone. */
export function useMediaCheck(): LiveCheck {
  const engine = useEngine();
  const [found, setFound] = useState<Checked>();
  const [progress, setProgress] = useState<CheckProgress>();
  const [problem, setProblem] = useState<Problem>();
  const [isStopped, setStopped] = useState(false);
  const now = useRef({ isBusy: false, isToStop: false, isStale: false });

  const watch: Watch = useCallback(async (done, total) => {
    setProgress({ done, total });
    // A turn for the screen: it paints, and hears Stop.
    await new Promise((resolve) => setTimeout(resolve));
    return !now.current.isToStop;
  }, []);

  /** One thing at a time; a step meanwhile makes what was found old. */
  const exclusively = async (act: () => Promise<void>): Promise<void> => {
    if (now.current.isBusy) return;
    now.current = { isBusy: true, isToStop: false, isStale: false };
    setProgress({ done: 0, total: 0 });
    setStopped(false);
    await act();
    setProgress(undefined);
    setStopped(now.current.isToStop);
    now.current.isBusy = false;
  };

  const check = async (): Promise<void> => {
    do {
      now.current.isStale = false;
      const result = await checkWithSpace(engine, watch);
      if (!result.ok) setProblem(result.problem);
      else if (result.value) setFound(result.value);
    } while (now.current.isStale && !now.current.isToStop);
  };

  const again = (): void => {
    setProblem(undefined);
    void exclusively(check);
  };

  const lastOperation = useQuery('lastOperation');
  const onStep = useEffectEvent(() => {
    if (now.current.isBusy) now.current.isStale = true;
    else if (!isStopped) void exclusively(check);
  });
  useEffect(() => {
    if (lastOperation !== undefined) onStep();
  }, [lastOperation]);

  useEffect(() => {
    const state = now;
    return () => {
      state.current.isToStop = true;
    };
  }, []);

  return {
    found,
    progress,
    problem,
    isStopped,
    stop: () => {
      now.current.isToStop = true;
    },
    again,
    run: async (work) => {
      let value: Awaited<ReturnType<typeof work>> | undefined;
      await exclusively(async () => {
        value = await work(watch);
        setProblem(value.ok ? undefined : value.problem);
        if (!now.current.isToStop) await check();
      });
      return value?.ok ? value.value : undefined;
    },
  };
}

async function checkWithSpace(engine: Engine, watch: Watch): Promise<Result<Checked | undefined>> {
  const checked = await engine.ask('checkMediaNow', {}, watch);
  const space = await engine.ask('spaceToFree');
  if (!checked.ok) return checked;
  if (!space.ok) return space;
  return ok(checked.value && { check: checked.value, space: space.value });
}
