const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};
const LIST_ITEM = /^\s*(?:[•◦▪‣·*–—-]\s|\(?\d{1,3}[.)]\s|\(?[a-zA-Z][.)]\s)/;
/** Lines shorter than this are taken to end where their writer ended them. */
const SHORTEST_WRAPPED = 40;
/** A wrapped line reaches nearly as far as the longest; the next word did not fit. */
const NEARLY_FULL = 0.7;
const FULL = 0.85;

/**
 * The lines that a person wrote, out of plain text whose lines were broken to fit a page, as a PDF
 * gives it. Wrapped lines are joined by a space and a word divided at a line's end is made whole;
 * short lines, list items and empty lines stay.
 */
export function unwrapped(text: string): string[] {
  const lines = linesOf(text.replace(/[ﬀ-ﬆ]/g, (sign) => LIGATURES[sign] ?? sign));
  const result: string[] = [];
  let isContinued = false;
  lines.forEach((line, index) => {
    const written = line.trim().replace(/[ \t]+/g, ' ');
    const last = result.at(-1);
    if (isContinued && last !== undefined) result[result.length - 1] = joined(last, written);
    else result.push(written);
    isContinued = goesOn(lines, index);
  });
  return result;
}

/** The lines as they stand. */
export function linesOf(text: string): string[] {
  return text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
}

function joined(before: string, after: string): string {
  if (before.endsWith('\u00ad')) return before.slice(0, -1) + after;
  if (isDivided(before, after)) return before.slice(0, -1) + after;
  if (/[\p{L}\p{N}][-–/]$/u.test(before)) return before + after;
  return `${before} ${after}`;
}

/** 're-' and 'ceptor', but not 'T-' and 'cell', 'COVID-' and '19', 'anti-' and 'JCV'. */
function isDivided(before: string, after: string): boolean {
  return /\p{Ll}{2,}[-‐]$/u.test(before) && /^\p{Ll}/u.test(after);
}

function goesOn(lines: readonly string[], index: number): boolean {
  const line = lines[index]?.trim() ?? '';
  const next = lines[index + 1]?.trim() ?? '';
  if (line === '' || next === '' || LIST_ITEM.test(next)) return false;
  if (/(?:\u00ad|[\p{L}\p{N}][-‐])$/u.test(line)) return true;
  const { longest, hasRunOn } = paragraphAround(lines, index);
  if (longest < SHORTEST_WRAPPED) return false;
  if (/^[\p{Ll}\p{N}([%=<>≥≤±]/u.test(next)) return line.length >= longest * NEARLY_FULL;
  return hasRunOn && line.length >= longest * FULL;
}

/** The longest line between empty lines, and whether any line there goes on in lower case. */
function paragraphAround(lines: readonly string[], index: number) {
  let from = index;
  while (from > 0 && lines[from - 1]?.trim()) from -= 1;
  let to = index;
  while (to + 1 < lines.length && lines[to + 1]?.trim()) to += 1;
  const paragraph = lines.slice(from, to + 1).map((line) => line.trim());
  return {
    longest: Math.max(...paragraph.map((line) => line.length)),
    hasRunOn: paragraph.slice(1).some((line) => /^\p{Ll}/u.test(line)),
  };
}
