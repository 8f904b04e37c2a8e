import type { PlaceAction } from '../../../places/place.ts';
import type { NodeAction } from '../node-menu.ts';
import { PlaceDialog } from '../../../places/place-dialog.tsx';
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
    case 'top':
      return (
        <PlaceDialog
          place={
            topic.kind === 'top'
              ? { kind: topic.of, path: '' }
              : { kind: topic.kind, path: topic.path }
          }
          cards={props.node.count ?? 0}
          action={props.action as PlaceAction}
          context={props.context}
          onClose={props.onClose}
        />
      );
    case 'saved':
      return <SearchDialog {...props} />;
    default:
      return null;
  }
}
