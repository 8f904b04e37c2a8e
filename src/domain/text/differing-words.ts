/** A stretch of a text; `isOnlyHere`: the other text has not these words in this place. */
export interface MarkedWords {
  readonly text: string;
  readonly isOnlyHere: boolean;
}

/** Beyond this many pairs of words the differing middle counts as wholly different. */
const MOST_PAIRS = 250_000;

/** Two wordings of one text, with the words that only one of them has marked in each. */
export function differingWords(
  mine: string,
  theirs: string,
): { readonly mine: readonly MarkedWords[]; readonly theirs: readonly MarkedWords[] } {
  const a = wordsOf(mine);
  const b = wordsOf(theirs);
  const [inA, inB] = commonWords(a, b);
  return { mine: marked(a, inA), theirs: marked(b, inB) };
}

/** Words, what is between them, and every sign by itself. */
function wordsOf(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}\p{M}]+|[^\s\p{L}\p{N}\p{M}]/gu) ?? [];
}

/** For each side which of its words are in a longest common sequence. */
function commonWords(a: readonly string[], b: readonly string[]): [Uint8Array, Uint8Array] {
  const inA = new Uint8Array(a.length);
  const inB = new Uint8Array(b.length);
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  inA.fill(1, 0, start).fill(1, a.length - end);
  inB.fill(1, 0, start).fill(1, b.length - end);
  const rows = a.length - start - end;
  const columns = b.length - start - end;
  if (rows * columns > MOST_PAIRS) return [inA, inB];

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
    if (a[start + i] === b[start + j]) {
      inA[start + i] = 1;
      inB[start + j] = 1;
      i++;
      j++;
    } else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }
  return [inA, inB];
}

/** A space between two words that differ belongs to them: they are one mark. */
function marked(words: readonly string[], isCommon: Uint8Array): MarkedWords[] {
  const parts: { text: string; isOnlyHere: boolean }[] = [];
  words.forEach((text, place) => {
    const isBetween = /^\s+$/.test(text) && isCommon[place - 1] === 0 && isCommon[place + 1] === 0;
    const isOnlyHere = isBetween || isCommon[place] === 0;
    const last = parts.at(-1);
    if (last?.isOnlyHere === isOnlyHere) last.text += text;
    else parts.push({ text, isOnlyHere });
  });
  return parts;
}
