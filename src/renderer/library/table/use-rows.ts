import { useEffect, useMemo, useReducer } from 'react';
import type { Found, LibraryRow } from '../../../domain/library/library.ts';
import { useDeps } from '../../deps.tsx';
import { RowPages } from './row-pages.ts';

export interface Rows {
  at(place: number): LibraryRow | undefined;
  /** Says which rows are on screen, so that they are read. */
  want(first: number, last: number): void;
}

/** The rows of a listing, read as they come into view and again when something changes. */
export function useRows(found: Found | undefined): Rows {
  const { library } = useDeps();
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const token = found?.token;
  const pages = useMemo(() => {
    const read = async (from: number, to: number): Promise<readonly LibraryRow[]> =>
      token === undefined ? [] : library.rows(token, from, to);
    return new RowPages(read, redraw);
  }, [library, token]);
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
