import katex from 'katex';
import 'katex/contrib/mhchem';
import type { Katex } from './katex.ts';
import { type Recorded, recorded } from './recorded.ts';
import { readFormula, type TreeSize, type Unread, type Written } from './read-formula.ts';

export type ReadFormula = TreeSize & { readonly drawn: Recorded };
/** 'ready' comes once, when KaTeX is loaded; then an answer for each formula, in order. */
export type FromMaths = 'ready' | ReadFormula | Unread;

/** The entry of the worker that reads formulas. */
globalThis.addEventListener('message', ({ data }: MessageEvent<Written>) => {
  const found = readFormula(katex as unknown as Katex, data);
  const answer = 'tree' in found ? { ...found.size, drawn: recorded(found.tree) } : found;
  postMessage(answer satisfies FromMaths);
});
postMessage('ready' satisfies FromMaths);
