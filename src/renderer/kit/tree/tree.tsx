import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useRef } from 'react';
import type { PopoverPlace } from '../hooks/place-popover.ts';
import { TreeRow } from './tree-row.tsx';
import { usePixels } from '../hooks/use-pixels.ts';
import { type Combine, useTreeKeys } from './use-tree-keys.ts';
import type { TreeNode, VisibleNode } from './visible-nodes.ts';
import './tree.css';

/** What dragging a node onto another, or onto what holds it, would mean. */
export interface TreeDrag<Node> {
  readonly canDrag: (node: Node) => boolean;
  readonly canDrop: (dragged: Node, onto: Node) => boolean;
  readonly onDrop: (dragged: Node, onto: Node) => void;
}

export interface TreeProps<Node extends TreeNode<Node>> {
  readonly name: string;
  readonly visible: readonly VisibleNode<Node>[];
  readonly isOpen: (id: string) => boolean;
  readonly onOpen: (id: string, isOpen: boolean) => void;
  readonly isCurrent: (node: Node) => boolean;
  /** What the node says, for eye and ear alike. */
  readonly render: (node: Node) => ReactNode;
  readonly onChoose: (node: Node, combine: Combine) => void;
  readonly hasMenu: (node: Node) => boolean;
  readonly onMenu: (node: Node, place: PopoverPlace) => void;
  readonly onRename: (node: Node) => void;
  readonly onDelete: (node: Node) => void;
  readonly drag: TreeDrag<Node>;
}

/**
 * A tree after WAI-ARIA's pattern: one stop for Tab, arrows within, a name's first letters, Enter
 * to choose. Only the rows in view, and the focused one, are in the document.
 */
export function Tree<Node extends TreeNode<Node>>(props: TreeProps<Node>) {
  const { visible } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const dragged = useRef<Node>(undefined);
  const rowHeight = usePixels(2.15);
  const { active, setActive, wantsFocus, onKeyDown } = useTreeKeys(props);
  const virtualizer = useVirtualizer({
    count: visible.length,
    getScrollElement: () => scroller.current,
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    overscan: 12,
    rangeExtractor: useCallback((range: Range) => withPlace(range, active), [active]),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: measured anew for another height
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
  const focused = useRef<HTMLElement>(undefined);
  useLayoutEffect(() => {
    const isLost =
      focused.current?.isConnected === false && document.activeElement === document.body;
    if (!wantsFocus.current && !isLost) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-place="${active}"]`);
    if (!row) return;
    wantsFocus.current = false;
    focused.current = row;
    virtualizer.scrollToIndex(active);
    row.focus({ preventScroll: true });
  });

  return (
    <div className="tree-scroller" ref={scroller}>
      <div
        role="tree"
        aria-label={props.name}
        style={{ height: virtualizer.getTotalSize() }}
        className="tree"
        onKeyDown={onKeyDown}
        onFocus={({ target }) => {
          focused.current = target as HTMLElement;
        }}
        onBlur={({ target }) => {
          if (target.isConnected) focused.current = undefined;
        }}
      >
        {virtualizer.getVirtualItems().map(({ index, start, size }) => {
          const shown = visible[index];
          return (
            shown && (
              <TreeRow
                key={shown.node.id}
                {...props}
                shown={shown}
                place={index}
                isActive={index === active}
                top={start}
                height={size}
                dragged={dragged}
                onActive={() => setActive(index)}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

/** The rows in view and the focused one, so that focus outlives scrolling. */
function withPlace(range: Range, place: number): number[] {
  const places = defaultRangeExtractor(range);
  if (places.includes(place) || place < 0 || place >= range.count) return places;
  return [...places, place].sort((a, b) => a - b);
}
