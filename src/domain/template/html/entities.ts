/** `text` with its character references (&amp; &#8211; &#x2014; &alpha;) read; unknown ones stay. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? text.replace(REFERENCE, readReference) : text;
}

/** `text` as HTML shows it: what a browser writes for a text node. */
export function escapeText(text: string): string {
  return text.replace(/[&<>\u00a0]/g, (sign) => ESCAPES[sign] ?? sign);
}

/** `text` for the inside of an attribute's quotes of either kind. */
export function escapeAttribute(text: string): string {
  return text.replace(/[&<>"'\u00a0]/g, (sign) => ESCAPES[sign] ?? sign);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\u00a0': '&nbsp;',
};

/** The five that need no semicolon are those people leave it out of. */
const REFERENCE =
  /&(?:#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,10}));?|([a-zA-Z][a-zA-Z0-9]{1,15});|(amp|lt|gt|quot|nbsp))/g;

function readReference(
  whole: string,
  hex: string | undefined,
  decimal: string | undefined,
  name: string | undefined,
  bare: string | undefined,
): string {
  if (hex !== undefined) return signOf(Number.parseInt(hex, 16));
  if (decimal !== undefined) return signOf(Number.parseInt(decimal, 10));
  return NAMED.get(name ?? bare ?? '') ?? whole;
}

/** Numbers 128 to 159 mean the signs of Windows-1252, as Word and browsers have it. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function signOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80);
  const isSign = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isSign ? String.fromCodePoint(code) : '\ufffd';
}

/** From U+00A0 on, in order. */
const LATIN_1 = `nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr
  deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest
  Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc
  Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
  THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave
  iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc
  uuml yacute thorn yuml`;
/** From U+0391 and U+03B1 on, in order; there is no capital final sigma. */
const GREEK = `Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi
  Rho - Sigma Tau Upsilon Phi Chi Psi Omega`;
const OTHERS = `amp:& lt:< gt:> quot:" apos:' ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“
  rdquo:” bdquo:„ lsaquo:‹ rsaquo:› dagger:† Dagger:‡ bull:• hellip:… permil:‰ prime:′ Prime:″
  euro:€ trade:™ larr:← uarr:↑ rarr:→ darr:↓ harr:↔ lArr:⇐ uArr:⇑ rArr:⇒ dArr:⇓ hArr:⇔ forall:∀
  part:∂ exist:∃ empty:∅ nabla:∇ isin:∈ notin:∉ ni:∋ prod:∏ sum:∑ minus:− lowast:∗ radic:√ prop:∝
  infin:∞ ang:∠ and:∧ or:∨ cap:∩ cup:∪ int:∫ there4:∴ sim:∼ cong:≅ asymp:≈ ne:≠ equiv:≡ le:≤ ge:≥
  sub:⊂ sup:⊃ nsub:⊄ sube:⊆ supe:⊇ oplus:⊕ otimes:⊗ perp:⊥ sdot:⋅ OElig:Œ oelig:œ Scaron:Š scaron:š
  Yuml:Ÿ fnof:ƒ circ:ˆ tilde:˜ thetasym:ϑ sigmaf:ς piv:ϖ lsqb:[ rsqb:] lbrack:[ rbrack:] lcub:{
  rcub:} lpar:( rpar:) quest:? excl:! num:# percnt:% ast:* plus:+ equals:= colon:: semi:; comma:,
  period:. sol:/ bsol:\\ lowbar:_ female:♀ male:♂ check:✓ star:☆ lozenge:◊ loz:◊ spades:♠ clubs:♣
  hearts:♥ diams:♦`;

const NAMED: ReadonlyMap<string, string> = new Map([
  ...inOrder(LATIN_1, 0xa0),
  ...inOrder(GREEK, 0x391),
  ...inOrder(GREEK.toLowerCase(), 0x3b1),
  ...OTHERS.split(/\s+/).map((pair): [string, string] => {
    const colon = pair.indexOf(':');
    return [pair.slice(0, colon), pair.slice(colon + 1)];
  }),
  // Signs that the lists above cannot hold.
  ['ensp', '\u2002'],
  ['emsp', '\u2003'],
  ['thinsp', '\u2009'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['Tab', '\t'],
  ['NewLine', '\n'],
]);

function inOrder(names: string, first: number): [string, string][] {
  return names
    .trim()
    .split(/\s+/)
    .map((name, index) => [name, String.fromCodePoint(first + index)]);
}
