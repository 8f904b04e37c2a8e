import { type Katex, type KatexNode, treeOf, type Work } from './katex.ts';
import { type Formula, MAX_FORMULAS, replaceFormula } from './find-formulas.ts';

/** What lies beyond stays as written, so that no card holds up the screen (LARGE-5). */
const MAX_CHARACTERS = 20_000;
const MAX_CHARACTERS_IN_ONE = 5_000;
/** Chromium (156) makes and lays out so many in half a second; a page of formulas has 5,000. */
const MAX_NODES = 15_000;
/**
 * Elements in each other, from the card's own: KaTeX makes seven of a fraction. A card's styles can
 * make columns of each, of which 140 end Chromium's process (safe/depth.ts).
 */
const MAX_DEPTH = 110;

/** Draws the formulas that were found in `root`: part of what is loaded with KaTeX. */
export function drawFormulas(
  root: ParentNode & Node,
  formulas: readonly Formula[],
  katex: Katex,
): undefined {
  let characters = 0;
  const within = formulas.slice(0, MAX_FORMULAS).filter(({ tex }) => {
    characters += tex.length;
    return characters <= MAX_CHARACTERS;
  });
  const trees: (KatexNode | Error)[] = [];
  const work: CardWork = { tokens: 0, nodes: 0 };
  for (const formula of within) {
    const tree = read(formula, katex, depthOf(formula, root), work);
    // That one was too much, and all after it are.
    if (work.nodes > MAX_NODES && trees.length > 0) break;
    trees.push(tree);
  }
  if (trees.length < formulas.length) root.append(undrawn(trees.length));
  for (const [place, tree] of [...trees.entries()].reverse()) {
    const formula = within[place] as Formula;
    if (tree instanceof Error) markUnreadable(formula, tree);
    else replaceFormula(formula, tree.toNode());
  }
}

function undrawn(drawn: number): Node {
  const words = document.createElement('p');
  words.className = 'undrawn';
  words.textContent = `Only ${drawn} formulas are drawn; the others stand as they are written.`;
  return words;
}

/** How deep in `root` a formula's own elements begin. */
function depthOf({ nodes }: Formula, root: Node): number {
  let depth = 1;
  for (let at = nodes[0]?.parentNode; at && at !== root; at = at.parentNode) depth += 1;
  return depth;
}

interface CardWork extends Work {
  /** Of all trees, those too that are not drawn. */
  nodes: number;
}

function read(
  { tex, isDisplay }: Formula,
  katex: Katex,
  depth: number,
  work: CardWork,
): KatexNode | Error {
  if (tex.length > MAX_CHARACTERS_IN_ONE) return new Error(TOO_LONG);
  try {
    const tree = treeOf(katex, tex, isDisplay, work);
    const size = sizeOf(tree);
    work.nodes += size.nodes;
    if (size.nodes > MAX_NODES) return new Error(TOO_LONG);
    return depth + size.depth > MAX_DEPTH ? new Error(TOO_DEEP) : tree;
  } catch (error) {
    // A ParseError, or a RangeError where braces are nested too deep.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * How many nodes a tree has, and how deep it is. On the way it loses style attributes: only KaTeX's
 * twin for screen readers has them (two frames and a shadow). The page's policy would refuse and
 * report them; all other styling is set property by property.
 */
function sizeOf(tree: KatexNode): { readonly nodes: number; readonly depth: number } {
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

const TOO_LONG = 'This formula is longer than is drawn.';
const TOO_DEEP = 'This formula nests deeper than is drawn.';

function markUnreadable(formula: Formula, { message }: Error): void {
  const written = document.createElement('span');
  written.className = 'unreadable-formula';
  written.title = message;
  written.append(...replaceFormula(formula, written));
}
