import { useEffect, useState } from 'react';
import type { ExamLine } from '../../domain/exam/day/day-plan.ts';
import { useQuery, useStudyDay } from '../live.ts';
import { useEngine } from '../engine.tsx';

const NONE: ReadonlyMap<string, ExamLine> = new Map();

/** The exams ahead as today's plan sees them, by id: kept up with every operation and study day. */
export function useExamLines(isWanted: boolean): ReadonlyMap<string, ExamLine> {
  const engine = useEngine();
  const lastOperation = useQuery('lastOperation');
  const today = useStudyDay()?.today;
  const [lines, setLines] = useState(NONE);
  useEffect(() => {
    if (!isWanted || lastOperation === undefined || today === undefined) return;
    let isGone = false;
    engine
      .run('planDay')
      .then((planned) => {
        if (isGone || !planned.ok) return;
        setLines(new Map(planned.value.exams.map((line) => [line.overlayId, line])));
      })
      // The database was closed meanwhile, which the program says by itself.
      .catch(() => {});
    return () => {
      isGone = true;
    };
  }, [engine, isWanted, lastOperation, today]);
  return lines;
}
