/** Longer than any word or address that is read. */
const LENGTH = 500;
const TOO_LONG = new RegExp(`\\S{${LENGTH}}\\p{M}*`, 'gu');

/**
 * Lets words without end break every 500 signs. Chromium (156) shapes such a word anew for each of
 * its lines: 50,000 letters with accents hold up the screen for half a minute.
 */
export function breakLongWords(root: ParentNode & Node): void {
  const document = root.ownerDocument;
  const texts = document?.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const long: Text[] = [];
  while (texts?.nextNode()) {
    const text = texts.currentNode as Text;
    if (text.data.length > LENGTH) long.push(text);
  }
  for (const text of long) {
    let from = 0;
    const parts: (string | Node)[] = [];
    for (const { 0: word, index } of text.data.matchAll(TOO_LONG)) {
      const to = index + word.length;
      parts.push(text.data.slice(from, to), text.ownerDocument.createElement('wbr'));
      from = to;
    }
    if (parts.length > 0) text.replaceWith(...parts, text.data.slice(from));
  }
}
