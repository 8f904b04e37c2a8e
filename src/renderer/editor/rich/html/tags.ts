import { commentEnd } from '../../../../domain/template/html/html-tokens.ts';

/** A start tag in HTML text. Places count characters from 0. */
export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly Attribute[];
}
export interface Attribute {
  /** In lower case. */
  readonly name: string;
  /** As written, without its quotes; '' where there is none. */
  readonly value: string;
  /** Where the name begins. */
  readonly place: number;
}

const NAME = /<([a-z][^\s/>]*)/iy;
const ATTRIBUTE = /[\s/]*([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*))?)?/y;
const END = /[\s/]*>/y;

/**
 * The start tags of HTML as a browser would see them, in time in proportion to its length. For
 * looking at text, never for making it safe: what a browser does with bad HTML is not all here.
 */
export function tagsIn(html: string): Tag[] {
  const tags: Tag[] = [];
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    if (html.startsWith('<!--', at)) {
      at = commentEnd(html, at);
      continue;
    }
    const name = matchAt(NAME, html, at);
    if (!name) {
      at += 1;
      continue;
    }
    const attributes: Attribute[] = [];
    at = NAME.lastIndex;
    for (;;) {
      if (matchAt(END, html, at)) break;
      const match = matchAt(ATTRIBUTE, html, at);
      if (!match) return tags;
      const [whole, attribute = '', ...values] = match;
      const value = values.find((found) => found !== undefined) ?? '';
      const place = at + whole.indexOf(attribute);
      attributes.push({ name: attribute.toLowerCase(), value, place });
      at = ATTRIBUTE.lastIndex;
      // A quote that is never closed swallows the rest, tag and all.
      if (/=\s*$/.test(whole) && /["']/.test(html[at] ?? '')) return tags;
    }
    tags.push({ name: (name[1] ?? '').toLowerCase(), attributes });
    at = END.lastIndex;
  }
  return tags;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
