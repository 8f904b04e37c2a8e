import { useEffect, useMemo, useReducer } from 'react';
import type { FoundRows, LibraryRow } from '../../../domain/library/library.ts';
import { useEngine } from '../../engine.tsx';
import type { GridRows } from '../../kit/grid/grid.tsx';
import { RowPages } from './row-pages.ts';

export type ShownRows = GridRows<LibraryRow>;

/**
 * The rows of a listing, read as they come into view and again when something changes. `onForgotten`
 * is called where the library no longer knows the listing, so that it is asked for anew.
 */
export function useRows(found: FoundRows | undefined, onForgotten: () => void): ShownRows {
  const engine = useEngine();
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const token = found?.token;
  const total = found?.total ?? 0;
  const pages = useMemo(() => {
    const read = async (from: number, to: number): Promise<readonly LibraryRow[]> => {
      if (token === undefined) return [];
      const read = await engine.ask('rows', { token, from, to });
      const rows = read.ok ? read.value : [];
      if (rows.length === 0 && from < total) onForgotten();
      return rows;
    };
    return new RowPages(read, redraw);
  }, [engine, token, total, onForgotten]);
  useEffect(
    () =>
      engine.onLibraryChange(() => {
        pages.outdate();
        redraw();
      }),
    [engine, pages],
  );
  return pages;
}
