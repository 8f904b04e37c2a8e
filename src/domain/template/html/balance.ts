import { isEmptyHtml } from '../html-text.ts';
import { htmlTokens, VOID_ELEMENTS } from './html-tokens.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The tags of a stretch of HTML that have no partner in it: what is left of it when it is hidden. */
export function unbalancedTags(html: string): string {
  return unbalanced(html)
    .map(({ from, to }) => html.slice(from, to))
    .join('');
}

/** `html` without the tags that have no partner in it. */
export function withoutUnbalancedTags(html: string): string {
  return pieces(html)
    .filter(({ isTag }) => !isTag)
    .map(({ text }) => text)
    .join('');
}

/** `html` with `wrap` around each of its visible stretches between tags that have no partner. */
export function wrapBetweenTags(html: string, wrap: (text: string) => string): string {
  return pieces(html)
    .map(({ text, isTag }) => (isTag || isEmptyHtml(text) ? text : wrap(text)))
    .join('');
}

function pieces(html: string): { text: string; isTag: boolean }[] {
  const result: { text: string; isTag: boolean }[] = [];
  let at = 0;
  for (const { from, to } of unbalanced(html)) {
    if (from > at) result.push({ text: html.slice(at, from), isTag: false });
    result.push({ text: html.slice(from, to), isTag: true });
    at = to;
  }
  if (at < html.length) result.push({ text: html.slice(at), isTag: false });
  return result;
}

/** The places of tags without a partner, in order. */
function unbalanced(html: string): Range[] {
  const open: (Range & { readonly name: string })[] = [];
  const openByName = new Map<string, number>();
  const alone: Range[] = [];
  const count = (name: string, by: number) =>
    openByName.set(name, (openByName.get(name) ?? 0) + by);
  for (const token of htmlTokens(html)) {
    if (token.kind === 'open' && !VOID_ELEMENTS.has(token.name)) {
      open.push(token);
      count(token.name, 1);
    } else if (token.kind === 'close') {
      if ((openByName.get(token.name) ?? 0) === 0) {
        alone.push(token);
        continue;
      }
      for (let last = open.pop(); last !== undefined; last = open.pop()) {
        count(last.name, -1);
        if (last.name === token.name) break;
        alone.push(last);
      }
    }
  }
  return [...alone, ...open].sort((a, b) => a.from - b.from);
}
