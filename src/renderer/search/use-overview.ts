import { useEffect, useState } from 'react';
import type { LibraryCounts, SearchCounts } from '../../domain/library/library.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';
import { useEngine } from '../engine.tsx';

/** Counting looks at every card: after a run of changes, once is enough. */
const PAUSE_MILLIS = 250;

export interface Overview {
  readonly counts: LibraryCounts;
  readonly vocabulary: Vocabulary;
  /** Of the saved searches, which take longer to count: those of before until then. */
  readonly searchCounts: SearchCounts;
}

/** The side tree's numbers and the names there are, kept up; undefined until there is an index. */
export function useOverview(): Overview | undefined {
  const engine = useEngine();
  const [overview, setOverview] = useState<Overview>();
  useEffect(() => {
    let isOver = false;
    let newest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const turn = ++newest;
      const [counts, vocabulary] = await Promise.all([
        engine.ask('counts'),
        engine.ask('vocabulary'),
      ]);
      // The search itself says what is wrong with the library.
      if (isOver || turn !== newest || !counts.ok || !vocabulary.ok) return;
      setOverview((before) => ({
        counts: counts.value,
        vocabulary: vocabulary.value,
        searchCounts: before?.searchCounts ?? {},
      }));
      const searchCounts = await engine.ask('searchCounts');
      if (isOver || turn !== newest || !searchCounts.ok) return;
      setOverview((before) => before && { ...before, searchCounts: searchCounts.value });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), PAUSE_MILLIS);
    };
    void read();
    const stop = engine.onLibraryChange(soon);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [engine]);
  return overview;
}

export const NO_VOCABULARY: Vocabulary = {
  decks: [],
  tags: [],
  types: [],
  templates: [],
  presets: [],
  fields: [],
};
