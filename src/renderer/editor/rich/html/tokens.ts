import type { JSONContent } from '@tiptap/core';

/** The signs around a formula, by name; the first two are what is written anew. */
export const MATHS_SIGNS = {
  inline: ['\\(', '\\)'],
  display: ['\\[', '\\]'],
  'old-inline': ['[$]', '[/$]'],
  'old-display': ['[$$]', '[/$$]'],
  'old-text': ['[latex]', '[/latex]'],
} as const;
export type MathsSigns = keyof typeof MATHS_SIGNS;

const SIGNS = Object.keys(MATHS_SIGNS) as MathsSigns[];
const OPENING = /\\\(|\\\[|\[\$\$?\]|\[latex\]|\[sound:/g;

type Marks = NonNullable<JSONContent['marks']>;

/** A run of text as text, formulas and sounds, in time in proportion to its length. */
export function textNodes(text: string, marks: Marks): JSONContent[] {
  const nodes: JSONContent[] = [];
  const missing = new Set<string>();
  let from = 0;
  const addText = (to: number): void => {
    if (to > from) nodes.push({ type: 'text', text: text.slice(from, to), marks });
  };
  for (const { 0: open, index } of text.matchAll(OPENING)) {
    const signs = SIGNS.find((name) => MATHS_SIGNS[name][0] === open);
    const close = signs ? MATHS_SIGNS[signs][1] : ']';
    if (index < from || missing.has(close)) continue;
    const start = index + open.length;
    const end = text.indexOf(close, start);
    if (end < 0) missing.add(close);
    if (end <= start) continue;
    addText(index);
    const inside = text.slice(start, end);
    const attrs = signs ? { tex: inside, signs } : { name: inside };
    nodes.push({ type: signs ? 'maths' : 'sound', attrs, marks });
    from = end + close.length;
  }
  addText(text.length);
  return nodes;
}

/** A formula as a field holds it. */
export function mathsText(tex: string, signs: MathsSigns): string {
  const [open, close] = MATHS_SIGNS[signs];
  return open + tex + close;
}

export function isDisplayed(signs: MathsSigns): boolean {
  return signs !== 'inline' && signs !== 'old-inline';
}

/** A sound or a video as a field holds it. */
export function soundText(name: string): string {
  return `[sound:${name}]`;
}
