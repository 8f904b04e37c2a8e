import {
  type ClozeNode,
  type ClozeProblem,
  clozeNumbersOf,
  type Deletion,
  hintOf,
  parseCloze,
  shownText,
} from '../template/cloze-syntax.ts';

export type { ClozeProblem };

/** A piece of a card's face. A blank's `text` is what plain text shows: '[hint]' or '[…]'. */
export interface Segment {
  readonly kind: 'text' | 'blank' | 'revealed';
  readonly text: string;
  readonly hint?: string;
}

/** The numbers of a text's deletions, ascending, each once: its cards. */
export function clozeNumbers(text: string): number[] {
  return clozeNumbersOf(parseCloze(text).nodes);
}

/** What is wrong with the markers of `text`, by offset. */
export function clozeProblems(text: string): ClozeProblem[] {
  return parseCloze(text).problems;
}

/** Both faces of card `number` of a cloze text. Other deletions show as plain text. */
export function clozeFace(
  text: string,
  number: number,
): { question: Segment[]; answer: Segment[] } {
  const { nodes } = parseCloze(text);
  return {
    question: segments(nodes, number, (deletion) => {
      const hint = hintOf(deletion);
      const blank = { kind: 'blank', text: `[${hint ?? '…'}]` } as const;
      return hint === undefined ? blank : { ...blank, hint };
    }),
    answer: segments(nodes, number, (deletion) => ({
      kind: 'revealed',
      text: shownText(deletion.nodes),
    })),
  };
}

/** The text with every deletion shown and no markers. */
export function clozePlainText(text: string): string {
  return shownText(parseCloze(text).nodes);
}

function segments(
  nodes: readonly ClozeNode[],
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
