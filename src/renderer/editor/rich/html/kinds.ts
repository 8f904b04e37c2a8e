import { SOURCE_ASIDE } from './safe-fragment.ts';

/** Attributes of an element as they stand in a field, without those the editor keeps elsewhere. */
export type Attributes = Readonly<Record<string, string>>;

/** Elements that begin a line of their own. */
const BLOCKS =
  'address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption ' +
  'figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre search section ' +
  'summary table tbody td tfoot th thead tr caption ul';
const BLOCK_NAMES: ReadonlySet<string> = new Set(BLOCKS.split(' '));
const BLOCK_SELECTOR = BLOCKS.replaceAll(' ', ',');

/** Elements that are kept whole, shown as a chip and never looked into. */
const KEPT_WHOLE: ReadonlySet<string> = new Set(
  (
    'audio video picture object embed iframe canvas svg math input button select textarea ' +
    'progress meter map wbr'
  ).split(' '),
);

/** The formatting that toggles by name: tag to mark. A field keeps the tag that it came with. */
export const FORMATS: Readonly<Record<string, string>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strike',
  strike: 'strike',
  del: 'strike',
  sub: 'subscript',
  sup: 'superscript',
  code: 'code',
};

export function nameOf(element: Element): string {
  return element.localName.toLowerCase();
}

export function isBlock(element: Element): boolean {
  return BLOCK_NAMES.has(nameOf(element));
}

export function isKeptWhole(element: Element): boolean {
  return KEPT_WHOLE.has(nameOf(element));
}

/** Whether an element has lines of its own inside. */
export function holdsBlocks(element: Element): boolean {
  return element.querySelector(BLOCK_SELECTOR) !== null;
}

/** All attributes of `element` but those named; null for none. */
export function attributesOf(element: Element, ...without: readonly string[]): Attributes | null {
  const kept = [...element.attributes].filter(({ name }) => !without.includes(name));
  if (kept.length === 0) return null;
  return Object.fromEntries(
    kept.map(({ name, value }) => [name === SOURCE_ASIDE ? 'src' : name, value]),
  );
}

/** Puts attributes back on an element. A name that no element can have is left out. */
export function setAttributes(element: Element, attributes: unknown): void {
  if (attributes === null || typeof attributes !== 'object') return;
  for (const [name, value] of Object.entries(attributes)) {
    // Set as text, a style would be refused and reported by the page's policy.
    if (name === 'style' && element instanceof HTMLElement) element.style.cssText = String(value);
    else if (/^[^\s"'<>/=]+$/.test(name)) element.setAttribute(name, String(value));
  }
}

/** The declarations of a style attribute, names in lower case; values as they stand. */
export function declarations(style: string): readonly (readonly [string, string])[] {
  // From where a word begins alone, and no bracket without its end: else each is read on to the end.
  const declaration = /(?<![\w-])([\w-]+)\s*:((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*)/g;
  const closed = style.lastIndexOf(')') + 1;
  const whole = style.slice(0, closed) + style.slice(closed).replaceAll('(', '');
  return [...whole.matchAll(declaration)].map(
    ([, name = '', value = '']) => [name.toLowerCase(), value.trim()] as const,
  );
}
