import { escapeText } from '../template/html/entities.ts';
import { asRead } from '../text/as-read.ts';
import { placed, seenStretches, seenText } from './seen-stretches.ts';

/** A stretch of a field's HTML and what is to stand there. */
export interface TextChange {
  readonly from: number;
  readonly to: number;
  readonly after: string;
}

/**
 * Finds `find` in what a reader sees of a field (seenStretches) and puts `replaceWith` in its place:
 * character references count as what they stand for, a space as any white space, signs that read the
 * same as one.
 */
export function textChanges(
  find: string,
  replaceWith: string,
  matchCase: boolean,
): (html: string) => TextChange[] {
  const pattern = new RegExp(spelt(asRead(find)), matchCase ? 'gu' : 'giu');
  const after = holdsTags(replaceWith) ? replaceWith : textAsHtml(replaceWith);
  return (html) =>
    seenStretches(html).flatMap(({ from, to }) => {
      const source = html.slice(from, to);
      // Most stretches hold no match, and need no places.
      if (seenText(source, asRead).search(pattern) === -1) return [];
      const { text, starts, ends } = placed(source, from, asRead);
      return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
        from: starts[index] ?? to,
        to: ends[index + match.length - 1] ?? to,
        after,
      }));
    });
}

/** The same in the HTML as it is written. */
export function writtenChanges(
  find: string,
  after: string,
  matchCase: boolean,
): (html: string) => TextChange[] {
  const pattern = new RegExp(literal(find), matchCase ? 'gu' : 'giu');
  return (html) =>
    Array.from(html.matchAll(pattern), ({ 0: match, index }) => ({
      from: index,
      to: index + match.length,
      after,
    }));
}

/** `text` as a pattern: a space for any white space, no letter without its mark. */
function spelt(text: string): string {
  const end = /[\p{L}\p{M}]$/u.test(text) ? '(?!\\p{M})' : '';
  return `${literal(text).replaceAll(' ', '\\s')}${end}`;
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** Whether what is put in is HTML: it has tags of its own. */
export function holdsTags(text: string): boolean {
  return /<\/?[a-z][^<>]*>/i.test(text);
}

/** Text as HTML, with its lines. */
export function textAsHtml(text: string): string {
  return escapeText(text).replace(/\r\n|\r|\n/g, '<br>');
}
