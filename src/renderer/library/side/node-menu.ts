import { t } from '../../../kernel/texts.ts';
import { chordLabel } from '../../kit/keys/chord.ts';
import type { MenuGroup, MenuItem } from '../../kit/menu/menu.tsx';
import type { SideNode } from './side-node.ts';

/** What can be done to a row of the side tree. */
export type NodeAction =
  | 'study'
  | 'cram'
  | 'new'
  | 'rename'
  | 'move'
  | 'merge'
  | 'delete'
  | 'release'
  | 'options'
  | 'replace-search';

const NAMES: Readonly<Record<NodeAction, string>> = {
  study: t`Study`,
  cram: t`Cram`,
  new: t`New deck here…`,
  rename: t`Rename…`,
  move: t`Move to…`,
  merge: t`Merge into…`,
  delete: t`Delete…`,
  release: t`Release…`,
  options: t`Options…`,
  'replace-search': t`Keep the present search under this name`,
};

const KEYS: Readonly<Partial<Record<NodeAction, string>>> = {
  rename: 'F2',
  delete: 'Delete',
  move: chordLabel('mod+x'),
};

/** The actions of a node in groups; none for what only finds. */
export function actionsOf({ topic, count }: SideNode): readonly (readonly NodeAction[])[] {
  switch (topic.kind) {
    case 'deck':
      return [
        ['study', 'cram'],
        ['new', 'rename', 'move', 'merge'],
        ...(topic.deckId === undefined ? [] : [['options'] as const]),
        ['delete'],
      ];
    case 'section':
      return [
        count === 0 ? ['release'] : ['study', 'cram', 'release'],
        ['new', 'rename', 'move', 'merge'],
        ['delete'],
      ];
    case 'top':
      return topic.of === 'deck' ? [['new']] : [];
    case 'saved':
      return [['study', 'cram'], ['rename', 'replace-search'], ['delete']];
    default:
      return [];
  }
}

export function nodeMenu(node: SideNode, onChoose: (action: NodeAction) => void): MenuGroup[] {
  const item = (action: NodeAction): MenuItem => ({
    name: action === 'new' && node.topic.kind === 'section' ? t`New section here…` : NAMES[action],
    keys: KEYS[action],
    isDestructive: action === 'delete',
    onChoose: () => onChoose(action),
  });
  return actionsOf(node).map((actions) => ({ items: actions.map(item) }));
}
