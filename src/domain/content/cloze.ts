/** A piece of a card's face. A blank's `text` is what plain text shows: '[hint]' or '[…]'. */
export interface Segment {
  readonly kind: 'text' | 'blank' | 'revealed';
  readonly text: string;
  readonly hint?: string;
}

export interface ClozeProblem {
  /** Index into the text, from 0. */
  readonly offset: number;
  readonly reason: 'unclosed' | 'empty' | 'number' | 'depth';
}

interface Deletion {
  readonly numbers: readonly number[];
  readonly nodes: Node[];
  readonly marker: string;
  readonly offset: number;
  hint?: string;
}
type Node = string | Deletion;

const MAX_NUMBER = 499;
const MAX_DEPTH = 8;
/** {{c1::  {{c1,2::  }}  :: — everything between two of these is text. */
const TOKEN = /\{\{c(\d+(?:,\d+)*)::|\}\}|::/g;

/** The numbers of a text's deletions, ascending, each once: its cards. */
export function clozeNumbers(text: string): number[] {
  const numbers = new Set<number>();
  const visit = (node: Node): void => {
    if (typeof node === 'string') return;
    for (const number of node.numbers) numbers.add(number);
    node.nodes.forEach(visit);
  };
  parse(text).nodes.forEach(visit);
  return [...numbers].sort((a, b) => a - b);
}

/** What is wrong with the markers of `text`, by offset. */
export function clozeProblems(text: string): ClozeProblem[] {
  return parse(text).problems.sort((a, b) => a.offset - b.offset);
}

/** Both faces of card `number` of a cloze text. Other deletions show as plain text. */
export function clozeFace(
  text: string,
  number: number,
): { question: Segment[]; answer: Segment[] } {
  const { nodes } = parse(text);
  return {
    question: segments(nodes, number, (deletion) => {
      const blank = { kind: 'blank', text: `[${deletion.hint ?? '…'}]` } as const;
      return deletion.hint === undefined ? blank : { ...blank, hint: deletion.hint };
    }),
    answer: segments(nodes, number, (deletion) => ({
      kind: 'revealed',
      text: plain(deletion.nodes),
    })),
  };
}

/** The text with every deletion shown and no markers. */
export function clozePlainText(text: string): string {
  return plain(parse(text).nodes);
}

function parse(text: string): { nodes: Node[]; problems: ClozeProblem[] } {
  const root: Node[] = [];
  const open: Deletion[] = [];
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
      else close(open, root, problems);
    } else if (token === '::') {
      if (inner === undefined || inner.hint !== undefined) add(token);
      else inner.hint = '';
    } else {
      const numbers = [...new Set((match[1] ?? '').split(',').map(Number))];
      if (numbers.some((number) => number < 1 || number > MAX_NUMBER)) {
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
  return { nodes: root, problems };
}

function close(open: Deletion[], root: Node[], problems: ClozeProblem[]): void {
  const deletion = open.pop();
  if (deletion === undefined) return;
  const parent = open.at(-1)?.nodes ?? root;
  if (plain(deletion.nodes).trim() === '') {
    problems.push({ offset: deletion.offset, reason: 'empty' });
    parent.push(literal(deletion), '}}');
    return;
  }
  if (deletion.hint?.trim() === '') delete deletion.hint;
  parent.push(deletion);
}

/** Markers still open at the end become text again, what they hold stays. */
function unwind(open: Deletion[], root: Node[], problems: ClozeProblem[]): void {
  for (let deletion = open.pop(); deletion !== undefined; deletion = open.pop()) {
    problems.push({ offset: deletion.offset, reason: 'unclosed' });
    const parent = open.at(-1)?.nodes ?? root;
    parent.push(deletion.marker);
    for (const node of deletion.nodes) parent.push(node);
    if (deletion.hint !== undefined) parent.push(`::${deletion.hint}`);
  }
}

function literal(deletion: Deletion): string {
  const hint = deletion.hint === undefined ? '' : `::${deletion.hint}`;
  return deletion.marker + plain(deletion.nodes) + hint;
}

function plain(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === 'string' ? node : plain(node.nodes))).join('');
}

function segments(
  nodes: readonly Node[],
  number: number,
  draw: (deletion: Deletion) => Segment,
): Segment[] {
  const result: Segment[] = [];
  const add = (segment: Segment): void => {
    const last = result.at(-1);
    if (segment.kind === 'text' && last?.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: last.text + segment.text };
    } else {
      result.push(segment);
    }
  };
  for (const node of nodes) {
    if (typeof node === 'string') add({ kind: 'text', text: node });
    else if (node.numbers.includes(number)) add(draw(node));
    else segments(node.nodes, number, draw).forEach(add);
  }
  return result;
}
