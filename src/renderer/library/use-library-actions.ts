import { useAtHand } from '../actions/use-at-hand.ts';
import { BURY, DELETE, FORGET } from './bulk/simple-changes.ts';
import type { Bulk } from './bulk/use-bulk.tsx';

/** What can be done to the chosen rows; the keys are those of the review where they mean the same. */
export function useLibraryActions(props: {
  readonly bulk: Bulk;
  readonly onFind: () => void;
  readonly onSearch: (text: string) => void;
  readonly onEdit: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}): void {
  const { bulk } = props;
  useAtHand({
    find: props.onFind,
    search: props.onSearch,
    edit: props.onEdit,
    undo: props.onUndo,
    redo: props.onRedo,
    info: () => bulk.open({ kind: 'info' }),
    mark: bulk.toggleMark,
    suspendCard: bulk.toggleSuspend,
    buryCard: () => bulk.change(BURY),
    setDue: () => bulk.open({ kind: 'due' }),
    forget: () => bulk.change(FORGET),
    deleteNotes: () => bulk.change(DELETE),
    moveToDeck: () => bulk.open({ kind: 'deck' }),
    addTags: () => bulk.open({ kind: 'add-tags' }),
    removeTags: () => bulk.open({ kind: 'remove-tags' }),
    replace: () => bulk.open({ kind: 'replace' }),
    exportNotes: () => bulk.open({ kind: 'export' }),
    flag: bulk.toggleFlag,
  });
}
