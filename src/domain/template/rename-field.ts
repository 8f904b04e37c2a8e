import { nameKey } from './language/template-names.ts';
import { parseTemplate, type TemplateNode } from './parse-template.ts';
import { printTemplate } from './print-template.ts';

/** `template` with the field `from` called `to` wherever it is named; all else as it was. */
export function renameFieldIn(template: string, from: string, to: string): string {
  const wanted = nameKey(from);
  const rename = (node: TemplateNode): TemplateNode => {
    if (node.kind !== 'replacement' && node.kind !== 'conditional') return node;
    const isNamed = nameKey(node.name) === wanted;
    if (node.kind === 'replacement') return isNamed ? renamed(node, to) : node;
    const children = node.children.map(rename);
    if (!isNamed) return { ...node, children };
    const closing = node.closingInner;
    return {
      ...renamed(node, to),
      children,
      ...(closing === undefined ? {} : { closingInner: withName(closing, node.name, to) }),
    };
  };
  return printTemplate(parseTemplate(template).nodes.map(rename));
}

function renamed<Node extends { readonly name: string; readonly inner?: string }>(
  node: Node,
  to: string,
): Node {
  const { inner, name } = node;
  return {
    ...node,
    name: to,
    ...(inner === undefined ? {} : { inner: withName(inner, name, to) }),
  };
}

/** The name is the last thing in a tag. */
function withName(inner: string, from: string, to: string): string {
  const at = inner.lastIndexOf(from);
  return inner.slice(0, at) + to + inner.slice(at + from.length);
}
