import { type ReactNode, useState } from 'react';
import { t } from '../../../kernel/texts.ts';

/** So many are drawn at first, and each time that more are asked for. */
const AT_ONCE = 100;

/**
 * The first of `rows`, and a button for more where there are: a list that can grow never draws all
 * of itself by itself (LARGE-1). `more`: so many more rows, in words; `atFirst`: rows that are drawn
 * before more are asked for.
 */
export function useFirst<Row>(
  rows: readonly Row[],
  more: (rows: number) => string,
  atFirst = AT_ONCE,
): { readonly first: readonly Row[]; readonly more: ReactNode } {
  const [shown, setShown] = useState(atFirst);
  const rest = rows.length - shown;
  return {
    first: rest > 0 ? rows.slice(0, shown) : rows,
    more: rest > 0 && (
      <p className="actions">
        <button type="button" className="quiet" onClick={() => setShown(shown + AT_ONCE)}>
          {t`Show ${Math.min(rest, AT_ONCE)} of ${more(rest)}`}
        </button>
      </p>
    ),
  };
}
