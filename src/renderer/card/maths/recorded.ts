import type { KatexNode } from './katex.ts';

/** An element as plain data, which a worker can hand to the page. */
export interface Recorded {
  readonly name: string;
  /** Undefined: HTML's. */
  readonly namespace: string | undefined;
  className: string | undefined;
  readonly attributes: [name: string, value: string][];
  readonly style: Record<string, string>;
  readonly children: (Recorded | string)[];
}

/**
 * What KaTeX makes of a tree in a page, where there is none: it asks for its elements a document that
 * only writes down what they become.
 */
export function recorded(tree: KatexNode): Recorded {
  const scope = globalThis as { document?: unknown };
  if (scope.document) throw new Error('In a page a tree becomes nodes by itself.');
  scope.document = RECORDING;
  try {
    return (tree.toNode() as unknown as Recorder).made;
  } finally {
    delete scope.document;
  }
}

/** As much of an element as KaTeX uses. */
class Recorder {
  readonly made: Recorded;
  readonly style: Record<string, string>;

  constructor(name: string, namespace?: string) {
    this.style = {};
    this.made = {
      name,
      namespace,
      className: undefined,
      attributes: [],
      style: this.style,
      children: [],
    };
  }

  set className(value: string) {
    this.made.className = value;
  }

  setAttribute(name: string, value: unknown): void {
    this.made.attributes.push([name, String(value)]);
  }

  appendChild(child: Recorder | string): void {
    if (typeof child === 'string') this.made.children.push(child);
    else if (child.made.name === FRAGMENT) this.made.children.push(...child.made.children);
    else this.made.children.push(child.made);
  }
}

const FRAGMENT = '#document-fragment';
const RECORDING = {
  createElement: (name: string) => new Recorder(name),
  createElementNS: (namespace: string, name: string) => new Recorder(name, namespace),
  createTextNode: (text: string) => text,
  createDocumentFragment: () => new Recorder(FRAGMENT),
};

/** The element that was recorded. */
export function built({ name, namespace, ...made }: Recorded): Element {
  const element =
    namespace === undefined
      ? document.createElement(name)
      : document.createElementNS(namespace, name);
  if (made.className !== undefined) element.setAttribute('class', made.className);
  for (const [attribute, value] of made.attributes) element.setAttribute(attribute, value);
  // Property by property: the page's policy refuses the attribute.
  if (element instanceof HTMLElement) Object.assign(element.style, made.style);
  for (const child of made.children) {
    element.append(typeof child === 'string' ? child : built(child));
  }
  return element;
}
