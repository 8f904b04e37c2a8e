import type { Katex } from './katex.ts';
import { type Formula, findFormulas, MAX_FORMULAS } from './find-formulas.ts';

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
  if (drawing && (!isChemical || hasChemistry)) return drawing(root, formulas);
  return loadMaths().then(async (loaded) => {
    if (isChemical) await loadChemistry();
    return loaded(root, formulas);
  });
}

/** `\ce` and `\pu`: KaTeX's own mhchem, which adds itself to it. */
async function loadChemistry(): Promise<void> {
  await import('katex/contrib/mhchem');
  hasChemistry = true;
}

let hasChemistry = false;

/** KaTeX and what bounds it, loaded: from then on formulas are drawn at once. */
export async function loadMaths(): Promise<DrawMaths> {
  const [{ default: katex }, { drawFormulas }] = await Promise.all([
    import('katex'),
    import('./draw-formulas.ts'),
  ]);
  drawing ??= (root, formulas) => drawFormulas(root, formulas, katex as unknown as Katex);
  return drawing;
}

let drawing: DrawMaths | undefined;

type DrawMaths = (root: ParentNode & Node, formulas: readonly Formula[]) => undefined;
