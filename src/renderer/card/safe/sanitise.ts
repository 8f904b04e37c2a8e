import DOMPurify, { type Config, type UponSanitizeAttributeHookEvent } from 'dompurify';
import { isReadable } from '../../../domain/template/html/readable.ts';
import { externalAddress } from '../../../platform/external-address.ts';
import { ALLOWED_ATTRIBUTES, ALLOWED_TAGS, WITH_CONTENT } from './allow-list.ts';
import { sanitiseStringsBy } from './default-policy.ts';
import { flattenDeep } from './depth.ts';
import { isMarked, markNames, STYLE, unmarked } from './marked-names.ts';
import { type MediaSource, mediaSource } from '../media/media-source.ts';
import { sanitiseCss, sanitiseStyle } from './sanitise-css.ts';

/** A card's HTML made safe. Its nodes belong to no window yet: nothing in them loads or runs. */
export interface CleanCard {
  /**
   * Pictures, sounds and films have no address: `data-media` is the name to look up, `data-refused`
   * the host of an address that is not followed ('' where it names none).
   */
  readonly body: DocumentFragment;
  /** What the HTML's own <style> elements said, sanitised. */
  readonly css: string;
  /** What did something when pressed, to tell what opens what (hidden/openers.ts). */
  readonly pressed: Pressed;
  /** Why not all of it is there as it was written; undefined: all is. */
  readonly shortened: Shortened | undefined;
}

/** None of it is ever run. */
export interface Pressed {
  readonly scripts: readonly string[];
  /** By element, what its handler said. */
  readonly handlers: ReadonlyMap<Element, string>;
  /** What a person presses: buttons, labels, links that lead nowhere; `names`: what attributes name. */
  readonly controls: ReadonlyMap<Element, { readonly id: string; readonly names: string }>;
  /** What is left of buttons and labels. */
  readonly buttons: ReadonlyMap<Element, readonly ChildNode[]>;
}

/** 'source': it is too much to be read, and stands as text. 'depth': what lies deepest is its text. */
export type Shortened = 'source' | 'depth';

/** Makes hostile HTML safe for the card's frame: only what allow-list.ts names is left. */
export function sanitiseHtml(html: string): CleanCard {
  const found: Found = {
    sources: new Map(),
    styles: [],
    scripts: [],
    handlers: new Map(),
    controls: new Map(),
    buttons: new Map(),
  };
  const body = sanitised(html, found);
  for (const [element, source] of found.sources) {
    if (source.kind === 'name') element.setAttribute('data-media', source.name);
    if (source.kind === 'refused') element.setAttribute('data-refused', source.host);
  }
  return {
    body,
    css: sanitiseCss(found.styles.join('\n')),
    pressed: found,
    shortened: shortenedOf(body),
  };
}

/** How `body`, which the sanitiser gave, differs from its HTML beyond what is made safe. */
export function shortenedOf(body: DocumentFragment): Shortened | undefined {
  return shortened.get(body);
}

const shortened = new WeakMap<DocumentFragment, Shortened>();

/**
 * Makes hostile HTML safe for an editor in the page itself: no ids, and `src` only as the name of a
 * media file or a small picture written out. A name is looked up, and never used as an address.
 */
export function sanitiseForEditor(html: string): DocumentFragment {
  return sanitised(html, undefined);
}

/** The same as text, for parsers that take nothing else; without styles, which they may not read. */
export function sanitiseToText(html: string): string {
  const body = sanitiseForEditor(html);
  for (const element of body.querySelectorAll('[style]')) element.removeAttribute('style');
  const holder = body.ownerDocument.createElement('div');
  holder.append(body);
  return holder.innerHTML;
}
sanitiseStringsBy(sanitiseToText);

interface Found extends Pressed {
  readonly sources: Map<Element, MediaSource>;
  readonly styles: string[];
  readonly scripts: string[];
  readonly handlers: Map<Element, string>;
  readonly controls: Map<Element, { readonly id: string; readonly names: string }>;
  readonly buttons: Map<Element, readonly ChildNode[]>;
}

const CONFIG: Config & { RETURN_DOM_FRAGMENT: true } = {
  // These two are taken for what they hold, once it is known what they would have done.
  ALLOWED_TAGS: [...ALLOWED_TAGS, 'button', 'label'],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  FORBID_ATTR: ['data-media', 'data-refused'],
  FORBID_CONTENTS: [...WITH_CONTENT, STYLE],
  ADD_URI_SAFE_ATTR: ['aria-label'],
  ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
};

/** Characters; a handler that opens something is short. */
const MOST_OF_HANDLER = 2000;

/** Of the call under way; the hooks below belong to the one DOMPurify there is. */
let card: Found | undefined;

