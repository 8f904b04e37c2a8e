import { decodeEntities, escapeText } from '../template/html/entities.ts';
import { htmlTokens } from '../template/html/html-tokens.ts';

/** A stretch of a field's HTML and what is to stand there. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly after: string;
}

/**
 * Finds `find` in what a reader sees of a field and puts `replaceWith` in its place: tags, comments,
 * scripts and [sound:…] are not looked into, character references count as what they stand for, a
 * space as any white space. A `find` with a '<' in it is looked for in the source as it is.
 */
export function textChanges(
  find: string,
  replaceWith: string,
  matchCase: boolean,
): (html: string) => TextChange[] {
  const flags = matchCase ? 'gu' : 'giu';
  if (find.includes('<')) {
    const pattern = new RegExp(literal(find), flags);
    return (html) => matchesIn(html, pattern, 0, (at) => at, replaceWith);
  }
  const pattern = new RegExp(spelt(find), flags);
  const after = asHtml(replaceWith);
  return (html) =>
    piecesOf(html).flatMap(({ from, to }) => {
      const { text, places } = seen(html.slice(from, to));
      const placeOf = (at: number): number => (places === undefined ? at : (places[at] ?? 0));
      return matchesIn(text, pattern, from, placeOf, after);
    });
}

function matchesIn(
  text: string,
  pattern: RegExp,
  offset: number,
  placeOf: (at: number) => number,
  after: string,
): TextChange[] {
  return [...text.matchAll(pattern)].map((match) => ({
    from: offset + placeOf(match.index),
    to: offset + placeOf(match.index + match[0].length),
    after,
  }));
}

const SOUND = /\[sound:[^[\]]+\]/g;

/** The stretches of text between tags. */
function piecesOf(html: string): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'text') continue;
    let from = token.from;
    for (const sound of html.slice(token.from, token.to).matchAll(SOUND)) {
      pieces.push({ from, to: token.from + sound.index });
      from = token.from + sound.index + sound[0].length;
    }
    pieces.push({ from, to: token.to });
  }
  return pieces;
}

const REFERENCE =
  /&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};|(?:amp|lt|gt|quot|nbsp)(?!;))/gi;

/** Text as a reader sees it, and where in the source each of its characters begins. */
function seen(source: string): { text: string; places?: number[] } {
  if (!source.includes('&')) return { text: source };
  const pieces: string[] = [];
  const places: number[] = [];
  let from = 0;
  const add = (piece: string, at: (index: number) => number): void => {
    pieces.push(piece);
    for (let index = 0; index < piece.length; index += 1) places.push(at(index));
  };
  for (const { 0: reference, index } of source.matchAll(REFERENCE)) {
    const start = from;
    add(source.slice(start, index), (at) => start + at);
    add(decodeEntities(reference), () => index);
    from = index + reference.length;
  }
  add(source.slice(from), (at) => from + at);
  places.push(source.length);
  return { text: pieces.join(''), places };
}

/** `find` as a pattern: composed or not, and a space for any white space. */
function spelt(find: string): string {
  const forms = new Set([find, find.normalize('NFC'), find.normalize('NFD')]);
  const patterns = [...forms].map((form) => literal(form).replace(/[ \u00a0]/g, '\\s'));
  const end = /[\p{L}\p{M}]$/u.test(find) ? '(?!\\p{M})' : '';
  return `(?:${patterns.join('|')})${end}`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** What is put in: text, unless it has tags of its own. */
function asHtml(text: string): string {
  const isHtml = /<\/?[a-z][^<>]*>/i.test(text);
  return isHtml ? text : escapeText(text).replace(/\r\n|\r|\n/g, '<br>');
}
