import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import type { Engine } from '../engine/engine.ts';
import type { Problem } from '../kernel/problem.ts';
import { ProblemNote } from './kit/page/problem-note.tsx';

/** Tells what is wrong with the question of `asker`; undefined: nothing any more. */
type Report = (asker: string, problem: Problem | undefined) => void;

interface Provided {
  readonly engine: Engine;
  readonly report: Report;
}

const EngineContext = createContext<Provided | undefined>(undefined);
const NO_PROBLEMS: ReadonlyMap<string, Problem> = new Map();

/** Gives the screens the engine, and says above them where a live query cannot be read. */
export function EngineProvider(props: { readonly engine: Engine; readonly children: ReactNode }) {
  const { engine } = props;
  const [problems, setProblems] = useState(NO_PROBLEMS);
  const report: Report = useCallback((asker, problem) => {
    setProblems((before) => {
      if (!problem && !before.has(asker)) return before;
      const after = new Map(before);
      if (problem) after.set(asker, problem);
      else after.delete(asker);
      return after;
    });
  }, []);
  const provided = useMemo(() => ({ engine, report }), [engine, report]);
  const [problem] = problems.values();
  return (
    <EngineContext value={provided}>
      {problem && <ProblemNote problem={problem} />}
      {props.children}
    </EngineContext>
  );
}

/** What a screen asks and has done; main.tsx puts it together. */
export function useEngine(): Engine {
  return useProvided().engine;
}

/** How a live query that cannot be read is said, for live.ts. */
export function useReport(): Report {
  return useProvided().report;
}

function useProvided(): Provided {
  const provided = useContext(EngineContext);
  if (!provided) throw new Error('no engine above this component');
  return provided;
}
