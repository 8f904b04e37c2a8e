import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { t } from '../../../kernel/texts.ts';
import { chordLabel } from '../keys/chord.ts';
import { useAnnounce } from '../page/announcer.tsx';
import type { TreeProps } from './tree.tsx';
import { TypedName } from '../hooks/typed-name.ts';
import { placeByName, type TreeNode, type VisibleNode } from './visible-nodes.ts';
import { named } from '../../../kernel/named.ts';

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
  // Where the row is gone, or has another name, the one in its place stands in for it.
  const lastPlace = useRef(0);
  const active =
    found === -1 ? Math.max(0, Math.min(lastPlace.current, visible.length - 1)) : found;
  useLayoutEffect(() => {
    lastPlace.current = active;
  });

  function goTo(place: number | undefined): void {
    const shown = place === undefined ? undefined : visible[place];
    // The row that has the focus keeps it; a wish that no drawing follows would come true later.
    if (!shown || shown.node.id === visible[active]?.node.id) return;
    wantsFocus.current = true;
    setActiveId(shown.node.id);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const shown = visible[active];
    if (!shown || event.defaultPrevented) return;
    // Keys of what stands inside a row, such as its button, are its own.
    if (!(event.target instanceof Element) || event.target.closest('button')) return;
    if (!goByKey(event.key, shown) && !actByKey(event, shown.node, event.target)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** Goes to another row, or opens and closes one; false where the key does not. */
  function goByKey(key: string, { node, level, parent }: VisibleNode<Node>): boolean {
    const isParent = node.children.length > 0;
    const isOpened = isParent && isOpen(node.id);
    switch (key) {
      case 'ArrowDown':
        goTo(active + 1);
        return true;
      case 'ArrowUp':
        goTo(active - 1);
        return true;
      case 'Home':
        goTo(0);
        return true;
      case 'End':
        goTo(visible.length - 1);
        return true;
      case 'ArrowRight':
        if (isParent && !isOpened) onOpen(node.id, true);
        else if (isParent) goTo(active + 1);
        return true;
      case 'ArrowLeft':
        if (isOpened) onOpen(node.id, false);
        else if (level > 1) goTo(visible.findIndex((each) => each.node.id === parent));
        return true;
      default:
        return false;
    }
  }

  /** Does something with the row; false where the key is not the tree's. */
  function actByKey(event: KeyboardEvent, node: Node, target: Element): boolean {
    const mod = event.ctrlKey || event.metaKey;
    switch (event.key) {
      case 'Enter':
      case ' ':
        props.onChoose(node, combineOf(event));
        return true;
      case 'F2':
        props.onRename(node);
        return true;
      case 'Delete':
        if (mod) return false;
        props.onDelete(node);
        return true;
      case 'ContextMenu':
      case 'F10':
        if (event.key === 'F10' && !event.shiftKey) return false;
        if (props.hasMenu(node)) props.onMenu(node, target);
        return true;
      default:
        if (move(event, node)) return true;
        // '/' leads to the search and '?' to the keys, wherever one is.
        if (event.key.length !== 1 || mod || event.altKey || /[/?]/.test(event.key)) return false;
        goTo(placeByName(visible, active, typed.add(event.key, event.timeStamp)));
        return true;
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
      announce(t`“${named(from.label)}” stays where it is.`);
      return true;
    }
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return false;
    if (event.key.toLowerCase() === 'x' && drag.canDrag(node)) {
      taken.current = node;
      announce(
        t`“${named(node.label)}” taken up: go to its new place and press ${chordLabel('mod+v')}.`,
      );
      return true;
    }
    if (event.key.toLowerCase() !== 'v' || !from) return false;
    if (drag.canDrop(from, node)) {
      taken.current = undefined;
      drag.onDrop(from, node);
    } else {
      announce(t`“${named(from.label)}” cannot go there.`);
    }
    return true;
  };
}
