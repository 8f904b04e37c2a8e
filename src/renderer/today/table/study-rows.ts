import type { DeckLine, StudyLine } from '../../../domain/study/today/today.ts';
import type { Scope } from '../../../engine/commands/study/study.ts';
import { named } from '../../../kernel/named.ts';
import { depthOf, lastPart, shownPath } from '../../../kernel/path.ts';
import { isBelow } from '../../../domain/text/same-name.ts';
import { plural } from '../../../kernel/texts.ts';
import type { TreeNode } from '../../kit/tree/visible-nodes.ts';
import { inAddress } from '../../kit/text/in-address.ts';

/** A deck or a section, with what is below it. */
export interface StudyNode extends TreeNode<StudyNode> {
  readonly line: StudyLine;
  /** As a list without a tree shows it: 'Medicine › Cardiology'. */
  readonly path: string;
  readonly isDeck: boolean;
  /** Steps to the right. */
  readonly depth: number;
  readonly scope: Scope;
  /** To an exam about it, to be planned or crammed. */
  readonly examHref: string;
  /** Stands for the rows below it, which have nothing today (TODAY-11). */
  readonly isFold?: boolean;
}

type Growing = StudyNode & { readonly children: StudyNode[] };

/** Decks as a tree: below each its sections, then the decks below it. */
export function studyNodes(decks: readonly DeckLine[]): StudyNode[] {
  const top: StudyNode[] = [];
  const above: Growing[] = [];
  for (const line of decks) {
    const node = deckNode(line);
    above.length = line.depth;
    (above.at(-1)?.children ?? top).push(node);
    above.push(node);
  }
  return top;
}

function deckNode(line: DeckLine): Growing {
  const { deck, depth } = line;
  return {
    id: `deck:${deck.id}`,
    label: lastPart(deck.name),
    path: shownPath(deck.name),
    line,
    isDeck: true,
    depth,
    scope: { deckId: deck.id },
    examHref: `/exams/new?deck=${inAddress(deck.id)}`,
    children: sectionNodes(line),
  };
}

/** In the deck's order; each below the nearest listed one that it lies in. */
function sectionNodes({ deck, depth, sections }: DeckLine): StudyNode[] {
  const top: StudyNode[] = [];
  const above: Growing[] = [];
  for (const line of sections) {
    const { name } = line;
    while (above.length > 0 && !isBelow(name, above.at(-1)?.line.name ?? '')) above.pop();
    const node: Growing = {
      id: `section:${deck.id}:${name}`,
      label: lastPart(name),
      path: `${shownPath(deck.name)} › ${shownPath(name)}`,
      line,
      isDeck: false,
      depth: depth + depthOf(name),
      scope: { deckId: deck.id, section: name },
      examHref: `/exams/new?section=${inAddress(name)}`,
      children: [],
    };
    (above.at(-1)?.children ?? top).push(node);
    above.push(node);
  }
  return top;
}

/** The same rows, those with nothing today in one fold of their kind below the others (TODAY-11). */
export function withFolds(nodes: readonly StudyNode[]): StudyNode[] {
  const [sections, decks] = [nodes.filter((node) => !node.isDeck), nodes.filter(isDeck)];
  return [sections, decks].flatMap((kind) => {
    const busy = kind.filter((node) => !isIdle(node));
    const idle = kind.filter(isIdle);
    return [
      ...busy.map((node) => ({ ...node, children: withFolds(node.children) })),
      ...(idle[0] ? [foldOf(idle[0], idle)] : []),
    ];
  });
}

function foldOf(first: StudyNode, idle: readonly StudyNode[]): StudyNode {
  const { isDeck } = first;
  const rows = rowsIn(idle, (node) => node.isDeck === isDeck);
  return {
    ...first,
    id: `nothing:${first.id}`,
    label: nothingToday(first, rows),
    children: idle,
    isFold: true,
  };
}

function isDeck(node: StudyNode): boolean {
  return node.isDeck;
}

function isIdle({ line: { left }, children }: StudyNode): boolean {
  return left.new + left.learning + left.review === 0 && children.every(isIdle);
}

/** More rows than this are folded at first, and can be sought by name. */
export const MANY_ROWS = 60;

/** How many rows there are when all are open. */
export function rowsIn(
  nodes: readonly StudyNode[],
  isCounted: (node: StudyNode) => boolean = () => true,
): number {
  return nodes.reduce(
    (sum, node) => sum + (isCounted(node) ? 1 : 0) + rowsIn(node.children, isCounted),
    0,
  );
}

function nothingToday({ isDeck, label }: StudyNode, rows: number): string {
  const values = { name: named(label) };
  return isDeck
    ? plural(rows, '{name} has nothing today', '# decks have nothing today', values)
    : plural(rows, '{name} has nothing today', '# sections have nothing today', values);
}
