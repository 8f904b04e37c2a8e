import { isEmptyHtml } from '../html-text.ts';
import { unbalancedTags } from './balance.ts';
import { htmlTokens } from './html-tokens.ts';

const BLANK_AT_END = /(?:&nbsp;|&#160;|[\s\u00a0])+$/;

/**
 * `html` without the cue that ends its text, a last parenthesis that ends in '?)' such as
 * '(which drug?)'. Tags that begin or end inside the cue stay. A text that is all cue stays whole.
 */
export function withoutCueHtml(html: string): string {
  const texts: { from: number; to: number }[] = [];
  let tail = '';
  let cueEnd: number | undefined;
  for (const token of htmlTokens(html)) {
    if (token.kind === 'text') {
      const text = trimEnd(html.slice(token.from, token.to));
      texts.push(token);
      if (text === '') continue;
      tail = (tail + text).slice(-2);
      cueEnd = tail === '?)' ? token.from + text.length : undefined;
    } else if (cueEnd !== undefined && token.kind === 'open' && !isEmptyTag(html, token)) {
      cueEnd = undefined;
    }
  }
  if (cueEnd === undefined) return html;
  const start = startOfCue(html, texts, cueEnd);
  if (start === undefined || isEmptyHtml(html.slice(0, start))) return html;
  const before = trimEnd(html.slice(0, start));
  return before + unbalancedTags(html.slice(start, cueEnd)) + html.slice(cueEnd);
}

function startOfCue(
  html: string,
  texts: readonly { from: number; to: number }[],
  end: number,
): number | undefined {
  for (const { from, to } of [...texts].reverse()) {
    const at = html.slice(from, Math.min(to, end)).lastIndexOf('(');
    if (at !== -1) return from + at;
  }
  return undefined;
}

function isEmptyTag(html: string, { from, to }: { from: number; to: number }): boolean {
  return isEmptyHtml(html.slice(from, to));
}

/** Without white space at the end; looks at the end only, whatever comes before. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0) {
    const last = BLANK_AT_END.exec(text.slice(Math.max(0, end - 6), end))?.[0].length ?? 0;
    if (last === 0) break;
    end -= last;
  }
  return text.slice(0, end);
}
