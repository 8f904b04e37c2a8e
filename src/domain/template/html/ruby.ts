/** Which part of 漢字[かんじ] shows: the reading above its signs, the signs, or the reading. */
export type RubyPart = 'both' | 'signs' | 'reading';

/**
 * `html` with each reading in brackets joined to the signs before it, back to a space (which goes)
 * or a tag. [sound:…] is no reading. As Anki's filters furigana, kanji and kana do.
 */
export function withReadings(html: string, part: RubyPart): string {
  const text = html.replaceAll('&nbsp;', ' ');
  let result = '';
  let at = 0;
  for (const match of text.matchAll(/\[([^[\]<>]+)\]/g)) {
    const reading = match[1] ?? '';
    const start = startOfSigns(text, at, match.index);
    if (start === match.index || reading.startsWith('sound:')) continue;
    const hasSpace = start > at && text.charAt(start - 1) === ' ';
    result += text.slice(at, hasSpace ? start - 1 : start);
    result += shown(text.slice(start, match.index), reading, part);
    at = match.index + match[0].length;
  }
  return result + text.slice(at);
}

/** Where the signs that end at `end` begin, not before `least`. */
function startOfSigns(text: string, least: number, end: number): number {
  let start = end;
  while (start > least && !' \t\n<>[]'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}

function shown(signs: string, reading: string, part: RubyPart): string {
  if (part === 'signs') return signs;
  return part === 'reading' ? reading : `<ruby>${signs}<rt>${reading}</rt></ruby>`;
}
