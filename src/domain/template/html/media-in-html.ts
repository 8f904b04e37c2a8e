import { decodeEntities, escapeAttribute, escapeText } from './entities.ts';
import { type HtmlAttribute, htmlTokens } from './html-tokens.ts';

/**
 * The names of the media that `html` refers to, each once, in order: sources of pictures, sounds,
 * films and embedded objects, [sound:…], and url(…) in its styles. In NFC, without addresses of
 * other places (https:, data:).
 */
export function mediaNamesIn(html: string): string[] {
  return [...new Set(placesIn(html).flatMap(({ names }) => names))];
}

/** The names of the media in the url(…) of a style sheet or style attribute. */
export function mediaNamesInCss(css: string): string[] {
  return [...new Set([...css.matchAll(CSS_URL)].flatMap((match) => nameOf(cssValue(match))))];
}

/** `html` with every reference to the medium `from` leading to `to`; all else as it was. */
export function renameMediaIn(html: string, from: string, to: string): string {
  const name = from.normalize('NFC');
  let result = '';
  let at = 0;
  for (const place of placesIn(html)) {
    if (!place.names.includes(name)) continue;
    result += html.slice(at, place.from) + place.renamed(name, to);
    at = place.to;
  }
  return result + html.slice(at);
}

/** `css` with every url(…) of the medium `from` leading to `to`. */
export function renameMediaInCss(css: string, from: string, to: string): string {
  const name = from.normalize('NFC');
  return css.replace(CSS_URL, (...match: (string | undefined)[]) =>
    nameOf(cssValue(match))[0] === name
      ? `url("${percentEncoded(to).replace(/["\\\n]/g, (sign) => `\\${sign === '\n' ? 'a ' : sign}`)}")`
      : (match[0] ?? ''),
  );
}

/** What to write as the source of an element, inside quotes, so that it reads as `name`. */
export function sourceOfMedia(name: string): string {
  return escapeAttribute(percentEncoded(name));
}

/** A stretch of the HTML that names media. */
interface Place {
  readonly from: number;
  readonly to: number;
  readonly names: readonly string[];
  readonly renamed: (from: string, to: string) => string;
}

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  img: ['src'],
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  embed: ['src'],
  object: ['data'],
};
const SOUND = /\[sound:([^[\]]+)\]/g;
const CSS_URL =
  /\burl\(\s*(?:"([^"\\]*(?:\\[\s\S][^"\\]*)*)"|'([^'\\]*(?:\\[\s\S][^'\\]*)*)'|([^"'()\s]+))\s*\)/gi;

function placesIn(html: string): Place[] {
  const places: Place[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      places.push(...soundPlaces(html.slice(token.from, token.to), token.from));
    } else if (token.kind === 'raw' && token.name === 'style') {
      const css = html.slice(token.from, token.to);
      const renamed = (from: string, to: string) => renameMediaInCss(css, from, to);
      places.push({ from: token.from, to: token.to, names: mediaNamesInCss(css), renamed });
    } else if (token.kind === 'open') {
      const sources = Object.hasOwn(SOURCES, token.name) ? SOURCES[token.name] : undefined;
      for (const attribute of token.attributes) {
        if (sources?.includes(attribute.name)) places.push(sourcePlace(html, attribute));
        else if (attribute.name === 'style') places.push(stylePlace(html, attribute));
      }
    }
  }
  return places;
}

function soundPlaces(text: string, offset: number): Place[] {
  return [...text.matchAll(SOUND)].map((match) => ({
    from: offset + match.index,
    to: offset + match.index + match[0].length,
    names: [decodeEntities(match[1] ?? '').normalize('NFC')],
    renamed: (_from, to) => `[sound:${escapeText(to)}]`,
  }));
}

function sourcePlace(html: string, { from, to, isQuoted }: HtmlAttribute): Place {
  return {
    from,
    to,
    names: nameOf(decodeEntities(html.slice(from, to))),
    renamed: (_from, name) => quoted(sourceOfMedia(name), isQuoted),
  };
}

function stylePlace(html: string, { from, to, isQuoted }: HtmlAttribute): Place {
  const css = decodeEntities(html.slice(from, to));
  return {
    from,
    to,
    names: mediaNamesInCss(css),
    renamed: (old, name) => quoted(escapeAttribute(renameMediaInCss(css, old, name)), isQuoted),
  };
}

function quoted(value: string, isQuoted: boolean): string {
  return isQuoted ? value : `"${value}"`;
}

/** The medium an address names, as a list of one; none where it leads out of the collection. */
function nameOf(address: string): string[] {
  const trimmed = address.trim();
  if (trimmed === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/|#)/i.test(trimmed)) return [];
  return [percentDecoded(trimmed).normalize('NFC')];
}

function cssValue(match: readonly (string | undefined)[]): string {
  const value = match[1] ?? match[2] ?? match[3] ?? '';
  return value.replace(/\\(?:([0-9a-f]{1,6})\s?|([^\n]))/gi, (_, hex, sign) =>
    hex === undefined ? sign : String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10ffff)),
  );
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Encoded where the name would otherwise read as another. */
function percentEncoded(name: string): string {
  return percentDecoded(name) === name ? name : name.replaceAll('%', '%25');
}
