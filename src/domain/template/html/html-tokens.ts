/** A piece of HTML by its place in the text; pieces follow each other without gaps. */
export type HtmlToken =
  | { readonly kind: 'text'; readonly from: number; readonly to: number }
  | {
      readonly kind: 'open';
      readonly from: number;
      readonly to: number;
      /** In lower case. */
      readonly name: string;
      readonly attributes: readonly HtmlAttribute[];
    }
  | { readonly kind: 'close'; readonly from: number; readonly to: number; readonly name: string }
  /** What script, style and their like hold; `name` is the element. */
  | { readonly kind: 'raw'; readonly from: number; readonly to: number; readonly name: string }
  /** Comments, declarations, and a tag the text ends in: never visible. */
  | { readonly kind: 'unseen'; readonly from: number; readonly to: number };

/** `from` and `to` bound the value as written, without quotes; equal where there is none. */
export interface HtmlAttribute {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isQuoted: boolean;
}

/** Elements that have no content and are never closed. */
export const VOID_ELEMENTS: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Elements whose content is no markup, or is not shown. */
const RAW_ELEMENTS: ReadonlySet<string> = new Set(
  'script style textarea title iframe noembed noframes template xmp'.split(' '),
);

/**
 * The pieces of `html` as a browser's tokeniser tells them apart (WHATWG HTML, 13.2.5), in one
 * pass. For reading, counting and renaming only: it makes nothing safe.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let textFrom = 0;
  let at = html.indexOf('<');
  while (at !== -1) {
    const token = markupAt(html, at);
    if (token === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    if (at > textFrom) yield { kind: 'text', from: textFrom, to: at };
    yield token;
    textFrom = token.to;
    if (token.kind === 'open' && RAW_ELEMENTS.has(token.name)) {
      const end = rawEnd(html, token.to, token.name);
      if (end > token.to) yield { kind: 'raw', from: token.to, to: end, name: token.name };
      textFrom = end;
    }
    at = html.indexOf('<', textFrom);
  }
  if (textFrom < html.length) yield { kind: 'text', from: textFrom, to: html.length };
}

/** The tag or comment that begins with the '<' at `from`; undefined where that is only a sign. */
function markupAt(html: string, from: number): HtmlToken | undefined {
  const next = html.charAt(from + 1);
  if (isLetter(next)) return openTag(html, from);
  if (next === '/' && isLetter(html.charAt(from + 2))) {
    const tag = readTag(html, from + 2);
    if (tag === undefined) return { kind: 'unseen', from, to: html.length };
    return { kind: 'close', from, to: tag.to, name: tag.name };
  }
  if (html.startsWith('!--', from + 1)) {
    return { kind: 'unseen', from, to: commentEnd(html, from) };
  }
  if (next !== '!' && next !== '?' && next !== '/') return undefined;
  if (next === '/' && from + 2 >= html.length) return undefined;
  const end = html.indexOf('>', from + 1);
  return { kind: 'unseen', from, to: end === -1 ? html.length : end + 1 };
}

/**
 * Where the comment that begins at `from` has ended: after `-->` or `--!>`, or at once as `<!-->` and
 * `<!--->` (WHATWG HTML, 13.2.5.43 to 52); the text's end where it does not.
 */
export function commentEnd(html: string, from: number): number {
  const end = /--!?>/g;
  // Both may share their hyphens with the opening, but for those of `--!>`.
  end.lastIndex = from + 2;
  const match = end.exec(html);
  if (!match) return html.length;
  if (match[0] === '--!>' && match.index < from + 4) {
    end.lastIndex = from + 4;
    const later = end.exec(html);
    return later ? end.lastIndex : html.length;
  }
  return end.lastIndex;
}

function openTag(html: string, from: number): HtmlToken {
  const tag = readTag(html, from + 1);
  if (tag === undefined) return { kind: 'unseen', from, to: html.length };
  return { kind: 'open', from, to: tag.to, name: tag.name, attributes: tag.attributes };
}

/** The tag whose name begins at `from`, to just after its '>'; undefined where the text ends first. */
function readTag(
  html: string,
  from: number,
): { name: string; attributes: HtmlAttribute[]; to: number } | undefined {
  let at = from;
  const skip = (isPart: (sign: string) => boolean): void => {
    while (at < html.length && isPart(html.charAt(at))) at += 1;
  };
  skip((sign) => !isSpace(sign) && sign !== '/' && sign !== '>');
  const name = html.slice(from, at).toLowerCase();
  const attributes: HtmlAttribute[] = [];
  for (;;) {
    skip((sign) => isSpace(sign) || sign === '/');
    if (at >= html.length) return undefined;
    if (html.charAt(at) === '>') return { name, attributes, to: at + 1 };
    const nameFrom = at;
    at += 1;
    skip((sign) => !isSpace(sign) && sign !== '/' && sign !== '>' && sign !== '=');
    const attribute = html.slice(nameFrom, at).toLowerCase();
    skip(isSpace);
    if (html.charAt(at) !== '=') {
      attributes.push({ name: attribute, from: at, to: at, isQuoted: false });
      continue;
    }
    at += 1;
    skip(isSpace);
    const quote = html.charAt(at);
    const isQuoted = quote === '"' || quote === "'";
    const valueFrom = isQuoted ? at + 1 : at;
    if (isQuoted) at = html.indexOf(quote, valueFrom);
    else skip((sign) => !isSpace(sign) && sign !== '>');
    if (at === -1) return undefined;
    attributes.push({ name: attribute, from: valueFrom, to: at, isQuoted });
    if (isQuoted) at += 1;
  }
}

function rawEnd(html: string, from: number, name: string): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function isLetter(sign: string): boolean {
  return /^[a-z]$/i.test(sign);
}

function isSpace(sign: string): boolean {
  return sign === ' ' || sign === '\n' || sign === '\t' || sign === '\r' || sign === '\f';
}
