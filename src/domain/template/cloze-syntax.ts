/** A cloze text as written: strings and deletions. Printed, it is the same text again. */
export type ClozeNode = string | Deletion;

export interface Deletion {
  /** Its cards, 1 to 500; none where it is numbered 0, or stands within one that is not closed. */
  readonly numbers: readonly number[];
  readonly nodes: readonly ClozeNode[];
  /** As written, without its '::'; blank counts as none (see hintOf). */
  readonly hint?: string;
  /** Before which of `nodes` the hint is written; absent: after all. A deletion in a hint ends it. */
  readonly hintAt?: number;
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

export const MAX_CLOZE_NUMBER = 500;
const MAX_DEPTH = 10;
/** {{c1::  {{c1,2::  }}  :: — everything between two of these is text. Lists may be untidy. */
const TOKEN = /\{\{c([\d,]+)::|\}\}|::/g;

/**
 * Reads the deletions of `text`, plain or HTML, as Anki does: {{c1::hidden::hint}}, nested up to ten
 * deep, {{c1,2::…}} on two cards. The first '}}' after a marker closes it, also inside maths or a tag.
 * Markers without a number, that are not closed, or that lie too deep are text; what is closed within
 * one that is not makes no card. All these are problems, and so are deletions that hide nothing
 * (`isEmpty`) or are numbered 0 or over 500, which count as 500. Never throws; takes time in
 * proportion to the length.
 */
export function parseCloze(
  text: string,
  isEmpty: (hidden: string) => boolean = isBlank,
): { nodes: ClozeNode[]; problems: ClozeProblem[] } {
  const root: ClozeNode[] = [];
  const open: OpenDeletion[] = [];
  const problems: ClozeProblem[] = [];
  /** Markers too deep to be read, whose '}}' are text like themselves. */
  let tooDeep = 0;
  let from = 0;
  const add = (piece: string): void => {
    const inner = open.at(-1);
    if (inner?.hint !== undefined && inner.nodes.length === inner.hintAt) inner.hint += piece;
    else if (piece !== '') (inner?.nodes ?? root).push(piece);
  };

  for (const match of text.matchAll(TOKEN)) {
    const token = match[0];
    const offset = match.index;
    add(text.slice(from, offset));
    from = offset + token.length;
    const inner = open.at(-1);
    if (token === '}}') {
      if (inner === undefined || tooDeep > 0) add(token);
      else close(open, root, problems, isEmpty);
      tooDeep = Math.max(0, tooDeep - 1);
    } else if (token === '::') {
      if (inner === undefined || inner.hint !== undefined) add(token);
      else {
        inner.hint = '';
        inner.hintAt = inner.nodes.length;
      }
    } else {
      const written = numbersWritten(match[1] ?? '');
      if (written.some((number) => number < 1 || number > MAX_CLOZE_NUMBER)) {
        problems.push({ offset, reason: 'number' });
      }
      if (written.length === 0) {
        problems.push({ offset, reason: 'number' });
        add(token);
      } else if (open.length === MAX_DEPTH) {
        problems.push({ offset, reason: 'depth' });
        tooDeep += 1;
        add(token);
      } else {
        open.push({ numbers: cardsOf(written), nodes: [], marker: token, offset });
      }
    }
  }
  add(text.slice(from));
  unwind(open, root, problems);
  return { nodes: root, problems: problems.sort((a, b) => a.offset - b.offset) };
}

/** Of '1,,3' 1 and 3. Anki's numbers have 16 bits; what does not fit is none. */
function numbersWritten(list: string): number[] {
  return list
    .split(',')
    .filter((number) => number !== '')
    .map(Number)
    .filter((number) => number <= 0xffff);
}

function cardsOf(written: readonly number[]): number[] {
  const cards = written.filter((number) => number > 0);
  return [...new Set(cards.map((number) => Math.min(number, MAX_CLOZE_NUMBER)))];
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
  hintAt?: number;
}

function printDeletion({ marker, ...deletion }: Deletion): string {
  return `${marker}${printInside(deletion)}}}`;
}

function printInside({ nodes, hint, hintAt }: Pick<Deletion, 'nodes' | 'hint' | 'hintAt'>): string {
  if (hint === undefined) return printCloze(nodes);
  const after = nodes.slice(hintAt ?? nodes.length);
  return `${printCloze(nodes.slice(0, hintAt ?? nodes.length))}::${hint}${printCloze(after)}`;
}

function close(
  open: OpenDeletion[],
  root: ClozeNode[],
  problems: ClozeProblem[],
  isEmpty: (hidden: string) => boolean,
): void {
  const deletion = open.pop();
  if (deletion === undefined) return;
  if (isEmpty(shownText(deletion.nodes))) {
    problems.push({ offset: deletion.offset, reason: 'empty' });
  }
  (open.at(-1)?.nodes ?? root).push(finished(deletion));
}

function finished({ hintAt, ...deletion }: OpenDeletion): Deletion {
  const isLast = hintAt === undefined || hintAt === deletion.nodes.length;
  return isLast ? deletion : { ...deletion, hintAt };
}

/** Markers still open at the end become text again, what they hold stays, and makes no card. */
function unwind(open: OpenDeletion[], root: ClozeNode[], problems: ClozeProblem[]): void {
  for (let deletion = open.pop(); deletion !== undefined; deletion = open.pop()) {
    problems.push({ offset: deletion.offset, reason: 'unclosed' });
    const parent = open.at(-1)?.nodes ?? root;
    const { nodes, hint, hintAt = nodes.length } = deletion;
    parent.push(deletion.marker);
    for (const node of nodes.slice(0, hintAt)) parent.push(withoutCards(node));
    if (hint !== undefined) parent.push(`::${hint}`);
    for (const node of nodes.slice(hintAt)) parent.push(withoutCards(node));
  }
}

function withoutCards(node: ClozeNode): ClozeNode {
  if (typeof node === 'string') return node;
  return { ...node, numbers: [], nodes: node.nodes.map(withoutCards) };
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
