import { type Assertion, type Node, NotSearchable } from './syntax.ts';

/** One step of a pattern: what must be there, and where to go on from it. */
export type Step =
  | { readonly kind: 'atom'; readonly atom: number; readonly next: number }
  | { readonly kind: 'assert'; readonly what: Assertion; readonly next: number }
  | { readonly kind: 'fork'; readonly ways: number[] }
  | { readonly kind: 'found' };

export interface Program {
  readonly steps: readonly Step[];
  readonly start: number;
  /** The atoms' sources; a step names one by its index. */
  readonly atoms: readonly string[];
}

const MOST_STEPS = 1000;

/** Thompson's construction (Thompson 1968), from the end to the beginning. */
export function programOf(pattern: Node): Program {
  const steps: Step[] = [{ kind: 'found' }];
  const atoms: string[] = [];

  function add(step: Step): number {
    if (steps.length >= MOST_STEPS) throw new NotSearchable('it is too large');
    return steps.push(step) - 1;
  }

  function atomOf(source: string): number {
    const known = atoms.indexOf(source);
    return known === -1 ? atoms.push(source) - 1 : known;
  }

  /** The step that begins `node` and goes on to `next`. */
  function before(node: Node, next: number): number {
    switch (node.kind) {
      case 'atom':
        return add({ kind: 'atom', atom: atomOf(node.source), next });
      case 'assert':
        return add({ kind: 'assert', what: node.what, next });
      case 'sequence':
        return node.parts.reduceRight((after, part) => before(part, after), next);
      case 'choice':
        return add({ kind: 'fork', ways: node.parts.map((part) => before(part, next)) });
      case 'group':
        return before(node.part, next);
      case 'repeat':
        return beforeRepeat(node, next);
    }
  }

  function beforeRepeat(node: Extract<Node, { kind: 'repeat' }>, next: number): number {
    let start = next;
    if (node.max === Number.POSITIVE_INFINITY) {
      const ways: number[] = [];
      start = add({ kind: 'fork', ways });
      ways.push(before(node.part, start), next);
    } else {
      for (let count = node.min; count < node.max; count++) {
        start = add({ kind: 'fork', ways: [before(node.part, start), next] });
      }
    }
    for (let count = 0; count < node.min; count++) start = before(node.part, start);
    return start;
  }

  const start = before(pattern, 0);
  return { steps, start, atoms };
}
