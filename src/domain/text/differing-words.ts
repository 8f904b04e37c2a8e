/** A stretch of a text; `isOnlyHere`: the other text has not these words in this place. */
export interface MarkedWords {
  readonly text: string;
  readonly isOnlyHere: boolean;
}

/** Beyond this many pairs of words the differing middle counts as wholly different. */
const MOST_PAIRS = 250_000;
const NONE = -1;

/**
 * Two wordings of one text, with the words that only one of them has marked in each. What both have
 * is in the same stretches on both sides: where one has words between, the other's ends there, too.
 */
export function differingWords(
  mine: string,
  theirs: string,
): { readonly mine: readonly MarkedWords[]; readonly theirs: readonly MarkedWords[] } {
  const a = wordsOf(mine);
  const b = wordsOf(theirs);
  const ofA = partnersOf(a, b);
  const ofB = new Int32Array(b.length).fill(NONE);
  ofA.forEach((partner, place) => {
    if (partner !== NONE) ofB[partner] = place;
  });
  return { mine: marked(a, ofA), theirs: marked(b, ofB) };
}

/** Words, what is between them, and every sign by itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** For each of `a` the place of its equal in `b`, or NONE: a longest common sequence. */
function partnersOf(a: readonly string[], b: readonly string[]): Int32Array {
  const partners = new Int32Array(a.length).fill(NONE);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  for (; start < shorter && a[start] === b[start]; start++) partners[start] = start;
  let end = 0;
  for (; end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]; end++) {
    partners[a.length - 1 - end] = b.length - 1 - end;
  }
  const rows = a.length - start - end;
  const columns = b.length - start - end;
  if (rows * columns > MOST_PAIRS) return partners;

  // longest[i * width + j]: what is common of all from i and from j on.
  const width = columns + 1;
  const longest = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[start + i] === b[start + j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  for (let i = 0, j = 0; i < rows && j < columns; ) {
    if (a[start + i] === b[start + j]) partners[start + i++] = start + j++;
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return partners;
}

/** A space between two words that differ belongs to them: they are one mark. */
function marked(words: readonly string[], partners: Int32Array): MarkedWords[] {
  const parts: { text: string; isOnlyHere: boolean }[] = [];
  let partnerBefore = NONE;
  words.forEach((text, place) => {
    const partner = partners[place] ?? NONE;
    const isBetween =
      /^\s+$/.test(text) && partners[place - 1] === NONE && partners[place + 1] === NONE;
    const isOnlyHere = isBetween || partner === NONE;
    const last = parts.at(-1);
    const goesOn = isOnlyHere || partner === partnerBefore + 1;
    if (last?.isOnlyHere === isOnlyHere && goesOn) last.text += text;
    else parts.push({ text, isOnlyHere });
    if (partner !== NONE) partnerBefore = partner;
  });
  return parts;
}
