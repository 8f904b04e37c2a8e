/** A cloze text as written: strings and deletions. Printed, it is the same text again. */
export type ClozeNode = string | Deletion;

export interface Deletion {
  readonly numbers: readonly number[];
  readonly nodes: readonly ClozeNode[];
  /** As written, without its '::'; blank counts as none (see hintOf). */
  readonly hint?: string;
  /** '{{c1::' as written. */
  readonly marker: string;
  /** Index of the marker in the text, from 0. */
  readonly offset: number;
}

export interface ClozeProblem {
  /** Index into the text, from 0. */
  readonly offset: number;
  readonly reason: 'unclosed' | 'empty' | 'number' | 'depth';
}

export const MAX_CLOZE_NUMBER = 499;
const MAX_DEPTH = 8;
/** {{c1::  {{c1,2::  }}  :: — everything between two of these is text. */
const TOKEN = /\{\{c(\d+(?:,\d+)*)::|\}\}|::/g;

/**
 * Reads the deletions of `text`, plain or HTML: {{c1::hidden::hint}}, nested up to eight deep,
 * {{c1,2::…}} on two cards. The first '}}' after a marker closes it, also inside maths or a tag.
 * Markers that are not closed, hide nothing (`isEmpty`), are numbered outside 1 to 499 or lie too
 * deep or in a hint are text, and a problem. Never throws; takes time in proportion to the length.
 */
export function parseCloze(
  text: string,
  isEmpty: (hidden: string) => boolean = isBlank,
): { nodes: ClozeNode[]; problems: ClozeProblem[] } {
  const root: ClozeNode[] = [];
  const open: OpenDeletion[] = [];
  const problems: ClozeProblem[] = [];
  let from = 0;
  const add = (piece: string): void => {
    const inner = open.at(-1);
    if (inner?.hint !== undefined) inner.hint += piece;
    else if (piece !== '') (inner?.nodes ?? root).push(piece);
  };

  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const offset = match.index;
    add(text.slice(from, offset));
    from = offset + token.length;
    const inner = open.at(-1);
    if (token === '}}') {
      if (inner === undefined) add(token);
      else close(open, root, problems, isEmpty);
    } else if (token === '::') {
      if (inner === undefined || inner.hint !== undefined) add(token);
      else inner.hint = '';
    } else {
      const numbers = [...new Set((match[1] ?? '').split(',').map(Number))];
      if (numbers.some((number) => number < 1 || number > MAX_CLOZE_NUMBER)) {
        problems.push({ offset, reason: 'number' });
        add(token);
      } else if (open.length === MAX_DEPTH || inner?.hint !== undefined) {
        problems.push({ offset, reason: 'depth' });
        add(token);
      } else {
        open.push({ numbers, nodes: [], marker: token, offset });
      }
    }
  }
  add(text.slice(from));
  unwind(open, root, problems);
  return { nodes: root, problems: problems.sort((a, b) => a.offset - b.offset) };
}

/** The text that `nodes` were read from. */
export function printCloze(nodes: readonly ClozeNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : printDeletion(node))).join('');
}

/** The text with every deletion shown and no markers. */
export function shownText(nodes: readonly ClozeNode[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : shownText(node.nodes))).join('');
}

/** The numbers of the deletions, ascending, each once: the cards. */
export function clozeNumbersOf(nodes: readonly ClozeNode[]): number[] {
  const numbers = new Set<number>();
  const visit = (node: ClozeNode): void => {
    if (typeof node === 'string') return;
    for (const number of node.numbers) numbers.add(number);
    node.nodes.forEach(visit);
  };
  nodes.forEach(visit);
  return [...numbers].sort((a, b) => a - b);
}

/** What a hidden deletion shows in its place, if anything was written for it. */
export function hintOf({ hint }: Deletion): string | undefined {
  return hint === undefined || isBlank(hint) ? undefined : hint;
}

interface OpenDeletion extends Deletion {
  readonly nodes: ClozeNode[];
  hint?: string;
}

function printDeletion({ marker, nodes, hint }: Deletion): string {
  return `${marker}${printCloze(nodes)}${hint === undefined ? '' : `::${hint}`}}}`;
}

function close(
  open: OpenDeletion[],
  root: ClozeNode[],
  problems: ClozeProblem[],
  isEmpty: (hidden: string) => boolean,
): void {
  const deletion = open.pop();
  if (deletion === undefined) return;
  const parent = open.at(-1)?.nodes ?? root;
  if (isEmpty(shownText(deletion.nodes))) {
    problems.push({ offset: deletion.offset, reason: 'empty' });
    parent.push(printDeletion(deletion));
  } else {
    parent.push(deletion);
  }
}

/** Markers still open at the end become text again, what they hold stays. */
function unwind(open: OpenDeletion[], root: ClozeNode[], problems: ClozeProblem[]): void {
  for (let deletion = open.pop(); deletion !== undefined; deletion = open.pop()) {
    problems.push({ offset: deletion.offset, reason: 'unclosed' });
    const parent = open.at(-1)?.nodes ?? root;
    parent.push(deletion.marker);
    for (const node of deletion.nodes) parent.push(node);
    if (deletion.hint !== undefined) parent.push(`::${deletion.hint}`);
  }
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
