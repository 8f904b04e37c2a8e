import { useEffect, useState } from 'react';
import type { NoteId } from '../../../../kernel/ids.ts';
import type { Problem, Result } from '../../../../kernel/problem.ts';
import {
  planReplace,
  type ReplacePlan,
  type ReplaceRequest,
} from '../../../../domain/replace/plan-replace.ts';
import { eachNotePage } from '../../../../engine/commands/chosen-notes.ts';
import type { Deps } from '../../../../engine/commands/deps.ts';
import { useDeps } from '../../../deps.tsx';

/** A plan is begun so long after the last key. */
const PAUSE_MILLIS = 250;
/** Notes looked at before the screen gets its turn. */
const AT_ONCE = 100;
const TURN_MILLIS = 40;
const MOST_SAMPLES = 50;

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
  const deps = useDeps();
  const [planning, setPlanning] = useState<Planning>({ kind: 'none' });
  const { find, replaceWith, isRegex, matchCase, fieldId } = request;
  useEffect(() => {
    const asked = {
      find,
      replaceWith,
      isRegex,
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
      if (find !== '') void planByTurns(deps, asked, noteIds, tell);
    }, PAUSE_MILLIS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [deps, find, replaceWith, isRegex, matchCase, fieldId, noteIds]);
  return planning;
}

/** Stops as soon as `tell` says that nobody waits for it any more. */
async function planByTurns(
  deps: Deps,
  request: ReplaceRequest,
  noteIds: readonly NoteId[] | undefined,
  tell: (state: Planning) => boolean,
): Promise<void> {
  let plan: ReplacePlan = { edits: [], occurrences: 0, samples: [] };
  let looked = 0;
  let began = performance.now();
  let isOver = false;
  const read = await eachNotePage(deps, noteIds, async (page) => {
    for (let from = 0; from < page.length; from += AT_ONCE) {
      const part: Result<ReplacePlan> = planReplace(request, page.slice(from, from + AT_ONCE));
      if (!part.ok) {
        tell({ kind: 'problem', problem: part.problem });
        isOver = true;
        return false;
      }
      plan = joined(plan, part.value);
      looked += Math.min(AT_ONCE, page.length - from);
      if (performance.now() - began < TURN_MILLIS) continue;
      isOver = !tell({ kind: 'busy', looked });
      if (isOver) return false;
      await new Promise((resolve) => setTimeout(resolve));
      began = performance.now();
    }
    return true;
  });
  if (isOver) return;
  tell(read.ok ? { kind: 'plan', plan } : { kind: 'problem', problem: read.problem });
}

function joined(one: ReplacePlan, other: ReplacePlan): ReplacePlan {
  if (other.edits.length === 0) return one;
  return {
    edits: [...one.edits, ...other.edits],
    occurrences: one.occurrences + other.occurrences,
    samples: [...one.samples, ...other.samples].slice(0, MOST_SAMPLES),
  };
}
