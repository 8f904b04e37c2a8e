import type { Means, MathsUnderWay } from './draw-formulas.ts';

/**
 * Draws the formulas in `root`: \(…\), \[…\] and Anki's [$]…[/$], [$$]…[/$$], [latex]…[/latex]. At
 * once, and undefined is returned, where there are none, or they are small or were drawn before, and
 * KaTeX is here already. A formula that cannot be read stays as written, with the reason as its
 * title; where there are too many, the first are drawn and a line at the end says so.
 */
export function drawMaths(root: ParentNode & Node): MathsUnderWay | undefined {
  const text = root.textContent ?? '';
  if (!/\\[([]|\[(?:\$|latex)/.test(text)) return undefined;
  const isChemical = /\\(?:ce|pu)(?![a-zA-Z])/.test(text);
  if (drawing && (!isChemical || hasChemistry)) return drawing(root);
  const begun = loadMaths().then(async (loaded) => {
    if (isChemical) await loadChemistry();
    return loaded(root);
  });
  return {
    soon: begun.then((underWay) => underWay?.soon),
    rest: async (isWanted) => (await begun)?.rest(isWanted),
  };
}

/** The same, until all are drawn, for whoever shows them only then. */
export async function drawAllMaths(root: ParentNode & Node): Promise<void> {
  await drawMaths(root)?.rest();
}

/**
 * Large formulas are read in a worker from now on, which `start` starts when there is one; undefined,
 * in tests alone: in the page, within the bounds.
 */
export function readFormulasIn(start: (() => Worker) | undefined): void {
  startWorker = start;
  drawing = undefined;
}

let startWorker: (() => Worker) | undefined;

/** `\ce` and `\pu`: KaTeX's own mhchem, which adds itself to it. */
async function loadChemistry(): Promise<void> {
  await import('katex/contrib/mhchem');
  hasChemistry = true;
}

let hasChemistry = false;

/** KaTeX and what bounds it, loaded: from then on formulas are drawn at once. */
export async function loadMaths(): Promise<DrawMaths> {
  const [{ default: katex }, { drawFormulas }, { FormulaReader }] = await Promise.all([
    import('katex'),
    import('./draw-formulas.ts'),
    import('./formula-reader.ts'),
  ]);
  const means: Means = {
    katex: katex as unknown as Means['katex'],
    reader: startWorker && new FormulaReader(startWorker),
  };
  drawing ??= (root) => drawFormulas(root, means);
  return drawing;
}

let drawing: DrawMaths | undefined;

type DrawMaths = (root: ParentNode & Node) => MathsUnderWay | undefined;
