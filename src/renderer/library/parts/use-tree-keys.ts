import { type KeyboardEvent, type RefObject, useRef, useState } from 'react';
import { useAnnounce } from '../../ui/announcer.tsx';
import type { TreeProps } from './tree.tsx';
import { TypedName } from './typed-name.ts';
import { placeByName, type TreeNode } from './visible-nodes.ts';

/** How a chosen node joins the search there is: in its place, or with and, or, and not. */
export type Combine = 'alone' | 'and' | 'or' | 'not';

/** By the keys held: Ctrl (Command) and, Shift or, Alt not. */
export function combineOf(event: {
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}): Combine {
  if (event.altKey) return 'not';
  if (event.shiftKey) return 'or';
  return event.ctrlKey || event.metaKey ? 'and' : 'alone';
}

/** Which row of the tree has the focus, and what the keys do there. */
export function useTreeKeys<Node extends TreeNode<Node>>(
  props: TreeProps<Node>,
): {
  readonly active: number;
  setActive(place: number): void;
  /** The row of `active` should take the focus once it is drawn. */
  readonly wantsFocus: RefObject<boolean>;
  onKeyDown(event: KeyboardEvent): void;
} {
  const { visible, isOpen, onOpen } = props;
  const [activeId, setActiveId] = useState<string>();
  const wantsFocus = useRef(false);
  const move = useMoveByKeys(props);
  const [typed] = useState(() => new TypedName());
  const found = visible.findIndex(({ node }) => node.id === activeId);
  const active = Math.max(found, 0);

  function goTo(place: number | undefined): void {
    const shown = place === undefined ? undefined : visible[place];
    if (!shown) return;
    wantsFocus.current = true;
    setActiveId(shown.node.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const shown = visible[active];
    if (!shown || event.defaultPrevented) return;
    // Keys of what stands inside a row, such as its button, are its own.
    if (!(event.target instanceof Element) || event.target.closest('button')) return;
    const { node, level, parent } = shown;
    const isParent = node.children.length > 0;
    const done = (): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    const row = event.target.closest('[role="treeitem"]') ?? event.target;
    switch (event.key) {
      case 'ArrowDown':
        goTo(active + 1);
        return done();
      case 'ArrowUp':
        goTo(active - 1);
        return done();
      case 'Home':
        goTo(0);
        return done();
      case 'End':
        goTo(visible.length - 1);
        return done();
      case 'ArrowRight':
        if (isParent && !isOpen(node.id)) onOpen(node.id, true);
        else if (isParent) goTo(active + 1);
        return done();
      case 'ArrowLeft':
        if (isParent && isOpen(node.id)) onOpen(node.id, false);
        else if (level > 1) goTo(visible.findIndex((each) => each.node.id === parent));
        return done();
      case 'Enter':
      case ' ':
        props.onChoose(node, combineOf(event));
        return done();
      case 'F2':
        props.onRename(node);
        return done();
      case 'Delete':
        if (event.ctrlKey || event.metaKey) return undefined;
        props.onDelete(node);
        return done();
      case 'ContextMenu':
      case 'F10':
        if (event.key === 'F10' && !event.shiftKey) return undefined;
        if (props.hasMenu(node)) props.onMenu(node, row);
        return done();
      default:
        if (move(event, node)) return done();
        if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
        // '/' leads to the search and '?' to the keys, wherever one is.
        if (event.key === '/' || event.key === '?') return;
        goTo(placeByName(visible, active, typed.add(event.key, event.timeStamp)));
        return done();
    }
  }

  const setActive = (place: number): void => setActiveId(visible[place]?.node.id);
  return { active, setActive, wantsFocus, onKeyDown };
}

/** Ctrl+X takes a node up, Ctrl+V puts it where the focus is: dragging by keyboard. */
function useMoveByKeys<Node extends TreeNode<Node>>({
  drag,
}: TreeProps<Node>): (event: KeyboardEvent, node: Node) => boolean {
  const announce = useAnnounce();
  const taken = useRef<Node>(undefined);
  return (event, node) => {
    const from = taken.current;
    if (event.key === 'Escape' && from) {
      taken.current = undefined;
      announce(`“${from.label}” stays where it is.`);
      return true;
    }
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false;
    if (event.key.toLowerCase() === 'x' && drag.canDrag(node)) {
      taken.current = node;
      announce(`“${node.label}” taken up: go to its new place and press Ctrl+V.`);
      return true;
    }
    if (event.key.toLowerCase() !== 'v' || !from) return false;
    if (drag.canDrop(from, node)) {
      taken.current = undefined;
      drag.onDrop(from, node);
    } else {
      announce(`“${from.label}” cannot go there.`);
    }
    return true;
  };
}
