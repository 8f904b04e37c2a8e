/** A node of a tree: what it is called, and what is below it. */
export interface TreeNode<Node> {
  readonly id: string;
  readonly label: string;
  readonly children: readonly Node[];
}

/** A node that is on screen, or would be after scrolling, with its place among its siblings. */
export interface VisibleNode<Node> {
  readonly node: Node;
  /** 1 at the top. */
  readonly level: number;
  readonly parent: string | undefined;
  /** From 1. */
  readonly place: number;
  readonly siblings: number;
}

/** The nodes from top to bottom, without what is below a closed one. */
export function visibleNodes<Node extends TreeNode<Node>>(
  nodes: readonly Node[],
  isOpen: (id: string) => boolean,
): VisibleNode<Node>[] {
  const found: VisibleNode<Node>[] = [];
  const walk = (some: readonly Node[], level: number, parent: string | undefined): void => {
    for (const [index, node] of some.entries()) {
      found.push({ node, level, parent, place: index + 1, siblings: some.length });
      if (node.children.length > 0 && isOpen(node.id)) walk(node.children, level + 1, node.id);
    }
  };
  walk(nodes, 1, undefined);
  return found;
}

/** The place of the next visible node after `at` whose label begins with `text`, round the end. */
export function placeByName<Node extends TreeNode<Node>>(
  visible: readonly VisibleNode<Node>[],
  at: number,
  text: string,
): number | undefined {
  const from = text.length === 1 ? at + 1 : at;
  for (let step = 0; step < visible.length; step++) {
    const place = (from + step) % visible.length;
    if (visible[place]?.node.label.toLowerCase().startsWith(text)) return place;
  }
  return undefined;
}
