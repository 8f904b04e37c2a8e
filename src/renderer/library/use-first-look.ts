import { useCallback, useEffect, useRef, useState } from 'react';
import type { LibraryRow, Mode } from '../../domain/library/library.ts';
import { useEngine } from '../engine.tsx';

/** A screenful: the first thing that is seen. */
const FIRST_NOTES = 40;
/** Notes read at a time while a person goes on down the list. */
const MORE_NOTES = 200;
/** Further down than this, the index is there sooner. */
const MOST_NOTES = 2_000;

/** The newest notes of the whole collection, read straight from the database, before there is an index. */
export interface FirstLook {
  /** null: they could not be read; undefined: not yet. */
  readonly rows: readonly LibraryRow[] | null | undefined;
  /** How many rows there are in all, once that is known. */
  readonly total: number | undefined;
  /** Reads on until the row at `last` is there. */
  readonly want: (last: number) => void;
}

interface Read {
  readonly mode: Mode;
  readonly rows: readonly LibraryRow[] | null;
  /** Notes behind these rows. */
  readonly notes: number;
  readonly total?: number | undefined;
}

export function useFirstLook(mode: Mode): FirstLook {
  const engine = useEngine();
  const [read, setRead] = useState<Read>();
  const isReading = useRef(false);
  const current = read?.mode === mode ? read : undefined;

  useEffect(() => {
    let isOver = false;
    void (async () => {
      const first = await engine.ask('firstRows', { mode, limit: FIRST_NOTES });
      if (isOver) return;
      setRead({ mode, rows: first.ok ? first.value : null, notes: FIRST_NOTES });
      const total = await engine.ask('libraryTotal', { mode });
      if (isOver || !total.ok) return;
      setRead((was) => was && { ...was, total: total.value });
    })();
    return () => {
      isOver = true;
    };
  }, [engine, mode]);

  const want = useCallback(
    (last: number) => {
      if (!current?.rows || last < current.rows.length || isReading.current) return;
      const { notes: from, rows } = current;
      const isWithinReach = last < (rows.length / from) * MOST_NOTES && from < MOST_NOTES;
      if (!isWithinReach || rows.length >= (current.total ?? rows.length)) return;
      isReading.current = true;
      const to = from + MORE_NOTES;
      void engine.ask('firstRows', { mode, limit: to, from }).then((more) => {
        isReading.current = false;
        setRead((was) => {
          if (was?.mode !== mode || was.notes !== from || !was.rows) return was;
          return { ...was, rows: [...was.rows, ...(more.ok ? more.value : [])], notes: to };
        });
      });
    },
    [engine, mode, current],
  );
  return { rows: current?.rows, total: current?.total, want };
}
