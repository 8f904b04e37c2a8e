import { useCommands } from '../actions/use-commands.ts';
import { useKeys } from '../actions/use-keys.ts';
import { BURY, DELETE, FORGET } from './bulk/simple-changes.ts';
import type { Bulk } from './bulk/use-bulk.tsx';

/** The library's keys, those of the review screen where they mean the same. */
export function useLibraryKeys(props: {
  readonly bulk: Bulk;
  readonly onFind: () => void;
  readonly onEdit: () => void;
  readonly onUndo: () => void;
}): void {
  const { bulk } = props;
  useKeys({
    find: props.onFind,
    edit: props.onEdit,
    undo: props.onUndo,
    info: () => bulk.open({ kind: 'info' }),
    mark: bulk.toggleMark,
    'suspend-card': bulk.toggleSuspend,
    'bury-card': () => bulk.change(BURY),
    'set-due': () => bulk.open({ kind: 'due' }),
    forget: () => bulk.change(FORGET),
    delete: () => bulk.change(DELETE),
    'move-to-deck': () => bulk.open({ kind: 'deck' }),
    'add-tags': () => bulk.open({ kind: 'add-tags' }),
    'remove-tags': () => bulk.open({ kind: 'remove-tags' }),
    replace: () => bulk.open({ kind: 'replace' }),
    'flag-1': () => bulk.toggleFlag(1),
    'flag-2': () => bulk.toggleFlag(2),
    'flag-3': () => bulk.toggleFlag(3),
    'flag-4': () => bulk.toggleFlag(4),
    'flag-5': () => bulk.toggleFlag(5),
    'flag-6': () => bulk.toggleFlag(6),
    'flag-7': () => bulk.toggleFlag(7),
  });
  useCommands({ undo: props.onUndo });
}
