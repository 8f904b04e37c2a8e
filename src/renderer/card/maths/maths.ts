import { asKatex, MATHJAX_MACROS } from './as-katex.ts';
import { type Formula, findFormulas, replaceFormula } from './find-formulas.ts';

/** What lies beyond stays as written, so that no card holds up the screen (LARGE-5). */
const MAX_FORMULAS = 300;
const MAX_CHARACTERS = 20_000;

/**
 * Draws the formulas in `root`: \(…\), \[…\] and Anki's [$]…[/$], [$$]…[/$$], [latex]…[/latex]. At
 * once, and undefined is returned, where there are none or KaTeX is here already. A formula that
 * cannot be read stays as written, with the reason as its title; where there are too many, the first
 * are drawn and a line at the end says so.
 */
export function drawMaths(root: ParentNode & Node): Promise<void> | undefined {
  const formulas = findFormulas(root, MAX_FORMULAS + 1);
  if (formulas.length === 0) return undefined;
  const isChemical = formulas.some(({ tex }) => /\\(?:ce|pu)(?![a-zA-Z])/.test(tex));
  if (katex && (!isChemical || hasChemistry)) return drawAll(root, formulas, katex);
  return loadMaths()
    .then(async (loaded) => {
      if (isChemical) await loadChemistry();
      return loaded;
    })
    .then((loaded) => drawAll(root, formulas, loaded));
}

/** `\ce` and `\pu`: KaTeX's own mhchem, which adds itself to it. */
async function loadChemistry(): Promise<void> {
  await import('katex/contrib/mhchem');
  hasChemistry = true;
}

let hasChemistry = false;

/** KaTeX, loaded: from then on formulas are drawn at once. */
export async function loadMaths(): Promise<Katex> {
  katex ??= (await import('katex')).default as unknown as Katex;
  return katex;
}

let katex: Katex | undefined;

/** KaTeX builds a tree of its own before any DOM; its types do not name it. */
interface Katex {
  __renderToDomTree(tex: string, options: object): KatexNode;
}
interface KatexNode {
  readonly attributes?: Record<string, string>;
  readonly children?: readonly KatexNode[];
  toNode(): Node;
}

function drawAll(
  root: ParentNode & Node,
  formulas: readonly Formula[],
  { __renderToDomTree }: Katex,
): undefined {
  let characters = 0;
  const within = formulas.slice(0, MAX_FORMULAS).filter(({ tex }) => {
    characters += tex.length;
    return characters <= MAX_CHARACTERS;
  });
  if (within.length < formulas.length) root.append(undrawn(within.length));
  for (const formula of within.reverse()) {
    const drawn = draw(formula, __renderToDomTree);
    if (drawn instanceof Error) markUnreadable(formula, drawn);
    else replaceFormula(formula, drawn);
  }
}

function undrawn(drawn: number): Node {
  const words = document.createElement('p');
  words.className = 'undrawn-formulas';
  words.textContent = `Only ${drawn} formulas are drawn; the others stand as they are written.`;
  return words;
}

function draw({ tex, isDisplay }: Formula, render: Katex['__renderToDomTree']): Node | Error {
  try {
    const tree = render(asKatex(tex, isDisplay), {
      displayMode: isDisplay,
      // Links, pictures, classes, ids and data from inside a formula are refused.
      trust: false,
      strict: 'ignore',
      throwOnError: true,
      maxExpand: 1_000,
      maxSize: 50,
      macros: { ...MATHJAX_MACROS },
    });
    withoutStyleAttributes(tree);
    return tree.toNode();
  } catch (error) {
    // A ParseError, or a RangeError where braces are nested too deep.
    return error instanceof Error ? error : new Error(String(error));
  }
}

/**
 * Only KaTeX's twin for screen readers has them (two frames and a shadow). The page's policy would
 * refuse and report them; all other styling is set property by property.
 */
function withoutStyleAttributes(node: KatexNode): void {
  if (node.attributes) delete node.attributes.style;
  for (const child of node.children ?? []) withoutStyleAttributes(child);
}

function markUnreadable(formula: Formula, { message }: Error): void {
  const written = document.createElement('span');
  written.className = 'unreadable-formula';
  written.title = message;
  written.append(...replaceFormula(formula, written));
}
