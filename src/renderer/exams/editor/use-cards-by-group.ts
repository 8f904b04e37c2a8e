import { useEffect, useState } from 'react';
import type { CardsByGroup } from '../../../domain/exam/cards-by-group.ts';
import { useEngine } from '../../engine.tsx';
import { useQuery } from '../../live.ts';

/**
 * What can be chosen, by how many cards it holds, as the planner counts: it has the cards already. Kept
 * up; undefined until first counted. Where they cannot be counted, the exam's outlook says why.
 */
export function useCardsByGroup(): CardsByGroup | undefined {
  const engine = useEngine();
  const lastOperation = useQuery('lastOperation');
  const [counts, setCounts] = useState<CardsByGroup>();
  useEffect(() => {
    // Asked before it is known, all would be counted twice.
    if (lastOperation === undefined) return;
    let isOld = false;
    const count = async (): Promise<void> => {
      const counted = await engine.ask('cardsByGroup', null);
      if (!isOld && counted.ok) setCounts(counted.value);
    };
    // The database was closed meanwhile, which the program says by itself.
    count().catch(() => {});
    return () => {
      isOld = true;
    };
  }, [engine, lastOperation]);
  return counts;
}
