import { useCallback, useEffect, useRef, useState } from 'react';
import type { FindRequest, FoundRows, FindProblem, Sort } from '../../domain/library/library.ts';
import { useEngine } from '../engine.tsx';
import { useLatest } from '../kit/hooks/use-latest.ts';

/** How long after the last key a search is asked; so long, typing is a run of keys. */
const PAUSE_MILLIS = 120;

/** How a listing is sorted before a person sorts it otherwise. */
export const NEWEST_FIRST: Sort = { column: 'added', descending: true };

/** What the library shows for what is asked of it. */
export interface SearchFinding {
  /** The newest listing; a search that cannot be read leaves the one before. */
  readonly found: FoundRows | undefined;
  /** What `found` is the answer to. */
  readonly of: FindRequest | undefined;
  /** Why the newest search has no answer. */
  readonly problem: FindProblem | undefined;
  readonly isBusy: boolean;
}

const NOTHING_YET: SearchFinding = {
  found: undefined,
  of: undefined,
  problem: undefined,
  isBusy: true,
};

/** Asks the library, a short while after the last change of `request`; the newest answer counts. */
export function useFinding(request: FindRequest): SearchFinding & { readonly again: () => void } {
  const engine = useEngine();
  const [finding, setFinding] = useState(NOTHING_YET);
  const newest = useRef(0);
  const latest = useLatest(request);
  const { text, mode, sort } = request;

  const ask = useCallback(async (): Promise<void> => {
    const asked = latest.current;
    const turn = ++newest.current;
    setFinding((before) => ({ ...before, isBusy: true }));
    // A search that nobody waits for any more is stopped at its next turn.
    const result = await engine.ask('find', asked, () => turn === newest.current);
    if (turn !== newest.current) return;
    setFinding((before) =>
      result.ok
        ? { found: result.value, of: asked, problem: undefined, isBusy: false }
        : { ...before, problem: result.problem, isBusy: false },
    );
  }, [engine, latest]);

  const lastText = useRef<string>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each of these
  useEffect(() => {
    const isTyping = lastText.current !== undefined && lastText.current !== text;
    lastText.current = text;
    const timer = setTimeout(() => void ask(), isTyping ? PAUSE_MILLIS : 0);
    return () => clearTimeout(timer);
  }, [ask, text, mode, sort]);
  useEffect(
    () => () => {
      newest.current = -1;
    },
    [],
  );

  return { ...finding, again: useCallback(() => void ask(), [ask]) };
}
