/**
 * Which texts read the same. Everything that compares texts asks here: searches, typed answers,
 * duplicates, names of tags, the order of lists, find and replace.
 */

/**
 * `text` with signs that a reader does not tell apart made one, and unseen ones out: composed;
 * without soft hyphens, zero-width and direction signs; one apostrophe, one quote, one hyphen;
 * ligatures, full-width and other presentation forms as plain letters. What reads as something else
 * stays: 10⁶ is not 106, nor ½ 12, ™ TM or ① 1. Case and white space stay, no-break spaces are spaces.
 */
export function asRead(text: string): string {
  return isAscii(text) ? text : text.normalize('NFC').replace(ODD, signAsRead);
}

/** `text` composed, and without signs that nobody sees; all others as they are. */
export function withoutUnseen(text: string): string {
  return isAscii(text) ? text : text.normalize('NFC').replace(ALL_UNSEEN, '');
}

/** `text` as it is compared in any case: as read, lower case, any run of white space one space. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  // The final sigma, which lower-casing puts where it likes, counts as sigma.
  const read = isAscii(lower) ? lower : asRead(lower).toLowerCase().replaceAll('ς', 'σ');
  return /[^\S ]| {2}/.test(read) ? read.replace(/\s+/g, ' ') : read;
}

/**
 * `text` without accents, case as it was: letters stay, their marks go, and raised signs and the like
 * are plain (NFKD, as in Anki). Letters whose stroke or joining Unicode does not take apart become
 * plain too: ł l, ø o, đ d, ı i, ß ss, æ ae.
 */
export function withoutMarks(text: string): string {
  if (isAscii(text)) return text;
  return asRead(text)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[\u00c6-\u028f\u1e9e\u2c60-\u2c7f\ua720-\ua7ff]/g, plainLetter);
}

/** Folded text without accents. */
export function withoutAccents(folded: string): string {
  return isAscii(folded) ? folded : withoutMarks(folded).toLowerCase();
}

/** `text` raised, where every sign of it has a raised form: '−6' is '⁻⁶'. */
export function raised(text: string): string | undefined {
  const signs = [...asRead(text)].map((sign) => RAISED['0123456789+-=()n'.indexOf(sign)]);
  return signs.includes(undefined) ? undefined : signs.join('');
}

const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ'];

/** Where a sign may be another as read than as written; letters of most alphabets never are. */
const ODD =
  /[\u034f-\u0385\u0080-\u00bf\u0132-\u0149\u017f\u01c4-\u01f3\u02b0-\u02ff\u03d0-\u03ff\u0587-\u05f4\u061c\u0675-\u0678\u0e33-\u0edd\u115f-\u180f\u1d00-\u1dbf\u1e9a-\u1e9b\u1fbd-\u1fff\u2000-\u2bff\u2c7c-\u2e80\u2f00-\u303f\u3130-\u33ff\ua69c-\ua7ff\uf900-\uffff]|[\u{1bca0}-\u{1bca3}\u{1d100}-\u{1d7ff}\u{e0000}-\u{e0fff}]/gu;

const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
const ALL_UNSEEN = /\p{Default_Ignorable_Code_Point}+/gu;
/** Raised and lowered signs, fractions, ™ and its like, signs in circles and brackets. */
const OF_ITS_OWN =
  /[\u00aa\u00b2\u00b3\u00b9\u00bc-\u00be\u02b0-\u02b8\u02e0-\u02e4\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf\u2070-\u209f\u2120\u2122\u2150-\u215f\u2189\u2460-\u24ff\u2c7c\u2c7d\u3200-\u32ff\ua69c\ua69d\ua770\ua7f2-\ua7f4\ua7f8\ua7f9]/u;
const ALIKE: ReadonlyMap<string, string> = new Map([
  ...eachOf('‘’‚‛ʹʻʼʽʾʿ′´՚׳ꞌ＇', "'"),
  ...eachOf('“”„‟″〝〞״＂', '"'),
  ...eachOf('‐‑‒–—―−⁃⸺⸻﹘﹣－', '-'),
  ...eachOf('⁄∕', '/'),
  ...eachOf('º˚', '°'),
  ['∆', 'Δ'],
  ['∑', 'Σ'],
  ['∏', 'Π'],
]);

function eachOf(signs: string, sign: string): [string, string][] {
  return [...signs].map((each) => [each, sign]);
}

const known = new Map<string, string>();

function signAsRead(sign: string): string {
  let read = known.get(sign);
  if (read === undefined) {
    read = worked(sign);
    known.set(sign, read);
  }
  return read;
}

function worked(sign: string): string {
  const alike = ALIKE.get(sign);
  if (alike !== undefined) return alike;
  if (UNSEEN.test(sign)) return '';
  if (/\s/u.test(sign)) return ' ';
  if (OF_ITS_OWN.test(sign)) return sign;
  const plain = sign.normalize('NFKC');
  // A mark that stands alone, such as ¨, would become a space with a mark on it.
  if (plain.startsWith(' ') || plain === sign) return sign;
  // ŉ is taken apart into an apostrophe, which is one like others.
  return Array.from(plain, worked).join('');
}

const PLAIN: ReadonlyMap<string, string> = new Map(
  `ß:ss æ:ae ǣ:ae œ:oe ð:d đ:d ɖ:d ɗ:d ħ:h ı:i ɨ:i ł:l ƚ:l ɫ:l ⱡ:l ø:o ɵ:o ŧ:t ƭ:t ⱦ:t þ:th ŋ:n
  ɲ:n ƀ:b ɓ:b ƈ:c ȼ:c ɠ:g ǥ:g ƙ:k ĸ:k ƥ:p ɋ:q ɍ:r ƶ:z ȥ:z ʉ:u ⱥ:a ɇ:e ɉ:j ȷ:j ɏ:y ƴ:y ʋ:v ƒ:f
  ŉ:n ꜳ:aa ꜵ:ao ꜹ:av ꝛ:r`
    .trim()
    .split(/\s+/)
    .map((pair): [string, string] => [pair.slice(0, 1), pair.slice(2)]),
);

function plainLetter(letter: string): string {
  const small = letter.toLowerCase();
  const plain = PLAIN.get(small);
  if (plain === undefined) return letter;
  return small === letter ? plain : plain.toUpperCase();
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}
