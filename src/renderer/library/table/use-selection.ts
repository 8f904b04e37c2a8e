import { useCallback, useEffect, useState } from 'react';
import type { FoundRows } from '../../../domain/library/library.ts';
import type { Going, Selection, SelectionControl } from '../../kit/grid/selection.ts';
import { between, carriedOver, isIn, NO_SPANS, sizeOf, toggled } from '../../kit/grid/spans.ts';

/** A selection and the listing whose places it speaks of. */
interface Kept extends Selection {
  readonly token: string | undefined;
  readonly text: string | undefined;
  readonly mode: string | undefined;
  readonly total: number;
}

const NOTHING_CHOSEN = { chosen: NO_SPANS, cursor: 0, anchor: 0 };
const NO_LISTING: Kept = {
  ...NOTHING_CHOSEN,
  token: undefined,
  text: undefined,
  mode: undefined,
  total: 0,
};

/**
 * The rows chosen of `found`, the listing for the search `text`. Asked anew, the same search keeps
 * the same rows chosen, by their ids (`idsOf` a listing's token; where they are forgotten, all of all
 * and none of some); another search begins with none.
 */
export function useSelection(
  found: FoundRows | undefined,
  text: string,
  idsOf: (token: string) => Promise<readonly string[]>,
): SelectionControl {
  const [kept, setKept] = useState(NO_LISTING);
  const total = found?.total ?? 0;
  const isOfFound = kept.token === found?.token;

  useEffect(() => {
    if (!found || kept.token === found.token) return;
    const { token, mode, total } = found;
    const isSame = kept.text === text && kept.mode === mode;
    if (!isSame || kept.chosen.length === 0) {
      const place = isSame ? { cursor: kept.cursor, anchor: kept.cursor } : {};
      setKept({ ...NOTHING_CHOSEN, ...place, token, text, mode, total });
      return;
    }
    let isCurrent = true;
    const old = kept.token === undefined ? [] : idsOf(kept.token);
    void Promise.all([old, idsOf(token)])
      .then(([before, now]) => carried(kept, before, now))
      .catch(() => NOTHING_CHOSEN)
      .then((selection) => {
        if (isCurrent) setKept({ ...selection, token, text, mode, total });
      });
    return () => {
      isCurrent = false;
    };
  }, [found, text, kept, idsOf]);

  /** Changes the selection of the listing on screen, and of no other. */
  const change = useCallback(
    (work: (was: Selection) => Selection) => {
      setKept((was) => (was.token === found?.token ? { ...was, ...work(was) } : was));
    },
    [found],
  );
  const goTo = useCallback(
    (place: number, going: Going) => {
      if (total === 0) return;
      const cursor = Math.max(0, Math.min(total - 1, place));
      change((was) => {
        if (going === 'keep') return { ...was, cursor, anchor: cursor };
        if (going === 'extend') return { ...was, chosen: between(was.anchor, cursor), cursor };
        return { chosen: between(cursor, cursor), cursor, anchor: cursor };
      });
    },
    [total, change],
  );
  const toggle = useCallback(
    (place: number) => {
      change((was) => ({ chosen: toggled(was.chosen, place), cursor: place, anchor: place }));
    },
    [change],
  );
  const chooseAll = useCallback(() => {
    if (total > 0) change((was) => ({ ...was, chosen: between(0, total - 1) }));
  }, [total, change]);
  const chooseNone = useCallback(() => change((was) => ({ ...was, chosen: NO_SPANS })), [change]);

  return {
    chosen: isOfFound ? kept.chosen : NO_SPANS,
    cursor: Math.min(kept.cursor, Math.max(0, total - 1)),
    anchor: kept.anchor,
    goTo,
    toggle,
    chooseAll,
    chooseNone,
  };
}

/** The same rows in a new order; where a lone chosen one is gone, the one now in its place. */
function carried(was: Kept, before: readonly string[], now: readonly string[]): Selection {
  if (before.length < was.total) {
    const isAll = sizeOf(was.chosen) === was.total && now.length > 0;
    const cursor = Math.min(was.cursor, Math.max(0, now.length - 1));
    return { chosen: isAll ? between(0, now.length - 1) : NO_SPANS, cursor, anchor: cursor };
  }
  const chosen = carriedOver(was.chosen, before, now);
  const id = before[was.cursor];
  const place = id === undefined ? -1 : now.indexOf(id);
  const cursor = place === -1 ? Math.max(0, Math.min(was.cursor, now.length - 1)) : place;
  const isLost = chosen.length === 0 && isIn(was.chosen, was.cursor) && now.length > 0;
  return { chosen: isLost ? between(cursor, cursor) : chosen, cursor, anchor: cursor };
}
