/** The words of a text in lower case: runs of letters, marks and digits. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** How many words a text has. A formula between \( \) or \[ \] counts as one. */
export function wordCount(text: string): number {
  return wordsOf(withoutFormulas(text)).length;
}

/**
 * The words of a text that tell something: without articles, prepositions and the like. 'A' and
 * 'IT' in capitals are names (vitamin A, IT band) and stay; only at the start 'A' is an article.
 */
export function tellingWords(text: string): string[] {
  const written = text.normalize('NFKC').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return written
    .filter((word, index) => {
      const lower = word.toLowerCase();
      if (!FILLERS.has(lower)) return true;
      const isCapital = word !== lower && (word.length > 1 ? word === word.toUpperCase() : true);
      const isArticleAtStart = index === 0 && word === 'A' && written.length > 1;
      return isCapital && !isArticleAtStart;
    })
    .map((word) => word.toLowerCase());
}

/** Whether `words` stand in `text` (words with single spaces) one after the other. */
export function hasPhrase(text: string, words: readonly string[]): boolean {
  return words.length > 0 && ` ${text} `.includes(` ${words.join(' ')} `);
}

function withoutFormulas(text: string): string {
  return parted(parted(text, '\\(', '\\)'), '\\[', '\\]');
}

/** `text` with an x for whatever stands between `open` and `close`. */
function parted(text: string, open: string, close: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let start = text.indexOf(open); start >= 0; start = text.indexOf(open, from)) {
    const end = text.indexOf(close, start + open.length);
    if (end < 0) break;
    parts.push(text.slice(from, start), ' x ');
    from = end + close.length;
  }
  return parts.join('') + text.slice(from);
}

const FILLERS = new Set(
  `a an and are as at be been by can could did do does for from had has have in is it its may might
   must of on one ones or should that the they this to was were will with would`.split(/\s+/),
);
