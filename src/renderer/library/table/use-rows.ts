import { useEffect, useMemo, useReducer } from 'react';
import type { Found, LibraryRow } from '../../../domain/library/library.ts';
import type { GridRows } from '../../kit/grid/grid.tsx';
import { useDeps } from '../../deps.tsx';
import { RowPages } from './row-pages.ts';

export type Rows = GridRows<LibraryRow>;

/**
 * The rows of a listing, read as they come into view and again when something changes. `onForgotten`
 * is called where the library no longer knows the listing, so that it is asked for anew.
 */
export function useRows(found: Found | undefined, onForgotten: () => void): Rows {
  const { library } = useDeps();
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const token = found?.token;
  const total = found?.total ?? 0;
  const pages = useMemo(() => {
    const read = async (from: number, to: number): Promise<readonly LibraryRow[]> => {
      const rows = token === undefined ? [] : await library.rows(token, from, to);
      if (rows.length === 0 && from < total) onForgotten();
      return rows;
    };
    return new RowPages(read, redraw);
  }, [library, token, total, onForgotten]);
  useEffect(
    () =>
      library.onChange(() => {
        pages.outdate();
        redraw();
      }),
    [library, pages],
  );
  return pages;
}
