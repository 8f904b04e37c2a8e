import { useCallback, useEffect, useRef, useState } from 'react';
import type { FindRequest, FindResult, Found, Sort } from '../../domain/library/library.ts';
import { useDeps } from '../deps.tsx';
import { useLatest } from '../kit/hooks/use-latest.ts';

/** How long after the last key a search is asked; so long, typing is a run of keys. */
const PAUSE_MILLIS = 120;

/** How a listing is sorted before a person sorts it otherwise. */
export const NEWEST_FIRST: Sort = { column: 'added', descending: true };

export type FindProblem = Extract<FindResult, { ok: false }>['problem'];

/** What the library shows for what is asked of it. */
export interface Finding {
  /** The newest listing; a search that cannot be read leaves the one before. */
  readonly found: Found | undefined;
  /** What `found` is the answer to. */
  readonly of: FindRequest | undefined;
  /** Why the newest search has no answer. */
  readonly problem: FindProblem | undefined;
  readonly isBusy: boolean;
}

const NOTHING_YET: Finding = {
  found: undefined,
  of: undefined,
  problem: undefined,
  isBusy: true,
};

/** Asks the library, a short while after the last change of `request`; the newest answer counts. */
export function useFinding(request: FindRequest): Finding & { readonly again: () => void } {
  const { library } = useDeps();
  const [finding, setFinding] = useState(NOTHING_YET);
  const newest = useRef(0);
  const latest = useLatest(request);
  const { text, mode, sort } = request;

  const ask = useCallback(async (): Promise<void> => {
    const asked = latest.current;
    const turn = ++newest.current;
    setFinding((before) => ({ ...before, isBusy: true }));
    const result = await library.find(asked).catch(unanswered);
    if (turn !== newest.current) return;
    setFinding((before) =>
      result.ok
        ? { found: result, of: asked, problem: undefined, isBusy: false }
        : { ...before, problem: result.problem, isBusy: false },
    );
  }, [library, latest]);

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

function unanswered(error: unknown): FindResult {
  return {
    ok: false,
    problem: {
      what: `The search was not answered (${error instanceof Error ? error.message : error}).`,
      kept: 'Your cards are as they were.',
      todo: 'Search again; if that does not help, close Rounds and open it again.',
    },
  };
}
