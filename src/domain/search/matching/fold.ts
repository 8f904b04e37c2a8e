/** Between the fields of a note's text: white space within a field is never a line break. */
export const FIELD_END = '\n';

/**
 * `text` as it is compared: composed, lower case, any run of white space one space. The final
 * sigma, which lower-casing puts where it likes, counts as sigma.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const composed = isAscii(lower) ? lower : lower.normalize('NFC').replaceAll('ς', 'σ');
  return /[^\S ]| {2}/.test(composed) ? composed.replace(/\s+/g, ' ') : composed;
}

/** Folded text without accents: letters stay, their marks go. */
export function withoutAccents(folded: string): string {
  return isAscii(folded) ? folded : folded.normalize('NFD').replace(/\p{M}+/gu, '');
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
