/** A formula where it stands in a card, delimiters and all. */
export interface Formula {
  /** Neighbours; text from `from` in the first to `to` in the last. */
  readonly nodes: readonly Node[];
  readonly from: number;
  readonly to: number;
  readonly tex: string;
  readonly isDisplay: boolean;
}

interface Delimiters {
  readonly open: string;
  readonly close: string;
  readonly isDisplay: boolean;
  /** The inside is LaTeX text with formulas between $ rather than one formula. */
  readonly isText?: boolean;
}

const DELIMITERS: readonly Delimiters[] = [
  { open: '\\(', close: '\\)', isDisplay: false },
  { open: '\\[', close: '\\]', isDisplay: true },
  { open: '[$]', close: '[/$]', isDisplay: false },
  { open: '[$$]', close: '[/$$]', isDisplay: true },
  { open: '[latex]', close: '[/latex]', isDisplay: true, isText: true },
];

/** Formulas after so many are not drawn (LARGE-5). */
export const MAX_FORMULAS = 300;

/** Where code is shown, signs stand for themselves. */
const LEFT_ALONE = new Set(['CODE', 'PRE', 'KBD', 'SAMP', 'TT', 'AUDIO', 'VIDEO']);
/** What may stand inside a formula: bold and the like, and what a cloze puts around its text. */
const INLINE = new Set([
  'SPAN',
  'B',
  'I',
  'U',
  'EM',
  'STRONG',
  'FONT',
  'MARK',
  'A',
  'SMALL',
  'BIG',
]);

/**
 * The first `limit` formulas in `root`, in order. A formula begins and ends in the text of one element; inside it
 * a line break is a space, and an inline element a group.
 */
export function findFormulas(root: ParentNode & Node, limit: number): Formula[] {
  const formulas: Formula[] = [];
  const search = (parent: Node): void => {
    if (formulas.length >= limit) return;
    const inFormulas = new Set<Node>();
    for (const run of runsOf(parent)) {
      for (const formula of formulasIn(run, limit - formulas.length)) {
        formulas.push(formula);
        for (const node of formula.nodes) inFormulas.add(node);
      }
    }
    for (const child of parent.childNodes) {
      const isPlain = child instanceof Element && !LEFT_ALONE.has(child.nodeName);
      if (isPlain && !inFormulas.has(child)) search(child);
    }
  };
  root.normalize();
  search(root);
  return formulas;
}

/**
 * Puts `replacement` where the formula stands, and returns what stood there. Of several formulas the
 * last one first: the places of those before it stay as they were found. Without live ranges, of
 * which a thousand among many nodes take a minute.
 */
export function replaceFormula({ nodes, from, to }: Formula, replacement: Node): Node[] {
  const [first, last] = [nodes[0], nodes.at(-1)];
  if (!(first instanceof Text && last instanceof Text)) return [];
  last.splitText(to);
  const start = first.splitText(from);
  const replaced = [start, ...nodes.slice(1)];
  start.before(replacement);
  for (const node of replaced) node.parentNode?.removeChild(node);
  return replaced;
}

/** Neighbours that a formula may span, and their text: one sign for each node that is no text. */
interface Run {
  readonly nodes: Node[];
  /** Where each node begins in `text`. */
  readonly starts: number[];
  text: string;
}

const NO_TEXT = '\uFFFC';

function runsOf(parent: Node): Run[] {
  const runs: Run[] = [{ nodes: [], starts: [], text: '' }];
  for (const node of parent.childNodes) {
    const run = runs.at(-1);
    if (node instanceof Text || node.nodeName === 'BR' || INLINE.has(node.nodeName)) {
      run?.nodes.push(node);
      run?.starts.push(run.text.length);
      if (run) run.text += node instanceof Text ? node.data : NO_TEXT;
    } else {
      runs.push({ nodes: [], starts: [], text: '' });
    }
  }
  return runs;
}

function formulasIn(run: Run, limit: number): Formula[] {
  const found: Formula[] = [];
  const opening = /\\\(|\\\[|\[\$\$?\]|\[latex\]/g;
  /** Closing signs of which there are no more: looked for once, or it would take ages. */
  const missing = new Set<string>();
  for (let match = opening.exec(run.text); match; match = opening.exec(run.text)) {
    if (found.length >= limit) break;
    const kind = DELIMITERS.find(({ open }) => open === match?.[0]);
    if (!kind || missing.has(kind.close)) continue;
    const from = opening.lastIndex;
    const to = run.text.indexOf(kind.close, from);
    if (to === -1) {
      missing.add(kind.close);
      continue;
    }
    opening.lastIndex = to + kind.close.length;
    const formula = formulaAt(run, kind, from, to);
    if (formula) found.push(formula);
  }
  return found;
}

/** The formula whose text lies at `from` to `to` of the run, without its delimiters. */
function formulaAt(run: Run, kind: Delimiters, from: number, to: number): Formula | undefined {
  const first = from - kind.open.length;
  const last = to + kind.close.length;
  const place = { nodes: [] as Node[], from: 0, to: 0 };
  let tex = '';
  for (let index = nodeAt(run, first); index < run.nodes.length; index++) {
    const node = run.nodes[index] as Node;
    const start = run.starts[index] ?? 0;
    const end = run.starts[index + 1] ?? run.text.length;
    if (start >= last) break;
    if (end <= first) continue;
    place.nodes.push(node);
    if (start <= first) place.from = first - start;
    if (end >= last) place.to = last - start;
    if (node instanceof Text) {
      tex += node.data.slice(Math.max(0, from - start), Math.max(0, to - start));
    } else tex += node.nodeName === 'BR' ? ' ' : `{${node.textContent ?? ''}}`;
  }
  const written = tex.replaceAll('\u00a0', ' ').trim();
  if (written === '') return undefined;
  return {
    ...place,
    tex: kind.isText ? latexText(written) : written,
    isDisplay: kind.isDisplay,
  };
}

/** The place of the node that `at` of the run's text is in. A walk past all of them would be quadratic. */
function nodeAt({ starts }: Run, at: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** KaTeX reads formulas only; LaTeX text with formulas in it is text inside of one. */
function latexText(latex: string): string {
  const whole = /^(\${1,2}|\\\(|\\\[)([^$]*)(?:\${1,2}|\\\)|\\\])$/s.exec(latex);
  if (whole) return whole[2] ?? '';
  return latex.includes('$') ? `\\text{${latex}}` : latex;
}
