import { t } from '../../../kernel/texts.ts';
import { type Katex, type KatexNode, treeOf } from './katex.ts';

/** A formula and how it stands: what a drawing of it depends on. */
export interface Written {
  readonly tex: string;
  readonly isDisplay: boolean;
}

/** Why a formula stands as it is written. */
export interface Unread {
  readonly problem: string;
  /** 'wrong' is a mistake in it; of the others a line tells. */
  readonly is: 'wrong' | 'too much' | 'too slow';
}

export interface TreeSize {
  readonly nodes: number;
  /** Elements in each other. */
  readonly depth: number;
}

export const MAX_CHARACTERS_IN_ONE = 5_000;
/**
 * Of one formula, which comes to the screen in one piece: Chromium (156) makes and lays out so many
 * in 60 ms. A matrix of sixteen by sixteen has 7,000.
 */
const MAX_NODES_IN_ONE = 8_000;

/** Reads a formula with bounds on all it may come to; nothing of a page is used. */
export function readFormula(
  katex: Katex,
  { tex, isDisplay }: Written,
): { readonly tree: KatexNode; readonly size: TreeSize } | Unread {
  if (tex.length > MAX_CHARACTERS_IN_ONE) return TOO_LONG;
  try {
    const tree = treeOf(katex, tex, isDisplay);
    const size = sizeOf(tree);
    return size.nodes > MAX_NODES_IN_ONE ? TOO_LONG : { tree, size };
  } catch (error) {
    // A ParseError, or a RangeError where braces are nested too deep.
    const problem = error instanceof Error ? error.message : String(error);
    return { problem, is: error instanceof RangeError ? 'too much' : 'wrong' };
  }
}

export const TOO_LONG: Unread = {
  problem: t`This formula is longer than is drawn.`,
  is: 'too much',
};

/**
 * How many nodes a tree has, and how deep it is. On the way it loses style attributes: only KaTeX's
 * twin for screen readers has them (two frames and a shadow). The page's policy would refuse and
 * report them; all other styling is set property by property.
 */
function sizeOf(tree: KatexNode): TreeSize {
  let nodes = 0;
  let depth = 0;
  let level: readonly KatexNode[] = [tree];
  for (; level.length > 0; level = level.flatMap(({ children = [] }) => children)) {
    for (const { attributes } of level) if (attributes) delete attributes.style;
    nodes += level.length;
    depth += 1;
  }
  return { nodes, depth };
}
