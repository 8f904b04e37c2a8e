import { type DragEvent, type RefObject, useId, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import type { TreeProps } from './tree.tsx';
import { combineOf } from './use-tree-keys.ts';
import type { TreeNode, VisibleNode } from './visible-nodes.ts';

/** Marks a drag as one of ours; what is dragged stays in the page. */
const DRAG_TYPE = 'application/x-rounds-node';

/** One row of a tree. */
export function TreeRow<Node extends TreeNode<Node>>(
  props: TreeProps<Node> & {
    readonly shown: VisibleNode<Node>;
    readonly place: number;
    readonly isActive: boolean;
    readonly top: number;
    readonly height: number;
    /** The node being dragged, of this tree. */
    readonly dragged: RefObject<Node | undefined>;
    readonly onActive: () => void;
  },
) {
  const { shown, isOpen, drag, dragged } = props;
  const { node } = shown;
  const nameId = useId();
  const [isTarget, setTarget] = useState(false);
  const isParent = node.children.length > 0;

  function accepts(event: DragEvent): boolean {
    const from = dragged.current;
    return from !== undefined && from !== node && event.dataTransfer.types.includes(DRAG_TYPE)
      ? drag.canDrop(from, node)
      : false;
  }
  function onDrop(event: DragEvent): void {
    setTarget(false);
    if (!accepts(event) || !dragged.current) return;
    event.preventDefault();
    drag.onDrop(dragged.current, node);
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys for all its rows
    <div
      role="treeitem"
      aria-labelledby={nameId}
      aria-level={shown.level}
      aria-posinset={shown.place}
      aria-setsize={shown.siblings}
      aria-expanded={isParent ? isOpen(node.id) : undefined}
      aria-selected={props.isCurrent(node)}
      tabIndex={props.isActive ? 0 : -1}
      data-place={props.place}
      data-target={isTarget || undefined}
      className="tree-row"
      style={{
        transform: `translateY(${props.top}px)`,
        height: props.height,
        paddingInlineStart: `${(shown.level - 1) * 14}px`,
      }}
      draggable={drag.canDrag(node)}
      onFocus={props.onActive}
      onClick={(event) => props.onChoose(node, combineOf(event))}
      onContextMenu={(event) => {
        if (!props.hasMenu(node)) return;
        event.preventDefault();
        event.currentTarget.focus();
        props.onMenu(node, { x: event.clientX, y: event.clientY });
      }}
      onDragStart={(event) => {
        dragged.current = node;
        event.dataTransfer.setData(DRAG_TYPE, 'node');
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragEnd={() => {
        dragged.current = undefined;
      }}
      onDragOver={(event) => {
        const isAccepted = accepts(event);
        setTarget(isAccepted);
        if (isAccepted) event.preventDefault();
      }}
      onDragLeave={() => setTarget(false)}
      onDrop={onDrop}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys do the same */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys do the same */}
      <span
        className="tree-twist"
        data-state={isParent ? (isOpen(node.id) ? 'open' : 'closed') : 'none'}
        onClick={(event) => {
          if (!isParent) return;
          event.stopPropagation();
          props.onOpen(node.id, !isOpen(node.id));
        }}
      />
      <span id={nameId} className="tree-name">
        {props.render(node)}
      </span>
      {props.hasMenu(node) && (
        <button
          type="button"
          tabIndex={-1}
          className="tree-more"
          aria-label={t`Actions for ${node.label}`}
          aria-haspopup="menu"
          onClick={(event) => {
            event.stopPropagation();
            props.onMenu(node, event.currentTarget);
          }}
        >
          <span aria-hidden="true">…</span>
        </button>
      )}
    </div>
  );
}
