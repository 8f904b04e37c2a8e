import { type ReactNode, useState } from 'react';
import { count } from '../text/format.ts';

/** So many are drawn at first, and each time that more are asked for. */
const AT_ONCE = 100;

/**
 * The first of `rows`, and a button for more where there are: a list that can grow never draws all
 * of itself by itself (LARGE-1). `one`: what a row is called, as for `count`; `atFirst`: rows that are
 * drawn before more are asked for.
 */
export function useFirst<Row>(
  rows: readonly Row[],
  one: string,
  many?: string,
  atFirst = AT_ONCE,
): { readonly first: readonly Row[]; readonly more: ReactNode } {
  const [shown, setShown] = useState(atFirst);
  const rest = rows.length - shown;
  return {
    first: rest > 0 ? rows.slice(0, shown) : rows,
    more: rest > 0 && (
      <p className="actions">
        <button type="button" className="quiet" onClick={() => setShown(shown + AT_ONCE)}>
          Show {Math.min(rest, AT_ONCE)} of{' '}
          {count(rest, `more ${one}`, `more ${many ?? `${one}s`}`)}
        </button>
      </p>
    ),
  };
}
