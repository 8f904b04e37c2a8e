import { useCallback, useState } from 'react';
import type { Engine } from '../../engine/engine.ts';
import { useEngine } from '../engine.tsx';
import { useLatest } from '../kit/hooks/use-latest.ts';
import { useQuery } from '../live.ts';

/**
 * For a button that takes back what was just done: undo takes back the newest step, whatever that is by
 * then. `isNewest`: what was done last under `note` still is.
 */
export function useOwnStep(): {
  readonly isNewest: boolean;
  /** Does `work` and notes what it did to the log. */
  readonly note: <Done>(work: () => Promise<Done>) => Promise<Done>;
} {
  const engine = useEngine();
  const last = useQuery('lastOperation');
  const latest = useLatest(last);
  const [own, setOwn] = useState<{ readonly id: string; readonly seen: string | undefined }>();
  const note = useCallback(
    async <Done>(work: () => Promise<Done>): Promise<Done> => {
      const before = await newestStep(engine);
      const done = await work();
      const id = await newestStep(engine);
      // What is watched can be a moment behind.
      setOwn(id === undefined || id === before ? undefined : { id, seen: latest.current });
      return done;
    },
    [engine, latest],
  );
  return { isNewest: own !== undefined && (last === own.id || last === own.seen), note };
}

async function newestStep(engine: Engine): Promise<string | undefined> {
  const last = await engine.ask('lastOperation');
  return last.ok ? last.value : undefined;
}
