import { useCallback, useMemo } from 'react';
import type { FindRequest, Found, LibraryRow } from '../../domain/library/library.ts';
import { useDeps } from '../deps.tsx';
import { type Rows, useRows } from './table/use-rows.ts';
import { type FindProblem, NEWEST_FIRST, useFinding } from '../search/use-finding.ts';

const FIRST_TOKEN = 'first';

/** What the table lists. */
export interface Listing {
  readonly found: Found | undefined;
  /** The search that `found` answers. */
  readonly text: string;
  readonly rows: Rows;
  /** The newest notes, listed until the index is there. */
  readonly isFirst: boolean;
  readonly problem: FindProblem | undefined;
  readonly isBusy: boolean;
  readonly again: () => void;
  readonly idsOf: (token: string) => Promise<readonly string[]>;
  /** The ids of `found`'s search as it finds now, for when its listing is forgotten. */
  readonly idsAnew: () => Promise<readonly string[]>;
}

/**
 * The listing for `request`. Until the index has been read, `first`, the newest notes read straight
 * from the database, stands in for it, in the order that the listing has.
 */
export function useListing(
  request: FindRequest,
  first: readonly LibraryRow[] | null | undefined,
): Listing {
  const { library } = useDeps();
  const finding = useFinding(request);
  const isFirst = finding.found === undefined;
  const isStandIn = isFirst && first && first.length > 0 && isNewestFirst(request);
  const stands = isStandIn ? first : undefined;
  const again = finding.again;
  const read = useRows(finding.found, again);

  const rows: Rows = useMemo(
    () => (stands ? { at: (place) => stands[place], want: () => {} } : read),
    [stands, read],
  );
  const found = useMemo(
    () => finding.found ?? (stands && firstFound(request.mode, stands)),
    [finding.found, stands, request.mode],
  );
  const idsOf = useCallback(
    async (token: string): Promise<readonly string[]> =>
      token === FIRST_TOKEN ? (first ?? []).map((row) => row.id) : library.ids(token),
    [first, library],
  );
  const { of } = finding;
  const idsAnew = useCallback(async (): Promise<readonly string[]> => {
    const anew = of && (await library.find(of));
    return anew?.ok ? library.ids(anew.token) : [];
  }, [of, library]);
  return {
    found,
    text: finding.of?.text ?? request.text,
    rows,
    isFirst,
    problem: finding.problem,
    isBusy: finding.isBusy,
    again,
    idsOf,
    idsAnew,
  };
}

function isNewestFirst({ text, sort }: FindRequest): boolean {
  const { column, descending } = NEWEST_FIRST;
  return text.trim() === '' && sort.column === column && sort.descending === descending;
}

function firstFound(mode: Found['mode'], rows: readonly LibraryRow[]): Found {
  const notes = new Set(rows.map((row) => row.noteId)).size;
  return {
    ok: true,
    token: FIRST_TOKEN,
    mode,
    total: rows.length,
    cards: rows.length,
    notes,
    explanation: 'All cards.',
  };
}