function sanitised(html: string, found: Found | undefined): DocumentFragment {
  // Without what it needs of the browser, DOMPurify would hand its input back as it came.
  if (!DOMPurify.isSupported) throw new Error('This browser cannot make HTML safe.');
  if (!isReadable(html)) return asText(html);
  card = found;
  spans = 0;
  try {
    const safe = DOMPurify.sanitize(markNames(html), CONFIG);
    // All that is left of the sign at the start.
    if (safe.firstChild instanceof Text && safe.firstChild.data === '') safe.firstChild.remove();
    for (const button of safe.querySelectorAll('button, label')) takeHeld(button, found);
    if (flattenDeep(safe)) shortened.set(safe, 'depth');
    return safe;
  } finally {
    card = undefined;
  }
}

/** What a button says stays; on a card one looks like what it was, though nothing runs by it. */
function takeHeld(button: Element, found: Found | undefined): void {
  const held = [...button.childNodes];
  if (!found || button.localName === 'label') {
    found?.buttons.set(button, held);
    button.replaceWith(...held);
    return;
  }
  const words = button.ownerDocument.createElement('span');
  words.className = 'script-button';
  words.append(...held);
  found.buttons.set(button, [words]);
  button.replaceWith(words);
}

/** HTML that no parser is to see, as far as a person would read it. */
function asText(html: string): DocumentFragment {
  const inert = document.implementation.createHTMLDocument('');
  const body = inert.createDocumentFragment();
  const source = inert.createElement('pre');
  source.textContent = html.slice(0, MAX_SOURCE);
  body.append(source);
  shortened.set(body, 'source');
  return body;
}

/** Some pages of text. */
const MAX_SOURCE = 20_000;

DOMPurify.addHook('uponSanitizeElement', (node, { tagName }) => {
  if (tagName === STYLE && node instanceof HTMLElement) {
    card?.styles.push(unmarked(node.textContent ?? ''));
  } else if (tagName === 'script') {
    card?.scripts.push(unmarked(node.textContent ?? ''));
  } else if (card && node instanceof HTMLElement && node.matches(CONTROLS)) {
    card.controls.set(node, { id: unmarked(node.id), names: unmarked(namesIn(node)) });
  } else if (node instanceof Text && isMarked(node.data)) {
    node.data = unmarked(node.data);
  }
});

DOMPurify.addHook('uponSanitizeAttribute', (element, event) => {
  if (isMarked(event.attrValue)) event.attrValue = unmarked(event.attrValue);
  if (event.attrName === STYLE) keepStyle(element, event);
  else if (isMarked(event.attrName)) {
    event.keepAttr = false;
    if (event.attrName.startsWith('on')) {
      card?.handlers.set(element, event.attrValue.slice(0, MOST_OF_HANDLER));
    }
  } else if (event.attrName === 'href') become(event, linkOf(element, event.attrValue));
  else if (event.attrName === 'src') keepSource(element, event);
  else if (SPANS.includes(event.attrName)) become(event, spanOf(event.attrValue));
  else if (SIZES.includes(event.attrName) && /\d{5}/.test(event.attrValue)) event.keepAttr = false;
  else if (event.attrName === 'id') event.keepAttr = card !== undefined;
});

const CONTROLS = 'button, label, [role="button"], a:not([href*="//"])';
const NAMING = ['for', 'href', 'aria-controls', 'data-target', 'data-bs-target'];

function namesIn(element: Element): string {
  return NAMING.map((name) => element.getAttribute(name) ?? '').join(' ');
}

const SPANS = ['colspan', 'rowspan', 'span'];
const SIZES = ['width', 'height', 'border', 'cellpadding', 'cellspacing', 'size'];
/** Of one cell, and of all in a card together: a table has a place for each. */
const MAX_SPAN = 100;
const MAX_SPANS = 5_000;
/** Of the call under way. */
let spans = 0;

function spanOf(value: string): string | undefined {
  const span = Math.min(MAX_SPAN, Math.max(0, Number.parseInt(value, 10) || 1));
  spans += span;
  return spans > MAX_SPANS ? undefined : `${span}`;
}

/** Set as a property: the page's policy refuses the attribute, even in a document without window. */
function keepStyle(element: Element, event: UponSanitizeAttributeHookEvent): void {
  event.keepAttr = false;
  const style = sanitiseStyle(event.attrValue, card !== undefined);
  if (style !== '' && element instanceof HTMLElement) element.style.cssText = style;
}

function linkOf(element: Element, address: string): string | undefined {
  return element instanceof HTMLAnchorElement ? externalAddress(address) : undefined;
}

function keepSource(element: Element, event: UponSanitizeAttributeHookEvent): void {
  const source = mediaSource(event.attrValue);
  card?.sources.set(element, source);
  if (source.kind === 'name' && card === undefined) become(event, source.name);
  else event.keepAttr = source.kind === 'inline' && element instanceof HTMLImageElement;
}

function become(event: UponSanitizeAttributeHookEvent, value: string | undefined): void {
  if (value) event.attrValue = value;
  else event.keepAttr = false;
}
