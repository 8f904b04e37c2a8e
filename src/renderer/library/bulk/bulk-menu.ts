import { FLAG_NAMES, type Flag } from '../../../domain/collection/card.ts';
import { t } from '../../../kernel/texts.ts';
import { actionItem } from '../../actions/action-item.ts';
import type { Keymap } from '../../actions/keymap.ts';
import type { ActionId } from '../../actions/registry.ts';
import type { MenuGroup, MenuItem } from '../../kit/menu/menu.tsx';
import {
  ARCHIVE,
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
  const item = (name: string, onChoose: () => void): MenuItem => ({
    name,
    isDisabled: isNone,
    onChoose,
  });
  const action = (id: ActionId, own: Partial<MenuItem> = {}): MenuItem =>
    actionItem(id, keymap, { isDisabled: isNone, ...own });
  const simple = (change: SimpleChange, name = change.verb): MenuItem =>
    item(name, () => bulk.change(change));
  /** Here it says what it does; its key looks at the row with the focus and does that or its undoing. */
  const oneWay = (id: ActionId, change: SimpleChange): MenuItem =>
    action(id, { onChoose: () => bulk.change(change) });
  return {
    study: [
      {
        ...(isNone ? {} : { name: bulk.sizes.cards }),
        items: [
          item(t`Study these`, more.onStudy),
          item(t`Cram these`, more.onCram),
          action('info'),
        ],
      },
      {
        items: [
          oneWay('suspend-card', SUSPEND),
          simple(UNSUSPEND, t`Bring back from suspension`),
          action('bury-card'),
        ],
      },
      {
        items: [action('set-due'), action('forget'), simple(RESCHEDULE)],
      },
      {
        name: t`Flag`,
        items: FLAGS.map((flag) => {
          const own = { isOn: !isNone && more.currentFlag === flag, flag };
          return flag === 0
            ? { ...simple(flagChange(flag), FLAG_NAMES[flag]), ...own }
            : { ...oneWay(`flag-${flag}`, flagChange(flag)), ...own };
        }),
      },
    ],
    edit: [
      {
        ...(isNone ? {} : { name: bulk.sizes.notes }),
        items: [action('edit'), oneWay('mark', MARK), simple(UNMARK)],
      },
      {
        items: [
          action('add-tags'),
          action('remove-tags'),
          action('move-to-deck'),
          item(t`Change the type…`, () => bulk.open({ kind: 'type' })),
        ],
      },
      {
        items: [
          action('replace', { isDisabled: false }),
          { name: t`Find duplicates…`, onChoose: () => bulk.open({ kind: 'duplicates' }) },
          action('export', { isDisabled: false }),
        ],
      },
      {
        items: [more.isAbsent ? simple(UNARCHIVE) : simple(ARCHIVE), action('delete')],
      },
    ],
  };
}
