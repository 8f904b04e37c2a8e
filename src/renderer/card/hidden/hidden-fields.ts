import { t } from '../../../kernel/texts.ts';
import type { Pressed } from '../safe/sanitise.ts';
import { type Opener, openersOf } from './openers.ts';
import { forOtherPages } from './for-other-pages.ts';
import { unhide, unseenIn } from './unseen.ts';

/**
 * What a card hides until a script opens it (AnKing's buttons, hints pasted into a field) gets a button
 * of ours, since no card's script runs: <details> around it, named by what would have opened it.
 * `root` is shown already, with its styles, since styles hide too; `html` is what it was made from.
 */
export function openHiddenFields(root: HTMLElement, html: string, pressed: Pressed): void {
  const view = root.ownerDocument.defaultView;
  if (!view || !OPENERS.test(html)) return;
  const isForOthers = forOtherPages(root.ownerDocument);
  const hidden = hiddenIn(root, view).filter((element) => !isForOthers(element));
  // A blank opens by itself, whatever the type's buttons are called.
  const found = openersOf(
    hidden.filter((element) => !element.matches(CLOZE)),
    pressed,
  );
  const opened = new Map<Opener, number>();
  for (const element of hidden) {
    if (waitsForItsMasks(element, view)) {
      unhide(element, view);
      continue;
    }
    const opener = found.get(element);
    if (opener) opened.set(opener, (opened.get(opener) ?? 0) + 1);
    putBehindButton(element, nameOf(element, opener), view);
  }
  for (const [{ nodes }, count] of opened) {
    // It says on the button what it said; one that holds or opens more stays as the text it is.
    const isWords = !nodes.some((node) => isElement(node) && node.querySelector(MORE));
    if (count === 1 && isWords) for (const node of nodes) node.remove();
  }
}

/** What in a card's HTML would open what is hidden, if it could run. */
const OPENERS = /<script|<input|\son[a-z]{3,20}\s*=/i;
const MORE = 'details, img, audio, video';

/**
 * What is hidden in a card. One that nothing is seen of, because a script shows it once it is ready, is
 * shown: its first part, and what is hidden in that has its buttons.
 */
function hiddenIn(root: HTMLElement, view: Window): HTMLElement[] {
  let hidden = unseenIn(root, view);
  for (let tries = 0; tries < MOST_LAYERS; tries++) {
    const [first] = hidden;
    if (!first || isAnySeen(root, new Set<Node>(hidden))) break;
    unhide(first, view);
    hidden = unseenIn(root, view);
  }
  return hidden;
}

const MOST_LAYERS = 3;

function isAnySeen(root: HTMLElement, hidden: ReadonlySet<Node>): boolean {
  const todo: Node[] = [...root.childNodes];
  for (let node = todo.pop(); node; node = todo.pop()) {
    if (hidden.has(node)) continue;
    if (isText(node) && node.data.trim() !== '') return true;
    if (isElement(node) && node.matches('img, audio, video, .occlusion')) return true;
    for (const child of node.childNodes) todo.push(child);
  }
  return false;
}

/**
 * A picture that a script shows once the masks over it are there: here all pictures of a card come at
 * once. Where there are no masks it stays behind its button, as it would give the answer away.
 */
function waitsForItsMasks(hidden: HTMLElement, view: Window): boolean {
  if (view.getComputedStyle(hidden).visibility !== 'hidden' || !hidden.querySelector('img')) {
    return false;
  }
  return [...(hidden.parentElement?.children ?? [])].some(
    (other) =>
      other !== hidden &&
      other.querySelector('img') !== null &&
      view.getComputedStyle(other).position === 'absolute' &&
      view.getComputedStyle(other).visibility === 'visible',
  );
}

function nameOf(hidden: HTMLElement, opener: Opener | undefined): string {
  if (hidden.matches(CLOZE)) return '[…]';
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
  return name ? name.slice(0, 60) : t`Show what is hidden`;
}

const CLOZE = '.cloze, .cloze *';

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
  details.className = hidden.matches(IN_LINE) ? 'hidden-field in-line' : 'hidden-field';
  const summary = ownerDocument.createElement('summary');
  summary.textContent = name;
  hidden.before(details);
  unhide(hidden, view);
  details.append(summary, hidden);
}

/** What stands within a sentence stays there. */
const IN_LINE = 'a, b, bdi, code, em, font, i, kbd, mark, s, small, span, strong, sub, sup, u';
