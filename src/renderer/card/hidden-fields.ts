import type { Opener } from './safe/sanitise.ts';
import { unhide, unseenIn } from './unseen.ts';

/**
 * What a card hides until a script opens it (AnKing's buttons, hints pasted into a field) gets a button
 * of ours, since no card's script runs: <details> around it, named by what would have opened it.
 * `root` is shown already, with its styles, since styles hide too.
 */
export function openHiddenFields(root: HTMLElement, openers: readonly Opener[]): void {
  const view = root.ownerDocument.defaultView;
  if (!view) return;
  const opened = new Map<Opener, number>();
  for (const hidden of unseenIn(root, view)) {
    const opener = openerOf(hidden, openers);
    if (opener) opened.set(opener, (opened.get(opener) ?? 0) + 1);
    putBehindButton(hidden, nameOf(hidden, opener), view);
  }
  for (const [{ nodes }, count] of opened) {
    // It says on the button what it said; one that holds or opens more stays as the text it is.
    const isWords = !nodes.some((node) => isElement(node) && node.querySelector(MORE));
    if (count === 1 && isWords) for (const node of nodes) node.remove();
  }
}

const MORE = 'details, img, audio, video';

/** Whether something in a card's HTML would open what is hidden, if it could run. */
export function hasOpeners(html: string): boolean {
  return /<script|<input|\son[a-z]{3,20}\s*=/i.test(html);
}

/** Who names its id, else who stands right before it or around it. */
function openerOf(hidden: HTMLElement, openers: readonly Opener[]): Opener | undefined {
  const { id, parentElement } = hidden;
  const naming = openers.find(({ handler }) => id !== '' && handler.includes(id));
  if (naming) return naming;
  const before = nodeBefore(hidden);
  return openers.find(({ nodes }) =>
    nodes.some((node) => node === parentElement || before?.contains(node)),
  );
}

function nodeBefore(element: Element): ChildNode | null {
  let before = element.previousSibling;
  while (before && !isElement(before) && before.textContent?.trim() === '') {
    before = before.previousSibling;
  }
  return before;
}

function nameOf(hidden: HTMLElement, opener: Opener | undefined): string {
  const [first] = opener?.nodes ?? [];
  const element = first && isElement(first) ? first : undefined;
  const names = [
    hidden.dataset.name,
    element?.dataset.name,
    element?.contains(hidden) ? ownText(element) : opener?.nodes.map(textOf).join(''),
    element?.getAttribute('aria-label'),
    hidden.getAttribute('aria-label'),
    hidden.title,
    hidden.id.replaceAll(/^hint-?|[-_]|\b[\da-f]{8,}\b/gi, ' '),
  ];
  const name = names.map((each) => each?.replace(/\s+/g, ' ').trim() ?? '').find((each) => each);
  return name ? name.slice(0, 60) : 'Show what is hidden';
}

function textOf(node: Node): string {
  return node.textContent ?? '';
}

function ownText(element: Element): string {
  return [...element.childNodes].map((node) => (isText(node) ? node.data : '')).join(' ');
}

/** Nodes of the frame may be of another window, so `instanceof` knows none of them. */
function isElement(node: Node): node is HTMLElement {
  return node.nodeType === Node.ELEMENT_NODE;
}

function isText(node: Node): node is Text {
  return node.nodeType === Node.TEXT_NODE;
}

function putBehindButton(hidden: HTMLElement, name: string, view: Window): void {
  const { ownerDocument } = hidden;
  const details = ownerDocument.createElement('details');
  details.className = 'hidden-field';
  const summary = ownerDocument.createElement('summary');
  summary.textContent = name;
  hidden.before(details);
  unhide(hidden, view);
  details.append(summary, hidden);
}
