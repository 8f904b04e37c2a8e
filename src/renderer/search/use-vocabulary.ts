import { useEffect, useState } from 'react';
import type { Vocabulary } from '../../domain/search/complete.ts';
import { useEngine } from '../engine.tsx';

/** The names that a search can be completed with, kept up; undefined until there is an index. */
export function useVocabulary(): Vocabulary | undefined {
  const engine = useEngine();
  const [vocabulary, setVocabulary] = useState<Vocabulary>();
  useEffect(() => {
    let newest = 0;
    const read = async (): Promise<void> => {
      const turn = ++newest;
      const names = await engine.ask('vocabulary');
      if (turn === newest && names.ok) setVocabulary(names.value);
    };
    void read();
    const stop = engine.onLibraryChange(() => void read());
    return () => {
      newest = -1;
      stop();
    };
  }, [engine]);
  return vocabulary;
}
