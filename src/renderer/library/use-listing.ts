import { useCallback, useMemo } from 'react';
import type {
  FindRequest,
  FoundRows,
  LibraryRow,
  FindProblem,
} from '../../domain/library/library.ts';
import type { Engine } from '../../engine/engine.ts';
import { t } from '../../kernel/texts.ts';
import { useEngine } from '../engine.tsx';
import { NEWEST_FIRST } from '../search/use-finding.ts';
import type { FirstLook } from './use-first-look.ts';
import { type ShownRows, useRows } from './table/use-rows.ts';
import { useFinding } from '../search/use-finding.ts';

/** One for cards and one for notes: what is chosen among the ones says nothing of the others. */
const FIRST_TOKENS = { cards: 'first-cards', notes: 'first-notes' } as const;

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
 * The listing for `request`. Until there is an index, `first`, read straight from the database,
 * stands in for it, in the order that the listing has.
 */
export function useListing(request: FindRequest, first: FirstLook): Listing {
  const engine = useEngine();
  const { mode } = request;
  const finding = useFinding(request);
  const isFirst = finding.found === undefined;
  const hasRows = first.rows !== null && first.rows !== undefined && first.rows.length > 0;
  const stands = isFirst && hasRows && isNewestFirst(request) ? first : undefined;
  const again = finding.again;
  const read = useRows(finding.found, again);

  const rows: ShownRows = useMemo(
    () =>
      stands ? { at: (place) => stands.rows?.[place], want: (_, last) => stands.want(last) } : read,
    [stands, read],
  );
  const found = useMemo(
    () => finding.found ?? (stands && firstFound(mode, stands)),
    [finding.found, stands, mode],
  );
  const idsOf = useCallback(
    async (token: string): Promise<readonly string[]> => {
      if (token === FIRST_TOKENS[mode]) return idsOfFirst(engine, mode, first.rows ?? []);
      const ids = await engine.ask('ids', { token });
      return ids.ok ? ids.value : [];
    },
    [first.rows, mode, engine],
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

function firstFound(mode: FoundRows['mode'], { rows, total }: FirstLook): FoundRows {
  const known = rows ?? [];
  const length = Math.max(known.length, total ?? 0);
  return {
    token: FIRST_TOKENS[mode],
    mode,
    total: length,
    cards: length,
    notes: new Set(known.map((row) => row.noteId)).size,
    explanation: t`All cards.`,
  };
}

/** Of all rows: those that are shown, and the rest as the index lists them. */
async function idsOfFirst(
  engine: Engine,
  mode: FoundRows['mode'],
  shown: readonly LibraryRow[],
): Promise<readonly string[]> {
  const ids = shown.map(({ id }) => id);
  const found = await engine.ask('find', { text: '', mode, sort: NEWEST_FIRST });
  const all = found.ok ? await engine.ask('ids', { token: found.value.token }) : undefined;
  const isShown = new Set(ids);
  return [...ids, ...(all?.ok ? all.value.filter((id) => !isShown.has(id)) : [])];
}
