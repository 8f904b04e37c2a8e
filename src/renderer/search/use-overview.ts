import { useEffect, useState } from 'react';
import type { LibraryCounts, SearchCounts } from '../../domain/library/library.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';
import { useDeps } from '../deps.tsx';

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
  const { library } = useDeps();
  const [overview, setOverview] = useState<Overview>();
  useEffect(() => {
    let isOver = false;
    let newest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const turn = ++newest;
      const [counts, vocabulary] = await Promise.all([library.counts(), library.vocabulary()]);
      if (isOver || turn !== newest) return;
      setOverview((before) => ({
        counts,
        vocabulary,
        searchCounts: before?.searchCounts ?? {},
      }));
      const searchCounts = await library.searchCounts();
      if (isOver || turn !== newest) return;
      setOverview({ counts, vocabulary, searchCounts });
    };
    const soon = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => void read(), PAUSE_MILLIS);
    };
    void read();
    const stop = library.onChange(soon);
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, [library]);
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
