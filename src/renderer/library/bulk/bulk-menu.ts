import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import { type Action, chordLabel, type Keymap } from '../../actions/keymap.ts';
import type { MenuGroup, MenuItem } from '../../kit/menu/menu.tsx';
import {
  ARCHIVE,
  BURY,
  DELETE,
  FORGET,
  flagChange,
  MARK,
  RESCHEDULE,
  type SimpleChange,
  SUSPEND,
  UNARCHIVE,
  UNMARK,
  UNSUSPEND,
} from './simple-changes.ts';
import type { Bulk } from './use-bulk.tsx';

const FLAGS: readonly Flag[] = [1, 2, 3, 4, 5, 6, 7, 0];

export interface BulkMenuContext {
  readonly onEdit: () => void;
  readonly onStudy: () => void;
  readonly onCram: () => void;
  readonly currentFlag: Flag;
  /** The row with the focus is out of sight: archived, as a rule. */
  readonly isAbsent: boolean;
}

/** Everything that can be done to the chosen rows, with the keys for next time. */
export interface BulkMenus {
  /** To cards: how they are studied. */
  readonly study: readonly MenuGroup[];
  /** To notes: what they say and where they are kept. */
  readonly edit: readonly MenuGroup[];
}

export function bulkMenus(bulk: Bulk, keymap: Keymap, more: BulkMenuContext): BulkMenus {
  const isNone = bulk.size === 0;
  const keysOf = (action: Action | undefined): string | undefined => {
    const chord = action && keymap[action].at(-1);
    return chord === undefined ? undefined : chordLabel(chord);
  };
  const item = (name: string, onChoose: () => void, action?: Action): MenuItem => ({
    name,
    keys: keysOf(action),
    isDisabled: isNone,
    onChoose,
  });
  const simple = (change: SimpleChange, name = change.verb, action?: Action): MenuItem =>
    item(name, () => bulk.change(change), action);
  return {
    study: [
      {
        ...(isNone ? {} : { name: bulk.sizes.cards }),
        items: [
          item('Study these', more.onStudy),
          item('Cram these', more.onCram),
          item('Card info', () => bulk.open({ kind: 'info' }), 'info'),
        ],
      },
      {
        items: [
          simple(SUSPEND, 'Suspend', 'suspend-card'),
          simple(UNSUSPEND, 'Bring back from suspension'),
          simple(BURY, 'Bury until tomorrow', 'bury-card'),
        ],
      },
      {
        items: [
          item('Set due date…', () => bulk.open({ kind: 'due' }), 'set-due'),
          simple(FORGET, 'Forget', 'forget'),
          simple(RESCHEDULE),
        ],
      },
      {
        name: 'Flag',
        items: FLAGS.map((flag) => ({
          ...simple(flagChange(flag), FLAG_NAMES[flag]),
          isOn: !isNone && more.currentFlag === flag,
          flag,
          keys: flag === 0 ? undefined : keysOf(`flag-${flag}`),
        })),
      },
    ],
    edit: [
      {
        ...(isNone ? {} : { name: bulk.sizes.notes }),
        items: [item('Edit', more.onEdit, 'edit'), simple(MARK, 'Mark', 'mark'), simple(UNMARK)],
      },
      {
        items: [
          item('Add tags…', () => bulk.open({ kind: 'add-tags' }), 'add-tags'),
          item('Take tags off…', () => bulk.open({ kind: 'remove-tags' }), 'remove-tags'),
          item('Move to a deck…', () => bulk.open({ kind: 'deck' }), 'move-to-deck'),
          item('Change the type…', () => bulk.open({ kind: 'type' })),
        ],
      },
      {
        items: [
          {
            name: 'Find and replace…',
            keys: keysOf('replace'),
            onChoose: () => bulk.open({ kind: 'replace' }),
          },
          { name: 'Find duplicates…', onChoose: () => bulk.open({ kind: 'duplicates' }) },
        ],
      },
      {
        items: [
          more.isAbsent ? simple(UNARCHIVE) : simple(ARCHIVE),
          simple(DELETE, 'Delete', 'delete'),
        ],
      },
    ],
  };
}
