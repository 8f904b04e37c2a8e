/**
 * HTML in which nothing is called a style, and no attribute a handler: a sign stands in the middle of
 * such words, wherever they are, so that a parser reads neither CSS nor scripts. It must not, for
 * two reasons. The page's policy refuses each of them in text, even in a document that belongs to no
 * window, and reports it. And brackets nested some thousand deep in a style sheet, a style or a media
 * query end Chromium's process (seen in 156). <base> and <track>, which act there too, go likewise.
 */
export function markNames(html: string): string {
  const marked = html.replaceAll(SIGN, '').replace(NAMES, `$1$3$5$6${SIGN}$2$4`);
  // The sign opens the body: what comes first could go to the head, or replace the body. The end
  // closes a script left open, whose removal would be reported too; elsewhere it means nothing.
  return `${SIGN}${marked}</script>`;
}

const NAMES = /(st)(yle)|(me)(dia)|(?<=[\s"'/`])(on)(?=[a-z])|(?<=<)(b|t)(?=ase|rack)/gi;

/** A style element or attribute is called so by then. */
export const STYLE = 'st\uFDD0yle';

/** Whether `text` has the sign in it; in the name of an element or attribute it is not to be kept. */
export function isMarked(text: string): boolean {
  return text.includes(SIGN);
}

/** `text` as it was. */
export function unmarked(text: string): string {
  return text.replaceAll(SIGN, '');
}

/** A code point that Unicode keeps free of characters for ever: no text needs it. */
const SIGN = '\uFDD0';
