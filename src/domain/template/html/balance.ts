import { isEmptyHtml } from '../html-text.ts';
import { htmlTokens, VOID_ELEMENTS } from './html-tokens.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** The tags of a stretch of HTML that have no partner in it: what is left of it when it is hidden. */
export function unbalancedTags(html: string): string {
  return tagsOfHtml(html)
    .alone.map(({ from, to }) => html.slice(from, to))
    .join('');
}

/** `html` without the tags that have no partner in it. */
export function withoutUnbalancedTags(html: string): string {
  return pieces(html, tagsOfHtml(html).alone)
    .filter(({ isTag }) => !isTag)
    .map(({ text }) => text)
    .join('');
}

/** `html` with `wrap` around each of its visible stretches between tags that have no partner. */
export function wrapBetweenTags(html: string, wrap: (text: string) => string): string {
  return pieces(html, separators(tagsOfHtml(html)))
    .map(({ text, isTag }) => (isTag || isEmptyHtml(text) ? text : wrap(text)))
    .join('');
}

function pieces(html: string, tags: readonly Range[]): { text: string; isTag: boolean }[] {
  const result: { text: string; isTag: boolean }[] = [];
  let at = 0;
  for (const { from, to } of tags) {
    if (from > at) result.push({ text: html.slice(at, from), isTag: false });
    result.push({ text: html.slice(from, to), isTag: true });
    at = to;
  }
  if (at < html.length) result.push({ text: html.slice(at), isTag: false });
  return result;
}

/** Tags without a partner, and those of pairs that have such a one between them, in order. */
function separators({ alone, pairs }: Tags): Range[] {
  const split = pairs.filter(({ opening, closing }) => {
    let [low, high] = [0, alone.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((alone[middle] as Range).from < opening.to) low = middle + 1;
      else high = middle;
    }
    return (alone[low]?.from ?? Number.POSITIVE_INFINITY) < closing.from;
  });
  const tags = split.flatMap(({ opening, closing }) => [opening, closing]);
  return [...alone, ...tags].sort((a, b) => a.from - b.from);
}

interface Tags {
  /** Without a partner, in order. */
  readonly alone: readonly Range[];
  readonly pairs: readonly { readonly opening: Range; readonly closing: Range }[];
}

function tagsOfHtml(html: string): Tags {
  const open: (Range & { readonly name: string })[] = [];
  const openByName = new Map<string, number>();
  const alone: Range[] = [];
  const pairs: { opening: Range; closing: Range }[] = [];
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
        if (last.name === token.name) {
          pairs.push({ opening: last, closing: token });
          break;
        }
        alone.push(last);
      }
    }
  }
  return { alone: [...alone, ...open].sort((a, b) => a.from - b.from), pairs };
}
