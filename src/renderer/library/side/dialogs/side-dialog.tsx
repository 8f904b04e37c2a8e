import { NewDialog } from './new-dialog.tsx';
import type { NodeAction } from '../node-menu.ts';
import { PlaceDialog } from './place-dialog.tsx';
import { SearchDialog } from './search-dialog.tsx';
import type { SideNode } from '../side-node.ts';
import type { SideContext } from '../use-side-actions.tsx';

export interface SideDialogProps {
  readonly node: SideNode;
  readonly action: NodeAction;
  readonly context: SideContext;
  readonly onClose: () => void;
}

/** The dialog of one action on one row of the side tree. */
export function SideDialog(props: SideDialogProps) {
  const { topic } = props.node;
  switch (topic.kind) {
    case 'deck':
    case 'section':
      return <PlaceDialog {...props} place={{ kind: topic.kind, path: topic.path }} />;
    case 'top':
      return <NewDialog {...props} place={{ kind: topic.of, path: '' }} />;
    case 'saved':
      return <SearchDialog {...props} />;
    default:
      return null;
  }
}
