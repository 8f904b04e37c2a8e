import { type ReactNode, useState } from 'react';
import type { Deck } from '../../../domain/collection/deck.ts';
import type { NoteId } from '../../../kernel/ids.ts';
import { isAtOrBelow } from '../../../domain/text/same-name.ts';
import type { LibraryCounts } from '../../../domain/library/library.ts';
import { useEngine } from '../../engine.tsx';
import type { RunJob } from '../../jobs/use-job.ts';
import type { TreeDrag } from '../../kit/tree/tree.tsx';
import type { NodeAction } from './node-menu.ts';
import { SideDialog } from './dialogs/side-dialog.tsx';
import { joinedPath, lastPart, parentPath } from '../../../kernel/path.ts';
import type { SideNode } from './side-node.ts';
import { type Place, renameJob } from '../../places/verbs.ts';

/** What the side tree's actions need from the screen. */
export interface SideContext {
  readonly counts: LibraryCounts;
  readonly decks: readonly Deck[];
  /** The search at hand. */
  readonly text: string;
  readonly run: RunJob;
  /** The notes chosen in the table. */
  readonly chosenNotes: () => Promise<readonly NoteId[]>;
  readonly onStudy: (node: SideNode) => void;
  readonly onCram: (node: SideNode) => void;
}

/** Does what is chosen of a node's menu, and what dragging it means. */
export function useSideActions(context: SideContext): {
  readonly act: (node: SideNode, action: NodeAction) => void;
  readonly dialog: ReactNode;
  readonly drag: TreeDrag<SideNode>;
} {
  const engine = useEngine();
  const [open, setOpen] = useState<{ readonly node: SideNode; readonly action: NodeAction }>();

  const drag: TreeDrag<SideNode> = {
    canDrag: ({ topic }) => topic.kind === 'deck' || topic.kind === 'section',
    canDrop: (dragged, onto) => newPathOf(dragged, onto) !== undefined,
    onDrop(dragged, onto) {
      const to = newPathOf(dragged, onto);
      const place = placeOf(dragged);
      if (to === undefined || !place) return;
      const sections = context.counts.tags.map(({ name }) => name);
      context.run(renameJob(engine, place, to, sections));
    },
  };
  return {
    act(node, action) {
      if (action === 'study') context.onStudy(node);
      else if (action === 'cram') context.onCram(node);
      else setOpen({ node, action });
    },
    dialog: open && (
      <SideDialog
        key={`${open.node.id} ${open.action}`}
        {...open}
        context={context}
        onClose={() => setOpen(undefined)}
      />
    ),
    drag,
  };
}

export function placeOf({ topic }: SideNode): Place | undefined {
  if (topic.kind !== 'deck' && topic.kind !== 'section') return undefined;
  return { kind: topic.kind, path: topic.path };
}

/** The path of `dragged` once it lies in `onto`; undefined where it cannot, or already does. */
function newPathOf(dragged: SideNode, onto: SideNode): string | undefined {
  const place = placeOf(dragged);
  if (!place) return undefined;
  const { topic } = onto;
  const isTop = topic.kind === 'top' && topic.of === place.kind;
  if (!isTop && topic.kind !== place.kind) return undefined;
  const parent = topic.kind === 'deck' || topic.kind === 'section' ? topic.path : '';
  if (isAtOrBelow(parent, place.path) || parentPath(place.path) === parent) return undefined;
  return joinedPath(parent, lastPart(place.path));
}
