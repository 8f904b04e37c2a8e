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
/** A formula or [sound:…]: what stands in a field's text and is shown as one thing. */
const TOKEN = new RegExp(
  [
    ...SIGNS.map((name) => MATHS_SIGNS[name].map(escaped).join('([^\\n]+?)')),
    '\\[sound:([^\\]\\n]+)\\]',
  ].join('|'),
  'g',
);

type Marks = NonNullable<JSONContent['marks']>;

/** A run of text as text, formulas and sounds. */
export function textNodes(text: string, marks: Marks): JSONContent[] {
  const nodes: JSONContent[] = [];
  let from = 0;
  const addText = (to: number): void => {
    if (to > from) nodes.push({ type: 'text', text: text.slice(from, to), marks });
  };
  for (const match of text.matchAll(TOKEN)) {
    const [token, ...groups] = match;
    addText(match.index);
    from = match.index + token.length;
    const index = groups.findIndex((group) => group !== undefined);
    const inside = groups[index] ?? '';
    const signs = SIGNS[index];
    if (signs) nodes.push({ type: 'maths', attrs: { tex: inside, signs }, marks });
    else nodes.push({ type: 'sound', attrs: { name: inside }, marks });
  }
  addText(text.length);
  return nodes;
}

/** A formula as a field holds it. */
export function mathsText(tex: string, signs: MathsSigns): string {
  return MATHS_SIGNS[signs].join(tex);
}

export function isDisplayed(signs: MathsSigns): boolean {
  return signs !== 'inline' && signs !== 'old-inline';
}

/** A sound or a video as a field holds it. */
export function soundText(name: string): string {
  return `[sound:${name}]`;
}

function escaped(text: string): string {
  return text.replace(/[\\()[\]$/]/g, '\\$&');
}
