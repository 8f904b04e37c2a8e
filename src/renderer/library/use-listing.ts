import { useCallback, useMemo } from 'react';
import type {
  FindRequest,
  FoundRows,
  LibraryRow,
  FindProblem,
} from '../../domain/library/library.ts';
import { useEngine } from '../engine.tsx';
import { NEWEST_FIRST } from '../search/use-finding.ts';
import { type ShownRows, useRows } from './table/use-rows.ts';
import { useFinding } from '../search/use-finding.ts';

const FIRST_TOKEN = 'first';

/** What the table lists. */
export interface Listing {
  readonly found: FoundRows | undefined;
  /** The search that `found` answers. */
  readonly text: string;
  readonly rows: ShownRows;
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
  const engine = useEngine();
  const finding = useFinding(request);
  const isFirst = finding.found === undefined;
  const isStandIn = isFirst && first && first.length > 0 && isNewestFirst(request);
  const stands = isStandIn ? first : undefined;
  const again = finding.again;
  const read = useRows(finding.found, again);

  const rows: ShownRows = useMemo(
    () => (stands ? { at: (place) => stands[place], want: () => {} } : read),
    [stands, read],
  );
  const found = useMemo(
    () => finding.found ?? (stands && firstFound(request.mode, stands)),
    [finding.found, stands, request.mode],
  );
  const idsOf = useCallback(
    async (token: string): Promise<readonly string[]> => {
      if (token === FIRST_TOKEN) return (first ?? []).map((row) => row.id);
      const ids = await engine.ask('ids', { token });
      return ids.ok ? ids.value : [];
    },
    [first, engine],
  );
  const { of } = finding;
  const idsAnew = useCallback(async (): Promise<readonly string[]> => {
    const anew = of && (await engine.ask('find', of));
    const ids = anew?.ok ? await engine.ask('ids', { token: anew.value.token }) : undefined;
    return ids?.ok ? ids.value : [];
  }, [of, engine]);
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

function firstFound(mode: FoundRows['mode'], rows: readonly LibraryRow[]): FoundRows {
  const notes = new Set(rows.map((row) => row.noteId)).size;
  return {
    token: FIRST_TOKEN,
    mode,
    total: rows.length,
    cards: rows.length,
    notes,
    explanation: 'All cards.',
  };
}
