import { useEffect, useState } from 'react';
import type { NoteId } from '../../../../kernel/ids.ts';
import type { Problem } from '../../../../kernel/problem.ts';
import type { ReplacePlan, ReplaceRequest } from '../../../../domain/replace/plan-replace.ts';
import type { Engine } from '../../../../engine/engine.ts';
import { useEngine } from '../../../engine.tsx';

/** A plan is begun so long after the last key. */
const PAUSE_MILLIS = 250;
/** After so long the screen gets its turn. */
const TURN_MILLIS = 40;

export type Planning =
  | { readonly kind: 'none' }
  | { readonly kind: 'busy'; readonly looked: number }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'plan'; readonly plan: ReplacePlan };

/** What `request` would change in the notes `noteIds` (all notes where undefined), worked out by turns. */
export function useReplacePlan(
  request: ReplaceRequest,
  noteIds: readonly NoteId[] | undefined,
): Planning {
  const engine = useEngine();
  const [planning, setPlanning] = useState<Planning>({ kind: 'none' });
  const { find, replaceWith, isRegex, inHtml, matchCase, fieldId } = request;
  useEffect(() => {
    const asked = {
      find,
      replaceWith,
      isRegex,
      inHtml,
      matchCase,
      ...(fieldId === undefined ? {} : { fieldId }),
    };
    let isCurrent = true;
    const tell = (state: Planning): boolean => {
      if (isCurrent) setPlanning(state);
      return isCurrent;
    };
    tell(find === '' ? { kind: 'none' } : { kind: 'busy', looked: 0 });
    const timer = setTimeout(() => {
      if (find !== '') void planByTurns(engine, asked, noteIds, tell);
    }, PAUSE_MILLIS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [engine, find, replaceWith, isRegex, inHtml, matchCase, fieldId, noteIds]);
  return planning;
}

/** Stops as soon as `tell` says that nobody waits for it any more. */
async function planByTurns(
  engine: Engine,
  request: ReplaceRequest,
  noteIds: readonly NoteId[] | undefined,
  tell: (state: Planning) => boolean,
): Promise<void> {
  let began = performance.now();
  const planned = await engine.ask('replacePlan', { request, noteIds }, async (looked) => {
    if (performance.now() - began < TURN_MILLIS) return true;
    if (!tell({ kind: 'busy', looked })) return false;
    await new Promise((resolve) => setTimeout(resolve));
    began = performance.now();
    return true;
  });
  if (!planned.ok) tell({ kind: 'problem', problem: planned.problem });
  else if (planned.value) tell({ kind: 'plan', plan: planned.value });
}
