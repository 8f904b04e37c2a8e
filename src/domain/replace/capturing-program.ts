import { type Assertion, type Node, NotSearchable } from '../search/regex/syntax.ts';

/** One step of a pattern that remembers its groups. Ways are in the order they are preferred. */
export type CapturingStep =
  | { readonly kind: 'atom'; readonly atom: number; readonly next: number }
  | { readonly kind: 'assert'; readonly what: Assertion; readonly next: number }
  | { readonly kind: 'fork'; readonly ways: readonly number[] }
  /** Remembers the place: slot 2g where group g begins, 2g + 1 where it ends. */
  | { readonly kind: 'mark'; readonly slot: number; readonly next: number }
  /** Forgets what groups found in an earlier round of a repetition. */
  | { readonly kind: 'forget'; readonly groups: readonly number[]; readonly next: number }
  | { readonly kind: 'found' };

export interface CapturingProgram {
  readonly steps: readonly CapturingStep[];
  readonly start: number;
  /** The atoms' sources; a step names one by its index. */
  readonly atoms: readonly string[];
  /** Not counting the whole match, which is group 0. */
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
}

const MOST_STEPS = 10_000;

/** Thompson's construction with places to remember (Pike's machine; Cox 2009), from end to start. */
export function capturingProgramOf(pattern: Node): CapturingProgram {
  const steps: CapturingStep[] = [{ kind: 'found' }];
  const atoms: string[] = [];
  const groupNames = new Map<string, number>();
  let groupCount = 0;

  function add(step: CapturingStep): number {
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
        return beforeGroup(node, next);
      case 'repeat':
        return beforeRepeat(node, next);
    }
  }

  function beforeGroup({ part, index, name }: Extract<Node, { kind: 'group' }>, next: number) {
    groupCount = Math.max(groupCount, index);
    if (name !== undefined) groupNames.set(name, index);
    const end = add({ kind: 'mark', slot: 2 * index + 1, next });
    return add({ kind: 'mark', slot: 2 * index, next: before(part, end) });
  }

  function beforeRepeat(node: Extract<Node, { kind: 'repeat' }>, next: number): number {
    const { part, min, max, isLazy } = node;
    const groups = groupsIn(part);
    const round = (after: number): number => {
      const start = before(part, after);
      return groups.length === 0 ? start : add({ kind: 'forget', groups, next: start });
    };
    const ways = (again: number): number[] => (isLazy ? [next, again] : [again, next]);
    let start = next;
    if (max === Number.POSITIVE_INFINITY) {
      const fork = { kind: 'fork' as const, ways: [] as number[] };
      start = add(fork);
      fork.ways.push(...ways(round(start)));
    } else {
      for (let count = min; count < max; count++) {
        start = add({ kind: 'fork', ways: ways(round(start)) });
      }
    }
    for (let count = 0; count < min; count++) start = round(start);
    return start;
  }

  const start = before(pattern, 0);
  return { steps, start, atoms, groupCount, groupNames };
}

function groupsIn(node: Node): number[] {
  switch (node.kind) {
    case 'group':
      return [node.index, ...groupsIn(node.part)];
    case 'repeat':
      return groupsIn(node.part);
    case 'sequence':
    case 'choice':
      return node.parts.flatMap(groupsIn);
    default:
      return [];
  }
}
