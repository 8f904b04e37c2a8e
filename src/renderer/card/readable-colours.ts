/** Red, green and blue from 0 to 255, and how solid it is, from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** WCAG's ratio for large text; below it a colour was chosen for another ground. */
const LEAST_CONTRAST = 3;
/** WCAG's ratio for text: what a colour that is changed is brought to. */
const GOOD_CONTRAST = 4.5;
/** Elements with text of their own that are looked at; no card that is read has more. */
const MOST_LOOKED_AT = 3000;

interface Changed {
  readonly element: HTMLElement;
  readonly value: string;
  readonly priority: string;
}
const changedIn = new WeakMap<Document, readonly Changed[]>();

/**
 * Makes the text of a card readable on what is behind it: black text in the dark theme, white in the
 * light one, light text on a yellow ground. Colours that can be read stay; so do grounds, pictures
 * behind text, and pairs of text and ground that one element chose. Called again after a change of
 * theme, it begins with the card's own colours.
 */
export function makeReadable(root: HTMLElement): void {
  const document = root.ownerDocument;
  const view = document.defaultView;
  if (!view) return;
  for (const { element, value, priority } of changedIn.get(document) ?? []) {
    element.style.setProperty('color', value, priority);
  }
  const page = pageColour(document, view);
  const changed: Changed[] = [];
  for (const element of elementsWithText(root)) {
    const style = view.getComputedStyle(element);
    const text = colourOf(style.color);
    if (text[3] < 0.1) continue;
    const ground = groundOf(element, root, view, page);
    if (!ground || contrast(text, ground.colour) >= LEAST_CONTRAST) continue;
    if (ground.owner && isPair(ground.owner, style.color, view)) continue;
    const value = element.style.getPropertyValue('color');
    const priority = element.style.getPropertyPriority('color');
    changed.push({ element, value, priority });
    element.style.setProperty('color', cssOf(readable(text, ground.colour)), 'important');
  }
  changedIn.set(document, changed);
}

const pages = new Map<string, Colour>();

/** The app's own paper behind the frame, which is see-through. */
function pageColour(document: Document, view: Window): Colour {
  const key = `${document.documentElement.dataset.theme} ${document.body.className}`;
  const found = pages.get(key);
  if (found) return found;
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = 'color: var(--paper) !important; position: absolute';
  const colour = colourOf(view.getComputedStyle(probe).color);
  probe.remove();
  if (pages.size > 100) pages.clear();
  pages.set(key, colour);
  return colour;
}

function elementsWithText(root: HTMLElement): HTMLElement[] {
  const texts = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = new Set<HTMLElement>();
  while (texts.nextNode() && found.size < MOST_LOOKED_AT) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (parentElement && nodeValue?.trim()) found.add(colouredIn(parentElement));
  }
  return [...found];
}

/** Of a formula, which has a hundred elements and mostly one colour: whoever chose that. */
function colouredIn(element: HTMLElement): HTMLElement {
  const formula = element.closest<HTMLElement>('.katex');
  const chooser = formula && element.closest<HTMLElement>('[style*="color"], .katex');
  return chooser ?? element;
}

/** What is behind the text of `element`; undefined where that is a picture. */
function groundOf(
  element: HTMLElement,
  root: HTMLElement,
  view: Window,
  page: Colour,
): { readonly colour: Colour; readonly owner?: HTMLElement } | undefined {
  const layers: Colour[] = [];
  let owner: HTMLElement | undefined;
  const end = root.ownerDocument.documentElement;
  for (let at: HTMLElement | null = element; at && at !== end; at = at.parentElement) {
    const style = view.getComputedStyle(at);
    if (style.backgroundImage !== 'none') return undefined;
    const colour = colourOf(style.backgroundColor);
    if (colour[3] === 0) continue;
    owner ??= at;
    layers.push(colour);
    if (colour[3] === 1) break;
  }
  const colour = layers.reduceRight((below, above) => mixed(below, above, above[3]), page);
  return owner ? { colour, owner } : { colour };
}

/** Whether whoever chose the ground chose this colour with it. */
function isPair(owner: HTMLElement, colour: string, view: Window): boolean {
  const own = view.getComputedStyle(owner).color;
  const around = owner.parentElement && view.getComputedStyle(owner.parentElement).color;
  return own === colour && own !== around;
}

/** `text` lighter or darker, just so much that it can be read; greys become black or white. */
function readable(text: Colour, ground: Colour): Colour {
  const light: Colour = [240, 240, 240, 1];
  const dark: Colour = [20, 20, 20, 1];
  const end = contrast(light, ground) > contrast(dark, ground) ? light : dark;
  const isGrey = Math.max(...text.slice(0, 3)) - Math.min(...text.slice(0, 3)) < 30;
  if (isGrey) return end;
  for (let share = 0.1; share < 1; share += 0.1) {
    const colour = mixed(text, end, share);
    if (contrast(colour, ground) >= GOOD_CONTRAST) return colour;
  }
  return end;
}

function mixed(below: Colour, above: Colour, share: number): Colour {
  const part = (index: 0 | 1 | 2): number => below[index] * (1 - share) + above[index] * share;
  return [part(0), part(1), part(2), 1];
}

function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** WCAG 2.2, relative luminance. */
function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function cssOf([red, green, blue]: Colour): string {
  return `rgb(${Math.round(red)} ${Math.round(green)} ${Math.round(blue)})`;
}

const known = new Map<string, Colour>();
let canvas: CanvasRenderingContext2D | null | undefined;

/** Any colour CSS knows, as it is drawn. */
function colourOf(css: string): Colour {
  const found = known.get(css);
  if (found) return found;
  canvas ??= Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext(
    '2d',
    { willReadFrequently: true },
  );
  if (!canvas) return [0, 0, 0, 0];
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = 'rgb(0 0 0 / 0)';
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data;
  const colour: Colour = [red, green, blue, alpha / 255];
  if (known.size > 1000) known.clear();
  known.set(css, colour);
  return colour;
}
