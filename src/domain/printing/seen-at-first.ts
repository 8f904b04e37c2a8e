import { decodeEntities } from '../template/html/entities.ts';
import { type HtmlToken, htmlTokens, VOID_ELEMENTS } from '../template/html/html-tokens.ts';

/** An element that is not closed yet. */
interface Open {
  readonly name: string;
  /** It is out of sight itself, or what it stands in is. */
  readonly isHidden: boolean;
  /** Only its summary is in sight. */
  readonly isFolded: boolean;
}

/**
 * `html` without what is out of sight until somebody opens it: a hint, what else is folded, and what
 * the author hides. Of what is folded its summary stays. Takes time in proportion to the length.
 */
export function seenAtFirst(html: string): string {
  if (!/<details|hidden|display\s*:\s*none/i.test(html)) return html;
  const open: Open[] = [];
  /** So many of each name are open: a stray end tag is not sought among them all. */
  const counts = new Map<string, number>();
  const kept: string[] = [];
  for (const token of htmlTokens(html)) {
    const around = open.at(-1);
    const isOut = around !== undefined && (around.isHidden || around.isFolded);
    if (token.kind === 'close') {
      let closed: Open | undefined;
      if (counts.get(token.name)) {
        do {
          closed = open.pop();
          if (closed) counts.set(closed.name, (counts.get(closed.name) ?? 1) - 1);
        } while (closed && closed.name !== token.name);
      }
      if (closed ? !closed.isHidden : !isOut) kept.push(html.slice(token.from, token.to));
      continue;
    }
    if (token.kind !== 'open') {
      if (!isOut) kept.push(html.slice(token.from, token.to));
      continue;
    }
    const isSummary = token.name === 'summary' && around?.isHidden === false;
    const isHidden = (isOut && !isSummary) || isPutAway(token, html);
    if (!isHidden) kept.push(html.slice(token.from, token.to));
    if (VOID_ELEMENTS.has(token.name)) continue;
    const isFolded =
      token.name === 'details' && !token.attributes.some(({ name }) => name === 'open');
    open.push({ name: token.name, isHidden, isFolded });
    counts.set(token.name, (counts.get(token.name) ?? 0) + 1);
  }
  return kept.join('');
}

function isPutAway({ attributes }: Extract<HtmlToken, { kind: 'open' }>, html: string): boolean {
  return attributes.some(
    ({ name, from, to }) =>
      name === 'hidden' ||
      (name === 'style' &&
        /display\s*:\s*none|visibility\s*:\s*hidden/i.test(decodeEntities(html.slice(from, to)))),
  );
}
