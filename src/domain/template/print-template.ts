import { ANGLES, BRACES, type Delimiters } from './language/template-tokens.ts';
import type { TemplateNode } from './parse-template.ts';

/** The template that `nodes` stand for. Nodes that were read print exactly as they were written. */
export function printTemplate(nodes: readonly TemplateNode[]): string {
  return printNodes(nodes, nodes[0]?.kind === 'delimiters' ? ANGLES : BRACES);
}

function printNodes(nodes: readonly TemplateNode[], marks: Delimiters): string {
  return nodes.map((node) => printNode(node, marks)).join('');
}

function printNode(node: TemplateNode, marks: Delimiters): string {
  const tag = (inner: string): string => `${marks.open}${inner}${marks.close}`;
  switch (node.kind) {
    case 'text':
    case 'delimiters':
      return node.text;
    case 'comment':
      return tag(node.inner);
    case 'replacement':
      return tag(node.inner ?? [...node.filters, node.name].join(':'));
    case 'conditional': {
      const { name, negated, children, inner, closingInner } = node;
      const opening = inner ?? `${negated ? '^' : '#'}${name}`;
      return tag(opening) + printNodes(children, marks) + tag(closingInner ?? `/${name}`);
    }
  }
}
