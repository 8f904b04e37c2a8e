import { type ReactNode, useCallback, useState } from 'react';
import type { Flag } from '../../../domain/collection/card.ts';
import type { Deck } from '../../../domain/collection/deck.ts';
import type { FoundRows, LibraryRow } from '../../../domain/library/library.ts';
import type { Vocabulary } from '../../../domain/search/complete.ts';
import { t } from '../../../kernel/texts.ts';
import { useEngine } from '../../engine.tsx';
import { KeysHeld } from '../../kit/keys/keys-held.tsx';
import { useAnnounce } from '../../kit/page/announcer.tsx';
import { type Spans, sizeOf } from '../../kit/grid/spans.ts';
import { BulkDialog, type BulkDialogKind } from './bulk-dialog.tsx';
import { type Chosen, chosenOf, sizesOf } from './chosen.ts';
import {
  flagChange,
  MARK,
  type SimpleChange,
  SUSPEND,
  sizeWords,
  UNMARK,
  UNSUSPEND,
} from './simple-changes.ts';
import type { RunJob } from '../../jobs/use-job.ts';

/** More cards or notes than this are changed only after a question. */
const MANY = 20;
const OF_ALL: ReadonlySet<BulkDialogKind['kind']> = new Set(['replace', 'duplicates', 'export']);
const NOTHING: Chosen = { cardIds: [], noteIds: [] };
/** Which rows were chosen is no longer known, and the person has been told. */
const FORGOTTEN: Chosen = { ...NOTHING };

/** What the table shows, as far as changes to it need to know. */
export interface BulkContext {
  readonly found: FoundRows | undefined;
  readonly chosen: Spans;
  /** The row with the focus: what a toggling key looks at. */
  readonly cursorRow: LibraryRow | undefined;
  readonly at: (place: number) => LibraryRow | undefined;
  readonly idsOf: (token: string) => Promise<readonly string[]>;
  readonly idsAnew: () => Promise<readonly string[]>;
  /** Asks for the listing again. */
  readonly again: () => void;
  readonly decks: readonly Deck[];
  readonly vocabulary: Vocabulary;
  readonly run: RunJob;
  readonly onSearch: (text: string) => void;
  /** What the list is of; '': everything. */
  readonly searchText: string;
}

export interface Bulk {
  /** Rows chosen. */
  readonly size: number;
  /** What a change would be done to, in words. */
  readonly sizes: { readonly cards: string; readonly notes: string };
  readonly resolve: () => Promise<Chosen>;
  readonly change: (change: SimpleChange) => void;
  readonly toggleSuspend: () => void;
  readonly toggleMark: () => void;
  readonly toggleFlag: (flag: Flag) => void;
  readonly open: (kind: BulkDialogKind) => void;
  readonly dialog: ReactNode;
}

/** Changes to the chosen rows: small ones at once, large ones after a question with their number. */
export function useBulk(context: BulkContext): Bulk {
  const { found, chosen, cursorRow, at, idsOf, idsAnew, again, run } = context;
  const engine = useEngine();
  const announce = useAnnounce();
  const [dialog, setDialog] = useState<
    { readonly kind: BulkDialogKind; readonly of: Chosen } | 'coming'
  >();

  const resolve = useCallback(async (): Promise<Chosen> => {
    if (!found) return NOTHING;
    const resolved = await chosenOf(chosen, { found, at, idsOf, idsAnew }, engine);
    if (resolved) return resolved;
    again();
    announce(t`The list had to be read again. Choose the rows once more.`);
    return FORGOTTEN;
  }, [found, chosen, at, idsOf, idsAnew, again, engine, announce]);

  /** `work` with what is chosen; where that is nothing, says so. */
  async function withChosen(work: (chosen: Chosen) => void): Promise<void> {
    const resolved = await resolve();
    if (resolved.noteIds.length > 0) work(resolved);
    else if (resolved !== FORGOTTEN) announce(t`Choose a row first.`);
  }
  function runChange(change: SimpleChange, of: Chosen): void {
    const size = sizeWords(change, of);
    run({
      doing: `${change.doing} ${size}`,
      said: `${size} ${change.done}.`,
      changesListing: change.changesListing ?? false,
      work: (watch) => change.work(engine, of, watch),
    });
  }
  function change(change: SimpleChange): void {
    void withChosen((of) => {
      const size = change.of === 'cards' ? of.cardIds.length : of.noteIds.length;
      if (size > MANY) setDialog({ kind: { kind: 'question', change }, of });
      else runChange(change, of);
    });
  }

  return {
    size: sizeOf(chosen),
    sizes: sizesOf(chosen, found?.mode ?? 'cards', at),
    resolve,
    change,
    toggleSuspend: () => change(cursorRow?.suspended ? UNSUSPEND : SUSPEND),
    toggleMark: () => change(cursorRow?.tags.includes('marked') ? UNMARK : MARK),
    toggleFlag: (flag) => change(flagChange(cursorRow?.flag === flag ? 0 : flag)),
    open(kind) {
      setDialog('coming');
      const show = (of: Chosen): void => setDialog({ kind, of });
      // These look at the whole collection where nothing is chosen.
      const shown = OF_ALL.has(kind.kind)
        ? resolve().then((of) => of !== FORGOTTEN && show(of))
        : withChosen(show);
      void shown.finally(() => setDialog((now) => (now === 'coming' ? undefined : now)));
    },
    dialog:
      dialog === 'coming' ? (
        <KeysHeld />
      ) : (
        dialog && (
          <BulkDialog
            kind={dialog.kind}
            chosen={dialog.of}
            context={context}
            onChange={(change) => runChange(change, dialog.of)}
            onClose={() => setDialog(undefined)}
          />
        )
      ),
  };
}
