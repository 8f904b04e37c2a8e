import { ankiClasses } from './anki-classes.ts';
import { rareParts } from './load-rare-parts.ts';
import { makeReadable } from './readable-colours.ts';
import { WINDOW_HEIGHT } from './safe/window-heights.ts';
import type { Look } from './use-look.ts';

/** Where the card document lies: beside the built page, and in the sources while developing. */
export const cardDocumentUrl = import.meta.env.DEV
  ? new URL(/* @vite-ignore */ '../card.html', import.meta.url).href
  : './card.html';

/** What a card is shown with, all of it sanitised. */
export interface ShownCard {
  readonly body: DocumentFragment;
  readonly css: string;
  /** Where there are any, what is hidden gets a button of ours. */
  readonly openHidden: ((root: HTMLElement) => void) | undefined;
  /** Of Anki's making: 'card card1'. */
  readonly bodyClass: string;
  readonly look: Look;
  /** An answer is read out by screen readers as it comes. */
  readonly isAnswer: boolean;
  /** It is the side that is shown already, and a person may have opened parts of it. */
  readonly isSameSide: boolean;
}

/**
 * The framed document when its frame says it is loaded: it may say so too early, and again later
 * ('waiting'), or be an error page or anything else ('failed').
 */
export function cardDocumentOf(frame: HTMLIFrameElement): Document | 'waiting' | 'failed' {
  const found = frame.contentDocument;
  if (found?.URL === frame.src) return found.readyState === 'complete' ? found : 'waiting';
  return found?.URL === 'about:blank' ? 'waiting' : 'failed';
}

/** The element that holds the card: Anki's #qa, and the only one in the body from the start. */
export function rootOf(document: Document): HTMLElement {
  const root = document.body.firstElementChild;
  if (root === null) throw new Error('card.html holds no place for the card.');
  return root as HTMLElement;
}

/** Puts a card in the place of the one before, at once: both in one painting. */
export function putCard(document: Document, card: ShownCard): HTMLElement {
  const root = rootOf(document);
  putLook(document, card.bodyClass, card.look);
  root.setAttribute('aria-live', card.isAnswer ? 'polite' : 'off');
  putStyles(document, card.css);
  keepPictures(root, card.body);
  const openAgain = card.isSameSide ? rareParts()?.whatIsOpen(root) : undefined;
  root.replaceChildren(card.body);
  // What a player got for its source before it was in a page was refused it, for good.
  for (const player of root.querySelectorAll<HTMLMediaElement>('audio,video')) player.load();
  card.openHidden?.(root);
  openAgain?.();
  makeReadable(root);
  return root;
}

/**
 * A picture that is on the new side too stays the same element: a new one would be loaded and decoded
 * again, and the answer would come without it first.
 */
function keepPictures(root: HTMLElement, body: DocumentFragment): void {
  const shown = [...root.querySelectorAll('img')];
  if (shown.length === 0) return;
  for (const wanted of body.querySelectorAll('img')) {
    const at = shown.findIndex((picture) => picture.isEqualNode(wanted));
    const [kept] = at < 0 ? [] : shown.splice(at, 1);
    if (kept) wanted.replaceWith(kept);
  }
}

export function putLook(document: Document, bodyClass: string, look: Look): void {
  const { documentElement, body } = document;
  const classes = ankiClasses(navigator.userAgent, look.isDark);
  documentElement.className = classes.html;
  documentElement.dataset.theme = look.theme;
  documentElement.dataset.textSize = look.textSize;
  putWindowHeight(document);
  body.className = `${bodyClass} ${classes.body}`.trim();
}

/** Styles that go by the window's height go by that of the page, whose window it is. */
export function putWindowHeight({ documentElement }: Document): void {
  documentElement.style.setProperty(WINDOW_HEIGHT, `${window.innerHeight / 100}px`);
}

/** Constructed sheets cannot import others, whatever is in them. */
function putStyles(document: Document, css: string): void {
  const { CSSStyleSheet: Sheet } = document.defaultView ?? globalThis;
  const sheet = new Sheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = [sheet];
}

/**
 * Gives the frame the height of its content. Measured at height 0, so that a style that asks for the
 * whole window's height asks for nothing; `holder`, around the frame, keeps its height meanwhile, or
 * the page would scroll.
 */
export function fitHeight(frame: HTMLIFrameElement, document: Document): number {
  const holder = frame.parentElement;
  if (holder) holder.style.minHeight = `${frame.offsetHeight}px`;
  frame.style.height = '0';
  const { documentElement } = document;
  const box = documentElement.getBoundingClientRect();
  const height = Math.ceil(Math.max(documentElement.scrollHeight, box.height));
  frame.style.height = `${height}px`;
  if (holder) holder.style.minHeight = '';
  return height;
}

/** Whether Tab can reach something inside a card. A frame without any is passed over. */
export function hasStopForTab({ body }: Document): boolean {
  if (body.querySelector('a[href], summary, audio, video')) return true;
  const all = body.querySelectorAll<HTMLElement>('*');
  // Rather a stop too many than a long look at each change of height.
  return all.length > MOST_LOOKED_AT || [body, ...all].some(scrolls);
}

const MOST_LOOKED_AT = 3_000;

/** The browser makes a stop of what holds more than it shows, so that arrow keys can move it. */
function scrolls(element: HTMLElement): boolean {
  const isWider = element.clientWidth > 0 && element.scrollWidth > element.clientWidth;
  const isHigher = element.clientHeight > 0 && element.scrollHeight > element.clientHeight;
  if (!isWider && !isHigher) return false;
  const { overflowX, overflowY } = getComputedStyle(element);
  return (isWider && MOVES.test(overflowX)) || (isHigher && MOVES.test(overflowY));
}

const MOVES = /^(?:auto|scroll)$/;
