import { useEffect, useState } from 'react';
import type { LibraryCounts } from '../../domain/library/library.ts';
import type { Vocabulary } from '../../domain/search/complete.ts';
import { useDeps } from '../deps.tsx';

/** Counting looks at every card: after a run of changes, once is enough. */
const PAUSE_MILLIS = 250;

export interface Overview {
  readonly counts: LibraryCounts;
  readonly vocabulary: Vocabulary;
}

/** The side tree's numbers and the names there are, kept up; undefined until there is an index. */
export function useOverview(): Overview | undefined {
  const { library } = useDeps();
  const [overview, setOverview] = useState<Overview>();
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = async (): Promise<void> => {
      const [counts, vocabulary] = await Promise.all([library.counts(), library.vocabulary()]);
      if (!isOver) setOverview({ counts, vocabulary });
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
