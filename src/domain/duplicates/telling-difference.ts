/**
 * Whether two normal texts differ in what changes the fact however alike they look: a number, a
 * sign, a negation or an opposite on one side only, or a word of substance in place of another
 * ('Which nerve supplies the deltoid / the biceps?').
 */
export function hasTellingDifference(a: string, b: string): boolean {
  const [middleA, middleB] = middles(a, b);
  const onlyA = tokensBeyond(middleA, middleB);
  const onlyB = tokensBeyond(middleB, middleA);
  if ([...onlyA, ...onlyB].some(decidesAlone)) return true;
  return onlyA.some(isSubstance) && onlyB.some(isSubstance);
}

/** Both texts without the whole words that they begin and end with alike. */
function middles(a: string, b: string): [string, string] {
  let start = 0;
  for (let at = 0; at < a.length && a[at] === b[at]; at += 1) if (a[at] === ' ') start = at + 1;
  const most = Math.min(a.length, b.length) - start;
  let end = 0;
  for (let at = 1; at <= most && a[a.length - at] === b[b.length - at]; at += 1) {
    if (a[a.length - at] === ' ') end = at;
  }
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}

/** The tokens of `a` that `b` has not, or not as often; British and American spelling are one. */
function tokensBeyond(a: string, b: string): string[] {
  const counts = new Map<string, number>();
  for (const token of tokensOf(b)) {
    counts.set(spelling(token), (counts.get(spelling(token)) ?? 0) + 1);
  }
  return tokensOf(a).filter((token) => {
    const left = counts.get(spelling(token)) ?? 0;
    counts.set(spelling(token), left - 1);
    return left <= 0;
  });
}

function tokensOf(text: string): string[] {
  return text === '' ? [] : text.split(' ');
}

function spelling(word: string): string {
  if (word.length <= 3 || /[^a-z]/.test(word)) return word;
  return word
    .replace(/(?<![suoi])s$/, '')
    .replace(/[ao]e/g, 'e')
    .replace(/our/g, 'or')
    .replace(/([iy])s(?=e|ation|ing)/g, '$1z');
}

function decidesAlone(token: string): boolean {
  return /[\p{N}\p{S}%-]/u.test(token) || token.length === 1 ? token !== 'a' : DECISIVE.has(token);
}

function isSubstance(token: string): boolean {
  return !FUNCTION_WORDS.has(token);
}

const DECISIVE = set(`
  no not non without never except least only cannot neither nor
  ii iii iv vi vii viii ix xi xii
  left right upper lower anterior posterior superior inferior medial lateral proximal distal
  before after above below first second third last early late acute chronic
  increase increases increased decrease decreases decreased high low more less most
  male female men women child children adult adults pregnant pregnancy
`);

const FUNCTION_WORDS = set(`
  a an the of in on at by for from to with and or as is are was were be been being do does did has have had can
  could will would should may might must it its they their this that these those there which what how why when
  where who whose
`);

function set(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
