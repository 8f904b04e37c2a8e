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
  showWhole(root, view);
  const isForOthers = forOtherPages(root.ownerDocument);
  const hidden = unseenIn(root, view).filter((element) => !isForOthers(element));
  // A blank opens by itself, whatever the type's buttons are called.
  const found = openersOf(
    hidden.filter((element) => !element.matches(CLOZE)),
    pressed,
  );
  const opened = new Map<Opener, number>();
  for (const element of hidden) {
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
 * A card that nothing is seen of, because a script shows it once it is ready, is shown: the first part,
 * and what is hidden in it has its buttons.
 */
function showWhole(root: HTMLElement, view: Window): void {
  for (let tries = 0; tries < MOST_LAYERS; tries++) {
    const [first] = unseenIn(root, view);
    if (!first || isAnySeen(root, view)) return;
    unhide(first, view);
  }
}

const MOST_LAYERS = 3;

function isAnySeen(root: HTMLElement, view: Window): boolean {
  const hidden = unseenIn(root, view);
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let text = walker.nextNode(); text; text = walker.nextNode()) {
    if (text.nodeValue?.trim() === '') continue;
    if (!hidden.some((element) => element.contains(text))) return true;
  }
  const media = [...root.querySelectorAll('img, audio, video, .occlusion')];
  return media.some((each) => !hidden.some((element) => element.contains(each)));
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
  return name ? name.slice(0, 60) : 'Show what is hidden';
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
