import { htmlTokens, VOID_ELEMENTS } from './html-tokens.ts';

/** Ten pictures written out and a long text; the largest field of four shared decks has 0.3 million. */
export const MAX_HTML_CHARACTERS = 4_000_000;
/** Chromium (156) lays out so many in about a second. */
const MAX_ELEMENTS = 50_000;
/** A browser looks through all elements that are open at each tag: 100,000 in each other take minutes. */
const MAX_OPEN = 1_000;
/** A browser looks through an element's attributes at each of them. Pages have a dozen. */
const MAX_ATTRIBUTES = 200;
/** Formatting left open is made anew in every paragraph after it, so few signs make many elements. */
const MAX_REPEATED = 100_000;

const FORMATTING: ReadonlySet<string> = new Set(
  'a b big code em font i nobr s small strike strong tt u'.split(' '),
);

/** Mostly left open, as they may be: the next of their kind ends them. */
const IMPLIED: ReadonlySet<string> = new Set('dd dt li option p rp rt td th tr'.split(' '));

/**
 * Whether a browser reads `html` in a time that nobody notices. Found in one pass over the text,
 * before any parser sees it, that ends where the first bound is passed.
 */
export function isReadable(html: string): boolean {
  if (html.length > MAX_HTML_CHARACTERS) return false;
  let elements = 0;
  let open = 0;
  let formatting = 0;
  let repeated = 0;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'close') {
      if (!IMPLIED.has(token.name)) open = Math.max(0, open - 1);
      if (FORMATTING.has(token.name)) formatting = Math.max(0, formatting - 1);
    } else if (token.kind === 'open') {
      elements += 1;
      repeated += formatting;
      if (!VOID_ELEMENTS.has(token.name) && !IMPLIED.has(token.name)) open += 1;
      if (FORMATTING.has(token.name)) formatting += 1;
      if (token.attributes.length > MAX_ATTRIBUTES || repeated > MAX_REPEATED) return false;
      if (elements > MAX_ELEMENTS || open > MAX_OPEN) return false;
    }
  }
  return true;
}
