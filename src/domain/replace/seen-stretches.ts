import { decodeEntities } from '../template/html/entities.ts';
import { htmlTokens } from '../template/html/html-tokens.ts';
import { type ClozeNode, parseCloze, printCloze } from '../template/cloze-syntax.ts';

/** Part of a field's HTML, from `from` up to, not including, `to`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a field's HTML that a reader sees as text, in order: no tags, comments, styles or
 * scripts, no marks of deletions ({{c1::, ::, }}), no [sound:…] or [anki:…], no formula's source, no
 * image's masks. What lies between two of them parts their texts.
 */
export function seenStretches(html: string): Stretch[] {
  const unread = unreadStretches(html);
  const seen: Stretch[] = [];
  let next = 0;
  for (const token of htmlTokens(html)) {
    if (token.kind !== 'text') continue;
    let from = token.from;
    while ((unread[next]?.to ?? Infinity) <= from) next += 1;
    for (let at = next; (unread[at]?.from ?? Infinity) < token.to; at += 1) {
      const gap = unread[at] ?? token;
      if (gap.from > from) seen.push({ from, to: gap.from });
      from = gap.to;
    }
    if (from < token.to) seen.push({ from, to: token.to });
  }
  return seen;
}

/** Signs between tags that are no text, in order and without overlap. */
function unreadStretches(html: string): Stretch[] {
  const found = [...clozeMarks(html), ...formulas(html), ...sounds(html)];
  found.sort((a, b) => a.from - b.from);
  const merged: Stretch[] = [];
  for (const { from, to } of found) {
    const last = merged.at(-1);
    if (last && from < last.to) merged[merged.length - 1] = { ...last, to: Math.max(last.to, to) };
    else merged.push({ from, to });
  }
  return merged;
}

function clozeMarks(html: string): Stretch[] {
  if (!html.includes('{{c')) return [];
  // One that is never closed is no text of its writer's either.
  const marks: Stretch[] = Array.from(html.matchAll(/\{\{c[\d,]+::/g), ({ 0: mark, index }) => ({
    from: index,
    to: index + mark.length,
  }));
  let at = 0;
  const mark = (length: number): void => {
    marks.push({ from: at, to: at + length });
    at += length;
  };
  const visit = (node: ClozeNode): void => {
    if (typeof node === 'string') {
      at += node.length;
      return;
    }
    const [first] = node.nodes;
    if (typeof first === 'string' && first.startsWith('image-occlusion:')) {
      mark(printCloze([node]).length);
      return;
    }
    // What opens it is among the marks already.
    at += node.marker.length;
    const { nodes, hint, hintAt = nodes.length } = node;
    nodes.slice(0, hintAt).forEach(visit);
    if (hint !== undefined) {
      mark(2);
      at += hint.length;
    }
    nodes.slice(hintAt).forEach(visit);
    mark(2);
  };
  parseCloze(html).nodes.forEach(visit);
  return marks;
}

const FORMULA_SIGN = /\\[()[\]]|\[\/?(?:latex|\${1,2})\]|<\/?anki-mathjax\b[^<>]*>/gi;

/** From each sign that opens a formula to the one that closes it. */
function formulas(html: string): Stretch[] {
  const found: Stretch[] = [];
  const open = new Map<string, number>();
  for (const { 0: sign, index } of html.matchAll(FORMULA_SIGN)) {
    const { kind, isOpen } = formulaSign(sign.toLowerCase());
    const from = open.get(kind);
    if (isOpen) {
      if (from === undefined) open.set(kind, index);
    } else if (from !== undefined) {
      found.push({ from, to: index + sign.length });
      open.clear();
    }
  }
  return found;
}

function formulaSign(sign: string): { kind: string; isOpen: boolean } {
  if (sign.startsWith('\\')) {
    return { kind: '()'.includes(sign.charAt(1)) ? '(' : '[', isOpen: /[([]/.test(sign) };
  }
  const kind = /anki-mathjax|latex|\$+/.exec(sign)?.[0] ?? '';
  return { kind, isOpen: sign.charAt(1) !== '/' };
}

function sounds(html: string): Stretch[] {
  return Array.from(html.matchAll(/\[\/?(?:sound|anki):[^[\]]*\]/g), ({ 0: sound, index }) => ({
    from: index,
    to: index + sound.length,
  }));
}

const REFERENCE =
  /&(?:#\d{1,7};|#x[\da-f]{1,6};|[a-z][a-z\d]{1,31};|(?:amp|lt|gt|quot|nbsp)(?!;))/gi;

/** Text as a reader sees it, and where in the source each of its UTF-16 units begins and ends. */
export interface SeenText {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The text of a stretch alone, which is quicker; the same as `placed` makes. */
export function seenText(source: string, read: (text: string) => string): string {
  return read(source.replace(REFERENCE, decodeEntities));
}

/** `read` is what makes of a letter and its marks what is looked for. `offset`: where `source` begins. */
export function placed(source: string, offset: number, read: (text: string) => string): SeenText {
  const letters: { text: string; from: number; to: number }[] = [];
  for (const { 0: written, index } of source.matchAll(LETTER)) {
    const text = decodeEntities(written);
    const last = letters.at(-1);
    // A mark written as a reference belongs to the letter before it, and so does what nobody sees.
    if (last && (/^\p{M}/u.test(text) || read(text) === '')) {
      last.text += text;
      last.to = offset + index + written.length;
    } else letters.push({ text, from: offset + index, to: offset + index + written.length });
  }
  let text = '';
  const starts: number[] = [];
  const ends: number[] = [];
  for (const letter of letters) {
    const seen = read(letter.text);
    text += seen;
    for (let unit = 0; unit < seen.length; unit += 1) {
      starts.push(letter.from);
      ends.push(letter.to);
    }
  }
  return { text, starts, ends };
}

const LETTER = new RegExp(`${REFERENCE.source}|\\P{M}\\p{M}*|\\p{M}+`, 'gisu');
